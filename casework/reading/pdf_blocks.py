"""The lines of all pages as blocks: headings, paragraphs and items, whole over page breaks."""

import re
from collections import Counter
from collections.abc import Iterator

from casework.reading.boxes import Container, boxed
from casework.reading.lines import BULLET
from casework.reading.pdf_lines import SOFT_HYPHENS, Line, Page
from casework.reading.pdf_running import body_size
from models.shapes.reading import Block, BlockKind

_NUMBER = re.compile(r"^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
_LARGER = 1.12
"""Times the body's size. Larger type is a heading."""
_MOST_WORDS_OF_A_BOLD_HEADING = 16
_PARAGRAPH_GAP = 1.3
"""Times the usual leading."""
_FEWEST_STEPS = 5
_USUAL_LEADING = 1.3
_WIDEST_LEADING = 1.6
"""Times the type size. Wider steps are gaps between paragraphs of one line."""
_SAME_SIZE = 0.06
_INDENT = 0.8
_SENTENCE_ENDS = tuple(".!?:;")
_GRID = 1.0
_FEWEST_LINES_TO_JUDGE = 3
_RAGGED = 0.03
"""Share of the line's length by which full lines may differ."""


class _Draft:
    """A block in the making: its lines, and the panel they stand in."""

    def __init__(self, line: Line, panel: tuple[float, ...] | None, page: int) -> None:
        self.lines = [line]
        self.panel = panel
        self.page = page
        self.last_page = page

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def text(self) -> str:
        joined = ""
        for line in self.lines:
            joined = _joined(joined, line.text)
        return joined

    @property
    def marker(self) -> re.Match[str] | None:
        text = self.first.text
        return BULLET.match(text) or _NUMBER.match(text)


def blocks_of_pages(pages: list[Page]) -> list[Block]:
    """Return the blocks of the whole document."""
    body = body_size(pages)
    drafts = _rejoined(list(_drafts(pages, _leading(pages))))
    levels = _levels(drafts, body)
    depths = _Depths()
    blocks = [_block(draft, body, levels, depths) for draft in drafts]
    return boxed(blocks, _containers(drafts))


def _leading(pages: list[Page]) -> float:
    steps = [
        (above.bottom - below.bottom) / max(below.size, 1.0)
        for page in pages
        for above, below in zip(page.lines, page.lines[1:], strict=False)
        if 0 < above.bottom - below.bottom < 3 * max(below.size, 1.0)
    ]
    counted = Counter(round(step, 1) for step in steps)
    known = len(steps) >= _FEWEST_STEPS
    usual = counted.most_common(1)[0][0] if known else _USUAL_LEADING
    return min(usual, _WIDEST_LEADING)


def _drafts(pages: list[Page], leading: float) -> Iterator[_Draft]:
    for number, page in enumerate(pages):
        draft: _Draft | None = None
        for line in page.lines:
            panel = _panel_of(line, page)
            if draft is not None and draft.panel == panel and _goes_on(draft, line, leading):
                draft.lines.append(line)
                continue
            if draft is not None:
                yield draft
            draft = _Draft(line, panel, number)
        if draft is not None:
            yield draft


def _panel_of(line: Line, page: Page) -> tuple[float, ...] | None:
    middle = line.bottom + line.size / 3
    around = [
        panel
        for panel in page.panels
        if panel[0] - _GRID <= line.left
        and line.right <= panel[2] + _GRID
        and panel[1] <= middle <= panel[3]
    ]
    return min(around, key=lambda p: (p[2] - p[0]) * (p[3] - p[1])) if around else None


def _goes_on(draft: _Draft, line: Line, leading: float) -> bool:
    last = draft.last
    if abs(last.size - line.size) > _SAME_SIZE * last.size:
        return False
    step = last.bottom - line.bottom
    if step <= 0 or step > _PARAGRAPH_GAP * leading * line.size:
        return False
    if BULLET.match(line.text) or _begins_numbered(draft, line):
        return False
    if draft.marker is None and line.left - draft.first.left > 2 * _INDENT * line.size:
        return False
    return not _changes_weight(draft, line)


def _begins_numbered(draft: _Draft, line: Line) -> bool:
    if not _NUMBER.match(line.text):
        return False
    return line.left <= draft.first.left + _INDENT * line.size and draft.text.endswith(
        _SENTENCE_ENDS
    )


def _changes_weight(draft: _Draft, line: Line) -> bool:
    if draft.last.bold == line.bold:
        return False
    # A bold word in running text does not end the paragraph; a bold line of its own does.
    whole = line.bold_letters in {0, line.letters}
    last_whole = all(one.bold_letters in {0, one.letters} for one in draft.lines)
    return whole and last_whole


def _rejoined(drafts: list[_Draft]) -> list[_Draft]:
    """Return the drafts, those that a page or column break parted made whole again."""
    whole: list[_Draft] = []
    for draft in drafts:
        if whole and _was_broken(whole[-1], draft):
            whole[-1].lines.extend(draft.lines)
            whole[-1].last_page = draft.page
        else:
            whole.append(draft)
    return whole


def _was_broken(before: _Draft, after: _Draft) -> bool:
    moved = after.page == before.last_page + 1 or (
        after.page == before.last_page and after.first.bottom > before.last.bottom
    )
    if not moved or after.marker:
        return False
    if before.last.text.endswith(_SENTENCE_ENDS) and not _ends_full(before):
        return False
    same_type = abs(before.last.size - after.first.size) <= _SAME_SIZE * before.last.size
    return (
        same_type and before.last.bold == after.first.bold and not before.last.text[-1:].isdigit()
    )


def _ends_full(draft: _Draft) -> bool:
    """Return whether the last line is as long as the others: then the paragraph likely goes on."""
    if len(draft.lines) < _FEWEST_LINES_TO_JUDGE or draft.last.text.endswith((":", ";")):
        return False
    right = max(line.right for line in draft.lines[:-1])
    return draft.last.right >= right - _RAGGED * (right - draft.last.left)


def _joined(text: str, more: str) -> str:
    if not text:
        return more
    if text[-1] in SOFT_HYPHENS:
        return text[:-1] + more
    if text.endswith(("-", "\u2011")) and more[:1].islower():
        return text + more
    return f"{text} {more}"


def _levels(drafts: list[_Draft], body: float) -> dict[float, int]:
    sizes = {round(d.first.size, 1) for d in drafts if d.first.size >= _LARGER * body}
    ordered = sorted(sizes, reverse=True)
    return {size: min(rank, 5) for rank, size in enumerate(ordered, start=1)}


class _Depths:
    """How deep a list item is, by where its marker stands."""

    def __init__(self) -> None:
        self._lefts: list[float] = []

    def of(self, left: float, size: float) -> int:
        while self._lefts and left < self._lefts[-1] - _INDENT * size:
            self._lefts.pop()
        if not self._lefts or left > self._lefts[-1] + _INDENT * size:
            self._lefts.append(left)
        return len(self._lefts)

    def end(self) -> None:
        self._lefts.clear()


def _block(draft: _Draft, body: float, levels: dict[float, int], depths: _Depths) -> Block:
    text = draft.text.strip(SOFT_HYPHENS)
    bold = all(line.bold_letters >= 0.9 * line.letters for line in draft.lines)
    level = levels.get(round(draft.first.size, 1), 0)
    marker = draft.marker
    if level:
        depths.end()
        return Block(BlockKind.HEADING, text, level=level, emphasised=True)
    if marker and text[marker.end() :].strip():
        depth = depths.of(draft.first.left, body)
        ordered = not BULLET.match(text)
        words = text[marker.end() :].strip()
        return Block(BlockKind.ITEM, words, level=depth, ordered=ordered, emphasised=bold)
    depths.end()
    few = len(text.split()) <= _MOST_WORDS_OF_A_BOLD_HEADING
    if bold and few and not text.endswith(_SENTENCE_ENDS):
        return Block(BlockKind.HEADING, text, level=6, emphasised=True)
    return Block(BlockKind.PARAGRAPH, text, emphasised=bold)


def _containers(drafts: list[_Draft]) -> list[Container]:
    """Return the panels as containers, the small before the large."""
    found: list[Container] = []
    start = 0
    for index in range(1, len(drafts) + 1):
        if index == len(drafts) or not _same_panel(drafts[index], drafts[start]):
            if drafts[start].panel is not None:
                found.append(Container(start, index))
            start = index
    return found


def _same_panel(one: _Draft, other: _Draft) -> bool:
    return one.panel == other.panel and one.page == other.page
