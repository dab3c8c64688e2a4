"""The shape of the page and the PDF: one title, headings without jumps, real lists."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from casework.documents.publishable.nodes import Cell, Node, lists_of
from casework.documents.publishable.signs import UNSEEN
from casework.documents.publishable.table_shape import HEAD, PAGE, stays_together, widths_of
from casework.errors import RefusedInputError
from models.shapes.word import ReadBack, Span, TextBlock, TextKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LAID_OUT = str.maketrans({"\t": "\N{EM SPACE}", "\u2028": "\n", "\u2029": "\n"})
"""A page has no tab stops, and ends a line in one way."""
DEEPEST = 6
SHORT_LINE = 160
"""Signs: longer paragraphs are prose, and stand apart on a page even where Word sets them close."""


@dataclass(slots=True)
class Outline:
    """Builds the nodes of one document."""

    language: str
    _heading: int = field(default=0)

    def of(self, blocks: Sequence[TextBlock]) -> Iterator[Node]:
        """Yield the nodes of blocks in order; neighbours join into lists and quotations."""
        for kind, group in groupby(blocks, key=lambda block: None if block.note else block.kind):
            members = list(group)
            if kind is TextKind.ITEM:
                yield from lists_of([(b.level, self._node(b)) for b in members])
            elif kind is None:
                yield Node(
                    "notes", nodes=tuple(lists_of([(b.level, self._node(b)) for b in members]))
                )
            elif kind is TextKind.QUOTE:
                for language, quoted in groupby(members, key=self._foreign):
                    yield self._quotation(list(quoted), language)
            else:
                yield from (self._node(b) for b in members)

    def _node(self, block: TextBlock, kind: str = "", **changed: str | None) -> Node:
        if block.kind is TextKind.TABLE:
            return self._table(block)
        if block.caption is not None:
            caption = UNSEEN.sub("", block.caption)
            return Node("figure", self._printed(block.spans), caption=caption)
        level = 0
        if block.kind is TextKind.HEADING:
            self._heading = level = min(block.level, self._heading + 1, DEEPEST - 1)
        language = changed.get("language", self._foreign(block))
        spans = self._printed(block.spans)
        return Node(
            kind or block.kind.value,
            spans,
            level,
            block.number,
            language,
            number_of(block),
            keep_next=block.keep_next,
            close=block.close_to_next and len(block.text) <= SHORT_LINE,
            note=block.note,
        )

    def _printed(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Return spans as they can be printed; a language is told only where it is foreign."""
        if not any(span.language for span in spans):
            return tuple(map(printed, spans))
        document = _tongue(self.language)
        told = [
            replace(
                s, language=s.language if s.language and _tongue(s.language) != document else None
            )
            for s in map(printed, spans)
        ]
        return tuple(joined(told))

    def _quotation(self, blocks: Sequence[TextBlock], language: str | None) -> Node:
        nodes = tuple(self._quoted(blocks))
        return Node("quote", nodes=nodes, language=language, keep_next=blocks[-1].keep_next)

    def _quoted(self, blocks: Iterable[TextBlock]) -> Iterator[Node]:
        """Yield the paragraphs and lists inside a quotation."""
        for in_list, group in groupby(blocks, key=lambda block: block.level > 0):
            if in_list:
                yield from lists_of(
                    [(b.level, self._node(b, "item", language=None)) for b in group]
                )
            else:
                yield from (self._node(b, "paragraph", language=None) for b in group)

    def _foreign(self, block: TextBlock) -> str | None:
        """Return the block's language if it is another than the document's."""
        own = block.language
        return own if own and _tongue(own) != _tongue(self.language) else None

    def _table(self, block: TextBlock) -> Node:
        spans = block.cell_spans or tuple(((1, 1),) * len(row) for row in block.rows)
        widths = widths_of(block)
        together = [
            stays_together(row, widths, HEAD if number < block.header_rows else PAGE)
            for number, row in enumerate(block.rows)
        ]
        rows = tuple(
            tuple(
                Cell(tuple(self.of(cell)), *span, column, keep)
                for column, (cell, span) in enumerate(zip(cells, row_spans, strict=True))
                if span != (0, 0)
            )
            for cells, row_spans, keep in zip(block.rows, spans, together, strict=True)
        )
        caption = UNSEEN.sub("", block.caption) if block.caption else None
        return Node(
            "table",
            rows=rows,
            header_rows=block.header_rows,
            widths=widths,
            caption=caption,
        )


def number_of(block: TextBlock) -> bool:
    """Return whether a list item is counted."""
    return block.kind in {TextKind.ITEM, TextKind.QUOTE} and block.number is not None


def _tongue(language: str) -> str:
    """Return the language without its country."""
    return language.partition("-")[0].lower()


def joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans, neighbours that differ in nothing but their words as one."""
    last: Span | None = None
    for span in spans:
        if last is not None and replace(last, text="") == replace(span, text="") and span.text:
            last = replace(last, text=last.text + span.text)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def printed(span: Span) -> Span:
    """Return a span as it can be printed."""
    text = UNSEEN.sub("", span.text).translate(LAID_OUT)
    return span if text == span.text else replace(span, text=text)


def laid_out(read: ReadBack, language: str) -> tuple[Node, ...]:
    """Return the document's nodes; it must have a title, and only the first title is one."""
    return tuple(Outline(language).of(with_one_title(read.blocks)))


def with_one_title(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Return the blocks with one title: the one so styled, else the first heading."""
    titles = [b for b in blocks if b.kind is TextKind.TITLE and b.text.strip()]
    headings = [b for b in blocks if b.kind is TextKind.HEADING and b.text.strip()]
    if not titles and not headings:
        message = 'The document has no title: give its first line the style "Title" in Word.'
        raise RefusedInputError(message)
    title = (titles or headings)[0]
    return [_retitled(block, title) for block in blocks if _says_something(block)]


def _says_something(block: TextBlock) -> bool:
    says = block.kind is TextKind.TABLE or bool(block.number or block.text.strip())
    return says or any(span.picture for span in block.spans)


def _retitled(block: TextBlock, title: TextBlock) -> TextBlock:
    if block is title:
        return TextBlock(TextKind.TITLE, block.spans, number=block.number, language=block.language)
    if block.kind is TextKind.TITLE:
        return TextBlock(TextKind.HEADING, block.spans, level=1, language=block.language)
    return block
