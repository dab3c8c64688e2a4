"""Gaps somebody meant to fill: never waived."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.left_behind import left_behind
from casework.rules.checks.noticing import Spot, around, at, noticed
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import LeftOverKind

CHECK: Final = "placeholder"
LOOKED_BACK: Final = 40
"""Signs beside "XX" by which it is known to be a Roman number."""
_WAITING: Final = (
    r"insert|add|enter|name|date|title|to be|to follow|to come|awaiting|awaited|tb[acd]|x{2,}|"
    r"signature|signed|number|link|url|address|force|pcc|cc|chief constable|drafting note|note to"
)
_GAP: Final = phrase(
    rf"\[(?:{_WAITING})\b[^\]\n]{{0,120}}\]"
    r"|\[[^\]\n]{0,60}\bto (?:confirm|check|add|advise|supply|provide|follow|come|complete)\b"
    r"[^\]\n]{0,60}\]"
    rf"|<(?:{_WAITING})\b[^>\n]{{0,80}}>"
    r"|\((?:insert|tb[acd]\b|to be (?:confirmed|added|inserted|completed)|date to be)[^)\n]{0,80}\)"
    r"|\b(?:dd|xx)\s?[/.-]\s?(?:mm|xx)\s?[/.-]\s?(?:yy|xx)(?:yy|xx)?\b"
    r"|\bxx(?:\s+\w{3,9})?\s+20(?:\d\d|xx)\b|£x{1,3}\b|\bx{2,3}\s?%"
    r"|\bDD (?:Month|MMMM) YYYY\b|\b(?:insert|enter) (?:date|name|text|link|figure)s? here\b"
    r"|\bclick (?:or tap )?(?:here )?to (?:enter|add)\b|\bError! (?:Reference|Bookmark)[^.]{0,40}\."
    r"|\blorem ipsum\b|\{\{[^}\n]{0,80}\}\}|\{%[^%\n]{0,80}%\}|\?{3,}|_{4,}"
    r"|(?-i:\bTB[ACD]\b)|\bto be confirmed\b|(?-i:\bX{2,}\b)"
)
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
_TWENTY: Final = ("XX", "XXX")
_LINE_TO_SIGN_ON: Final = phrase(r"\b(?:signed|signature|date|dated|name)\b")


def placeholder(response: Response) -> Iterator[Observation]:
    """Yield each gap in the words, and each passage marked with a marker pen."""
    told: list[str] = []
    romans: list[str] = []
    for passage in response.passages:
        for gap in _GAP.finditer(passage.words):
            if gap.group().startswith("____") and _LINE_TO_SIGN_ON.search(passage.words):
                continue
            if _is_roman(gap) or _may_be_meant(gap):
                romans.append(" ".join(passage.words.split()))
            if _is_roman(gap):
                continue
            words = around(passage, *gap.span()) if len(gap.group()) < 4 else gap.group()  # noqa: PLR2004
            told.append(passage.words)
            message = f"“{gap.group()}” is a gap somebody meant to fill."
            yield noticed(
                CHECK,
                Severity.WARNING if _may_be_meant(gap) else Severity.ERROR,
                message,
                at(passage, words),
                suggestion="Fill it or delete it.",
            )
    for left in left_behind(response, LeftOverKind.PLACEHOLDER):
        if "XX" in left.where and any(left.where in words for words in romans):
            continue
        if not any(left.where in " ".join(words.split()) for words in told):
            message = f"“{left.where}” is marked as something to come back to."
            yield noticed(
                CHECK,
                Severity.ERROR,
                message,
                Spot(None, left.where),
                suggestion="Settle it and take the marking off.",
            )


def _is_roman(gap: re.Match[str]) -> bool:
    """Return whether what looks like a gap is twenty in Roman figures: "the XX century"."""
    before, behind = _beside(gap)
    told = _ROMAN_BEFORE.search(before) or _ROMAN_BEHIND.match(behind)
    return gap.group() in _TWENTY and told is not None


def _may_be_meant(gap: re.Match[str]) -> bool:
    """Return whether "XX" may be a number or a name that is meant: "Schedule XX", "XX Place"."""
    before, behind = _beside(gap)
    told = _NUMBERED_SO.search(before) or _STREET.match(behind)
    return gap.group() in _TWENTY and told is not None


def _beside(gap: re.Match[str]) -> tuple[str, str]:
    start, end = gap.span()
    return gap.string[max(0, start - LOOKED_BACK) : start], gap.string[end : end + LOOKED_BACK]
