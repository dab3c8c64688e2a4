"""Which blocks stand together in a box: a container that opens with a label of its own."""

from dataclasses import replace
from typing import NamedTuple

from casework.reading.lines import LABEL_LINE
from models.shapes.reading import Block, BlockKind

MOST_WORDS_OF_A_LABEL = 9
FEWEST_BLOCKS_OF_A_BOX = 2


class Container(NamedTuple):
    """An element that may be a box: the blocks from `first` up to, not including, `end`."""

    first: int
    end: int


def boxed(blocks: list[Block], containers: list[Container]) -> list[Block]:
    """Return the blocks, each with the innermost box it stands in.

    A wrapper of one block is no box; nor is one that begins in the middle of
    something. Containers come in the order in which they close, the inner
    before the outer, so the first to claim a block keeps it.
    """
    owner: list[int | None] = [None] * len(blocks)
    free = list(range(len(blocks) + 1))
    for number, container in enumerate(containers, start=1):
        if not _is_box(container, blocks):
            continue
        at = _next_free(free, container.first)
        while at < container.end:
            owner[at] = number
            free[at] = at + 1
            at = _next_free(free, at)
    return [
        block if box is None else replace(block, box=box)
        for block, box in zip(blocks, owner, strict=True)
    ]


def _is_box(container: Container, blocks: list[Block]) -> bool:
    if container.end - container.first < FEWEST_BLOCKS_OF_A_BOX:
        return False
    head = blocks[container.first]
    short = len(head.text.split(maxsplit=MOST_WORDS_OF_A_LABEL)) <= MOST_WORDS_OF_A_LABEL
    labelled = head.kind is BlockKind.HEADING or head.emphasised
    return short and (labelled or LABEL_LINE.fullmatch(head.text) is not None)


def _next_free(free: list[int], at: int) -> int:
    """Return the first unclaimed block from here on, shortening the way for the next to ask."""
    end = at
    while free[end] != end:
        end = free[end]
    while free[at] != end:
        free[at], at = end, free[at]
    return end
