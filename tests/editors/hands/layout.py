"""Paragraphs put in, taken out, moved, split and joined, without tracked changes."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from tests.editors.desk import bookmarks_of, split, take_out
from tests.editors.ledger import Touch
from tests.editors.lines import key_of
from tests.editors.markup import (
    BODY,
    P_PR,
    R_PR,
    SDT,
    SDT_CONTENT,
    SECTION,
    TBL,
    TC,
    TR,
    P,
    T,
    inside,
    parent,
    runs_of,
)
from tests.editors.pieces import tops_of

if TYPE_CHECKING:
    from lxml import etree

    from tests.editors.desk import Desk


def neighbours(block: etree._Element) -> tuple[etree._Element | None, ...]:
    """Return what stands right before and after a block, outside of its control too."""
    top = block
    around = block.getparent()
    found = []
    while True:
        found += [next(top.itersiblings(P, TBL, SDT, preceding=p), None) for p in (True, False)]
        if around is None or around.tag != SDT_CONTENT:
            return tuple(found)
        top = parent(around)
        around = top.getparent()


def inserts_a_paragraph(desk: Desk) -> bool:
    """Write a paragraph before or after another."""
    near = desk.beside()
    if near is None:
        return False
    put_beside(desk, near, desk.paragraph(f"Somebody added {desk.mark()} here.", near))
    return True


def put_beside(desk: Desk, near: etree._Element, new: etree._Element) -> None:
    """Put a block before or after a paragraph; inside a region that touches its words."""
    after = desk.by.random() < 0.6
    if after:
        near.addnext(new)
    else:
        near.addprevious(new)
    desk.crowd(near, *neighbours(near), *neighbours(new))
    desk.wedge(new)
    if inside(near, SDT):
        desk.touch(near)


def deletes_a_paragraph(desk: Desk) -> bool:
    """Take a whole paragraph out."""
    chosen = desk.pick(lambda p: desk.free_to_go(p) and not inside(p, TC))
    if chosen is None:
        return False
    desk.touch(chosen)
    desk.crowd(chosen, *neighbours(chosen))
    take_out(chosen)
    return True


def moves_a_paragraph(desk: Desk) -> bool:
    """Cut a paragraph and paste it elsewhere."""
    chosen = desk.pick(lambda p: desk.free_to_go(p) and not inside(p, TC))
    near = desk.beside()
    if chosen is None or near is None or near is chosen:
        return False
    desk.touch(chosen)
    desk.crowd(chosen, *neighbours(chosen))
    copy = deepcopy(chosen)
    take_out(chosen)
    for mark in bookmarks_of(copy):
        parent(mark).remove(mark)
    put_beside(desk, near, copy)
    return True


def moves_a_region(desk: Desk) -> bool:
    """Take a region with its control and put it elsewhere."""
    body = desk.root.find(BODY)
    controls = [c for c in desk.root.iter(SDT) if c.getparent() is body and key_of(c)]
    if len(controls) < 2:
        return False
    moved = desk.by.choice(controls)
    tops = [top for top in tops_of(desk.root) if top is not moved]
    target = desk.by.choice(tops[:-1] or tops)
    desk.crowd(moved, *neighbours(moved))
    for line in moved.iter(P, TR):
        desk.touch(line, Touch.MOVED)
    moved.tail = None
    target.addnext(moved)
    desk.crowd(*neighbours(moved))
    desk.wedge(moved)
    return True


def copies_a_paragraph(desk: Desk) -> bool:
    """Paste a copy of a paragraph somewhere else."""
    chosen = desk.pick(lambda p: desk.free_to_go(p) and not inside(p, TC))
    near = desk.beside()
    if chosen is None or near is None:
        return False
    copy = deepcopy(chosen)
    for mark in bookmarks_of(copy):
        parent(mark).remove(mark)
    desk.label(copy)
    desk.touch(chosen)  # two of one text: nobody can say which of them the service wrote
    put_beside(desk, near, copy)
    return True


def splits_a_paragraph(desk: Desk) -> bool:
    """Press Enter in the middle of a paragraph."""
    halves = halve(desk)
    if halves is None:
        return False
    desk.touch(halves[1])
    return True


def halve(desk: Desk) -> tuple[etree._Element, etree._Element] | None:
    """Split a paragraph in two; the first half is new, as Word has it."""
    chosen = desk.pick(lambda p: any(r.getparent() is p for r in runs_of(p)))
    if chosen is None:
        return None
    run = desk.by.choice([r for r in runs_of(chosen) if r.getparent() is chosen])
    second = split(run, desk.by.randrange(len(run.findtext(T) or "") + 1))
    at = chosen.index(second)
    first = desk.paragraph("", chosen)
    first[:] = [child for child in first if child.tag == P_PR]
    first.extend([child for child in list(chosen)[:at] if child.tag != P_PR])
    chosen.addprevious(first)
    desk.crowd(chosen, *neighbours(chosen))
    return first, chosen


def joins_paragraphs(desk: Desk) -> bool:
    """Press Delete at the end of a paragraph: the next one's mark and look stay."""

    def fits(p: etree._Element) -> bool:
        following = p.getnext()
        return desk.free_to_go(p) and following is not None and following.tag == P

    chosen = desk.pick(fits)
    if chosen is None:
        return False
    following = chosen.getnext()
    assert following is not None
    desk.touch(chosen)
    desk.touch(following)
    desk.crowd(chosen, *neighbours(chosen))
    at = 1 if following.find(P_PR) is not None else 0
    following[at:at] = [child for child in chosen if child.tag != P_PR]
    parent(chosen).remove(chosen)
    return True


def writes_at_the_end(desk: Desk) -> bool:
    """Write a paragraph at the end of a cell, right before a table or at the end of the body."""
    match desk.by.randrange(3):
        case 0:
            cell = desk.pick(lambda _: True, TC)
            if cell is None:
                return False
            desk.touch(cell)
            cell.append(desk.paragraph(f"In the cell: {desk.mark()}."))
        case 1:
            table = desk.pick(lambda t: not inside(t, TC), TBL)
            if table is None:
                return False
            desk.crowd(table, *neighbours(table))
            desk.touch(table if not inside(table, SDT) else next(table.iter(P)))
            _touch_whole(desk, table)
            new = desk.paragraph(f"Before the table: {desk.mark()}.")
            table.addprevious(new)
            desk.wedge(new)
        case _:
            section = desk.root.find(f"{BODY}/{SECTION}")
            new = desk.paragraph(f"At the very end: {desk.mark()}.")
            assert section is not None
            desk.crowd(section.getprevious())
            section.addprevious(new)
    return True


def _touch_whole(desk: Desk, table: etree._Element) -> None:
    """Note that a table's piece has one paragraph more, where it stands in a region."""
    if inside(table, SDT):
        desk.ledger.touch(desk.home_of(table), Touch.WORDS)


def restyles(desk: Desk) -> bool:
    """Give a paragraph another look."""
    chosen = desk.written()
    if chosen is None:
        return False
    from tests.editors.markup import element

    look = chosen.find(P_PR)
    if look is None:
        look = element("pPr")
        chosen.insert(0, look)
    for old in look.findall(R_PR.replace("rPr", "jc")):
        look.remove(old)
    after = look.find(R_PR)
    centred = element("jc", val="center")
    if after is not None:
        after.addprevious(centred)
    else:
        look.append(centred)
    desk.touch(chosen, Touch.QUIET)
    return True
