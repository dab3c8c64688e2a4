"""How a table is laid on paper: the shares of its columns, and which rows stay on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.shapes.word import TextBlock

    Row = Sequence[Sequence[TextBlock]]

NARROWEST, WIDEST = 10, 45
SIGNS_A_LINE: Final = 85
"""About how many signs a line of table text holds on the whole width of the page."""
PAGE: Final = 32
"""Lines; well under what a page holds: a row of so many surely fits."""
HEAD: Final = 8
"""Lines; a longer head is not repeated on the next page."""


def widths_of(table: TextBlock) -> tuple[int, ...]:
    """Return the share of each column: as its longest cell, but no less than its longest word."""
    return tuple(
        _width([_words(cell) for cell in column]) for column in zip(*table.rows, strict=True)
    )


def _width(cells: Sequence[str]) -> int:
    longest_cell = max(map(len, cells))
    longest_word = max((len(word) for words in cells for word in words.split()), default=0)
    return max(min(max(longest_cell, NARROWEST), WIDEST), min(longest_word, WIDEST))


def signs_a_line(column: int, widths: Sequence[int]) -> int:
    """Return about how many signs a line of a column holds."""
    return max(SIGNS_A_LINE * widths[column] // sum(widths) - 2, 4) if column < len(widths) else 4


def stays_together(row: Row, widths: Sequence[int], room: int = PAGE) -> bool:
    """Return whether a row is short enough to be kept on one page."""
    return all(
        _lines(cell, signs_a_line(column, widths)) <= room for column, cell in enumerate(row)
    )


def _words(cell: Sequence[TextBlock]) -> str:
    return " ".join(block.text for block in cell)


def _lines(cell: Sequence[TextBlock], room: int) -> int:
    lines = (line for block in cell for line in block.text.split("\n"))
    return sum(2 + room_of(line) // room for line in lines)


def room_of(line: str) -> int:
    """Return how many signs wide a line is; those that may be wider than letters count twice."""
    return len(line) + sum(not sign.isascii() for sign in line)
