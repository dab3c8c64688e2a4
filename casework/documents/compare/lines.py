"""A Word file as lines to compare: paragraphs and rows of tables, each under its heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.packing import unpack
from casework.documents.part_names import under_usual_names
from casework.documents.pieces.alignment import Piece
from casework.documents.pieces.blocks import Block, blocks_of, keys_of, rows_of
from casework.documents.wordml import DOCUMENT_PART, parse, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

HEADING_STYLES: Final = ("heading", "title", "subtitle")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a row of a table with its cells parted by bars."""

    block: Block
    key: str | None
    text: str
    where: str

    @property
    def piece(self) -> Piece:
        """Return what tells it from others."""
        return Piece(self.key, self.text, self.block.element.tag == w("tr"))


def lines_of(data: bytes) -> list[Line]:
    """Return the lines of a Word file that say something, all tracked changes accepted."""
    parts = under_usual_names(unpack(data))
    root = parse(parts[DOCUMENT_PART])
    headings = _heading_styles(parts.get("word/styles.xml"))
    body = root.find(w("body"))
    found: list[Line] = []
    where = ""
    for block in blocks_of(body, keys_of(root)) if body is not None else ():
        if not block.is_table and _style(block.element) in headings and block.text.strip():
            where = block.text
        found += [line for line in _lines(block, where) if line.text.strip()]
    return found


def _lines(block: Block, where: str) -> Iterator[Line]:
    if not block.is_table:
        yield Line(block, block.key, block.text, where)
        return
    for row in rows_of(block.element, {}):
        yield Line(row, None, " | ".join(row.text.split("\t")), where)


def _style(paragraph: etree._Element) -> str:
    name = paragraph.find(f"{word.P_PR}/{word.P_STYLE}")
    return "" if name is None else name.get(word.VAL, "")


def _heading_styles(styles: bytes | None) -> set[str]:
    """Return the ids of the styles of headings: so named, or with a level of the outline."""
    if styles is None:
        return set()
    return {
        style.get(w("styleId"), "")
        for style in parse(styles).iter(w("style"))
        if style.find(f"{word.P_PR}/{w('outlineLvl')}") is not None or _is_heading(style)
    }


def _is_heading(style: etree._Element) -> bool:
    name = style.find(word.NAME)
    words = "" if name is None else name.get(word.VAL, "")
    return words.casefold().startswith(HEADING_STYLES)
