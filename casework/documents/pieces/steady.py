"""Which pairs of an alignment keep their order; the others have moved."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def in_step(pairs: Mapping[int, int]) -> dict[int, int]:
    """Return the most pairs whose order is the same on both sides."""
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    order = sorted(pairs)
    for i in order:
        place = bisect_left(ends, pairs[i])
        before[i] = last[place - 1] if place else None
        ends[place : place + 1] = [pairs[i]]
        last[place : place + 1] = [i]
    kept: list[int] = []
    step = last[-1] if last else None
    while step is not None:
        kept.append(step)
        step = before[step]
    return {i: pairs[i] for i in reversed(kept)}
