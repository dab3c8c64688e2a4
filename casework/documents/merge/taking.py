"""Taking a proposal as it is: every tracked change of the service's accepted at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.merge.law import ours, take_out
from casework.documents.merge.merging import main_part
from casework.documents.merge.pen import P_PR_CHANGE
from casework.documents.packing import pack_parts, unpack
from casework.documents.pieces.letters import DEL, INS
from casework.documents.region_places import BLOCKS, BOOKMARK_PREFIX
from casework.documents.wordml import parse, serialise, w

if TYPE_CHECKING:
    from lxml import etree

CELL: Final = w("tc")


def updates_taken(data: bytes) -> bytes:
    """Return a Word file with the service's tracked changes accepted; its comments stay."""
    parts = unpack(data)
    main = main_part(parts)
    root = parse(parts[main])
    for mark in ours(root, DEL):
        _take_deletion(mark)
    for mark in ours(root, INS):
        _take_insertion(mark)
    for change in ours(root, P_PR_CHANGE):
        take_out(change)
    return pack_parts({**parts, main: serialise(root)})


def _take_insertion(mark: etree._Element) -> None:
    for child in list(mark):
        mark.addprevious(child)
    take_out(mark)


def _take_deletion(mark: etree._Element) -> None:
    around = word.parent_of(mark).tag
    if around == w("trPr"):
        take_out(next(mark.iterancestors(w("tr"))))
    elif around == word.R_PR:
        paragraph = next(mark.iterancestors(word.P))
        take_out(mark)
        _let_run_on(paragraph)
    else:
        take_out(mark)


def _let_run_on(paragraph: etree._Element) -> None:
    """Let a paragraph whose end is gone run on into the next one, and vanish."""
    following = _following(paragraph)
    if following is None:
        return
    kept = [child for child in paragraph if child.tag != word.P_PR and not _is_region_mark(child)]
    kept = [child for child in kept if child.tag != DEL]
    place = 1 if following.find(word.P_PR) is not None else 0
    for child in reversed(kept):
        following.insert(place, child)
    _remove_block(paragraph)


def _following(paragraph: etree._Element) -> etree._Element | None:
    """Return the next paragraph in the same cell or body, past the ends of controls."""
    place = paragraph
    while True:
        following = next(place.itersiblings(*BLOCKS), None)
        if following is not None:
            return next(following.iter(word.P), None) if following.tag != word.TBL else None
        around = word.parent_of(place)
        if around.tag != word.SDT_CONTENT:
            return None
        place = word.parent_of(around)


def _is_region_mark(child: etree._Element) -> bool:
    if child.tag == word.BOOKMARK_START:
        return child.get(word.NAME, "").startswith(BOOKMARK_PREFIX)
    if child.tag != word.BOOKMARK_END:
        return False
    root = child.getroottree().getroot()
    starts = root.iterfind(f".//{word.BOOKMARK_START}[@{word.ID}='{child.get(word.ID)}']")
    return any(s.get(word.NAME, "").startswith(BOOKMARK_PREFIX) for s in starts)


def _remove_block(block: etree._Element) -> None:
    """Remove a block, and the content control it leaves empty."""
    around = word.parent_of(block)
    around.remove(block)
    if around.tag == word.SDT_CONTENT and next(around.iterchildren(*BLOCKS), None) is None:
        _remove_block(word.parent_of(around))
