"""The paragraphs and tables of a container in order, each with its key and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.pieces.alignment import Piece
from casework.documents.pieces.letters import (
    DEL,
    INS,
    MOVE_FROM,
    MOVE_TO,
    R_PR_CHANGE,
    words_before,
    words_of,
)
from casework.documents.region_places import places_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

TR, TC = word.w("tr"), word.w("tc")
TR_PR: Final = word.w("trPr")
AROUND: Final = frozenset((word.SDT, word.SDT_CONTENT, word.w("customXml")))
PENDING: Final = (INS, DEL, MOVE_FROM, MOVE_TO, R_PR_CHANGE, word.w("pPrChange"))
ROW_PENDING: Final = (*PENDING, word.w("trPrChange"), word.w("cellIns"), word.w("cellDel"))


@dataclass(eq=False, slots=True)
class Block:
    """A paragraph, a table or a row of one."""

    element: etree._Element
    key: str | None
    text: str
    pending: bool
    """Whether a tracked change of anybody's stands in it."""
    before: str
    """Its words with everybody's tracked changes rejected."""

    @property
    def is_table(self) -> bool:
        """Return whether it is a table."""
        return self.element.tag == word.TBL

    @property
    def piece(self) -> Piece:
        """Return what tells it from others; words all struck out still tell whose they were."""
        return Piece(self.key, self.text or self.before, self.is_table)


def keys_of(root: etree._Element) -> dict[etree._Element, str]:
    """Return the key of each paragraph and table that stands in a region; the innermost counts."""
    found: dict[etree._Element, str] = {}
    places = places_in(root).values()
    for place in sorted(places, key=lambda p: sum(1 for _ in p.blocks[0].iterancestors())):
        for element in _spread(place.blocks):
            found[element] = place.key
    return found


def _spread(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    for element in elements:
        if element.tag in (word.P, word.TBL):
            yield element
        elif element.tag in AROUND:
            yield from _spread(element)


def blocks_of(container: etree._Element, keys: Mapping[etree._Element, str]) -> list[Block]:
    """Return the paragraphs and tables that stand directly in a container."""
    return [_block(element, keys.get(element)) for element in _spread(container)]


def _block(element: etree._Element, key: str | None) -> Block:
    if element.tag == word.TBL:
        rows = rows_of(element, {})
        text = "\n".join(row.text for row in rows)
        before = "\n".join(row.before for row in rows)
        return Block(element, key, text, any(row.pending for row in rows), before)
    text = words_of(element)
    pending = next(element.iter(*PENDING), None) is not None
    return Block(element, key, text, pending, words_before(element) if pending else text)


def rows_of(table: etree._Element, keys: Mapping[etree._Element, str]) -> list[Block]:
    """Return the rows of a table; a row's key is that of the first region in it."""
    return [_row(element, keys) for element in _inside(table, TR)]


def _row(row: etree._Element, keys: Mapping[etree._Element, str]) -> Block:
    paragraphs = [list(cell.iter(word.P)) for cell in cells_of(row)]
    key = next((keys[p] for cell in paragraphs for p in cell if p in keys), None)
    text = "\t".join(" ".join(map(words_of, cell)) for cell in paragraphs)
    pending = next(row.iter(*ROW_PENDING), None) is not None
    before = "\t".join(" ".join(map(words_before, cell)) for cell in paragraphs)
    return Block(row, key, text, pending, before if pending else text)


def cells_of(row: etree._Element) -> list[etree._Element]:
    """Return the cells of a row, those in content controls among them."""
    return list(_inside(row, TC))


def _inside(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag in AROUND:
            yield from _inside(child, wanted)
