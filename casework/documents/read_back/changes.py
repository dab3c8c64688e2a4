"""Tracked changes, each with its author, its words and its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from casework.documents.region_places import key_of_control
from casework.documents.wordml import P_PR, R_PR, SDT, TBL, P, R, T, w
from models.shapes.word import ChangedPiece, ChangeKind, TrackedChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

KINDS: Final = {
    w("ins"): ChangeKind.INSERTED,
    w("del"): ChangeKind.DELETED,
    w("moveTo"): ChangeKind.MOVED_HERE,
    w("moveFrom"): ChangeKind.MOVED_AWAY,
    w("cellIns"): ChangeKind.INSERTED,
    w("cellDel"): ChangeKind.DELETED,
    **dict.fromkeys(
        map(w, ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange")),
        ChangeKind.FORMATTED,
    ),
    **dict.fromkeys(
        map(w, ("tblGridChange", "trPrChange", "tcPrChange", "numberingChange", "cellMerge")),
        ChangeKind.FORMATTED,
    ),
}
PIECES: Final = {
    w("pPrChange"): (ChangedPiece.PARAGRAPH, P),
    w("numberingChange"): (ChangedPiece.PARAGRAPH, P),
    w("sectPrChange"): (ChangedPiece.PAGE, ""),
    w("tblPrChange"): (ChangedPiece.TABLE, TBL),
    w("tblPrExChange"): (ChangedPiece.ROW, w("tr")),
    w("tblGridChange"): (ChangedPiece.TABLE, TBL),
    w("trPrChange"): (ChangedPiece.ROW, w("tr")),
    w("tcPrChange"): (ChangedPiece.CELL, w("tc")),
    w("cellIns"): (ChangedPiece.CELL, w("tc")),
    w("cellDel"): (ChangedPiece.CELL, w("tc")),
    w("cellMerge"): (ChangedPiece.CELL, w("tc")),
}
"""What a mark is about, and the element that holds its words."""
ROW_MARKS, DELETED = w("trPr"), w("delText")
AUTHOR, DATE = w("author"), w("date")
MOVED_AWAY: Final = w("moveFrom")


def changes_in(
    root: etree._Element, places: Mapping[etree._Element, str]
) -> Iterator[TrackedChange]:
    """Yield the tracked changes of a part in order; neighbours of one kind and hand are one."""
    last: tuple[etree._Element, TrackedChange] | None = None
    around: dict[etree._Element, str] = {}
    for mark in root.iter(*KINDS):
        paragraph = next(mark.iterancestors(P), None)
        if paragraph is not None and paragraph not in around:
            around[paragraph] = words_now(paragraph)
        change = _change(mark, "" if paragraph is None else around[paragraph], places)
        if last is not None and _goes_on(*last, mark, change):
            last = (mark, replace(change, words=last[1].words + change.words))
            continue
        if last is not None:
            yield _told(last[1])
        last = (mark, change)
    if last is not None:
        yield _told(last[1])


def _change(
    mark: etree._Element, around: str, places: Mapping[etree._Element, str]
) -> TrackedChange:
    piece, holder = _piece(mark)
    return TrackedChange(
        KINDS[mark.tag],
        piece,
        mark.get(AUTHOR, ""),
        day_and_time(mark.get(DATE)),
        "" if holder is None else all_words(holder),
        around,
        region_around(mark, places),
    )


def _piece(mark: etree._Element) -> tuple[ChangedPiece, etree._Element | None]:
    """Return what a mark is about, and the element that holds its words."""
    if mark.tag in PIECES:
        piece, tag = PIECES[mark.tag]
        return piece, next(mark.iterancestors(tag), None) if tag else None
    parent = mark.getparent()
    if parent is not None and parent.tag == ROW_MARKS:
        return ChangedPiece.ROW, next(mark.iterancestors(w("tr")), None)
    if parent is not None and parent.tag == R_PR:
        of_paragraph = next(parent.iterancestors(P_PR, R), None)
        if of_paragraph is not None and of_paragraph.tag == P_PR:
            return ChangedPiece.PARAGRAPH, next(mark.iterancestors(P), None)
        return ChangedPiece.WORDS, next(mark.iterancestors(R), None)
    return ChangedPiece.WORDS, mark


def _goes_on(
    last: etree._Element, told: TrackedChange, mark: etree._Element, change: TrackedChange
) -> bool:
    """Return whether a mark goes on with the change before it: one act, kept in two runs."""
    same = change.piece is ChangedPiece.WORDS and change.kind is not ChangeKind.FORMATTED
    alike = (told.kind, told.piece, told.author, told.made_at) == (
        change.kind,
        change.piece,
        change.author,
        change.made_at,
    )
    return same and alike and mark.getprevious() is last


def _told(change: TrackedChange) -> TrackedChange:
    return replace(change, words=" ".join(change.words.split()))


def all_words(element: etree._Element) -> str:
    """Return the words of an element, those taken out among them."""
    return "".join(text.text or "" for text in element.iter(T, DELETED))


def words_now(paragraph: etree._Element) -> str:
    """Return the words of a paragraph as if every change were accepted."""
    texts = (t for t in paragraph.iter(T) if next(t.iterancestors(MOVED_AWAY), None) is None)
    return " ".join("".join(text.text or "" for text in texts).split())


def region_around(element: etree._Element, places: Mapping[etree._Element, str]) -> str | None:
    """Return the key of the region an element stands in."""
    for around in (element, *element.iterancestors()):
        if around in places:
            return places[around]
        key = key_of_control(around) if around.tag == SDT else None
        if key:
            return key
    return None


def day_and_time(written: str | None) -> datetime | None:
    """Return when something was done, or None where the file does not tell."""
    try:
        return datetime.fromisoformat(written or "")
    except ValueError:
        return None
