"""A recommendation, or an area for improvement, without the body's own answer."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.checks.pointing import is_ours, spot_of
from casework.rules.completeness import ANSWERED_ALWAYS
from casework.rules.manuscript.answered import Answered
from casework.rules.manuscript.citing import citations_in
from casework.rules.manuscript.deed_words import FEW
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.response import Response
from models.shapes.checking import FindingFacts, Observation, Severity
from models.words import FindingClass

CHECK: Final = "unanswered_recommendation"
LEAST: Final = 3
"""Findings without any answer from which on it is told of the whole response."""
ROOM: Final = 3
"""Findings that one paragraph about what the body does may answer together."""
_WORD: Final = re.compile(r"\w+")


def unanswered_recommendation(response: Response) -> Iterator[Observation]:
    """Yield each finding to which the body says neither what it does nor why it does nothing.

    What stands only in the reply to the chief officer, in their words or in the
    force's column does not meet s.55(5B). Where something is said that does not
    read as an answer, or where answers stand elsewhere, it is a warning.
    """
    in_place = _are_answered_in_place(response)
    if _is_none_answered(response):
        wanted = [one for one in response.facts.findings if wants_answer(response, one)]
        message = f"Not one of {len(wanted)} findings has an answer of the body's own: "
        message += f"{_why(min(wanted, key=_is_by_rule))}."
        yield noticed(CHECK, Severity.ERROR, message)
    for number, finding in enumerate(response.facts.findings):
        reply = response.replies[number]
        if reply.answered is not Answered.NO or not wants_answer(response, finding):
            continue
        spot = spot_of(response, number)
        if spot.passage is None:
            shared = _shared(response, finding)
            if shared is None:
                # It stands nowhere: told once, as missing.
                continue
            spot = at(shared)
        sure = in_place and _says_nothing(response, number)
        yield noticed(
            CHECK,
            Severity.ERROR if sure else Severity.WARNING,
            f"{finding.ref or 'This finding'} has no answer of the body's own: {_why(finding)}.",
            spot,
            suggestion="Say what the body has done or proposes, or why it proposes nothing.",
        )


def _is_none_answered(response: Response) -> bool:
    """Return whether no finding has an answer, nor room in what the body says it does."""
    wanted = [n for n, f in enumerate(response.facts.findings) if wants_answer(response, f)]
    if len(wanted) < LEAST or any(response.replies[n].answered is not Answered.NO for n in wanted):
        return False
    acting = [p for p in response.own() if not p.is_heading and response.body.acts(p.words)]
    return len(acting) * ROOM < len(wanted)


def _are_answered_in_place(response: Response) -> bool:
    """Return whether half of the findings that want an answer have one.

    Where they have none, the answers stand somewhere the reading does not know.
    """
    told = [
        reply.answered is not Answered.NO
        for finding, reply in zip(response.facts.findings, response.replies, strict=True)
        if wants_answer(response, finding)
    ]
    return len(told) == 1 or sum(told) * 2 >= len(told)


def _says_nothing(response: Response, number: int) -> bool:
    """Return whether nothing is said where the answer has its place: its row, or its own heading.

    Behind a finding that another follows at once, the answer may stand behind that one.
    """
    standing = next(iter(response.placed.of(number)), None)
    if standing is None or _is_said(response.replies[number].words):
        return False
    first, last = response.passages[standing.first], standing.last
    if first.cell:
        return True
    said = response.replies[number].passages
    rest = (p for p in response.passages[last + 1 :] if p.part is Part.BODY and p.at not in said)
    behind = next(rest, None)
    return behind is None or behind.is_heading


def _is_said(words: str) -> bool:
    """Return whether words say more than `(Recommendation 8)` or `Noted.`."""
    for start, end in sorted({(one.start, one.end) for one in citations_in(words)}, reverse=True):
        words = words[:start] + words[end:]
    return sum(one.group().isalpha() for one in _WORD.finditer(words)) > FEW


def _shared(response: Response, finding: FindingFacts) -> Passage | None:
    """Return the reason that findings for other bodies share, where one of them is left out."""
    if is_ours(response, finding):
        return None
    for number, one in enumerate(response.facts.findings):
        citing = response.answers[number].citing
        if one.klass is finding.klass and citing and not is_ours(response, one):
            return response.passages[citing[0]]
    return None


def wants_answer(response: Response, finding: FindingFacts) -> bool:
    """Return whether a finding needs an answer: by the Act, or by the office's own rule."""
    if response.is_welsh:
        return False
    if finding.klass is FindingClass.AREA_FOR_IMPROVEMENT:
        return response.library.areas_need_answer
    return finding.klass in ANSWERED_ALWAYS


def _is_by_rule(finding: FindingFacts) -> bool:
    """Return whether it is the office, and not the Act, that asks for an answer."""
    return finding.klass not in ANSWERED_ALWAYS


def _why(finding: FindingFacts) -> str:
    if _is_by_rule(finding):
        return "the office answers every area for improvement"
    return "section 55(5B) asks for its action, or its reason for none, on every recommendation"
