"""Where new paragraphs go and how old ones leave, so that every reader can undo it.

An inserted paragraph whose end is marked joins the next one when it is
rejected. Before a table, and at the end of a cell, a control or the document,
there is no next one: there the end of the paragraph before is marked instead,
and the new one ends plainly, with the properties it would leave behind.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.merge.copies import end_of
from casework.documents.merge.pen import AUTHOR, P_PR_CHANGE, SECTION, SERVICE, Pen, end_look
from casework.documents.pieces.letters import DEL, INS, runs_of, stretches
from casework.documents.region_places import key_of_control

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

BLOCKS: Final = (word.P, word.TBL, word.SDT)
END_MARKS: Final = (INS, DEL, word.w("moveFrom"), word.w("moveTo"))


def insert_after(pen: Pen, anchor: etree._Element, paragraphs: Sequence[etree._Element]) -> bool:
    """Put new paragraphs after a block; False if rejecting them would leave a trace."""
    place = _past_tables(anchor)
    if not _can_follow(place):
        return False
    lends = not follows_paragraph(place) and _can_lend_its_end(place)
    for paragraph in reversed(paragraphs):
        place.addnext(paragraph)
    _mark_ends(pen, place if lends else None, paragraphs)
    return True


def insert_before(pen: Pen, block: etree._Element, paragraphs: Sequence[etree._Element]) -> bool:
    """Put new paragraphs before a block; False if rejecting them would leave a trace."""
    before = next(block.itersiblings(*BLOCKS, preceding=True), None)
    if before is not None:
        return insert_after(pen, before, paragraphs)
    if not _begins_with_paragraph(block):
        return insert_after(pen, block, paragraphs)
    for paragraph in paragraphs:
        block.addprevious(paragraph)
    _mark_ends(pen, None, paragraphs)
    return True


def _past_tables(anchor: etree._Element) -> etree._Element:
    """Return the block itself; or, if no end can be lent before a table, that table."""
    place = anchor
    while not _can_follow(place):
        following = next(place.itersiblings(*BLOCKS), None)
        if following is None:
            return anchor
        place = following
    return place


def _can_follow(place: etree._Element) -> bool:
    """Return whether a new paragraph after a block can be rejected without a trace."""
    return _can_lend_its_end(place) or follows_paragraph(place)


def _mark_ends(
    pen: Pen, lender: etree._Element | None, paragraphs: Sequence[etree._Element]
) -> None:
    *others, last = paragraphs
    for paragraph in others:
        pen.mark_end(paragraph, INS)
    if lender is None:
        pen.mark_end(last, INS)
    else:
        _end_like(pen, last, lender)
        pen.mark_end(lender, INS)


def _joins_next(block: etree._Element) -> bool:
    """Return whether a paragraph follows into which one put after this block could run on."""
    following = next(block.itersiblings(*BLOCKS), None)
    return following is not None and _begins_with_paragraph(following)


def _begins_with_paragraph(block: etree._Element) -> bool:
    while block.tag == word.SDT:
        content = block.find(word.SDT_CONTENT)
        inner = None if content is None else next(content.iterchildren(*BLOCKS), None)
        if inner is None:
            return False
        block = inner
    return block.tag == word.P


def _can_lend_its_end(paragraph: etree._Element) -> bool:
    if paragraph.tag != word.P:
        return False
    properties = paragraph.find(word.P_PR)
    if properties is None:
        return True
    look, change = properties.find(word.R_PR), properties.find(P_PR_CHANGE)
    marked = look is not None and any(child.tag in END_MARKS for child in look)
    theirs = change is not None and change.get(AUTHOR) != SERVICE
    return not marked and not theirs and properties.find(SECTION) is None


def _own_properties(paragraph: etree._Element) -> etree._Element | None:
    """Return the properties a paragraph has without our changes."""
    properties = paragraph.find(word.P_PR)
    change = None if properties is None else properties.find(P_PR_CHANGE)
    return properties if change is None else change.find(word.P_PR)


def _end_like(pen: Pen, last: etree._Element, before: etree._Element) -> None:
    """Let a new paragraph leave behind the properties of the one before it, if rejected."""
    wanted, look = last.find(word.P_PR), end_of(before)
    if wanted is not None:
        last.remove(wanted)
    old = _own_properties(before)
    if old is not None:
        last.insert(0, deepcopy(old))
        for child in last[0].findall(word.R_PR):
            last[0].remove(child)
    pen.set_properties(last, wanted)
    if look is not None and len(look):
        end_look(last).extend(look)


def delete(pen: Pen, paragraphs: Sequence[etree._Element]) -> None:
    """Strike out whole paragraphs of the reviewers' file."""
    gone = set(paragraphs)
    for paragraph in paragraphs:
        pen.strike(runs_of(stretches(paragraph)))
    for paragraph in paragraphs:
        if follows_paragraph(paragraph):
            pen.mark_end(paragraph, DEL)
        else:
            _let_end_go(pen, paragraph, gone)


def _let_end_go(pen: Pen, paragraph: etree._Element, gone: set[etree._Element]) -> None:
    """Strike out the last paragraph of a container: the end before it goes instead of its own."""
    own = paragraph.find(word.P_PR)
    if own is not None and any(own.find(tag) is not None for tag in (SECTION, P_PR_CHANGE)):
        return
    before = next(paragraph.itersiblings(*BLOCKS, preceding=True), None)
    while before is not None and before in gone:
        before = next(before.itersiblings(*BLOCKS, preceding=True), None)
    if before is not None and _can_lend_its_end(before):
        # Else it stays, empty: a cell must keep a paragraph, and so must two tables between them.
        pen.set_properties(paragraph, before.find(word.P_PR))
        pen.mark_end(before, DEL)


def follows_paragraph(paragraph: etree._Element) -> bool:
    """Return whether a paragraph follows, inside or outside of this one's content control."""
    place = paragraph
    while not _joins_next(place):
        if next(place.itersiblings(*BLOCKS), None) is not None:
            return False
        around = word.parent_of(place)
        control = around.getparent() if around.tag == word.SDT_CONTENT else None
        if control is None:
            return False
        place = control
    return True


def has_room_for_table(block: etree._Element) -> bool:
    """Return whether a table may follow a block: tables touch no other, and end no cell."""
    last = block
    while last.tag == word.SDT:
        content = last.find(word.SDT_CONTENT)
        inner = [] if content is None else list(content.iterchildren(*BLOCKS))
        if not inner:
            break
        last = inner[-1]
    return last.tag != word.TBL and follows_paragraph(block)


def out_of_regions(block: etree._Element, key: str | None) -> etree._Element:
    """Return the block itself, or the control of another region around it."""
    while True:
        around = block.getparent()
        control = (
            around.getparent() if around is not None and around.tag == word.SDT_CONTENT else None
        )
        if control is None or control.tag != word.SDT:
            return block
        held = key_of_control(control)
        if held is None or held == key:
            return block
        block = control
