"""Marks put back: regions that lost theirs, or came in as tracked changes without any."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from casework.documents.merge.merging import main_part
from casework.documents.packing import pack_parts, unpack
from casework.documents.pieces.alignment import align
from casework.documents.pieces.blocks import Block, blocks_of, keys_of
from casework.documents.region_marks import put_bookmark
from casework.documents.wordml import parse, serialise, w

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree


def with_marks_again(theirs: bytes, mine: bytes) -> bytes:
    """Return an edited file with a hidden bookmark around each region that has no mark left.

    `mine` is the service's text the file was last brought up to: it tells
    which regions there are. No word changes; a region that cannot be told for
    certain stays without a mark.
    """
    parts = unpack(theirs)
    main = main_part(parts)
    root = parse(parts[main])
    others = unpack(mine)
    standing, wanted = _blocks(root), _blocks(parse(others[main_part(others)]))
    known = {block.key for block in standing}
    lost = list(dict.fromkeys(b.key for b in wanted if b.key and b.key not in known))
    if not lost:
        return theirs
    found = align([block.piece for block in wanted], [block.piece for block in standing])
    put = False
    for key in lost:
        blocks = _place(key, wanted, standing, found)
        if blocks:
            put_bookmark(root, key, tuple(block.element for block in blocks))
            put = True
    return pack_parts({**parts, main: serialise(root)}) if put else theirs


def _blocks(root: etree._Element) -> list[Block]:
    body = root.find(w("body"))
    return [] if body is None else blocks_of(body, keys_of(root))


def _place(
    key: str, wanted: Sequence[Block], standing: Sequence[Block], found: Mapping[int, int]
) -> list[Block]:
    """Return the neighbouring blocks in which a region stands now; none if that is not certain."""
    own = [i for i, block in enumerate(wanted) if block.key == key]
    before, after = found.get(own[0] - 1, -1), found.get(own[-1] + 1, len(standing))
    paired = [found[i] for i in own if i in found]
    if own[0] > 0 and own[0] - 1 not in found:
        before = min(paired, default=len(standing)) - 1
    if own[-1] + 1 < len(wanted) and own[-1] + 1 not in found:
        after = max(paired, default=-1) + 1
    between = standing[before + 1 : after]
    others = set(found.values()) - set(paired)
    free = [b for n, b in enumerate(between, start=before + 1) if n not in others]
    if not free or any(block.key is not None for block in free) or len(free) != len(between):
        return []
    parents = {block.element.getparent() for block in free}
    return list(free) if len(parents) == 1 and _stand_together(free) else []


def _stand_together(blocks: Sequence[Block]) -> bool:
    return all(
        next(first.element.itersiblings(w("p"), w("tbl"), w("sdt")), None) is second.element
        for first, second in pairwise(blocks)
    )
