"""The reading order of a page: columns are read one after the other, bands from top to bottom."""

from bisect import bisect_left
from dataclasses import replace
from typing import NamedTuple

from casework.reading.hyphens import Hyphens
from casework.reading.pdf_aligned import aligned_tables
from casework.reading.pdf_lines import Line, Page

_FEWEST_LINES_OF_A_COLUMN = 3
_NARROWEST_GUTTER = 8.0
"""Points. Closer pieces belong to one column."""
_FULL_LINE = 0.6
"""Share of the column's width. Columns of prose have mostly full lines; tables have not."""
_SHARE_OF_FULL_LINES = 0.5
_TRIED_GUTTERS = 41
_SAME_LINE = 0.4
_WORD_GAP = 2.0
"""In type sizes. Wider gaps, even in justified text, part cells of a table."""
_HEADING = 1.12
"""Times the size of the text."""
_LINES_OF_A_LONG_COLUMN = 6
"""Beside so many, even a line or two are a column that has just begun."""
_SAME_PARAGRAPH = 1.65
"""Times the type size, from baseline to baseline."""
_SAME_SIZE = 0.06


class _Band(NamedTuple):
    """The lines between two lines that stand across both columns, and the upper of those."""

    across: list[Line]
    left: list[Line]
    right: list[Line]


def in_reading_order(page: Page, hyphens: Hyphens) -> Page:
    """Return the page with whole lines in the order in which a person reads them."""
    gutter = _gutter(page)
    if gutter is None:
        lines = _merged(aligned_tables(page.lines, hyphens))
    else:
        lines = []
        for band in _bands(page.lines, gutter):
            lines += _ordered(band, hyphens)
    return replace(page, lines=lines)


def _gutter(page: Page) -> float | None:
    """Return where the space between two columns lies, or None on a page of one column."""
    lines = sorted(page.lines, key=lambda one: -one.bottom)
    best: tuple[int, float] | None = None
    middle, reach = page.width / 2, page.width / 5
    for step in range(_TRIED_GUTTERS):
        at = middle - reach + 2 * reach * step / (_TRIED_GUTTERS - 1)
        score = sum(_score(band) for band in _bands(lines, at))
        if score and (
            best is None or (score, -abs(at - middle)) > (best[0], -abs(best[1] - middle))
        ):
            best = (score, at)
    return best[1] if best else None


def _bands(lines: list[Line], at: float) -> list[_Band]:
    half = _NARROWEST_GUTTER / 2
    bands = [_Band([], [], [])]
    for line in sorted(lines, key=lambda one: -one.bottom):
        if line.right <= at - half:
            bands[-1].left.append(line)
        elif line.left >= at + half:
            bands[-1].right.append(line)
        elif bands[-1].left or bands[-1].right:
            bands.append(_Band([line], [], []))
        else:
            bands[-1].across.append(line)
    return bands


def _score(band: _Band) -> int:
    """Return how many lines stand in columns of prose, or 0 if these are none."""
    if min(len(band.left), len(band.right)) < _FEWEST_LINES_OF_A_COLUMN:
        return 0
    if not (_is_prose(band.left) and _is_prose(band.right)):
        return 0
    return len(band.left) + len(band.right)


def _is_prose(lines: list[Line]) -> bool:
    width = max(line.right for line in lines) - min(line.left for line in lines)
    lengths = _lengths(lines)
    full = sum(length >= _FULL_LINE * width for length in lengths)
    return full >= _SHARE_OF_FULL_LINES * len(lengths)


def _lengths(lines: list[Line]) -> list[float]:
    """Return how long the lines are, pieces that only wide word gaps part taken together."""
    lengths: list[float] = []
    last: Line | None = None
    for line in sorted(lines, key=lambda one: (-round(one.bottom), one.left)):
        beside = last is not None and abs(last.bottom - line.bottom) < _SAME_LINE * line.size
        if last and beside and 0 <= line.left - last.right < _WORD_GAP * line.size:
            lengths[-1] += line.right - last.right
        else:
            lengths.append(line.right - line.left)
        last = line
    return lengths


def _ordered(band: _Band, hyphens: Hyphens) -> list[Line]:
    """Return the band's lines column by column, or row by row where it has no columns."""
    sides = (len(band.left), len(band.right))
    if not _score(band) and not (min(sides) == 0 or max(sides) >= _LINES_OF_A_LONG_COLUMN):
        return _merged(aligned_tables([*band.across, *band.left, *band.right], hyphens))
    across, left, right = _merged(band.across), _merged(band.left), _merged(band.right)
    above, below = _with_last_lines(across, left, right), _last_headings(left, right)
    for number, column in enumerate((left, right), start=1):
        for line in column:
            line.column = number
    return [*above, *left, *right, *below]


def _last_headings(left: list[Line], right: list[Line]) -> list[Line]:
    """Take the headings from the left column's foot: what they head stands below both columns."""
    taken: list[Line] = []
    while left and right and left[-1].bottom < right[-1].bottom:
        if left[-1].size < _HEADING * right[-1].size:
            break
        taken.insert(0, left.pop())
    return taken


def _with_last_lines(across: list[Line], left: list[Line], right: list[Line]) -> list[Line]:
    """Return the lines across both columns, with the short last lines of their paragraphs."""
    heights = sorted(line.bottom for line in right)
    whole: list[Line] = []
    for number, line in enumerate(across):
        below = across[number + 1] if number + 1 < len(across) else None
        whole.append(line)
        last = line
        while following := _line_below(last, left):
            at = bisect_left(heights, following.bottom - last.size)
            beside = at < len(heights) and heights[at] < following.bottom + last.size
            if beside or (below is not None and below.bottom > following.bottom):
                break
            left.remove(following)
            whole.append(following)
            last = following
            last.column = 0
    return whole


def _line_below(line: Line, left: list[Line]) -> Line | None:
    """Return the line of the same type that goes on right below, if there is one."""
    first = bisect_left(left, -line.bottom, key=lambda one: -one.bottom)
    for one in left[first : first + 3]:
        step = line.bottom - one.bottom
        if step > _SAME_PARAGRAPH * line.size:
            return None
        same = abs(one.size - line.size) < _SAME_SIZE * line.size and one.bold == line.bold
        if step > 0 and same and abs(one.left - line.left) <= line.size:
            return one
    return None


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
