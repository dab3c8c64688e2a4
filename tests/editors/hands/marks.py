"""The marks of a region lost or changed: by a person, by a program, by a way through both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.editors.hands.layout import neighbours
from tests.editors.ledger import Touch
from tests.editors.lines import key_of
from tests.editors.markup import (
    ALIAS,
    BOOKMARK_END,
    BOOKMARK_START,
    ID,
    SDT,
    SDT_CONTENT,
    TAG,
    TR,
    TRACKED,
    VAL,
    P,
    R,
    element,
    parent,
    w,
)

if TYPE_CHECKING:
    from lxml import etree

    from tests.editors.desk import Desk


def _controls(desk: Desk) -> list[etree._Element]:
    return [c for c in desk.root.iter(SDT) if key_of(c) and next(c.iter(P), None) is not None]


def removes_a_control(desk: Desk) -> bool:
    """Remove a control and keep what is in it."""
    controls = _controls(desk)
    if not controls:
        return False
    control = desk.by.choice(controls)
    for line in control.iter(P, TR):
        desk.touch(line, Touch.QUIET)
    desk.crowd(control)
    _open(control)
    return True


def _open(control: etree._Element) -> None:
    content, around = control.find(SDT_CONTENT), parent(control)
    at = around.index(control)
    around[at : at + 1] = list(content) if content is not None else []


def removes_a_region(desk: Desk) -> bool:
    """Remove a control with all that is in it."""
    held = (*TRACKED, w("commentRangeStart"), w("commentRangeEnd"), w("footnoteReference"))
    controls = [c for c in _controls(desk) if not any(True for _ in c.iter(*held, w("fldChar")))]
    if len(controls) < 4:
        return False
    control = desk.by.choice(controls)
    for line in control.iter(P, TR):
        desk.touch(line)
        desk.ledger.touch(desk.home_of(line), Touch.WORDS)
    desk.crowd(control, *neighbours(control))
    parent(control).remove(control)
    return True


def loses_a_bookmark(desk: Desk) -> bool:
    """Lose the hidden bookmark of a region."""
    starts = list(desk.root.iter(BOOKMARK_START))
    if not starts:
        return False
    _drop_bookmark(desk, desk.by.choice(starts))
    return True


def _drop_bookmark(desk: Desk, start: etree._Element) -> None:
    number = start.get(ID)
    for mark in [start, *(e for e in desk.root.iter(BOOKMARK_END) if e.get(ID) == number)]:
        parent(mark).remove(mark)


def goes_through_an_office(desk: Desk) -> bool:
    """Save by a program that keeps titles, loses tags and moves controls into paragraphs."""
    for control in _controls(desk):
        content = control.find(SDT_CONTENT)
        first = next(control.iter(P))
        title = next((a.get(VAL, "") for a in control.iter(ALIAS)), "")
        around, at = parent(control), parent(control).index(control)
        around[at : at + 1] = list(content) if content is not None else []
        runs = [child for child in first if child.tag == R]
        if not runs:
            continue
        inner = element(
            "sdt", element("sdtPr", element("alias", val=title), element("id", val=desk.number()))
        )
        holder = element("sdtContent")
        runs[0].addprevious(inner)
        inner.append(holder)
        holder.append(runs[0])
    return True


def loses_the_controls(desk: Desk) -> bool:
    """Save as another format and back: only the bookmarks are left."""
    for control in _controls(desk):
        _open(control)
    return True


def loses_every_mark(desk: Desk) -> bool:
    """Paste the whole text into a new file: no control, no bookmark."""
    loses_the_controls(desk)
    for start in list(desk.root.iter(BOOKMARK_START)):
        _drop_bookmark(desk, start)
    return True


def loses_the_tags(desk: Desk) -> bool:
    """Save by a program that keeps titles only."""
    for control in _controls(desk):
        for tag in list(control.iter(TAG)):
            parent(tag).remove(tag)
    return True
