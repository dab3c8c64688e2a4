"""Blocks as they are found one after another: which stand close, and which say nothing."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from models.shapes.word import TextBlock, TextKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casework.documents.read_back.setting import Setting


class Found(NamedTuple):
    """A block, whether its style makes it the caption of a table, and how it is set."""

    block: TextBlock
    caption: bool = False
    setting: Setting | None = None


def closed_up(found: Sequence[Found]) -> Iterator[Found]:
    """Yield the blocks, marking each paragraph that the next follows without a space.

    A blank paragraph between two is a space, so this comes before blanks are left out.
    """
    for each, following in zip_longest(found, found[1:]):
        if following and _is_line(each) and _is_line(following) and _are_close(each, following):
            yield each._replace(block=replace(each.block, close_to_next=True))
        else:
            yield each


def _is_line(found: Found) -> bool:
    is_text = found.block.kind is TextKind.PARAGRAPH and not found.caption
    return is_text and bool(found.block.text.strip())


def _are_close(first: Found, second: Found) -> bool:
    return bool(first.setting and second.setting and first.setting.is_close_to(second.setting))


def without_blanks(blocks: Iterable[Found]) -> list[Found]:
    """Leave out blocks that say nothing, but one for a region that would else be gone."""
    found = list(blocks)
    speaking = {f.block.region for f in found if _speaks(f.block)}
    kept: list[Found] = []
    for each in found:
        region = each.block.region
        if _speaks(each.block) or (region is not None and region not in speaking):
            speaking.add(region)
            kept.append(each)
    return kept


def _speaks(block: TextBlock) -> bool:
    if block.kind is TextKind.TABLE:
        return any(cell for row in block.rows for cell in row)
    return bool(block.number or block.text.strip()) or any(s.picture for s in block.spans)
