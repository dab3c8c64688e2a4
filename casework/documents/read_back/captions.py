"""Captions: a paragraph in the style "Caption" belongs to the table or picture beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from models.shapes.word import TextBlock, TextKind

if TYPE_CHECKING:
    from collections.abc import Sequence


FIGURE = ("Figure", "Fig.", "Ffigur", "Chart", "Siart", "Picture", "Llun", "Map")


class Captioned(Protocol):
    """A block, and whether its style makes it a caption."""

    @property
    def block(self) -> TextBlock:
        """Return the block."""

    @property
    def caption(self) -> bool:
        """Return whether it is a caption."""


def with_captions(found: Sequence[Captioned]) -> tuple[TextBlock, ...]:
    """Return the blocks; a caption becomes part of the table after it, else of what is before."""
    blocks: list[TextBlock] = []
    waiting: TextBlock | None = None
    for each in found:
        if waiting is not None:
            if each.block.kind is TextKind.TABLE and not _is_of_picture(waiting, blocks):
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
    """Give a caption to the table or picture before it, or keep it as the paragraph it is."""
    last = blocks[-1] if blocks else None
    takes = last is not None and (last.kind is TextKind.TABLE or last.is_picture)
    if last is not None and takes and last.caption is None:
        blocks[-1] = replace(last, caption=words_of(caption))
    else:
        blocks.append(caption)


def _is_of_picture(caption: TextBlock, blocks: Sequence[TextBlock]) -> bool:
    """Return whether a caption between a picture and a table says that it is the picture's."""
    after_picture = bool(blocks) and blocks[-1].is_picture
    return after_picture and caption.text.lstrip().startswith(FIGURE)


def words_of(block: TextBlock) -> str:
    """Return a block's words with its automatic number before them."""
    return f"{block.number} {block.text}" if block.number else block.text
