"""Markup that Word and its helpers leave in a file: rare, allowed, and not one word another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.editors.desk import split
from tests.editors.ledger import Touch
from tests.editors.markup import W14_SPACE, P, T, element, parent, runs_of

if TYPE_CHECKING:
    from lxml import etree

    from tests.editors.desk import Desk


def _a_run(desk: Desk) -> etree._Element | None:
    """Return a run that stands in a paragraph itself, cut out of a longer one now and then."""
    paragraph = desk.pick(lambda p: any(parent(r).tag == P for r in runs_of(p)))
    if paragraph is None:
        return None
    run = desk.by.choice([r for r in runs_of(paragraph) if parent(r).tag == P])
    text = run.findtext(T) or ""
    if len(text) > 4 and desk.by.random() < 0.7:
        run = split(run, desk.by.randrange(1, len(text) - 2))
        split(run, desk.by.randrange(1, len(run.findtext(T) or "")))
    desk.touch(run, Touch.QUIET)
    return run


def wraps_words(desk: Desk) -> bool:
    """Wrap words into a smart tag, a control within the line or a direction of writing."""
    run = _a_run(desk)
    if run is None:
        return False
    match desk.by.randrange(3):
        case 0:
            around = holder = element("smartTag", uri="urn:places", element="place")
        case 1:
            around = holder = element("dir", val="ltr")
        case _:
            holder = element("sdtContent")
            number = element("sdtPr", element("id", val=desk.number()))
            around = element("sdt", number, holder)
    run.addprevious(around)
    holder.append(run)
    return True


def leaves_traces(desk: Desk) -> bool:
    """Leave page breaks of the last layout, ranges of permission, spelling marks."""
    run = _a_run(desk)
    if run is None:
        return False
    match desk.by.randrange(3):
        case 0:
            run.addprevious(element("r", element("lastRenderedPageBreak")))
        case 1:
            number = desk.number()
            run.addprevious(element("permStart", id=number, edGrp="everyone"))
            run.addnext(element("permEnd", id=number))
        case _:
            run.addprevious(element("proofErr", type="gramStart"))
            run.addnext(element("proofErr", type="gramEnd"))
    return True


def numbers_paragraphs(desk: Desk) -> bool:
    """Give paragraphs the numbers Word gives them."""
    for number, paragraph in enumerate(desk.root.iter(P), start=1):
        paragraph.set(f"{{{W14_SPACE}}}paraId", f"{0x10000000 + number:08X}")
        paragraph.set(f"{{{W14_SPACE}}}textId", "77777777")
    return True
