"""The lines of all pages as drafts of blocks: whole paragraphs, also over columns and pages."""

import re
from collections.abc import Iterator

from casework.reading.hyphens import BREAK, Hyphens
from casework.reading.lines import BULLET, LABEL_LINE
from casework.reading.pdf_drawing import Box
from casework.reading.pdf_leading import Column, RightEdges, leading_of
from casework.reading.pdf_lines import Line, Page

NUMBER = re.compile(r"^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}\.\d{1,3}\.?)\s+(?=\S)")
SENTENCE_ENDS = tuple(".!?:;")
INDENT = 0.8
_PARAGRAPH_GAP = 1.25
"""Times the usual leading."""
_SAME_SIZE = 0.06
_GRID = 1.0
_FEWEST_LINES_TO_JUDGE = 3
_RAGGED = 0.03
"""Share of the line's length by which full lines may differ."""
_LIST_GOES_ON = (*SENTENCE_ENDS, " and", " or", ",")
_SHORT_LINE = 0.6
"""Times its own length. A line with so much room after it was ended on purpose."""
_QUOTES = "“‘\"'("


class Draft:
    """A block in the making: its lines, and the panel they stand in."""

    def __init__(self, line: Line, panel: Box | None, page: int) -> None:
        """Begin with a first line."""
        self.lines = [line]
        self.panel = panel
        self.page = page
        self.last_page = page
        self.last_panel = panel

    @property
    def first(self) -> Line:
        """Return the first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Return the last line."""
        return self.lines[-1]

    @property
    def marker(self) -> re.Match[str] | None:
        """Return the bullet or the number with which it begins."""
        text = self.first.text
        return BULLET.match(text) or NUMBER.match(text)

    @property
    def is_bold(self) -> bool:
        """Return whether all of it is bold."""
        return all(line.bold_letters >= 0.9 * line.letters for line in self.lines)

    def words(self, hyphens: Hyphens) -> str:
        """Return the text of all lines."""
        joined = ""
        for line in self.lines:
            joined = hyphens.joined(joined, line.text)
        return joined.replace(BREAK, "")

    def add(self, other: "Draft") -> None:
        """Go on with what stands in the next column or on the next page."""
        self.lines.extend(other.lines)
        self.last_page = other.last_page
        self.last_panel = other.last_panel


def drafts_of(pages: list[Page], body: float) -> list[Draft]:
    """Return the drafts of the whole document."""
    return _rejoined(list(_Drafting(pages, leading_of(pages, body)).drafts()))


class _Drafting:
    """Parts the lines of the pages into drafts."""

    def __init__(self, pages: list[Page], leading: float) -> None:
        self._pages = pages
        self._leading = leading
        self._edges = RightEdges()

    def drafts(self) -> Iterator[Draft]:
        for number, page in enumerate(self._pages):
            places: list[Column] = [
                (number, line.column, _panel_of(line, page)) for line in page.lines
            ]
            for place, line in zip(places, page.lines, strict=True):
                if not line.rows:
                    self._edges.see(place, line)
            yield from self._of_page(page, places)

    def _of_page(self, page: Page, places: list[Column]) -> Iterator[Draft]:
        draft: Draft | None = None
        before: Column | None = None
        for place, line in zip(places, page.lines, strict=True):
            if draft is not None and place == before and self._goes_on(draft, line, place):
                draft.lines.append(line)
                continue
            if draft is not None:
                yield draft
            draft, before = Draft(line, _box(place[2]), place[0]), place
        if draft is not None:
            yield draft

    def _goes_on(self, draft: Draft, line: Line, place: Column) -> bool:
        last = draft.last
        if line.rows or last.rows or abs(last.size - line.size) > _SAME_SIZE * last.size:
            return False
        step = last.bottom - line.bottom
        if step <= 0 or step > _PARAGRAPH_GAP * self._leading * line.size:
            return False
        text = line.text
        if BULLET.match(text) or _begins_numbered(draft, line):
            return False
        if draft.marker is None and line.left - draft.first.left > 2 * INDENT * line.size:
            return False
        if _changes_weight(draft, line) or _is_label(draft, text):
            return False
        return not self._was_ended(draft.lines, line, place)

    def _was_ended(self, lines: list[Line], line: Line, place: Column) -> bool:
        """Return whether the line above ended its paragraph, though no gap follows."""
        last = lines[-1]
        begins = line.text.lstrip(_QUOTES)[:1]
        if not (begins.isupper() or begins.isdigit()):
            return False
        if last.text.endswith(SENTENCE_ENDS):
            return self._edges.leaves_room(place, lines, line)
        short = self._edges.room(place, lines) > _SHORT_LINE * (last.right - last.left)
        return short and self._edges.leaves_room(place, lines, line)


def _box(panel: tuple[float, ...] | None) -> Box | None:
    return None if panel is None else Box(*panel)


def _panel_of(line: Line, page: Page) -> Box | None:
    middle = line.bottom + line.size / 3
    surrounding = [
        panel
        for panel in page.panels
        if panel.left - _GRID <= line.left
        and line.right <= panel.right + _GRID
        and panel.bottom <= middle <= panel.top
    ]
    return min(surrounding, key=lambda panel: panel.area) if surrounding else None


def _is_label(draft: Draft, following: str) -> bool:
    """Return whether a label stands alone on its line, right above its finding."""
    if len(draft.lines) > 1 or following[:1].islower():
        return False
    return LABEL_LINE.fullmatch(draft.first.text) is not None


def _begins_numbered(draft: Draft, line: Line) -> bool:
    if not NUMBER.match(line.text):
        return False
    beside = abs(line.left - draft.first.left) <= INDENT * line.size
    if beside and NUMBER.match(draft.first.text) and draft.last.text.endswith(_LIST_GOES_ON):
        return True
    return line.left <= draft.first.left + INDENT * line.size and draft.last.text.endswith(
        SENTENCE_ENDS
    )


def _changes_weight(draft: Draft, line: Line) -> bool:
    if draft.last.bold == line.bold:
        return False
    # A bold word in running text does not end the paragraph; a bold line of its own does.
    whole = line.bold_letters in {0, line.letters}
    last_whole = all(one.bold_letters in {0, one.letters} for one in draft.lines)
    return whole and last_whole


def _rejoined(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts, those that a page or column break parted made whole again."""
    whole: list[Draft] = []
    for draft in drafts:
        if whole and _was_broken(whole[-1], draft):
            whole[-1].add(draft)
        else:
            whole.append(draft)
    return whole


def moved_on(before: Draft, after: Draft) -> bool:
    """Return whether a column or a page ends between the two."""
    if after.page == before.last_page + 1:
        return True
    foot = before.last.bottom if before.last.foot is None else before.last.foot
    return after.page == before.last_page and after.first.bottom > foot


def _was_broken(before: Draft, after: Draft) -> bool:
    last, first = before.last, after.first
    if last.rows or first.rows or not moved_on(before, after) or after.marker:
        return False
    if (before.last_panel is None) != (after.panel is None) and not first.text[:1].islower():
        return False
    if last.text.endswith(SENTENCE_ENDS) and not _ends_full(before):
        return False
    if first.text[:1].isupper() and LABEL_LINE.fullmatch(before.first.text):
        return False
    same_type = abs(last.size - first.size) <= _SAME_SIZE * last.size
    return same_type and last.bold == first.bold and not _ends_in_mark(last.text, first.text)


def _ends_in_mark(text: str, following: str) -> bool:
    return text[-1:].isdigit() and not following[:1].islower()


def _ends_full(draft: Draft) -> bool:
    """Return whether the last line is as long as the others: then the paragraph likely goes on."""
    if len(draft.lines) < _FEWEST_LINES_TO_JUDGE or draft.last.text.endswith((":", ";")):
        return False
    right = max(line.right for line in draft.lines[:-1])
    return draft.last.right >= right - _RAGGED * (right - draft.last.left)
