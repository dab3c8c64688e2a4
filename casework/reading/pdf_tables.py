"""The tables of a PDF page: the words inside a ruled grid, or in columns that keep their edges."""

from collections.abc import Sequence
from dataclasses import replace

from casework.reading.hyphens import Hyphens
from casework.reading.pdf_aligned import aligned_tables
from casework.reading.pdf_cells import cell_leading, cell_text, table_line
from casework.reading.pdf_grids import Grid
from casework.reading.pdf_lines import Line, Page


def with_tables(page: Page, hyphens: Hyphens) -> Page:
    """Return the page with one line in the place of each table, which holds its cells."""
    lines = page.lines
    for grid in page.grids:
        lines = _with_ruled(lines, grid, hyphens)
    return replace(page, lines=aligned_tables(lines, hyphens, fewest=3))


def _with_ruled(lines: list[Line], grid: Grid, hyphens: Hyphens) -> list[Line]:
    inside = [line for line in lines if _is_inside(line, grid)]
    if not inside:
        return lines
    cells: dict[tuple[int, int], list[Line]] = {}
    for line in inside:
        row = _between(line.bottom + line.size / 3, grid.tops, falling=True)
        column = _between(line.left + 1.0, grid.lefts, falling=False)
        cells.setdefault((row, column), []).append(line)
    leading = cell_leading(cells.values())
    rows = tuple(
        tuple(
            cell_text(cells.get((r, c), []), hyphens, leading) for c in range(len(grid.lefts) - 1)
        )
        for r in range(len(grid.tops) - 1)
    )
    filled = tuple(row for row in rows if any(row))
    taken = {id(line) for line in inside}
    table = table_line(inside, filled)
    return [*(line for line in lines if id(line) not in taken), table]


def _is_inside(line: Line, grid: Grid) -> bool:
    middle = line.bottom + line.size / 3
    box = grid.box
    return (
        box.left - 1 <= line.left and line.right <= box.right + 1 and box.bottom < middle < box.top
    )


def _between(at: float, edges: Sequence[float], *, falling: bool) -> int:
    last = len(edges) - 2
    for number, edge in enumerate(edges[1:]):
        if (at > edge) if falling else (at < edge):
            return min(number, last)
    return last
