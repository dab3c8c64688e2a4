"""The lines of all pages as blocks: headings, paragraphs, items and tables in their boxes."""

from casework.reading.boxes import MOST_WORDS_OF_A_LABEL, Container, boxed
from casework.reading.hyphens import Hyphens
from casework.reading.lines import BULLET
from casework.reading.paragraph_numbers import Opening, numbered_paragraphs, without_number
from casework.reading.pdf_drafts import INDENT, SENTENCE_ENDS, Draft, drafts_of, moved_on
from casework.reading.pdf_lines import Page
from casework.reading.pdf_running import body_size
from casework.reading.pdf_table_breaks import rejoined_tables
from casework.rules.findings.wording import is_directive
from models.shapes.reading import Block, BlockKind

_LARGER = 1.12
"""Times the body's size. Larger type is a heading."""
_MOST_WORDS_OF_A_BOLD_HEADING = 16
_SAME_WIDTH = 6.0
"""Points by which the parts of one box may differ."""


def blocks_of_pages(pages: list[Page], hyphens: Hyphens) -> list[Block]:
    """Return the blocks of the whole document."""
    body = body_size(pages)
    drafts = rejoined_tables(drafts_of(pages, body))
    making = _Making(body, drafts, hyphens)
    blocks = [making.block(draft) for draft in drafts]
    return boxed(blocks, _containers(drafts, blocks))


class _Depths:
    """How deep a list item is, by where its marker stands."""

    def __init__(self) -> None:
        self._lefts: list[float] = []
        self._column: tuple[int, int] = (0, 0)

    def of(self, draft: Draft, size: float) -> int:
        left = draft.first.left
        column = (draft.page, draft.first.column)
        if column != self._column and self._lefts:
            # In another column everything stands elsewhere: an outer item is assumed.
            shift = left - self._lefts[0]
            self._lefts = [one + shift for one in self._lefts]
        self._column = column
        while self._lefts and left < self._lefts[-1] - INDENT * size:
            self._lefts.pop()
        if not self._lefts or left > self._lefts[-1] + INDENT * size:
            self._lefts.append(left)
        return len(self._lefts)

    def end(self) -> None:
        self._lefts.clear()


class _Making:
    """Makes a block of each draft."""

    def __init__(self, body: float, drafts: list[Draft], hyphens: Hyphens) -> None:
        self._body = body
        self._hyphens = hyphens
        self._depths = _Depths()
        sizes = {
            round(d.first.size, 1)
            for d in drafts
            if d.first.size >= _LARGER * body and not d.first.rows
        }
        ordered = sorted(sizes, reverse=True)
        self._levels = {size: min(rank, 5) for rank, size in enumerate(ordered, start=1)}
        numbered = numbered_paragraphs([Opening(d.first.text, self._level(d) > 0) for d in drafts])
        self._numbered = {id(drafts[at]) for at in numbered}

    def block(self, draft: Draft) -> Block:
        if draft.first.rows:
            self._depths.end()
            return Block(BlockKind.TABLE, draft.first.text, rows=draft.first.rows)
        text = draft.words(self._hyphens)
        level = self._level(draft)
        if level:
            self._depths.end()
            return Block(BlockKind.HEADING, text, level=level, emphasised=True)
        if id(draft) in self._numbered:
            text = without_number(text)
        elif (marker := draft.marker) and text[marker.end() :].strip():
            return self._item(draft, text, text[marker.end() :].strip())
        self._depths.end()
        return Block(BlockKind.PARAGRAPH, text, emphasised=draft.is_bold)

    def _level(self, draft: Draft) -> int:
        """Return the heading's level by its size, 6 for short bold lines, 0 for no heading."""
        level = self._levels.get(round(draft.first.size, 1), 0)
        if level or draft.first.rows or not draft.is_bold:
            return level
        text = " ".join(line.text for line in draft.lines)
        few = len(text.split()) <= _MOST_WORDS_OF_A_BOLD_HEADING
        is_finding = is_directive(text) or text.endswith(SENTENCE_ENDS)
        return 6 if few and not is_finding and not BULLET.match(text) else 0

    def _item(self, draft: Draft, text: str, words: str) -> Block:
        depth = self._depths.of(draft, self._body)
        ordered = not BULLET.match(text)
        return Block(BlockKind.ITEM, words, level=depth, ordered=ordered, emphasised=draft.is_bold)


def _containers(drafts: list[Draft], blocks: list[Block]) -> list[Container]:
    """Return the panels as containers; a panel that goes on in the next column is one."""
    found: list[Container] = []
    start = 0
    for index in range(1, len(drafts) + 1):
        if index < len(drafts) and _stays_inside(drafts[index - 1], drafts[index], blocks[index]):
            continue
        if drafts[start].panel is not None:
            found.append(Container(start, index))
        start = index
    return found


def _stays_inside(before: Draft, after: Draft, block: Block) -> bool:
    if before.last_panel is None or after.panel is None:
        return before.last_panel is after.panel
    if before.last_panel == after.panel and before.last_page == after.page:
        return True
    wide = before.last_panel.right - before.last_panel.left
    same_width = abs(after.panel.right - after.panel.left - wide) <= _SAME_WIDTH
    return same_width and moved_on(before, after) and not _opens_a_box(block)


def _opens_a_box(block: Block) -> bool:
    few = len(block.text.split(maxsplit=MOST_WORDS_OF_A_LABEL)) <= MOST_WORDS_OF_A_LABEL
    return few and (block.kind is BlockKind.HEADING or block.emphasised)
