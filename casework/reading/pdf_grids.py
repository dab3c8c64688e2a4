"""Ruled tables: rules that meet make a grid of rows and columns; a grid of one column is a box."""

from collections.abc import Iterable
from dataclasses import dataclass

from casework.reading.pdf_drawing import Box, Drawing, around, is_panel

_TOUCHING = 2.5
_MOST_RULES = 400
"""On a page, after pieces that meet were put together."""
_NARROWEST_COLUMN = 8.0
_SHARE_OF_A_COLUMN_RULE = 0.45
"""Of the table's height. A shorter vertical rule parts a cell, not a column."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: where it stands, and the edges of its columns and rows."""

    box: Box
    lefts: tuple[float, ...]
    """The left edge of each column, and the right edge of the last."""
    tops: tuple[float, ...]
    """The top edge of each row, and the bottom edge of the last."""


def grids_of(drawing: Drawing) -> tuple[list[Grid], list[Box]]:
    """Return the ruled tables of a page, and the frames of one column."""
    if not drawing.verticals or len(drawing.horizontals) + len(drawing.verticals) > _MOST_RULES:
        return [], []
    grids, frames = [], []
    for horizontals, verticals in _meeting(drawing):
        box = around((*horizontals, *verticals))
        tall = [
            rule
            for rule in verticals
            if rule.top - rule.bottom >= _SHARE_OF_A_COLUMN_RULE * (box.top - box.bottom)
        ]
        lefts = _distinct((rule.left for rule in tall), box.left, box.right, _NARROWEST_COLUMN)
        tops = _distinct((rule.bottom for rule in horizontals), box.bottom, box.top, 6.0)[::-1]
        if len(lefts) > 2:  # noqa: PLR2004 - three edges make two columns
            grids.append(Grid(box, lefts, tops))
        elif is_panel(box) and len(horizontals) > 1 and len(verticals) > 1:
            frames.append(box)
    return grids, frames


def _meeting(drawing: Drawing) -> Iterable[tuple[list[Box], list[Box]]]:
    """Yield the groups of rules that hang together."""
    groups: list[tuple[list[Box], list[Box]]] = []
    for rule in drawing.verticals:
        met = [one for one in groups if any(_meet(other, rule) for other in one[0])]
        crossed = [one for one in drawing.horizontals if _meet(one, rule)]
        known = {box for group in met for box in group[0]}
        merged = (
            [*(box for group in met for box in group[0]), *(c for c in crossed if c not in known)],
            [*(box for group in met for box in group[1]), rule],
        )
        groups = [one for one in groups if one not in met]
        groups.append(merged)
    return [group for group in groups if group[0]]


def _meet(horizontal: Box, vertical: Box) -> bool:
    return (
        horizontal.left - _TOUCHING <= vertical.right
        and vertical.left <= horizontal.right + _TOUCHING
        and vertical.bottom - _TOUCHING <= horizontal.top
        and horizontal.bottom <= vertical.top + _TOUCHING
    )


def _distinct(
    edges: Iterable[float], first: float, last: float, nearest: float
) -> tuple[float, ...]:
    kept = [first]
    for edge in sorted(edges):
        if edge - kept[-1] >= nearest and last - edge >= nearest:
            kept.append(edge)
    return (*kept, last)
