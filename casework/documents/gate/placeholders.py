"""Gaps somebody meant to fill, and passages somebody meant to come back to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from models.shapes.word import LeftOver, LeftOverKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

SHOWN: Final = 80
GAP: Final = re.compile(
    r"\[(?:to be|insert|add|enter|date|name|address|awaited|comments awaited|invitation not"
    r"|tb[acd]\b|x+\b|\.{2,}|…|_+)[^\]]*\]"
    r"|(?-i:\bTB[ACD]\b)|\bto be confirmed\b"
    r"|(?-i:\bX{2,}\b)|(?-i:\bx{2,}\b)|\{\{|\{%|%\}|\}\}|\?{3,}|_{4,}"
    r"|\bnot yet confirmed by the office\b|\blorem ipsum\b|\[\s*\]|<<[^<>]*>>",
    re.IGNORECASE,
)
HIGHLIGHT: Final = word.w("highlight")
MARKER_FILLS: Final = {"FFFF00", "00FF00", "00FFFF", "FF00FF"}
"""Shading in the colours of a marker pen is a note to oneself, like a highlight."""


def placeholders(root: etree._Element) -> Iterator[LeftOver]:
    """Yield the gaps and the highlighted passages of a story."""
    for paragraph in root.iter(word.P):
        words = "".join(node.text or "" for node in paragraph.iter(word.T))
        for gap in GAP.finditer(words):
            yield _left(words[max(0, gap.start() - 20) : gap.end() + 20])
    for mark in root.iter(HIGHLIGHT, word.w("shd"), word.w("showingPlcHdr")):
        words = _marked_words(mark)
        if words.strip() and not GAP.search(words):
            yield _left(words)


def _left(words: str) -> LeftOver:
    return LeftOver(LeftOverKind.PLACEHOLDER, "", " ".join(words.split())[:SHOWN])


def _marked_words(mark: etree._Element) -> str:
    """Return the words a marker pen or an unfilled control holds, if it is one."""
    if mark.tag == word.w("showingPlcHdr"):
        return word.text_of(word.parent_of(word.parent_of(mark)))
    run = word.parent_of(word.parent_of(mark))
    if run.tag != word.R:
        return ""
    if mark.tag == HIGHLIGHT:
        return "" if mark.get(word.VAL) == "none" else word.text_of(run)
    is_marker = mark.get(word.w("fill"), "").upper() in MARKER_FILLS
    return word.text_of(run) if is_marker else ""
