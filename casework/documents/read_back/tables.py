"""Tables: rows and cells in this view, merged cells, and which rows are headers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casework.documents.read_back.drawings import ALTERNATIVES, shown_form
from casework.documents.read_back.names import number, switch, value
from casework.documents.read_back.view import CELL_GONE, GONE, View, is_gone
from casework.documents.region_places import key_of_control
from casework.documents.wordml import SDT, SDT_CONTENT, w
from models.shapes.word import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

Cell = tuple[TextBlock, ...]
Rows = tuple[tuple[Cell, ...], ...]
CellSpans = tuple[tuple[tuple[int, int], ...], ...]
TR, TC = w("tr"), w("tc")
COVERED = (0, 0)


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A cell, how many columns it covers, and whether it goes on with the cell above."""

    element: etree._Element
    key: str | None
    columns: int
    continues: bool


def rows_of(table: etree._Element, view: View) -> Iterator[list[FoundCell]]:
    """Yield the cells of each row that stands in this view."""
    for row, key in _inside(table, TR, None, view):
        if not is_gone(row.find(w("trPr")), view):
            yield [
                _cell(cell, cell_key)
                for cell, cell_key in _inside(row, TC, key, view)
                if cell.find(f"{w('tcPr')}/{CELL_GONE[view]}") is None
            ]


def _inside(
    parent: etree._Element, wanted: str, key: str | None, view: View
) -> Iterator[tuple[etree._Element, str | None]]:
    """Yield rows or cells, also those inside content controls, with their region's key."""
    for child in parent:
        if child.tag == wanted:
            yield child, key
        elif child.tag == SDT:
            yield from _inside(child, wanted, key_of_control(child) or key, view)
        elif child.tag == ALTERNATIVES:
            yield from _inside(shown_form(child), wanted, key, view)
        elif child.tag in (SDT_CONTENT, w("customXml")) and child.tag not in GONE[view]:
            yield from _inside(child, wanted, key, view)


def _cell(cell: etree._Element, key: str | None) -> FoundCell:
    properties = cell.find(w("tcPr"))
    merge = None if properties is None else properties.find(w("vMerge"))
    continues = merge is not None and merge.get(w("val"), "continue") == "continue"
    return FoundCell(cell, key, max(1, number(value(properties, "gridSpan"), 1)), continues)


def grid_of(rows: Sequence[Sequence[tuple[FoundCell, Cell]]]) -> tuple[Rows, CellSpans]:
    """Return cells on a full grid, and what each covers; no spans if nothing is merged."""
    width = max((sum(c.columns for c, _ in row) for row in rows), default=0)
    cells: list[list[Cell]] = [[() for _ in range(width)] for _ in rows]
    spans = [[(1, 1)] * width for _ in rows]
    for y, row in enumerate(rows):
        x = 0
        for found, blocks in row:
            cells[y][x] = blocks
            spans[y][x : x + found.columns] = [(found.columns, 1)] + [COVERED] * (found.columns - 1)
            if found.continues and not blocks:
                _let_grow(spans, x, y, found.columns)
            x += found.columns
    merged = any(span != (1, 1) for row in spans for span in row)
    full = tuple(tuple(row) for row in cells)
    return full, tuple(tuple(row) for row in spans) if merged else ()


def _let_grow(spans: list[list[tuple[int, int]]], x: int, y: int, columns: int) -> None:
    """Let the cell above cover this one too, if it is as wide."""
    above = y - 1
    while above >= 0 and spans[above][x] == COVERED:
        above -= 1
    if above >= 0 and spans[above][x] == (columns, y - above):
        spans[above][x] = (columns, y - above + 1)
        spans[y][x] = COVERED


def header_rows(table: etree._Element, cells: Rows, view: View) -> int:
    """Return how many rows at the top are headers: so marked, or one row all in bold."""
    rows = [r for r, _ in _inside(table, TR, None, view) if not is_gone(r.find(w("trPr")), view)]
    marked = 0
    while marked < len(rows) and switch(rows[marked].find(w("trPr")), "tblHeader"):
        marked += 1
    if marked:
        return marked if marked < len(rows) else 1
    return int(len(cells) > 1 and _all_bold(cells[0]) and not _all_bold(cells[1]))


def _all_bold(row: tuple[Cell, ...]) -> bool:
    spans = [s for cell in row for block in cell for s in block.spans if s.text.strip()]
    return bool(spans) and all(span.bold for span in spans)
