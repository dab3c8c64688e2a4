"""The lines of pasted text, gathered into paragraphs and list items."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from casework.reading.clean_text import on_one_line
from casework.reading.lines import BULLET, LABEL_LINE
from casework.rules.findings.wording import is_directive

NUMBER = re.compile(r"^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\d{1,3}\.\d{1,3}\.?)\s+(?=\S)")
_TAB_STOP = 4
_FULL_LINE = 55
"""Characters. Text broken by hand at a margin has lines about this long or longer."""
_WIDEST_MARGIN = 120
_MOST_LONGER = 0.02
"""Share of lines that may be longer in text broken at a margin: headings, addresses."""
_SPARE = 8
"""Characters by which a line may fall short of the margin without ending its paragraph."""
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_FEWEST_PAGES = 3
_FEWEST_HEADERS = 2
_TRAILING_NUMBER = re.compile(r"\s+\d{1,4}$")
_FEWEST_WORDS_OF_A_STEM = 4
_SENTENCE_ENDS = (".", "!", "?", ":")
_ITEM_ENDS = re.compile(r"(?:[;,]|[;,]?\s(?:and|or))$")


class PastedLine(NamedTuple):
    """A line, how far it is indented, and whether it is an item that lost its bullet."""

    indent: int
    text: str
    bare_item: bool = False

    @property
    def marker(self) -> re.Match[str] | None:
        """Return the bullet or the number with which it begins."""
        return BULLET.match(self.text) or NUMBER.match(self.text)


def groups_of(text: str) -> Iterator[list[PastedLine]]:
    """Yield the lines that make one block each: a blank line, a marker or a label parts them."""
    lines = [_line(raw) for raw in re.split(r"\r\n|\r|\n|\f", text)]
    yield from _Grouping(_without_page_breaks(lines)).groups()


def _line(raw: str) -> PastedLine:
    widened = raw.expandtabs(_TAB_STOP)
    return PastedLine(len(widened) - len(widened.lstrip()), on_one_line(raw))


class _Grouping:
    """Gathers lines, and remembers whether a list without bullets is open."""

    def __init__(self, lines: Sequence[PastedLine]) -> None:
        self._lines = lines
        self._margin = _margin(lines)
        self._blanks = any(not line.text for line in lines[1:-1])
        self._listing = False
        self._after_blank = False
        self._group: list[PastedLine] = []

    def groups(self) -> Iterator[list[PastedLine]]:
        last: PastedLine | None = None
        for line in self._lines:
            if not line.text:
                self._after_blank = True
                continue
            if last is not None and self._parts(last, line):
                yield self._group
                self._group = []
            bare = not self._group and last is not None and self._is_bare_item(last, line)
            self._listing = bare or (self._listing and bool(self._group))
            self._group.append(line._replace(bare_item=bare))
            last, self._after_blank = line, False
        if self._group:
            yield self._group

    def _parts(self, last: PastedLine, line: PastedLine) -> bool:
        if self._after_blank:
            return not _goes_on(last, line)
        is_label = LABEL_LINE.fullmatch(last.text) or LABEL_LINE.fullmatch(line.text)
        if line.marker or is_label or last.text.endswith(":"):
            return True
        if self._listing and line.text[:1].islower():
            return _ITEM_ENDS.search(last.text) is not None or self._leaves_room(last, line)
        return self._ended(last, line)

    def _ended(self, last: PastedLine, line: PastedLine) -> bool:
        """Return whether the paragraph ended with its line, though no blank line follows."""
        short = len(last.text) < _FULL_LINE
        if last.text.endswith(_SENTENCE_ENDS) and (
            short or (self._margin and self._leaves_room(last, line))
        ):
            return True
        if not self._margin and not line.text[:1].islower():
            return True
        # One line per paragraph: long lines never are the broken halves of a sentence.
        return len(last.text) > 2 * _FULL_LINE or (short and line.text[:1].isupper())

    def _is_bare_item(self, last: PastedLine, line: PastedLine) -> bool:
        """Return whether the line is an item whose bullet was lost on the way."""
        if line.marker or LABEL_LINE.fullmatch(line.text):
            return False
        begins_small = line.text[:1].islower()
        if self._listing:
            return begins_small or (not self._after_blank and bool(_ITEM_ENDS.search(last.text)))
        is_stem = is_directive(last.text) or len(last.text.split()) >= _FEWEST_WORDS_OF_A_STEM
        if not last.text.endswith(":") or not is_stem:
            return False
        return begins_small or (self._blanks and not self._after_blank)

    def _leaves_room(self, last: PastedLine, line: PastedLine) -> bool:
        """Return whether the next line's first word would have fitted before the margin."""
        if not self._margin:
            return True
        word = len(line.text.split(" ", 1)[0])
        return len(last.text) + last.indent + 1 + word <= self._margin - _SPARE


def _goes_on(last: PastedLine, line: PastedLine) -> bool:
    """Return whether a blank line, left by a page break, stands inside a sentence."""
    if line.marker or not line.text[:1].islower() or len(last.text) < _FULL_LINE:
        return False
    return not last.text.endswith((*_SENTENCE_ENDS, ";")) and not _ITEM_ENDS.search(last.text)


def _margin(lines: Sequence[PastedLine]) -> int:
    """Return how long the lines of text broken at a margin are, 0 for text that is not."""
    lengths = sorted(len(line.text) + line.indent for line in lines if line.text)
    if not lengths:
        return 0
    widest = lengths[-1 - int(_MOST_LONGER * len(lengths))]
    return widest if _FULL_LINE <= widest <= _WIDEST_MARGIN else 0


def _without_page_breaks(lines: list[PastedLine]) -> list[PastedLine]:
    """Return the lines without page numbers, and the running lines beside them.

    Text copied from a PDF has them between its lines. They are told by being
    one after the other: 4, 5, 6.
    """
    numbers = [at for at, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.text)]
    counted = [int(found.group()) for at in numbers if (found := _DIGITS.search(lines[at].text))]
    in_turn = sum(after == before + 1 for before, after in pairwise(counted))
    if in_turn < _FEWEST_PAGES - 1:
        return lines
    dropped = set(numbers)
    beside = [near for at in numbers for near in _neighbours(lines, at)]
    patterns = Counter(_pattern(lines[at]) for at in beside)
    running = {pattern for pattern, times in patterns.items() if times >= _FEWEST_HEADERS}
    dropped.update(
        at
        for at, line in enumerate(lines)
        if line.text and _pattern(line) in running and not LABEL_LINE.fullmatch(line.text)
    )
    empty = PastedLine(0, "")
    return [empty if at in dropped else line for at, line in enumerate(lines)]


def _pattern(line: PastedLine) -> str:
    """Return the line with its figures masked, without a page number at its end."""
    return _DIGITS.sub("#", _TRAILING_NUMBER.sub("", line.text))


def _neighbours(lines: Sequence[PastedLine], at: int) -> Iterator[int]:
    """Yield the nearest lines with words before and after, past at most two blank ones."""
    for step in (-1, 1):
        for reach in (1, 2, 3):
            near = at + step * reach
            if 0 <= near < len(lines) and lines[near].text:
                yield near
                break
