"""Captions: a paragraph in the style "Caption" beside a table belongs to the table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from models.shapes.word import TextBlock, TextKind

if TYPE_CHECKING:
    from collections.abc import Sequence


class Captioned(Protocol):
    """A block, and whether its style makes it a caption."""

    @property
    def block(self) -> TextBlock:
        """Return the block."""

    @property
    def caption(self) -> bool:
        """Return whether it is a caption."""


def with_captions(found: Sequence[Captioned]) -> tuple[TextBlock, ...]:
    """Return the blocks; a caption becomes part of the table after it, else of the one before."""
    blocks: list[TextBlock] = []
    waiting: TextBlock | None = None
    for each in found:
        if waiting is not None:
            if each.block.kind is TextKind.TABLE:
                blocks.append(replace(each.block, caption=words_of(waiting)))
                waiting = None
                continue
            _settle(blocks, waiting)
            waiting = None
        if each.caption:
            waiting = each.block
        else:
            blocks.append(each.block)
    if waiting is not None:
        _settle(blocks, waiting)
    return tuple(blocks)


def _settle(blocks: list[TextBlock], caption: TextBlock) -> None:
    """Give a caption to the table before it, or keep it as the paragraph it is."""
    last = blocks[-1] if blocks else None
    if last is not None and last.kind is TextKind.TABLE and last.caption is None:
        blocks[-1] = replace(last, caption=words_of(caption))
    else:
        blocks.append(caption)


def words_of(block: TextBlock) -> str:
    """Return a block's words with its automatic number before them."""
    return f"{block.number} {block.text}" if block.number else block.text
