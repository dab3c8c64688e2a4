"""Gaps somebody meant to fill, and passages somebody meant to come back to."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.gate.changes import first_words
from models.shapes.word import LeftOver, LeftOverKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

SHOWN: Final = 80
# What somebody is to confirm is no gap for certain: the check `placeholder` reads on.
# Every repeat has an end: a text made of brackets alone would else be read for hours.
GAP: Final = re.compile(
    r"\[(?:to be|insert|add|enter|date|name|address|awaited|comments awaited|invitation not"
    r"|tb[acd]\b|x{1,20}\b|\.\.|…|_)[^\]]{0,200}\]"
    r"|(?-i:\bTB[ACD]\b)|\bto be confirmed\b(?!\s+(?:by|at|as|before|until|once|when)\b)"
    r"|(?-i:\bX{2,}\b)|(?-i:\bx{2,}\b)|\{\{|\{%|%\}|\}\}|\?{3,}|_{4,}"
    r"|\bnot yet confirmed by the office\b|\blorem ipsum\b|\[\s{0,200}\]|<<[^<>]{0,200}>>"
    r"|«[^«»]{1,80}»",
    re.IGNORECASE,
)
_ELISION: Final = re.compile(r"\[\s?(?:…|\.{3})\s?\]")
SIGN_OF_GAP: Final = re.compile(
    r"[\[{}?_<«]|%\}|TB[ACD]|XX|xx|[Ff][Ii][Rr][Mm][Ee][Dd]|[Ii][Pp][Ss][Uu][Mm]"
)
"""What every gap holds somewhere: found fast, so that most paragraphs are read no further."""
HIGHLIGHT: Final = word.w("highlight")
SHADE: Final = word.w("shd")
FILL: Final = word.w("fill")
MARKER_FILLS: Final = {"FFFF00", "00FF00", "00FFFF", "FF00FF"}
"""Shading in the colours of a marker pen is a note to oneself, like a highlight."""


def placeholders(root: etree._Element) -> Iterator[LeftOver]:
    """Yield the gaps and the highlighted passages of a story."""
    for words in _paragraphs(root):
        if SIGN_OF_GAP.search(words):
            for gap in GAP.finditer(words):
                if not _is_left_out(gap):
                    yield _left(words[max(0, gap.start() - 20) : gap.end() + 20])
    for mark in root.iter(HIGHLIGHT, SHADE, word.PROMPT):
        words = _marked_words(mark)
        if words.strip() and not (SIGN_OF_GAP.search(words) and GAP.search(words)):
            yield _left(words)


def _is_left_out(gap: re.Match[str]) -> bool:
    """Return whether dots in brackets stand for what a quotation leaves out."""
    before = gap.string[: gap.start()]
    return before.count("“") > before.count("”") and _ELISION.fullmatch(gap.group()) is not None


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """Yield the words of each paragraph; those of a text box in it are a paragraph of their own."""
    pieces: dict[etree._Element | None, list[str]] = {}
    for node in root.iter(word.T):
        pieces.setdefault(next(node.iterancestors(word.P), None), []).append(node.text or "")
    yield from ("".join(words) for words in pieces.values())


def _left(words: str) -> LeftOver:
    return LeftOver(LeftOverKind.PLACEHOLDER, "", " ".join(words.split())[:SHOWN])


def _marked_words(mark: etree._Element) -> str:
    """Return the words a marker pen or an unfilled control holds, if it is one."""
    holder = next(islice(mark.iterancestors(), 1, 2), None)
    if holder is None or (holder.tag != word.R and mark.tag != word.PROMPT):
        return ""
    if mark.tag == HIGHLIGHT and mark.get(word.VAL) == "none":
        return ""
    if mark.tag == SHADE and mark.get(FILL, "").upper() not in MARKER_FILLS:
        return ""
    return first_words(holder)
