"""Gaps somebody meant to fill: never waived."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.left_behind import left_behind
from casework.rules.checks.noticing import Spot, around, at, noticed
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import LeftOverKind

CHECK: Final = "placeholder"
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
_LINE_TO_SIGN_ON: Final = phrase(r"\b(?:signed|signature|date|dated|name)\b")


def placeholder(response: Response) -> Iterator[Observation]:
    """Yield each gap in the words, and each passage marked with a marker pen."""
    told: list[str] = []
    for passage in response.passages:
        for gap in _GAP.finditer(passage.words):
            if gap.group().startswith("____") and _LINE_TO_SIGN_ON.search(passage.words):
                continue
            words = around(passage, *gap.span()) if len(gap.group()) < 4 else gap.group()  # noqa: PLR2004
            told.append(passage.words)
            message = f"“{gap.group()}” is a gap somebody meant to fill."
            yield noticed(
                CHECK,
                Severity.ERROR,
                message,
                at(passage, words),
                suggestion="Fill it or delete it.",
            )
    for left in left_behind(response, LeftOverKind.PLACEHOLDER):
        if not any(left.where in " ".join(words.split()) for words in told):
            message = f"“{left.where}” is marked as something to come back to."
            yield noticed(
                CHECK,
                Severity.ERROR,
                message,
                Spot(None, left.where),
                suggestion="Settle it and take the marking off.",
            )
