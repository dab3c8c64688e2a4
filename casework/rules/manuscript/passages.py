"""The passages of a response: every paragraph, heading, item and cell, in reading order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

from models.shapes.word import PageEdge, ReadBack, Span, TextBlock, TextKind

SHORT_LINE: Final = 14
"""Words of a passage that may be an entry of a list, a signature or an address."""
LONGEST_HEADING: Final = 16
"""Words of a paragraph that is a heading by its look alone, at most."""
DEEPEST: Final = 9
"""Level of a heading that is one only by its look: below every heading that Word knows of."""
_SENTENCE_END: Final = re.compile(r"[.;,?!”\"]\s*$")
_ENTRY_OF_CONTENTS: Final = re.compile(r"(?:\.{4}|…|\t)\s{0,9}\d{1,3}\s{0,9}$")
_QUOTED: Final = re.compile(r"“[^“”]+”|\"[^\"]+\"|(?<!\w)[‘'](?=\S)[^‘]{3,}?(?<=\S)[’'](?!\w)")


class Part(StrEnum):
    """Where in a file a passage stands."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"


class Cell(NamedTuple):
    """The cell of a table a passage stands in; tables are counted from 0 through the document."""

    table: int
    row: int
    column: int
    heads: tuple[str, ...] = ()
    """The words of the header cells above it, and of the first cell of its row."""


@dataclass(frozen=True)
class Passage:
    """One paragraph, heading, list item or paragraph of a cell."""

    at: int
    """Its number in the manuscript, from 0."""
    kind: TextKind
    words: str
    spans: tuple[Span, ...] = field(default=(), repr=False)
    level: int = 0
    """Of a heading from 1, of an item its depth from 1."""
    number: str | None = None
    """The automatic list number as a reader sees it."""
    trail: tuple[str, ...] = ()
    """The headings it stands under, outermost first."""
    cell: Cell | None = None
    region: str | None = None
    part: Part = Part.BODY

    @property
    def is_heading(self) -> bool:
        """Return whether it is a heading, by its style or by its look."""
        return self.kind in {TextKind.HEADING, TextKind.TITLE}

    @property
    def heads(self) -> tuple[str, ...]:
        """Return the heads of the cell it stands in; none outside a table."""
        return self.cell.heads if self.cell else ()

    @property
    def is_short(self) -> bool:
        """Return whether it is an entry, a signature or an address, and no sentence."""
        return len(self.words.split()) <= SHORT_LINE

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """Return the ranges of its words that stand in double quotation marks."""
        return tuple(_quotations(self.words))

    @cached_property
    def unquoted(self) -> str:
        """Return its words with quotations blanked out; positions stay as they are."""
        words = self.words
        for start, end in self.quotes:
            words = words[:start] + " " * (end - start) + words[end:]
        return words


def _quotations(words: str) -> Iterator[tuple[int, int]]:
    yield from (found.span() for found in _QUOTED.finditer(words))


def passages_of(read: ReadBack) -> tuple[Passage, ...]:
    """Return every passage of an edited Word file, with the headings it stands under."""
    loose = [
        *_of_edges(read.edges, "header"),
        *_of_blocks(read.blocks),
        *_of_edges(read.edges, "footer"),
    ]
    return tuple(_under_headings(loose))


def _of_edges(edges: Sequence[PageEdge], kind: str) -> Iterator[Passage]:
    for edge in edges:
        if edge.kind == kind:
            for passage in _of_blocks(edge.blocks):
                yield replace(passage, part=Part(kind), cell=None)


def _of_blocks(blocks: Sequence[TextBlock]) -> Iterator[Passage]:
    tables = 0
    for block in blocks:
        if block.kind is TextKind.TABLE:
            yield from _of_table(block, tables)
            tables += 1
        else:
            yield from _of_block(block)


def _of_block(block: TextBlock, cell: Cell | None = None) -> Iterator[Passage]:
    words = block.text
    if not words.strip():
        return
    kind, level = block.kind, block.level
    if kind is TextKind.PARAGRAPH and cell is None and looks_like_heading(block):
        kind, level = TextKind.HEADING, DEEPEST
    yield Passage(
        at=0,
        kind=kind,
        words=words,
        spans=block.spans,
        level=level,
        number=block.number,
        cell=cell,
        region=block.region,
        part=Part.NOTE if block.note else Part.BODY,
    )


def looks_like_heading(block: TextBlock) -> bool:
    """Return whether a short paragraph is set as a heading: all of it bold or underlined."""
    words = block.text.strip()
    if not words or len(words.split()) > LONGEST_HEADING or _ENTRY_OF_CONTENTS.search(words):
        return False
    said = [span for span in block.spans if span.text.strip()]
    loud = all(span.bold or span.underline for span in said) and not any(s.link for s in said)
    return loud and not _SENTENCE_END.search(words)


def _of_table(table: TextBlock, number: int) -> Iterator[Passage]:
    if table.caption:
        yield Passage(0, TextKind.PARAGRAPH, table.caption, region=table.region)
    is_box = len(table.rows) == 1 and len(table.rows[0]) == 1
    heads = _column_heads(table)
    for row_number, row in enumerate(table.rows):
        first = " ".join(block.text for block in row[0]) if row else ""
        for column, blocks in enumerate(row):
            above = heads[column] if row_number and column < len(heads) else ""
            beside = first if column else ""
            told = tuple(filter(None, (above, beside)))
            cell = None if is_box else Cell(number, row_number, column, told)
            for block in blocks:
                if block.kind is TextKind.TABLE:
                    yield from (replace(p, cell=cell) for p in _of_table(block, number))
                else:
                    yield from _of_block(block, cell)


def _column_heads(table: TextBlock) -> tuple[str, ...]:
    """Return the words at the head of each column: of the header rows, else of the first row."""
    rows = table.rows[: max(table.header_rows, 1)]
    width = max((len(row) for row in rows), default=0)
    return tuple(
        " ".join(block.text for row in rows if column < len(row) for block in row[column])
        for column in range(width)
    )


def _under_headings(loose: Sequence[Passage]) -> Iterator[Passage]:
    open_now: list[tuple[int, str]] = []
    for at, passage in enumerate(loose):
        if passage.is_heading and passage.part is Part.BODY:
            level = passage.level if passage.kind is TextKind.HEADING else 0
            while open_now and open_now[-1][0] >= level:
                open_now.pop()
            yield replace(passage, at=at, trail=tuple(words for _, words in open_now))
            if passage.kind is TextKind.HEADING:
                open_now.append((level, passage.words))
        else:
            inside = passage.part is Part.BODY
            trail = tuple(words for _, words in open_now) if inside else ()
            yield replace(passage, at=at, trail=trail)
