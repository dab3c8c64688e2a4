"""Tables of a page: which hold data, and their cells."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from casework.reading.clean_text import on_one_line
from casework.reading.html_weights import Weights, steps

_BREAKS = frozenset(["p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol"])
_MOST_CELLS_LOOKED_AT = 400
_LONGEST_CELL = 2500
"""Characters. No finding printed in a table's cell is as long; a page's column is."""


def is_data_table(table: LexborNode, weights: Weights) -> bool:
    """Return whether the table holds data in several columns.

    One of one column is a box. One with tables, chapters or most of the
    page's words inside it lays out the page, as was usual before 2015.
    """
    if _lays_out_the_page(table, weights):
        return False
    return any(
        len(row) > 1 for _, row in zip(range(_MOST_CELLS_LOOKED_AT), _rows(table), strict=False)
    )


def _lays_out_the_page(table: LexborNode, weights: Weights) -> bool:
    if weights.of(table).parts > 1 or table.attributes.get("role") == "presentation":
        return True
    if weights.of(table).text < _LONGEST_CELL:
        return False
    cells = (
        cell
        for _, row in zip(range(_MOST_CELLS_LOOKED_AT), _rows(table), strict=False)
        for cell in row
    )
    return any(weights.of(cell).text >= _LONGEST_CELL for cell in cells)


def table_rows(table: LexborNode) -> tuple[tuple[str, ...], ...]:
    """Return the words of every cell, row by row; paragraphs in a cell on lines of their own."""
    rows = (tuple(_words(cell) for cell in row) for row in _rows(table))
    return tuple(row for row in rows if any(row))


def _rows(table: LexborNode) -> Iterator[list[LexborNode]]:
    for part in _children(table):
        if part.tag == "tr":
            yield _cells(part)
        elif part.tag in {"tbody", "thead", "tfoot"}:
            for row in _children(part):
                if row.tag == "tr":
                    yield _cells(row)


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in _children(row) if cell.tag in {"td", "th"}]


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        if child.is_element_node:
            yield child
        child = child.next


def _words(cell: LexborNode) -> str:
    pieces: list[str] = []
    for entering, node in steps(cell):
        if node.is_text_node:
            if entering:
                pieces.append((node.text_content or "").replace("\n", " "))
        elif node.tag in _BREAKS:
            pieces.append("\n")
    lines = (on_one_line(line) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
