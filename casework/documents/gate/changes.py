"""Tracked changes, by whom and of what: words, looks, rows, cells, lists, sections."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from models.shapes.word import LeftOver, LeftOverKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

SHOWN: Final = 80
"""Characters of the document copied into a finding."""
LOOKED_AT: Final = 300
"""Elements looked through for these words."""
CONTROL: Final = "a content control"
KINDS: Final = {
    "ins": "an insertion",
    "del": "a deletion",
    "moveFrom": "words moved away",
    "moveTo": "words moved here",
    "rPrChange": "the look of words",
    "pPrChange": "the look of a paragraph",
    "sectPrChange": "the layout of a section",
    "tblPrChange": "the look of a table",
    "tblPrExChange": "the look of a table",
    "tblGridChange": "the columns of a table",
    "trPrChange": "the look of a row",
    "tcPrChange": "the look of a cell",
    "numberingChange": "the number of a list",
    "cellIns": "an inserted cell",
    "cellDel": "a deleted cell",
    "cellMerge": "merged cells",
    "customXmlInsRangeStart": CONTROL,
    "customXmlDelRangeStart": CONTROL,
    "customXmlMoveFromRangeStart": CONTROL,
    "customXmlMoveToRangeStart": CONTROL,
}
"""Elements that mark a change, and what stands for its words where it has none."""
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MARKS: Final = {
    **{word.w(name): told for name, told in KINDS.items()},
    f"{W14}conflictIns": "a conflict between two copies",
    f"{W14}conflictDel": "a conflict between two copies",
}
AROUND: Final = (word.R, word.P, word.w("tc"), word.w("tr"), word.TBL, word.w("style"))
AUTHOR: Final = word.w("author")
DELETED: Final = word.w("delText")


def changes(root: etree._Element) -> Iterator[LeftOver]:
    """Yield each tracked change of a part; those of lists and styles among them."""
    for mark in root.iter(*MARKS):
        around = next(mark.iterancestors(*AROUND), mark)
        words = words_of(mark) or words_of(around) or _outer_words(around) or MARKS[str(mark.tag)]
        yield LeftOver(LeftOverKind.TRACKED_CHANGE, mark.get(AUTHOR, ""), words)


def _outer_words(around: etree._Element) -> str:
    paragraph = next(around.iterancestors(word.P), None) if around.tag == word.R else None
    return "" if paragraph is None else words_of(paragraph)


def words_of(element: etree._Element) -> str:
    """Return the first words of an element, deleted ones among them."""
    return _first(element, {word.T, DELETED})


def first_words(element: etree._Element) -> str:
    """Return the first words of an element that are not deleted."""
    return _first(element, {word.T})


def _first(element: etree._Element, tags: set[str]) -> str:
    nodes = islice(element.iter(), LOOKED_AT)
    words = "".join(node.text or "" for node in nodes if node.tag in tags)
    return " ".join(words.split())[:SHOWN]
