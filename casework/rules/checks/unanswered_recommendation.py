"""A recommendation, or an area for improvement, without the body's own answer."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.checks.pointing import is_ours, spot_of
from casework.rules.completeness import ANSWERED_ALWAYS
from casework.rules.manuscript.answered import Answered
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.response import Response
from models.shapes.checking import FindingFacts, Observation, Severity
from models.words import FindingClass

CHECK: Final = "unanswered_recommendation"


def unanswered_recommendation(response: Response) -> Iterator[Observation]:
    """Yield each finding to which the body says neither what it does nor why it does nothing.

    What stands only in the reply to the chief officer, in their words or in the
    force's column does not meet s.55(5B).
    """
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
        yield noticed(
            CHECK,
            Severity.ERROR,
            f"{finding.ref or 'This finding'} has no answer of the body's own: {_why(finding)}.",
            spot,
            suggestion="Say what the body has done or proposes, or why it proposes nothing.",
        )


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


def _why(finding: FindingFacts) -> str:
    if finding.klass in ANSWERED_ALWAYS:
        return "section 55(5B) asks for its action, or its reason for none, on every recommendation"
    return "the office answers every area for improvement"
