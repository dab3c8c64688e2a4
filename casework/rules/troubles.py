"""What is wrong with a case, in words: beside its next act, for whoever looks at the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from casework.rules.deadlines import RESPONSE_PERIOD, days_left, response_due
from casework.rules.plan import has_reached
from casework.rules.wording import british_date, counted
from models.words import CommentsState, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

LATE_TO_SIGN: Final = 10
"""Days left at which a response should be with its signatories; the office's first escalation."""
MEETING_WARNING: Final = timedelta(days=14)
"""Before its planned day: time enough to put the case on an agenda."""
AWAITED: Final = frozenset({CommentsState.SENT, CommentsState.EXTENDED})


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands, as far as something may be wrong with it."""

    stage: Stage
    published: date
    provisional: bool
    responded_on: date | None
    has_lead: bool
    has_clock: bool
    comments: Sequence[tuple[CommentsState, date | None]]
    """(state, day by which something is still awaited) of each force.

    Once comments came, the day no longer matters: it is the office's turn to say what they are.
    """
    faults: Sequence[str] = ()
    """What the publishers said went wrong."""
    overrides: int = 0
    """Overrides of the monitoring officer at which no second person has looked."""
    unanswered: Sequence[tuple[str, date]] = ()
    """(who was asked, by which day) of each question to a colleague without a reply."""
    meeting_by: date | None = None
    """Planned day of the meeting that settles the body's own action, while none is noted."""


def troubles(case: Standing, today: date) -> tuple[str, ...]:
    """Return what is wrong with an open case, the gravest first; nothing is the best answer."""
    return tuple(_troubles(case, today))


def _troubles(case: Standing, today: date) -> Iterator[str]:
    if case.has_clock and case.responded_on is None:
        yield from _of_the_clock(case, today)
    for state, due in case.comments:
        if state is CommentsState.BOUNCED:
            yield "an invitation came back: nobody was invited"
        if state in AWAITED and due and due < today:
            yield f"the chief officer’s comments were due on {british_date(due)}"
    for who, due in case.unanswered:
        if due < today:
            yield f"it waits for {who}: a question was to be answered by {british_date(due)}"
    for fault in case.faults:
        yield f"publication failed: {fault}"
    if case.overrides:
        flagged = counted(case.overrides, "override")
        yield f"{flagged} by the monitoring officer, and no second person has looked"
    if not case.has_lead:
        yield "nobody leads it"


def _of_the_clock(case: Standing, today: date) -> Iterator[str]:
    left = days_left(case.published, today)
    if left < 0:
        last = british_date(response_due(case.published))
        yield f"{counted(-left, 'day')} late: day {RESPONSE_PERIOD.days} was {last}"
    elif left <= LATE_TO_SIGN and not has_reached(case.stage, Stage.SIGNING):
        yield f"{counted(left, 'day')} left, and it is not with its signatories"
    if case.provisional:
        yield "nobody has confirmed the publication date"
    by = case.meeting_by
    if by and today >= by - MEETING_WARNING and not has_reached(case.stage, Stage.SIGNING):
        yield no_meeting(by, today)


def no_meeting(by: date, today: date) -> str:
    """Return the warning that no meeting is noted, though the plan asks for one by a day."""
    asked = "should have been held" if by < today else "should be held"
    return (
        "no accountability meeting is planned, and the body’s own action comes from it: "
        f"by the plan it {asked} by {british_date(by)}"
    )
