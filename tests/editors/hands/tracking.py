"""Edits with "Track changes" on: pending insertions, deletions and moves by people."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from tests.editors.desk import as_deleted, bookmarks_of, paragraph_mark, split
from tests.editors.hands.layout import halve, neighbours, put_beside
from tests.editors.markup import (
    HYPERLINK,
    ID,
    NAME,
    P_PR,
    R_PR,
    TC,
    P,
    R,
    T,
    element,
    inside,
    parent,
    runs_of,
    w,
)

if TYPE_CHECKING:
    from lxml import etree

    from tests.editors.desk import Desk

WITH_RUNS = (P, HYPERLINK)


def _a_run(desk: Desk) -> tuple[etree._Element, etree._Element] | None:
    """Return a paragraph and a run of it that stands in nobody's change."""

    def open_runs(p: etree._Element) -> list[etree._Element]:
        return [r for r in runs_of(p) if parent(r).tag in WITH_RUNS]

    paragraph = desk.pick(lambda p: bool(open_runs(p)))
    if paragraph is None:
        return None
    return paragraph, desk.by.choice(open_runs(paragraph))


def inserts_tracked(desk: Desk) -> bool:
    """Type words that are marked as inserted."""
    chosen = _a_run(desk)
    if chosen is None:
        return False
    paragraph, run = chosen
    second = split(run, desk.by.randrange(len(run.findtext(T) or "") + 1))
    second.addprevious(desk.signed("ins", desk.run(f" {desk.mark()} ", run)))
    desk.touch(paragraph)
    return True


def deletes_tracked(desk: Desk) -> bool:
    """Delete words so that they stay, struck through."""
    return _over_words(desk, with_new=False)


def replaces_tracked(desk: Desk) -> bool:
    """Put words in place of others, both of them to be seen."""
    return _over_words(desk, with_new=True)


def _over_words(desk: Desk, *, with_new: bool) -> bool:
    chosen = _a_run(desk)
    if chosen is None:
        return False
    paragraph, run = chosen
    words = list(re.finditer(r"\S+\s*", run.findtext(T) or ""))
    if not words:
        return False
    first = desk.by.randrange(len(words))
    last = min(first + desk.by.randrange(4), len(words) - 1)
    start, end = words[first].start(), words[last].end()
    middle = split(run, start)
    split(middle, end - start)
    change = desk.signed("del")
    middle.addprevious(change)
    change.append(as_deleted(middle))
    if with_new:
        change.addnext(desk.signed("ins", desk.run(f"{desk.mark()} ", run)))
    desk.touch(paragraph)
    return True


def inserts_a_paragraph_tracked(desk: Desk) -> bool:
    """Write a paragraph that is marked as inserted, words and mark."""
    near = desk.beside()
    if near is None:
        return False
    new = desk.paragraph(f"Tracked paragraph {desk.mark()}.", near)
    _track_all(desk, new, "ins")
    near.addprevious(new)  # with a paragraph after it, so that refusing it leaves nothing
    desk.crowd(near, *neighbours(near), *neighbours(new))
    desk.wedge(new)
    desk.touch(near)
    return True


def deletes_a_paragraph_tracked(desk: Desk) -> bool:
    """Delete a paragraph so that it stays, struck through."""
    chosen = desk.pick(lambda p: desk.free_to_go(p) and not inside(p, TC))
    if chosen is None:
        return False
    _track_all(desk, chosen, "del")
    desk.touch(chosen)
    desk.crowd(chosen, *neighbours(chosen))
    return True


def _track_all(desk: Desk, paragraph: etree._Element, tag: str) -> None:
    for run in list(paragraph.iter(R)):
        change = desk.signed(tag)
        run.addprevious(change)
        change.append(as_deleted(run) if tag == "del" else run)
    paragraph_mark(paragraph, desk.signed(tag))


def moves_a_paragraph_tracked(desk: Desk) -> bool:
    """Drag a paragraph elsewhere: both places are marked, with a range around each."""
    chosen = desk.pick(
        lambda p: desk.free_to_go(p) and not inside(p, TC) and not inside(p, HYPERLINK)
    )
    near = desk.beside()
    if chosen is None or near is None or near is chosen:
        return False
    copy = deepcopy(chosen)
    for mark in bookmarks_of(copy):
        parent(mark).remove(mark)
    desk.label(copy)
    name = f"move{desk.number()}"
    desk.touch(chosen)
    desk.crowd(chosen, *neighbours(chosen))
    for tag, paragraph in (("moveFrom", chosen), ("moveTo", copy)):
        _track_all(desk, paragraph, tag)
        start = desk.signed(f"{tag}RangeStart")
        start.set(NAME, name)
        end = element(f"{tag}RangeEnd", id=start.get(ID, ""))
        at = 1 if paragraph.find(P_PR) is not None else 0
        paragraph.insert(at, start)
        paragraph.append(end)
    put_beside(desk, near, copy)
    return True


def splits_a_paragraph_tracked(desk: Desk) -> bool:
    """Press Enter in the middle of a paragraph: the new mark is pending."""
    halves = halve(desk)
    if halves is None:
        return False
    paragraph_mark(halves[0], desk.signed("ins"))
    desk.touch(halves[1])
    return True


def formats_tracked(desk: Desk) -> bool:
    """Make words italic, or a paragraph centred, as a pending change."""
    chosen = _a_run(desk)
    if chosen is None:
        return False
    paragraph, run = chosen
    if desk.by.random() < 0.5:
        look = run.find(R_PR)
        before = deepcopy(look) if look is not None else element("rPr")
        if before.find(w("rPrChange")) is not None or before.find(w("i")) is not None:
            return False
        if look is None:
            look = element("rPr")
            run.insert(0, look)
        style = look.find(w("rStyle"))
        bold = look.find(w("b"))
        look.insert(sum(mark is not None for mark in (style, bold)), element("i"))
        look.append(desk.signed("rPrChange", before))
    else:
        _centre_tracked(desk, paragraph)
    desk.touch(paragraph)
    return True


def _centre_tracked(desk: Desk, paragraph: etree._Element) -> None:
    look = paragraph.find(P_PR)
    if look is None:
        look = element("pPr")
        paragraph.insert(0, look)
    if look.find(w("pPrChange")) is not None:
        return
    before = element("pPr", *[deepcopy(c) for c in look if c.tag not in (R_PR, w("sectPr"))])
    for old in look.findall(w("jc")):
        look.remove(old)
    mark = look.find(R_PR)
    centred = element("jc", val="center")
    if mark is None:
        look.append(centred)
    else:
        mark.addprevious(centred)
    look.append(desk.signed("pPrChange", before))
