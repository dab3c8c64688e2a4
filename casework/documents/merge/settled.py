"""Regions that say the same in the reviewers' file and in the source: nothing is left to do.

A person's words are taken over into the record when the file is handed in, so
the source often comes to say what the file says, cut into other paragraphs.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from casework.documents.pieces.letters import OBJECT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casework.documents.pieces.blocks import Block


def with_settled(
    base: list[Block], theirs: list[Block], mine: list[Block]
) -> tuple[list[Block], list[Block], list[Block]]:
    """Return the three versions, with regions already agreed as they stand in the file."""
    standing = _whole_regions(theirs)
    wanted = _whole_regions(mine)
    written = _whole_regions(base)
    agreed = {
        key: blocks
        for key, blocks in standing.items()
        if key in wanted
        and key in written
        and not any(block.pending or block.is_table for block in blocks)
        and _said(blocks) == _said(wanted[key])
        and [block.text for block in written[key]] != [block.text for block in wanted[key]]
    }
    return _put_in(base, agreed), theirs, _put_in(mine, agreed)


def _whole_regions(blocks: Sequence[Block]) -> dict[str, list[Block]]:
    """Return the blocks of each region that stands in one piece."""
    found: dict[str, list[Block]] = {}
    torn = set()
    for key, group in groupby(blocks, key=lambda block: block.key):
        if key is not None:
            torn.update({key} & found.keys())
            found[key] = list(group)
    return {key: blocks for key, blocks in found.items() if key not in torn}


def _put_in(blocks: Sequence[Block], agreed: Mapping[str, list[Block]]) -> list[Block]:
    found: list[Block] = []
    for key, group in groupby(blocks, key=lambda block: block.key):
        found += agreed.get(key, group)
    return found


def _said(blocks: Sequence[Block]) -> str:
    words = " ".join(block.text for block in blocks).replace(OBJECT, "")
    return " ".join(words.split())
