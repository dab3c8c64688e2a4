"""What a case puts into the office's calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casework.rules.deadlines import explained
from casework.rules.plan import COMMENTS, LAST, TARGET, Milestone

ALARMS = {LAST: (14, 7, 3, 1, 0), TARGET: (7, 1), COMMENTS: (2, 0)}
"""Days before an entry on which a calendar rings; the other entries ring on their own day."""

PROVISIONAL = "Provisional: the publication date has not been confirmed."


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One all-day entry."""

    uid: str
    """Stays the same when the day moves, so that a calendar moves the entry too."""
    summary: str
    on: date
    description: str = ""
    tentative: bool = False
    alarms_days_before: tuple[int, ...] = ()
    address: str | None = None
    """Web address of the report, if it has one."""


def case_entries(  # noqa: PLR0913 - a case is told by its parts: rules know no tables
    office: str,
    reference: str,
    title: str,
    published: date,
    plan: Iterable[Milestone],
    *,
    comments_due: date | None = None,
    provisional: bool = False,
    address: str | None = None,
) -> tuple[CalendarEntry, ...]:
    """Return the entries of one open case.

    `comments_due` is the date really set in the invitation; the plan's own
    date stands in until there is one.
    """
    notes = [title, explained(published), *([PROVISIONAL] if provisional else [])]
    return tuple(
        CalendarEntry(
            uid=f"{reference}.{milestone.key}@{office}".lower(),
            summary=f"{reference}: {milestone.name}",
            on=comments_due if comments_due and milestone.key == COMMENTS else milestone.on,
            description="\n".join(notes),
            tentative=provisional,
            alarms_days_before=ALARMS.get(milestone.key, (0,)),
            address=address,
        )
        for milestone in plan
    )


def meeting_entry(office: str, reference: str, number: int, board: str, on: date) -> CalendarEntry:
    """Return the entry of a meeting with a case on its agenda."""
    return CalendarEntry(
        uid=f"{reference}.meeting-{number}@{office}".lower(),
        summary=f"{reference}: on the agenda of {board}",
        on=on,
        alarms_days_before=(1,),
    )
