"""What is wrong with a case, in words; and what a week asks of the signatory."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.registers.bank_holidays import bank_holidays_around
from casework.rules.plan import milestones
from casework.rules.troubles import Standing, troubles
from casework.rules.week import decisions_in, week_of
from models.shapes.route import FULL_ROUTE, LeadTimes
from models.words import CommentsState, Stage

DAY_ONE = date(2022, 10, 14)
WELL = Standing(
    stage=Stage.CONFIRMED,
    published=DAY_ONE,
    provisional=False,
    responded_on=None,
    has_lead=True,
    has_clock=True,
    comments=(),
)
PLAN = milestones(DAY_ONE, FULL_ROUTE, LeadTimes(), bank_holidays_around(DAY_ONE))


def test_nothing_is_wrong_with_a_case_on_its_way() -> None:
    assert troubles(WELL, DAY_ONE) == ()


@pytest.mark.parametrize(
    ("changed", "today", "said"),
    [
        ({}, date(2022, 12, 9), "1 day late: day 56 was 8 December 2022"),
        ({}, date(2022, 11, 28), "10 days left, and it is not with its signatories"),
        ({"provisional": True}, DAY_ONE, "nobody has confirmed the publication date"),
        ({"has_lead": False}, DAY_ONE, "nobody leads it"),
        ({"faults": ("no disk",)}, DAY_ONE, "publication failed: no disk"),
        (
            {"comments": ((CommentsState.SENT, date(2022, 11, 3)),)},
            date(2022, 11, 4),
            "the chief officer’s comments were due on 3 November 2022",
        ),
        (
            {"comments": ((CommentsState.BOUNCED, None),)},
            DAY_ONE,
            "an invitation came back: nobody was invited",
        ),
    ],
)
def test_each_trouble_is_said_in_words(changed: dict[str, object], today: date, said: str) -> None:
    assert troubles(replace(WELL, **changed), today) == (said,)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changed",
    [{"stage": Stage.SIGNING}, {"responded_on": date(2022, 11, 1)}, {"has_clock": False}],
)
def test_the_last_ten_days_trouble_nobody_whose_response_is_far_enough(
    changed: dict[str, object],
) -> None:
    assert troubles(replace(WELL, **changed), date(2022, 12, 1)) == ()  # type: ignore[arg-type]


def test_comments_that_came_are_never_overdue() -> None:
    came = replace(WELL, comments=((CommentsState.FINAL, date(2022, 11, 3)),))
    assert troubles(came, date(2022, 11, 20)) == ()


def test_a_week_begins_on_monday() -> None:
    for day in range(7):
        on = date(2022, 10, 17) + timedelta(days=day)
        assert week_of(on) == (date(2022, 10, 17), date(2022, 10, 23))


def test_every_decision_of_the_signatory_falls_into_one_week_of_the_plan() -> None:
    weeks = [decisions_in(PLAN, DAY_ONE + timedelta(weeks=n), Stage.OPENED) for n in range(9)]
    keys = [one.key for week in weeks for one in week]
    assert keys == ["steer", "accountability_meeting", "signed"]


@pytest.mark.parametrize("stage", [Stage.SIGNED, Stage.CLOSED, Stage.NOT_ANSWERED])
def test_what_is_signed_or_ended_asks_for_no_decision(stage: Stage) -> None:
    weeks = (DAY_ONE + timedelta(weeks=n) for n in range(9))
    assert not any(decisions_in(PLAN, week, stage) for week in weeks)


def test_the_last_day_itself_is_not_late() -> None:
    assert troubles(WELL, date(2022, 12, 8)) == (
        "no days left, and it is not with its signatories",
    )
    assert troubles(WELL, date(2022, 11, 27)) == (), "eleven days are left"


def test_what_is_due_today_is_not_overdue() -> None:
    due = date(2022, 11, 3)
    waiting = replace(
        WELL, comments=((CommentsState.EXTENDED, due),), unanswered=(("A. Marsh", due),)
    )
    assert troubles(waiting, due) == ()
    assert troubles(waiting, due + timedelta(days=1)) == (
        "the chief officer’s comments were due on 3 November 2022",
        "it waits for A. Marsh: a question was to be answered by 3 November 2022",
    )


@pytest.mark.parametrize(("number", "told"), [(1, "1 override"), (2, "2 overrides")])
def test_overrides_at_which_nobody_looked_are_counted(number: int, told: str) -> None:
    assert troubles(replace(WELL, overrides=number), DAY_ONE) == (
        f"{told} by the monitoring officer, and no second person has looked",
    )


MEETING = date(2022, 11, 11)
NO_MEETING = (
    "no accountability meeting is planned, and the body’s own action comes from it: "
    "by the plan it {} by 11 November 2022"
)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (-15, None),
        (-14, "should be held"),
        (0, "should be held"),
        (1, "should have been held"),
    ],
)
def test_a_meeting_is_missed_from_two_weeks_before_its_day(days: int, told: str | None) -> None:
    case = replace(WELL, meeting_by=MEETING)
    said = (NO_MEETING.format(told),) if told else ()
    assert troubles(case, MEETING + timedelta(days=days)) == said


def test_no_meeting_is_missed_once_the_response_is_with_its_signatories() -> None:
    assert troubles(replace(WELL, meeting_by=MEETING, stage=Stage.SIGNING), MEETING) == ()
