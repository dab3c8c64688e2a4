"""An answer that tells what the force does and nothing of what the body does."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import Spot, at, noticed
from casework.rules.checks.pointing import spot_of
from casework.rules.checks.unanswered_recommendation import wants_answer
from casework.rules.manuscript.answered import Answered, Reply
from casework.rules.manuscript.deed_words import FEW
from casework.rules.manuscript.deeds import sentences
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "force_action_only"
_ALL: Final = phrase(
    r"\b(?:all|each|every|these|those|the)\b[^.]{0,60}?"
    r"\b(?:recommendations|findings|areas\s+for\s+improvement|actions|report|progress)\b"
)
_OURS: Final = phrase(
    r"\b(?:I|we|me|us|my|our|board|panel|committee|commissioner|mayor|deputy|office|o?p(?:f)?cc|plan"
    r"|precept|budget|meeting|session|oversight|governance|account|asked|fund\w*|grants?"
    r"|hmic\w*|inspect\w*|closed|discharged|scrutin\w+|assur\w+|monitor\w*|challeng\w+|request\w*|commission\w*)\b"
)
"""What may be the body's doing: its people, meetings and money, or a passive ("was asked")."""
_LABEL: Final = re.compile(r"^[\W\d]{0,20}(?:[\w’' ]{1,40}\)?[.:–]\s{1,9})?[\W\d]{0,20}")
"""At the head of a line: what it answers, and that it is an answer."""
_DATED: Final = re.compile(r"^\W{0,9}(?:\w{1,20}:\s{1,9})?\d{1,2}\s{1,9}[A-Z]")
"""A date in a column of its own."""
_IT: Final = re.compile(r"^\W{0,9}(?:It|They|He|She)\b")
"""At the head of a sentence that goes on about the force."""


def force_action_only(response: Response) -> Iterator[Observation]:
    """Yield each answer from which nobody learns what the body itself does, or why nothing.

    Who acts is read from the meaning of words: an error only where every sentence
    is about the force, and the body is not named in any.
    """
    watched = _watches_all(response)
    for number, finding in enumerate(response.facts.findings):
        reply = response.replies[number]
        if reply.answered is not Answered.FORCE_ONLY or not wants_answer(response, finding):
            continue
        ref = finding.ref or "this finding"
        yield noticed(
            CHECK,
            Severity.ERROR if not watched and _is_all_theirs(response, reply) else Severity.WARNING,
            f"The answer to {ref} tells only what the force does; section 55(5B) asks what the "
            "body itself has done or proposes, or why nothing.",
            _spot(response, reply, number),
            suggestion="Add what the body does: asks, funds, holds to account, or why it does not.",
        )


def _watches_all(response: Response) -> bool:
    """Return whether the body says somewhere what it does about every recommendation."""
    told = (one for p in response.own() if not p.is_heading for one in sentences(p.words))
    return any(_ALL.search(one) and response.body.commits(one) for one in told)


def _is_all_theirs(response: Response, reply: Reply) -> bool:
    """Return whether every sentence opens with the force, and none names the body."""
    words = "\n".join(_LABEL.sub("", line) for line in reply.words.splitlines())
    told = [one for one in sentences(words) if len(one.split()) > FEW and not _DATED.match(one)]
    return not _OURS.search(words) and all(
        response.body.force.match(one.lstrip("“\"‘'(–- ")) or _IT.match(one) for one in told
    )


def _spot(response: Response, reply: Reply, number: int) -> Spot:
    """Return the first of its words that tell of the force, else the place of the finding."""
    for one in reply.passages:
        passage = response.passages[one]
        if response.body.tells_force_only(passage.words):
            return at(passage)
    return spot_of(response, number)
