"""Tables without rules: pieces of text that keep to the columns of a bold header, or grades."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from casework.reading.hyphens import Hyphens
from casework.reading.pdf_cells import cell_leading, cell_text, table_line
from casework.reading.pdf_lines import Line
from casework.rules.findings.areas import is_grade

_SAME_LINE = 0.4
"""Of the type size, from baseline to baseline."""
_EDGE = 3.0
"""Points by which a piece may stand before its column's edge."""
_LARGEST_GAP = 3.6
"""Times the type size. Below a wider gap something else begins."""
_ROW_GAP = 1.12
"""Times the leading. Lines of one row stand closer."""
_USUAL_LEADING = 1.5
_FEWEST_ROWS = 2
_ONE_SIZE = 1.06
_MOST_ROWS = 400
_MOST_COLUMNS = 9
_FEWEST_WORDS_OF_PROSE = 3
_SENTENCE_ENDS = tuple(".;:,")


def aligned_tables(lines: list[Line], hyphens: Hyphens, fewest: int = 2) -> list[Line]:
    """Return the lines, one line in the place of each table that has no rules.

    `fewest` columns make a table; where prose may stand in two columns, three do.
    """
    rows = _visual_rows(lines)
    left: list[Line] = []
    at = 0
    while at < len(rows):
        end = _end_of_table(rows, at, fewest)
        if end is None:
            left += rows[at]
            at += 1
        else:
            left.append(_table(rows[at:end], hyphens))
            at = end
    return left


def _visual_rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (-one.bottom, one.left)):
        if rows and abs(rows[-1][0].bottom - line.bottom) < _SAME_LINE * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _end_of_table(rows: Sequence[list[Line]], at: int, fewest: int) -> int | None:
    """Return where the table ends that begins with this row, if one does."""
    if len(rows[at]) >= fewest and _is_header(rows[at]):
        end = _reach(rows, at)
        body = sum(len(row) > 1 for row in rows[at + 1 : end])
        return end if body >= 1 and end - at > _FEWEST_ROWS - 1 else None
    if not _is_graded(rows[at]):
        return None
    end = at + 1
    while end < len(rows) and _is_graded(rows[end]) and _beside(rows[at], rows[end]):
        end += 1
    return end if end - at >= _FEWEST_ROWS else None


def _is_header(row: Sequence[Line]) -> bool:
    if not 1 < len(row) <= _MOST_COLUMNS or any(line.rows for line in row):
        return False
    if max(line.size for line in row) > _ONE_SIZE * min(line.size for line in row):
        return False
    if len(row) > 2 and all(is_grade(line.text) for line in row):  # noqa: PLR2004 - two columns
        return True
    return all(line.bold_letters == line.letters > 0 and not _is_prose(line.text) for line in row)


def _is_prose(text: str) -> bool:
    return text.endswith(_SENTENCE_ENDS) and len(text.split()) >= _FEWEST_WORDS_OF_PROSE


def _is_graded(row: Sequence[Line]) -> bool:
    """Return whether it is a row of an area and its grade."""
    two = len(row) == 2 and not any(line.rows for line in row)  # noqa: PLR2004 - area and grade
    return two and sum(is_grade(line.text) for line in row) == 1


def _beside(above: Sequence[Line], below: Sequence[Line]) -> bool:
    near = above[0].bottom - below[0].bottom < 2 * _LARGEST_GAP * below[0].size
    return near and all(
        abs(one.left - other.left) < _EDGE for one, other in zip(above, below, strict=True)
    )


def _reach(rows: Sequence[list[Line]], at: int) -> int:
    """Return how far down every piece keeps to a column of the header."""
    lefts = [line.left for line in rows[at]]
    end = at + 1
    while end < min(len(rows), at + _MOST_ROWS):
        gap = rows[end - 1][0].bottom - rows[end][0].bottom
        if gap > _LARGEST_GAP * rows[end][0].size:
            break
        if not all(_column(line, lefts) is not None for line in rows[end]):
            break
        if all(line.bold_letters == line.letters for line in rows[end]) and len(rows[end]) == 1:
            break
        end += 1
    return end


def _column(line: Line, lefts: Sequence[float]) -> int | None:
    """Return the column in which the piece stands, None if it crosses into the next."""
    if line.rows or line.left < lefts[0] - _EDGE:
        return None
    column = max(n for n, left in enumerate(lefts) if line.left >= left - _EDGE)
    if column + 1 < len(lefts) and line.right > lefts[column + 1]:
        return None
    return column


def _table(rows: Sequence[list[Line]], hyphens: Hyphens) -> Line:
    lefts = [line.left for line in rows[0]]
    groups = [_cells(group, lefts) for group in _rows_of_table(rows, lefts)]
    leading = cell_leading(cell for group in groups for cell in group)
    cells = tuple(tuple(cell_text(cell, hyphens, leading) for cell in group) for group in groups)
    return table_line([line for row in rows for line in row], cells)


def _cells(lines: Sequence[Line], lefts: Sequence[float]) -> list[list[Line]]:
    cells: list[list[Line]] = [[] for _ in lefts]
    for line in lines:
        cells[_column(line, lefts) or 0].append(line)
    return cells


def _rows_of_table(rows: Sequence[list[Line]], lefts: Sequence[float]) -> Iterator[list[Line]]:
    """Yield the lines of each row: a wider gap parts rows, or a new entry in the first column."""
    yield list(rows[0])
    lines = [line for row in rows[1:] for line in row]
    edges = _row_edges(_cells(lines, lefts))
    groups: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    for line in lines:
        groups[sum(line.bottom < edge for edge in edges)].append(line)
    yield from (group for group in groups if group)


def _row_edges(columns: Sequence[list[Line]]) -> list[float]:
    """Return the heights at which one row ends and the next begins."""
    fullest = max(columns, key=len)
    pairs = list(pairwise(fullest))
    steps = [above.bottom - below.bottom for above, below in pairs]
    leading = min(steps, default=0.0)
    wide = [pair for pair, step in zip(pairs, steps, strict=True) if step > _ROW_GAP * leading]
    if wide and leading <= _USUAL_LEADING * fullest[0].size:
        return [(above.bottom + below.bottom + below.size / 2) / 2 for above, below in wide]
    return [line.bottom + _SAME_LINE * line.size for line in columns[0][1:]]
