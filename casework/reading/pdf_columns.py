"""The reading order of a page: columns are read one after the other, bands from top to bottom."""

from casework.reading.pdf_lines import Line, Page

_FEWEST_LINES_OF_A_COLUMN = 4
_NARROWEST_GUTTER = 8.0
"""Points. Closer pieces belong to one column."""
_FULL_LINE = 0.6
"""Share of the column's width. Columns of prose have mostly full lines; tables have not."""
_SHARE_OF_FULL_LINES = 0.5
_TRIED_GUTTERS = 41


def in_reading_order(page: Page) -> Page:
    """Return the page with whole lines in the order in which a person reads them."""
    gutter = _gutter(page)
    lines = _merged(page.lines) if gutter is None else _by_bands(page.lines, gutter)
    return Page(page.width, page.height, lines, page.panels)


def _gutter(page: Page) -> float | None:
    """Return where the space between two columns lies, or None on a page of one column."""
    best: tuple[int, float] | None = None
    middle, reach = page.width / 2, page.width / 5
    for step in range(_TRIED_GUTTERS):
        at = middle - reach + 2 * reach * step / (_TRIED_GUTTERS - 1)
        score = _sides(page.lines, at)
        if score and (
            best is None or (score, -abs(at - middle)) > (best[0], -abs(best[1] - middle))
        ):
            best = (score, at)
    return best[1] if best else None


def _sides(lines: list[Line], at: float) -> int:
    """Return how many lines keep clear of the gutter, or 0 if this is no gutter."""
    half = _NARROWEST_GUTTER / 2
    left = [line for line in lines if line.right <= at - half]
    right = [line for line in lines if line.left >= at + half]
    across = len(lines) - len(left) - len(right)
    if min(len(left), len(right)) < _FEWEST_LINES_OF_A_COLUMN:
        return 0
    if across > (len(left) + len(right)) / 2 or not (_is_prose(left) and _is_prose(right)):
        return 0
    return len(left) + len(right)


def _is_prose(lines: list[Line]) -> bool:
    width = max(line.right for line in lines) - min(line.left for line in lines)
    full = sum(line.right - line.left >= _FULL_LINE * width for line in lines)
    return full >= _SHARE_OF_FULL_LINES * len(lines)


def _by_bands(lines: list[Line], gutter: float) -> list[Line]:
    """Return the lines column by column, within the bands that full-width lines part."""
    half = _NARROWEST_GUTTER / 2
    across = sorted(
        (one for one in lines if one.right > gutter - half and one.left < gutter + half),
        key=lambda one: -one.bottom,
    )
    left = _merged([one for one in lines if one.right <= gutter - half])
    right = _merged([one for one in lines if one.left >= gutter + half])
    ordered: list[Line] = []
    for line in _merged(across):
        ordered += _taken_above(left, line.bottom) + _taken_above(right, line.bottom) + [line]
    return ordered + left + right


def _taken_above(column: list[Line], height: float) -> list[Line]:
    cut = next((n for n, line in enumerate(column) if line.bottom <= height), len(column))
    taken, column[:] = column[:cut], column[cut:]
    return taken


def _merged(lines: list[Line]) -> list[Line]:
    """Return the lines from top to bottom, pieces of one line of type put together."""
    merged: list[Line] = []
    for line in sorted(lines, key=lambda one: (-one.bottom, one.left)):
        last = merged[-1] if merged else None
        if last and abs(last.bottom - line.bottom) < 0.4 * max(last.size, line.size):
            _join(last, line)
        else:
            merged.append(line)
    return merged


def _join(line: Line, piece: Line) -> None:
    first, second = (line, piece) if line.left <= piece.left else (piece, line)
    line.pieces = [*first.pieces, " ", *second.pieces]
    line.left, line.right = first.left, max(first.right, second.right)
    line.size = max(line.size, piece.size)
    line.letters += piece.letters
    line.bold_letters += piece.bold_letters
    line.bold = 2 * line.bold_letters > line.letters
