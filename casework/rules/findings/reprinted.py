"""Findings of an earlier report that a letter prints again to say what became of them."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from casework.rules.findings.deadlines import deadline_of
from casework.rules.findings.drafts import Draft
from models.words import DeadlineKind, FindingClass, ReportKind

_SAYS_A_DAY = frozenset({DeadlineKind.DATE, DeadlineKind.MONTH, DeadlineKind.PERIOD})
_LONGEST_READ = 2000


class Kept(NamedTuple):
    """The letter's own findings, and how many were an earlier report's."""

    drafts: tuple[Draft, ...]
    left_out: int


def without_reprints(drafts: Sequence[Draft], kind: ReportKind, published: date | None) -> Kept:
    """Return the findings that are this report's own.

    A letter that revisits a force prints the recommendations it follows up:
    what was due before the letter appeared is not asked for now. A cause of
    concern goes with the last of its recommendations.
    """
    if kind is not ReportKind.REVISIT_LETTER or published is None:
        return Kept(tuple(drafts), 0)
    old = {id(draft) for draft in drafts if _was_due(draft, published)}
    for cause in drafts:
        below = [draft for draft in drafts if draft.parent is cause]
        is_cause = cause.klass is FindingClass.CAUSE_OF_CONCERN
        if is_cause and below and all(id(draft) in old for draft in below):
            old.add(id(cause))
    return Kept(tuple(d for d in drafts if id(d) not in old), len(old))


def _was_due(draft: Draft, published: date) -> bool:
    deadline = deadline_of(draft.text[:_LONGEST_READ], published)
    return deadline.kind in _SAYS_A_DAY and deadline.day is not None and deadline.day < published
