"""Where in its report a finding stands: for whoever holds the one against the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casework.rules.findings.normal import comparable
from models.shapes.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.shapes.reading import Block

FIRST_WORDS: Final = 60
"""Letters by which the beginning of a finding is known again."""
LEAST: Final = 3
"""Letters of a block below which it says nothing about where it belongs."""
BEFORE: Final = 6
"""Blocks before a finding among which its heading is looked for."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A finding's place in its report, by the numbers of blocks."""

    first: int
    last: int
    shown_from: int
    """The heading it stands under, if that is near."""

    def holds(self, number: int) -> bool:
        """Return whether a block is part of the finding itself."""
        return self.first <= number <= self.last


def passages(blocks: Sequence[Block], texts: Mapping[str, str]) -> dict[str, Passage]:
    """Return the place of each finding that is found in its report, by the finding's key."""
    plain = [comparable(block.text) for block in blocks]
    found = {}
    for key, text in texts.items():
        place = _place(plain, comparable(text))
        if place:
            first, last = place
            found[key] = Passage(first, last, _heading_before(blocks, first))
    return found


def _place(plain: Sequence[str], wanted: str) -> tuple[int, int] | None:
    """Return the longest run of blocks that holds a finding; reports print some of them twice."""
    start = wanted[:FIRST_WORDS]
    runs = [
        (number, _end_of_run(plain, number, wanted))
        for number, block in enumerate(plain)
        if len(block) >= LEAST and (start in block or start.startswith(block[:FIRST_WORDS]))
    ]
    return max(runs, key=lambda run: (run[1] - run[0], -run[0]), default=None)


def _end_of_run(plain: Sequence[str], first: int, wanted: str) -> int:
    last = first
    while last + 1 < len(plain) and plain[last + 1] and plain[last + 1] in wanted:
        last += 1
    return last


def _heading_before(blocks: Sequence[Block], first: int) -> int:
    for number in range(first - 1, max(first - 1 - BEFORE, -1), -1):
        if blocks[number].kind is BlockKind.HEADING:
            return number
    return max(first - 1, 0)
