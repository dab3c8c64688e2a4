"""The words in the cells of a PDF's table, and the line that stands for the whole table."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from casework.reading.hyphens import BREAK, Hyphens
from casework.reading.lines import BULLET
from casework.reading.pdf_lines import Line

_SAME_LINE = 0.4
_WIDER = 1.25
"""Times the table's narrowest step."""
_NEW_PARAGRAPH = 1.75
"""Of the type size. Wider steps inside a cell part its paragraphs."""


def table_line(inside: Sequence[Line], rows: tuple[tuple[str, ...], ...]) -> Line:
    """Return a line that stands for the whole table, where the table's first line stands."""
    top = max(inside, key=lambda line: line.bottom)
    return Line(
        min(line.left for line in inside),
        max(line.right for line in inside),
        top.bottom,
        top.size,
        pieces=["\n".join(" ".join(row) for row in rows)],
        letters=sum(line.letters for line in inside),
        foot=min(line.bottom for line in inside),
        rows=rows,
    )


def cell_leading(cells: Iterable[Sequence[Line]]) -> float:
    """Return the narrowest step between the lines of any cell, 0 where none has two lines."""
    steps = [
        above.bottom - below.bottom
        for cell in cells
        for above, below in pairwise(_in_order(cell))
        if above.bottom - below.bottom > _SAME_LINE * below.size
    ]
    return min(steps, default=0.0)


def cell_text(lines: Sequence[Line], hyphens: Hyphens, leading: float) -> str:
    """Return the words of a cell; its bullets and paragraphs on lines of their own."""
    paragraphs: list[str] = []
    above: Line | None = None
    for line in _in_order(lines):
        text = line.text
        bullet = BULLET.match(text)
        if bullet and text[bullet.end() :]:
            paragraphs.append(text[bullet.end() :].strip())
        elif above is None or _begins_paragraph(above, line, leading):
            paragraphs.append(text)
        else:
            paragraphs[-1] = hyphens.joined(paragraphs[-1], text)
        above = line
    return "\n".join(text.replace(BREAK, "") for text in paragraphs)


def _in_order(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-round(line.bottom), line.left))


def _begins_paragraph(above: Line, line: Line, leading: float) -> bool:
    step = above.bottom - line.bottom
    return step > max(_NEW_PARAGRAPH * line.size, _WIDER * leading)
