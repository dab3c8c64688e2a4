"""What must stand in a response before anybody signs it. Police Act 1996 s.55(5), (5B)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.words import COMMENTS_CLOSED, CommentsState, FindingClass

ANSWERED_ALWAYS = frozenset({FindingClass.RECOMMENDATION})
"""s.55(5B) speaks of recommendations only; a cause of concern carries its own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A finding and whether the body's own words answer it."""

    reference: str
    klass: FindingClass
    answered: bool


def unanswered(asked: Iterable[Asked], *, areas_need_answer: bool) -> tuple[str, ...]:
    """Return the references of findings that still want the body's own answer.

    Every recommendation, whoever it is addressed to: (5B) has no addressee
    limit. Areas for improvement by the office's own rule.
    """
    classes = set(ANSWERED_ALWAYS)
    if areas_need_answer:
        classes |= {FindingClass.AREA_FOR_IMPROVEMENT}
    return tuple(one.reference for one in asked if one.klass in classes and not one.answered)


def comments_open(states: Sequence[tuple[str, CommentsState]]) -> tuple[str, ...]:
    """Return the forces whose comments are still to come: nobody signs before they are closed."""
    return tuple(force for force, state in states if state not in COMMENTS_CLOSED)
