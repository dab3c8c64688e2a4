"""The blocks of a story in order: paragraphs, tables and what stands in text boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casework.documents.read_back.captions import with_captions
from casework.documents.read_back.drawings import ALTERNATIVES, shown_form
from casework.documents.read_back.fields import without_page_number
from casework.documents.read_back.found import Found, closed_up, without_blanks
from casework.documents.read_back.inline import InlineReader
from casework.documents.read_back.labels import label_of
from casework.documents.read_back.names import number, value
from casework.documents.read_back.styles import PLAIN, Role, Style, heading
from casework.documents.read_back.tables import grid_of, header_rows, rows_of
from casework.documents.read_back.view import GONE, in_view, mark_is_gone
from casework.documents.region_places import key_of_control
from casework.documents.wordml import BOOKMARK_END, BOOKMARK_START, P_PR, SDT, TBL, P, w
from models.shapes.word import Span, TextBlock, TextKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from casework.documents.read_back.numbering import Label
    from casework.documents.read_back.spans import Inline
    from casework.documents.read_back.story import Story

LAYOUT_ONLY = frozenset({w("tcPr"), w("sectPr"), w("sdtPr"), w("sdtEndPr"), w("tblPr")})


WHOLE_DOCUMENT = w("altChunk")
LISTED = {TextKind.PARAGRAPH: TextKind.ITEM, TextKind.QUOTE: TextKind.QUOTE}
"""What a paragraph becomes in a list: an item; in a quotation it stays quoted, with its depth."""


@dataclass(slots=True)
class RunOn:
    """Words of a paragraph whose end is gone: they belong to the next one."""

    spans: tuple[Span, ...] = ()
    key: str | None = None


class BlockReader:
    """Reads one container (the body, a cell, a text box, a note) block by block."""

    def __init__(self, story: Story) -> None:
        """Start with nothing running on."""
        self.story, self._run_on = story, RunOn()

    def read(self, container: etree._Element, key: str | None = None) -> tuple[TextBlock, ...]:
        """Return the container's blocks, captions joined to their tables."""
        found = list(self._blocks(container, key))
        if self._run_on.spans:
            found.append(Found(TextBlock(TextKind.PARAGRAPH, self._run_on.spans, self._run_on.key)))
        return with_captions(without_blanks(closed_up(found)))

    def _blocks(self, container: etree._Element, key: str | None) -> Iterator[Found]:
        for child in container:
            if child.tag == P:
                yield from self._paragraph(child, key)
            elif child.tag == TBL:
                yield Found(self._table(child, key))
            elif child.tag == SDT:
                yield from self._blocks(child, key_of_control(child) or key)
            elif child.tag == BOOKMARK_START:
                self.story.open_mark(child)
            elif child.tag == BOOKMARK_END:
                self.story.close_mark(child)
            elif child.tag == WHOLE_DOCUMENT:
                self.story.leave_out("A document put into this one as a whole was left out")
            elif child.tag == ALTERNATIVES:
                yield from self._blocks(shown_form(child), key)
            elif child.tag not in LAYOUT_ONLY and child.tag not in GONE[self.story.view]:
                yield from self._blocks(child, key)

    def _paragraph(self, paragraph: etree._Element, key: str | None) -> Iterator[Found]:
        own = paragraph.find(P_PR)
        properties = in_view(own, self.story.view)
        style = self.story.styles.paragraph(properties)
        inline = InlineReader(self.story, style).read(paragraph)
        own_key = inline.key if inline.key and (key is None or inline.from_control) else key
        spans = self._run_on.spans + self._without_page(inline, style)
        if own_key:
            self.story.places[paragraph] = own_key
        if mark_is_gone(own, self.story.view):
            self._run_on = RunOn(spans, own_key or self._run_on.key)
        else:
            own_key, self._run_on = own_key or self._run_on.key, RunOn()
            label = label_of(properties, style, self.story.numbering)
            if label is not None and not label.known:
                self.story.leave_out("A list counts in numerals that were turned into figures")
            role = _role(properties, style)
            setting = self.story.styles.setting(properties, style)
            kind, level, counted = _kind(role, label)
            block = TextBlock(
                kind,
                spans,
                own_key,
                level,
                counted,
                language=_language(inline),
                keep_next=setting.keep_next,
            )
            yield Found(block, role.caption, setting)
        for picture in inline.floating:
            yield Found(TextBlock(TextKind.PARAGRAPH, (picture,), own_key))
        for box in inline.boxes:
            yield from (Found(b) for b in BlockReader(self.story).read(box, own_key))

    def _without_page(self, inline: Inline, style: Style | None) -> tuple[Span, ...]:
        """Return the words, without the page number of a line in a table of contents."""
        listed = style is not None and style.role.contents
        if not (listed or inline.in_contents):
            return inline.spans
        self.story.leave_out("The page numbers of the table of contents were left out")
        return without_page_number(inline.spans)

    def _table(self, table: etree._Element, key: str | None) -> TextBlock:
        open_before = self.story.marked()
        rows = [
            [(cell, self._cell(cell.element, cell.key or key)) for cell in row]
            for row in rows_of(table, self.story.view)
        ]
        self.story.pass_by(table)  # rows that are gone may hold the end of a region
        cells, spans = grid_of(rows)
        heads = header_rows(table, cells, self.story.view)
        keys = {block.region for row in cells for cell in row for block in cell}
        # A row added at the end may stand behind the end of the table's bookmark.
        around = open_before if open_before in keys else None
        own_key = key or (keys.pop() if len(keys) == 1 else around)
        return TextBlock(
            TextKind.TABLE, region=own_key, rows=cells, header_rows=heads, cell_spans=spans
        )

    def _cell(self, cell: etree._Element, key: str | None) -> tuple[TextBlock, ...]:
        return BlockReader(self.story).read(cell, key)


def _role(properties: etree._Element | None, style: Style | None) -> Role:
    direct = value(properties, "outlineLvl")
    role = style.role if style else PLAIN
    return (heading(number(direct, 9)) or PLAIN) if direct is not None else role


def _kind(role: Role, label: Label | None) -> tuple[TextKind, int, str | None]:
    """Return what a paragraph is, how deep, and the number before it."""
    kind, level = role.kind, role.level
    if label is not None and (label.bullet or label.text) and kind in LISTED:
        kind, level = LISTED[kind], label.level
    return kind, level, None if label is None else label.text or None


def _language(inline: Inline) -> str | None:
    return next(iter(inline.languages)) if len(inline.languages) == 1 else None
