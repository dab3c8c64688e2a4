"""Keeping insertions apart that only an old paragraph end divides.

Where a paragraph ends with one of our insertions and the next begins with
another, one editor takes both for one and lets the end between them go when
they are rejected. A deletion between them prevents that: the last old word is
proposed again, as part of what is new.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from casework.documents import wordml as word
from casework.documents.merge.pen import AUTHOR, SERVICE, Pen, split_run
from casework.documents.pieces.letters import DEL, INS, SIGNS
from casework.documents.pieces.word_changes import tokens

if TYPE_CHECKING:
    from lxml import etree

WORDS = (word.R, INS, DEL, word.w("hyperlink"), word.w("moveTo"), word.w("moveFrom"))


def part_insertions(pen: Pen, root: etree._Element) -> None:
    """Put a deletion after each insertion that would run on into the next paragraph's."""
    paragraphs = list(root.iter(word.P))
    for paragraph, following in pairwise(paragraphs):
        last = _edge(paragraph, last=True)
        if last is None or not _is_ours(last) or _ends_with_ours(paragraph):
            continue
        first = _edge(following, last=False)
        if first is not None and _is_ours(first):
            _repeat_last_word(pen, last)


def _edge(paragraph: etree._Element, *, last: bool) -> etree._Element | None:
    children = [child for child in paragraph.iterchildren(*WORDS) if _says(child)]
    return children[-1 if last else 0] if children else None


def _says(element: etree._Element) -> bool:
    return next(element.iter(word.T, word.w("delText"), *SIGNS), None) is not None


def _is_ours(element: etree._Element) -> bool:
    return element.tag == INS and element.get(AUTHOR) == SERVICE


def _ends_with_ours(paragraph: etree._Element) -> bool:
    """Return whether the paragraph's own end is one of our insertions."""
    marks = paragraph.iterfind(f"{word.P_PR}/{word.R_PR}/{INS}")
    return any(mark.get(AUTHOR) == SERVICE for mark in marks)


def _repeat_last_word(pen: Pen, insertion: etree._Element) -> None:
    before = insertion.getprevious()
    while before is not None and before.tag == word.R and not _says(before):
        before = before.getprevious()
    texts = [] if before is None or before.tag != word.R else before.findall(word.T)
    fresh = insertion.find(f"{word.R}/{word.T}")
    if before is None or len(texts) != 1 or not texts[0].text or fresh is None:
        return
    if any(child.tag not in (word.R_PR, word.T) for child in before):
        return
    words = tokens(texts[0].text)
    tail = "".join(words[-2:]) if words[-1].isspace() else words[-1]
    if len(tail) < len(texts[0].text):
        split_run(before, len(texts[0].text) - len(tail))
        before = insertion.getprevious()
        while before is not None and not _says(before):
            before = before.getprevious()
    if before is None:
        return
    fresh.text = tail + (fresh.text or "")
    insertion.addnext(before)
    pen.strike([before])
