"""Gaps somebody meant to fill: never waived."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.gaps import GAP
from casework.rules.checks.left_behind import left_behind
from casework.rules.checks.noticing import Spot, around, at, noticed
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import LeftOverKind, TextKind

CHECK: Final = "placeholder"
LOOKED_BACK: Final = 40
"""Signs beside "XX" by which it is known to be a Roman number."""
A_WORD: Final = 4
"""Signs of a gap that is shown by itself; a shorter one is shown with the words around it."""
_ROMAN_BEFORE: Final = re.compile(
    r"\b(?:Louis|Pius|Legion|Olympiad)\s+$|\b[IVX]+(?:,|\s+and|\s+or|\s+to|\s?[–-])\s*$"
)
_NUMBERED_SO: Final = phrase(
    r"\b(?:schedule|chapter|part|annex|appendix|title|article|volume|book|canto|psalm)s?\s+$"
)
"""Before "XX": what often bears Roman numbers; it may be the twentieth, or a gap."""
_ROMAN_BEHIND: Final = re.compile(
    r"^(?:\s+(?:[Cc]entur(?:y|ies)|Olympi|Corps|Legion|Commonwealth\s+Games|chromosome)"
    r"|\s+(?:and|or)\s+XY\b|\s?(?:and|or|to|–|-|,)\s?[XV]*I[IVX]*\b)"
)
_STREET: Final = re.compile(
    r"^\s+(?:Place|Street|Road|Lane|Avenue|Way|Close|Court|Row|Square|Terrace|House|Gardens|Yard)\b"
)
"""Behind "XX": a name that may be real, as there are streets of that name."""
_ELISION: Final = re.compile(r"\[\s?(?:…|\.{3})\s?\]")
_BY_SOMEBODY: Final = phrase(r"^\s+(?:by|at|as|before|until|once|when)\b")
"""Behind "to be confirmed": an appointment, not a gap."""
_TWENTY: Final = ("XX", "XXX")
_LINE_TO_SIGN_ON: Final = phrase(r"\b(?:signed|signature|date|dated|name)\b")


def placeholder(response: Response) -> Iterator[Observation]:
    """Yield each gap in the words, and each passage marked with a marker pen."""
    told: list[str] = []
    meant: list[str] = []
    for passage in response.passages:
        for gap in GAP.finditer(passage.words):
            if gap.group().startswith("____") and _LINE_TO_SIGN_ON.search(passage.words):
                continue
            is_none = _is_roman(gap) or _is_left_out(passage, gap)
            if is_none or _may_be_meant(gap):
                meant.append(" ".join(passage.words.split()))
            if not is_none:
                told.append(" ".join(passage.words.split()))
                yield _of_gap(passage, gap)
    yield from _of_marked(response, told, meant)


def _of_gap(passage: Passage, gap: re.Match[str]) -> Observation:
    words = around(passage, *gap.span()) if len(gap.group()) < A_WORD else gap.group()
    return noticed(
        CHECK,
        Severity.WARNING if _may_be_meant(gap) else Severity.ERROR,
        f"“{gap.group()}” is a gap somebody meant to fill.",
        at(passage, words),
        suggestion="Fill it or delete it.",
    )


def _of_marked(response: Response, told: list[str], meant: list[str]) -> Iterator[Observation]:
    """Yield what is marked to come back to, but for the gaps that are told and what is none."""
    for left in left_behind(response, LeftOverKind.PLACEHOLDER):
        is_like = "XX" in left.where or _ELISION.search(left.where) is not None
        known = (*told, *meant) if is_like else told
        if not any(left.where in words for words in known):
            yield noticed(
                CHECK,
                Severity.ERROR,
                f"“{left.where}” is marked as something to come back to.",
                Spot(None, left.where),
                suggestion="Settle it and take the marking off.",
            )


def _is_roman(gap: re.Match[str]) -> bool:
    """Return whether what looks like a gap is twenty in Roman figures: "the XX century"."""
    before, behind = _beside(gap)
    told = _ROMAN_BEFORE.search(before) or _ROMAN_BEHIND.match(behind)
    return gap.group() in _TWENTY and told is not None


def _may_be_meant(gap: re.Match[str]) -> bool:
    """Return whether what looks like a gap may be meant: "Schedule XX", "to be confirmed by …"."""
    before, behind = _beside(gap)
    if gap.group() == "??":
        return True
    if gap.group().casefold() == "to be confirmed":
        return _BY_SOMEBODY.match(behind) is not None
    told = _NUMBERED_SO.search(before) or _STREET.match(behind)
    return gap.group() in _TWENTY and told is not None


def _is_left_out(passage: Passage, gap: re.Match[str]) -> bool:
    """Return whether dots in brackets stand for what a quotation leaves out."""
    if not _ELISION.fullmatch(gap.group()):
        return False
    quoted = passage.kind is TextKind.QUOTE
    return quoted or any(start < gap.start() < end for start, end in passage.quotes)


def _beside(gap: re.Match[str]) -> tuple[str, str]:
    start, end = gap.span()
    return gap.string[max(0, start - LOOKED_BACK) : start], gap.string[end : end + LOOKED_BACK]
