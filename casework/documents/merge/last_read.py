"""A base whose regions stand as they were last read from the reviewers' file.

The record takes the body's own words over from each file that is handed in.
What it says later about them is a change to those words, not to the ones the
service once wrote.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from casework.documents import wordml as word
from casework.documents.merge.merging import main_part
from casework.documents.packing import pack_parts, unpack
from casework.documents.region_places import places_in
from casework.documents.wordml import parse, serialise

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


def with_regions_of(base: bytes, read: bytes, keys: AbstractSet[str]) -> bytes:
    """Return the base, with these regions as they stand in the file that was read."""
    parts = unpack(base)
    main = main_part(parts)
    root, other = parse(parts[main]), unpack(read)
    standing, wanted = places_in(root), places_in(parse(other[main_part(other)]))
    for key in sorted(keys & standing.keys() & wanted.keys()):
        first, *rest = standing[key].blocks
        for block in wanted[key].blocks:
            first.addprevious(deepcopy(block))
        for block in (first, *rest):
            word.parent_of(block).remove(block)
    return pack_parts({**parts, main: serialise(root)})
