"""Deciding over one author's changes, as Word's own buttons do: the judges' reading of them.

A paragraph whose mark goes joins the next one, which keeps its own look. Where no paragraph
follows (before a table, at the end of a cell or of the body) it stays, as LibreOffice leaves it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.editors.markup import (
    AUTHOR,
    DEL,
    DEL_TEXT,
    DOCUMENT,
    HYPERLINK,
    ID,
    INS,
    LABEL,
    MOVE_FROM,
    MOVE_TO,
    P_PR,
    R_PR,
    RANGE_END,
    RANGE_START,
    REFERENCE,
    SDT,
    SDT_CONTENT,
    TBL,
    TR,
    TR_PR,
    TRACKED,
    P,
    R,
    T,
    parent,
    parse,
    parts_of,
    w,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

ARRIVED: Final = (INS, MOVE_TO)
LEFT: Final = (DEL, MOVE_FROM)
MARKS_ONLY: Final = (R_PR, TR_PR)
"""Where a tracked change says something of a paragraph's mark or a row, and holds no words."""
LOOKS: Final = tuple(w(f"{name}Change") for name in ("rPr", "pPr", "tblPr", "trPr", "tcPr"))
MOVE_STARTS: Final = (w("moveFromRangeStart"), w("moveToRangeStart"))
MOVE_ENDS: Final = (w("moveFromRangeEnd"), w("moveToRangeEnd"))
CONTROL_STARTS: Final = (w("customXmlInsRangeStart"), w("customXmlDelRangeStart"))
CONTROL_ENDS: Final = (w("customXmlInsRangeEnd"), w("customXmlDelRangeEnd"))
COMMENTS: Final = "word/comments.xml"


def rejected(data: bytes, author: str | None) -> etree._Element:
    """Return the document with this author's changes and comments refused; None is everybody."""
    return decided(parts_of(data), author, accept=False)


def accepted(data: bytes, author: str | None) -> etree._Element:
    """Return the document with this author's changes taken and their comments removed."""
    return decided(parts_of(data), author, accept=True)


def decided(parts: Mapping[str, bytes], author: str | None, *, accept: bool) -> etree._Element:
    """Return the document after one press of "all"."""
    root = parse(parts[DOCUMENT])
    _decide_looks(root, author, accept=accept)
    gone, kept = (LEFT, ARRIVED) if accept else (ARRIVED, LEFT)
    _decide_rows(root, author, gone, kept)
    _decide_words(root, author, gone)
    _decide_marks(root, author, gone, kept)
    _drop_ranges(root, author)
    _drop_comments(root, ids_of(parts, author))
    return root


def ids_of(parts: Mapping[str, bytes], author: str | None) -> set[str]:
    """Return the numbers of an author's comments."""
    if COMMENTS not in parts:
        return set()
    return {c.get(ID, "") for c in parse(parts[COMMENTS]) if author in (None, c.get(AUTHOR))}


def _by(node: etree._Element, author: str | None) -> bool:
    return author is None or node.get(AUTHOR) == author


def _decide_looks(root: etree._Element, author: str | None, *, accept: bool) -> None:
    for change in list(root.iter(*LOOKS)):
        if not _by(change, author):
            continue
        now = parent(change)
        now.remove(change)
        if not accept:
            before = change.find(now.tag)
            keep = [c for c in now if c.tag in (*TRACKED, R_PR, w("sectPr"))]
            marks = [c for c in keep if c.tag in TRACKED]
            now[:] = [*marks, *(before if before is not None else ()), *keep[len(marks) :]]


def _decide_rows(
    root: etree._Element, author: str | None, gone: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    for row in list(root.iter(TR)):
        properties = row.find(TR_PR)
        marks = [] if properties is None else [c for c in properties if c.tag in TRACKED]
        if any(m.tag in gone and _by(m, author) for m in marks):
            table = parent(row)
            table.remove(row)
            if table.find(TR) is None:
                parent(table).remove(table)
            continue
        for mark in marks:
            if mark.tag in kept and _by(mark, author):
                parent(mark).remove(mark)


def _decide_words(root: etree._Element, author: str | None, gone: tuple[str, ...]) -> None:
    for change in list(root.iter(*TRACKED)):
        if parent(change).tag in MARKS_ONLY or not _by(change, author):
            continue
        if change.tag in gone:
            _take_out(change)
            continue
        if change.tag == DEL:
            for words in change.iter(DEL_TEXT, w("delInstrText")):
                words.tag = T if words.tag == DEL_TEXT else w("instrText")
        _unwrap(change)


def _take_out(change: etree._Element) -> None:
    """Remove a change with its words; a link that held nothing else goes with it."""
    around = parent(change)
    around.remove(change)
    if around.tag == HYPERLINK and not len(around):
        parent(around).remove(around)


def _unwrap(node: etree._Element) -> None:
    around = parent(node)
    at = around.index(node)
    around[at : at + 1] = list(node)


def _decide_marks(
    root: etree._Element, author: str | None, gone: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    for paragraph in list(root.iter(P)):
        look = paragraph.find(f"{P_PR}/{R_PR}")
        marks = [] if look is None else [m for m in look if m.tag in TRACKED and _by(m, author)]
        goes = any(mark.tag in gone for mark in marks)
        for mark in marks:
            if goes or mark.tag in kept:
                parent(mark).remove(mark)
        if goes:
            _join_next(paragraph)


def _join_next(paragraph: etree._Element) -> None:
    following = _following(paragraph)
    if following is None or following.tag != P:
        return
    content = [child for child in paragraph if child.tag != P_PR]
    at = 1 if following.find(P_PR) is not None else 0
    if words_of(paragraph) and not words_of(
        following
    ):  # the words that are left keep the label they had
        following.set(LABEL, paragraph.get(LABEL, ""))
    following[at:at] = content
    _take_away(paragraph)


def _following(block: etree._Element) -> etree._Element | None:
    """Return the next paragraph or table of the same cell or body, through content controls."""
    at = block
    while True:
        beside = next(at.itersiblings(P, TBL, SDT), None)
        if beside is None:
            around = at.getparent()
            if around is None or around.tag != SDT_CONTENT:
                return None
            at = parent(around)
            continue
        while beside is not None and beside.tag == SDT:
            beside = next(beside.iterfind(f"{SDT_CONTENT}/*"), None)
        return beside


def _take_away(block: etree._Element) -> None:
    """Remove a block, and a content control that holds nothing after it."""
    around = parent(block)
    around.remove(block)
    while around.tag == SDT_CONTENT and next(around.iter(P), None) is None:
        control = parent(around)
        left = list(around)
        around = parent(control)
        at = around.index(control)
        around[at : at + 1] = left


def _drop_ranges(root: etree._Element, author: str | None) -> None:
    for starts, ends in ((MOVE_STARTS, MOVE_ENDS), (CONTROL_STARTS, CONTROL_ENDS)):
        numbers = set()
        for start in list(root.iter(*starts)):
            if _by(start, author):
                numbers.add(start.get(ID))
                parent(start).remove(start)
        for end in list(root.iter(*ends)):
            if end.get(ID) in numbers:
                parent(end).remove(end)


def _drop_comments(root: etree._Element, numbers: set[str]) -> None:
    for mark in list(root.iter(RANGE_START, RANGE_END, REFERENCE)):
        if mark.get(ID) not in numbers:
            continue
        around = parent(mark)
        around.remove(mark)
        if around.tag == R and all(child.tag == R_PR for child in around):
            parent(around).remove(around)
