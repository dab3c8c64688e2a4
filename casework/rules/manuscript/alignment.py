"""How two texts that are nearly the same lie beside one another: what they share, what differs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Opcode

FEW: Final = 3
"""Words that, apart from the rest, are shared by chance."""


def without_strays(same: list[Opcode]) -> list[Opcode]:
    """Return the stretches two texts share, without single words far before or behind the rest."""
    told = list(same)
    while end := _strays_before(told):
        told = told[end:]
    while begin := _strays_behind(told):
        told = told[:-begin]
    return told


def _strays_before(told: Sequence[Opcode]) -> int:
    """Return how many of the first stretches are a few words far before the rest."""
    kept = 0
    for number, (one, following) in enumerate(pairwise(told), start=1):
        kept += one.src_end - one.src_start
        if kept > FEW:
            return 0
        if _are_apart(one, following):
            return number
    return 0


def _strays_behind(told: Sequence[Opcode]) -> int:
    """Return how many of the last stretches are a few words far behind the rest."""
    kept = 0
    for number in range(1, len(told)):
        one, following = told[-number - 1], told[-number]
        kept += following.src_end - following.src_start
        if kept > FEW:
            return 0
        if _are_apart(one, following):
            return number
    return 0


def _are_apart(one: Opcode, following: Opcode) -> bool:
    there = following.dest_start - one.dest_end
    wanted = following.src_start - one.src_end
    return there > wanted + 1 or wanted > FEW


def stretched(same: list[Opcode], wanted: Sequence[str], there: Sequence[str]) -> list[Opcode]:
    """Return the stretches with equal words right before the first and behind the last added.

    One other word may stand between: the first word of a text is often repeated
    before it, and a comparison may have taken that one.
    """
    told = list(same)
    for skipped in (0, 1):
        first = told[0]
        source, at = first.src_start - skipped, first.dest_start - skipped
        while source > 0 and at > 0 and wanted[source - 1] == there[at - 1]:
            source, at = source - 1, at - 1
        if source < first.src_start - skipped:
            told.insert(0, _equal(source, first.src_start - skipped, at))
        last = told[-1]
        source, at = last.src_end + skipped, last.dest_end + skipped
        while source < len(wanted) and at < len(there) and wanted[source] == there[at]:
            source, at = source + 1, at + 1
        if source > last.src_end + skipped:
            length = source - last.src_end - skipped
            told.append(_equal(source - length, source, at - length))
    return told


def _equal(start: int, end: int, there: int) -> Opcode:
    return Opcode("equal", start, end, there, there + end - start)


def gaps(same: Sequence[Opcode], length: int) -> Iterator[tuple[slice, slice]]:
    """Yield what differs between two texts: where in the one, where in the other."""
    first, last = same[0], same[-1]
    yield slice(0, first.src_start), slice(first.dest_start, first.dest_start)
    for one, following in pairwise(same):
        yield slice(one.src_end, following.src_start), slice(one.dest_end, following.dest_start)
    yield slice(last.src_end, length), slice(last.dest_end, last.dest_end)
