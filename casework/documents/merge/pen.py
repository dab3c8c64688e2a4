"""The service's pen: every mark it makes is a tracked change in its own name."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents import wordml as word
from casework.documents.pieces.letters import DEL, DEL_TEXT, INS, INSTRUCTION, R_PR_CHANGE, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

SERVICE: Final = "Section 55 service"
AUTHOR, DATE = word.w("author"), word.w("date")
P_PR_CHANGE: Final = word.w("pPrChange")
SECTION: Final = word.w("sectPr")
SPACE: Final = f"{{{word.XML_NAMESPACE}}}space"
NUMBERED: Final = tuple(
    map(
        word.w,
        (
            "ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart",
            "rPrChange", "pPrChange", "trPrChange", "tcPrChange", "tblPrChange", "sectPrChange",
            "cellIns", "cellDel", "cellMerge", "bookmarkStart", "commentRangeStart",
        ),
    )
)  # fmt: skip
"""Marks that are numbered; the numbers of content controls are another count."""
STRUCK_AS: Final = {word.T: DEL_TEXT, INSTRUCTION: word.w("delInstrText")}
"""What words, and a field's instruction, are called where they are struck out."""
BIGGEST: Final = 2**31 - 2


class Pen:
    """Makes the marks of tracked changes, numbered afresh within one part."""

    def __init__(self, root: etree._Element, at: datetime) -> None:
        """Begin above every number that is taken."""
        used = (int(n) for mark in root.iter(*NUMBERED) if (n := mark.get(word.ID, "")).isdigit())
        self._last = max((n for n in used if n < BIGGEST // 2), default=0)
        self.date = at.strftime("%Y-%m-%dT%H:%M:%SZ")

    def mark(self, tag: str) -> etree._Element:
        """Return a fresh mark in the service's name."""
        self._last += 1
        names = {word.ID: str(self._last), AUTHOR: SERVICE, DATE: self.date}
        return etree.Element(tag, names)

    def strike(self, runs: Iterable[etree._Element]) -> list[etree._Element]:
        """Put runs between deletion marks, neighbours together; return the marks."""
        marks: list[etree._Element] = []
        for run in runs:
            if not marks or run.getprevious() is not marks[-1]:
                marks.append(self.mark(DEL))
                run.addprevious(marks[-1])
            tail = marks[-1]
            tail.append(run)
            for text in run.iterchildren(*STRUCK_AS):
                text.tag = STRUCK_AS[text.tag]
                text.set(SPACE, "preserve")
        return marks

    def insertion(self, runs: Iterable[etree._Element]) -> etree._Element:
        """Return an insertion of these runs."""
        mark = self.mark(INS)
        mark.extend(runs)
        return mark

    def mark_end(self, paragraph: etree._Element, tag: str) -> None:
        """Mark the end of a paragraph as inserted or deleted."""
        look = end_look(paragraph)
        look.insert(0, self.mark(tag))

    def set_properties(self, paragraph: etree._Element, wanted: etree._Element | None) -> None:
        """Change a paragraph's properties, tracked: rejecting brings the old ones back."""
        old = paragraph.find(word.P_PR)
        children = list(old) if old is not None else []
        kept = [child for child in children if child.tag in (word.R_PR, SECTION)]
        before = etree.Element(word.P_PR)
        before.extend(child for child in children if child not in kept)
        if old is not None:
            paragraph.remove(old)
        fresh = etree.Element(word.P_PR)
        fresh.extend(
            deepcopy(child)
            for child in (wanted if wanted is not None else ())
            if child.tag not in (word.R_PR, SECTION, P_PR_CHANGE)
        )
        fresh.extend(kept)
        change = etree.SubElement(fresh, P_PR_CHANGE)
        change.attrib.update(self.mark(P_PR_CHANGE).attrib)
        change.append(before)
        paragraph.insert(0, fresh)


def end_look(paragraph: etree._Element) -> etree._Element:
    """Return the properties of a paragraph's end mark, made if they are not there."""
    properties = paragraph.find(word.P_PR)
    if properties is None:
        properties = etree.Element(word.P_PR)
        paragraph.insert(0, properties)
    look = properties.find(word.R_PR)
    if look is None:
        look = etree.Element(word.R_PR)
        after = [properties.find(tag) for tag in (SECTION, P_PR_CHANGE)]
        following = next((mark for mark in after if mark is not None), None)
        if following is None:
            properties.append(look)
        else:
            following.addprevious(look)
    return look


def run_of(text: str, look: etree._Element | None) -> etree._Element:
    """Return a run with these words, looking like another one."""
    run = etree.Element(word.R)
    if look is not None:
        run.append(plain_look(look))
    piece = ""
    for sign in text:
        if sign in "\t\n":
            _add_text(run, piece)
            etree.SubElement(run, word.TAB if sign == "\t" else word.BR)
            piece = ""
        else:
            piece += sign
    _add_text(run, piece)
    return run


def plain_look(look: etree._Element) -> etree._Element:
    """Return a copy of run properties without the marks of a tracked change."""
    fresh = deepcopy(look)
    for child in list(fresh):
        if child.tag in (R_PR_CHANGE, INS, DEL):
            fresh.remove(child)
    return fresh


def _add_text(run: etree._Element, text: str) -> None:
    if text:
        node = etree.SubElement(run, word.T)
        node.text = text
        node.set(SPACE, "preserve")


def split_run(run: etree._Element, offset: int) -> None:
    """Split a run after `offset` characters; the second half becomes a run of its own."""
    second = etree.Element(run.tag)
    second.attrib.update(run.attrib)
    look = run.find(word.R_PR)
    if look is not None:
        second.append(deepcopy(look))
    for node in [child for child in run if child.tag != word.R_PR]:
        size = len(node.text or "") if node.tag == word.T else len(SIGNS.get(node.tag, ""))
        if offset == 0:
            second.append(node)
        elif size <= offset:
            offset -= size
        else:
            second.append(_second_half(node, offset))
            offset = 0
    run.addnext(second)


def _second_half(node: etree._Element, offset: int) -> etree._Element:
    half = etree.Element(node.tag, {SPACE: "preserve"})
    half.text = (node.text or "")[offset:]
    node.text = (node.text or "")[:offset]
    node.set(SPACE, "preserve")
    return half
