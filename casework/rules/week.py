"""What a week asks of whoever signs: the milestones of the plan that are theirs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from casework.rules.plan import FORWARD_STAGES, has_reached
from models.words import SignatureStep, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casework.rules.plan import Milestone

OF_THE_SIGNATORY: Final = {
    "steer": Stage.SIGNING,
    "accountability_meeting": Stage.SIGNING,
    SignatureStep.SIGNED.value: Stage.SIGNED,
}
"""Milestones on which the holder of the office decides, and the stage by which each is past."""
SIX_DAYS: Final = timedelta(days=6)


def week_of(day: date) -> tuple[date, date]:
    """Return the Monday and the Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + SIX_DAYS


def decisions_in(plan: Iterable[Milestone], day: date, stage: Stage) -> tuple[Milestone, ...]:
    """Return what the signatory has to decide in the week of this day, earliest first."""
    if stage not in FORWARD_STAGES:
        return ()
    monday, sunday = week_of(day)
    return tuple(
        one
        for one in plan
        if monday <= one.on <= sunday
        and one.key in OF_THE_SIGNATORY
        and not has_reached(stage, OF_THE_SIGNATORY[one.key])
    )
