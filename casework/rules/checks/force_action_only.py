"""An answer that tells what the force does and nothing of what the body does."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import Spot, at, noticed
from casework.rules.checks.pointing import spot_of
from casework.rules.checks.unanswered_recommendation import wants_answer
from casework.rules.manuscript.answered import Answered, Reply
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "force_action_only"


def force_action_only(response: Response) -> Iterator[Observation]:
    """Yield each answer from which nobody learns what the body itself does, or why nothing."""
    for number, finding in enumerate(response.facts.findings):
        reply = response.replies[number]
        if reply.answered is not Answered.FORCE_ONLY or not wants_answer(response, finding):
            continue
        ref = finding.ref or "this finding"
        yield noticed(
            CHECK,
            Severity.ERROR,
            f"The answer to {ref} tells only what the force does; section 55(5B) asks what the "
            "body itself has done or proposes, or why nothing.",
            _spot(response, reply, number),
            suggestion="Add what the body does: asks, funds, holds to account, or why it does not.",
        )


def _spot(response: Response, reply: Reply, number: int) -> Spot:
    """Return the first of its words that tell of the force, else the place of the finding."""
    for one in reply.passages:
        passage = response.passages[one]
        if response.body.tells_force_only(passage.words):
            return at(passage)
    return spot_of(response, number)
