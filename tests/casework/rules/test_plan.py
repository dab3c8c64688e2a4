from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.registers.bank_holidays import bank_holidays_around
from casework.rules.deadlines import response_due
from casework.rules.plan import (
    FORWARD_STAGES,
    PLAN_KEYS,
    chasers_due,
    comments_due_day,
    day_to_sign,
    escalations_due,
    has_reached,
    marks_reached,
    milestones,
    milestones_passed,
    planned_day,
    reminders_due,
)
from casework.rules.working_days import is_working_day
from models.shapes.route import FULL_ROUTE, SHORT_ROUTE, LeadTimes
from models.words import FINISHED, WAYS_OUT, Stage

PUBLISHED = date(2022, 10, 14)
LEAD = LeadTimes()
DATES = st.dates(date(2012, 1, 1), date(2040, 12, 31))


def days_of(plan_of: date, **changes: bool) -> dict[str, date]:
    plan = milestones(plan_of, FULL_ROUTE, LEAD, bank_holidays_around(plan_of), **changes)
    return {milestone.key: milestone.on for milestone in plan}


def test_the_plan_of_the_sample_stands_on_these_days() -> None:
    assert {key: f"{on:%a %d %b}" for key, on in days_of(PUBLISHED).items()} == {
        "triage": "Fri 14 Oct",
        "invitation": "Fri 14 Oct",  # day 2 is a Saturday
        "findings_agreed": "Tue 18 Oct",
        "steer": "Fri 21 Oct",  # day 10 is a Sunday
        "comments_due": "Thu 03 Nov",
        "accountability_meeting": "Fri 11 Nov",
        "fact_check": "Thu 17 Nov",
        "submitted": "Fri 18 Nov",
        "internal_review": "Fri 25 Nov",
        "approved": "Fri 25 Nov",
        "signed": "Thu 01 Dec",
        "web": "Mon 05 Dec",
        "target": "Thu 08 Dec",
        "last_day": "Thu 08 Dec",
    }


@given(DATES)
def test_every_milestone_is_worked_lies_in_the_period_and_stands_in_order(published: date) -> None:
    holidays = bank_holidays_around(published)
    plan = milestones(published, FULL_ROUTE, LEAD, holidays)
    assert [m.on for m in plan] == sorted(m.on for m in plan)
    for milestone in plan:
        assert published <= milestone.on <= response_due(published)
        assert milestone.on == published + timedelta(days=milestone.day - 1)
        assert milestone.key == "last_day" or is_working_day(milestone.on, holidays)


def test_nobody_is_invited_before_a_report_that_comes_out_on_a_saturday() -> None:
    days = days_of(date(2022, 10, 15))
    assert days["triage"] == days["invitation"] == date(2022, 10, 17)


def test_a_report_of_a_monday_is_sorted_that_day_and_answered_with_an_invitation_the_next() -> None:
    days = days_of(date(2022, 11, 7))
    assert days["triage"] == date(2022, 11, 7)
    assert days["invitation"] == date(2022, 11, 8)


def test_press_lines_belong_to_an_embargoed_case_and_come_before_the_report() -> None:
    assert "press_lines" not in days_of(PUBLISHED)
    assert days_of(PUBLISHED, embargoed=True)["press_lines"] < PUBLISHED


def test_a_short_route_has_its_own_days_and_leaves_out_what_it_says() -> None:
    plan = milestones(PUBLISHED, SHORT_ROUTE, LEAD, frozenset())
    keys = {milestone.key for milestone in plan}
    assert keys.isdisjoint({"fact_check", "internal_review", "approved"})
    assert {"submitted", "signed", "last_day"} <= keys


def test_what_a_route_leaves_out_is_in_the_plan() -> None:
    assert set(SHORT_ROUTE.leave_out) <= PLAN_KEYS


def test_an_office_sets_other_days_for_its_milestones() -> None:
    lead = LeadTimes(milestone_days={"steer": 12})
    plan = milestones(PUBLISHED, FULL_ROUTE, lead, frozenset())
    assert next(m.on for m in plan if m.key == "steer") == date(2022, 10, 25)


def test_a_slipped_publication_date_moves_the_whole_plan() -> None:
    before, after = days_of(PUBLISHED), days_of(PUBLISHED + timedelta(days=7))
    assert {key: after[key] - before[key] for key in before} == dict.fromkeys(
        before, timedelta(days=7)
    )


def test_the_day_to_sign_is_that_of_the_routes_last_step() -> None:
    assert day_to_sign(PUBLISHED, FULL_ROUTE, frozenset()) == days_of(PUBLISHED)["signed"]


def test_the_date_for_comments_moves_on_and_not_back() -> None:
    published = date(2022, 10, 15)
    assert comments_due_day(published, LEAD, frozenset()) == date(2022, 11, 4)
    assert comments_due_day(date(2022, 10, 16), LEAD, frozenset()) == date(2022, 11, 7)


@given(DATES, st.integers(0, 90))
def test_a_chief_officer_always_has_the_least_number_of_days(published: date, late: int) -> None:
    invited = published + timedelta(days=late)
    holidays = bank_holidays_around(published)
    due = comments_due_day(published, LEAD, holidays, invited_on=invited)
    assert (due - invited).days >= LEAD.comments_least_days
    assert due >= published + timedelta(days=20)
    assert is_working_day(due, holidays)


@pytest.mark.parametrize(
    ("left", "sent", "due"),
    [
        (29, (), ()),
        (28, (), (28,)),
        (27, (28,), ()),
        (2, (28,), (14, 7, 3)),
        (0, (28, 14, 7, 3, 1), (0,)),
        (-5, (), (28, 14, 7, 3, 1, 0)),
    ],
    ids=["too early", "on the day", "not twice", "after an outage", "last day", "all missed"],
)
def test_marks_that_passed_unsent_are_due_together(
    left: int, sent: tuple[int, ...], due: tuple[int, ...]
) -> None:
    today = response_due(PUBLISHED) - timedelta(days=left)
    assert reminders_due(PUBLISHED, LEAD, today, sent) == due


@given(st.sets(st.integers(0, 60)), st.lists(st.integers(-10, 70), min_size=1))
def test_whatever_days_the_sweep_ran_each_mark_is_sent_once(
    marks: set[int], lefts: list[int]
) -> None:
    last = response_due(PUBLISHED)
    sent: list[int] = []
    for left in sorted(lefts, reverse=True):
        sent += marks_reached(last, marks, last - timedelta(days=left), sent)
    assert sorted(sent) == sorted(m for m in marks if m >= min(lefts))


def test_nothing_is_due_before_the_report_is_out() -> None:
    lead = LeadTimes(reminders_days_left=(80,))
    assert reminders_due(PUBLISHED, lead, PUBLISHED - timedelta(days=1)) == ()
    assert reminders_due(PUBLISHED, lead, PUBLISHED) == (80,)


@pytest.mark.parametrize(
    ("invited", "today", "due"),
    [
        (date(2022, 10, 14), date(2022, 10, 26), ()),
        (date(2022, 10, 14), date(2022, 10, 27), (7,)),
        (date(2022, 10, 14), date(2022, 11, 2), (7, 2)),
        (date(2022, 10, 27), date(2022, 11, 2), (2,)),
        (date(2022, 10, 14), date(2022, 11, 3), (7, 2)),
        (date(2022, 10, 14), date(2022, 11, 4), ()),
    ],
    ids=[
        "too early",
        "a week before",
        "after an outage",
        "invited late",
        "on the date itself",
        "date has passed",
    ],
)
def test_a_chaser_falls_between_the_invitation_and_its_date(
    invited: date, today: date, due: tuple[int, ...]
) -> None:
    assert chasers_due(invited, date(2022, 11, 3), LEAD, today) == due


@pytest.mark.parametrize(
    ("left", "stage", "marks"),
    [
        (11, Stage.OPENED, []),
        (10, Stage.IN_REVIEW, [10]),
        (10, Stage.SIGNING, []),
        (4, Stage.OPENED, [10, 5]),
        (4, Stage.SIGNING, [5]),
        (-1, Stage.SCHEDULED, [-1]),
        (-1, Stage.PUBLISHED, []),
        (-30, Stage.NOT_OUR_SUBJECT, []),
    ],
)
def test_a_case_that_has_not_come_far_enough_is_escalated(
    left: int, stage: Stage, marks: list[int]
) -> None:
    today = response_due(PUBLISHED) - timedelta(days=left)
    due = escalations_due(PUBLISHED, LEAD, stage, today)
    assert [rule.days_left for rule in due] == marks
    assert escalations_due(PUBLISHED, LEAD, stage, today, sent=marks) == ()


def test_every_stage_can_be_asked_how_far_it_has_come() -> None:
    assert set(FORWARD_STAGES) | WAYS_OUT == set(Stage)
    for stage in Stage:
        assert has_reached(stage, Stage.OPENED)
        assert has_reached(stage, Stage.CLOSED) is (stage in FINISHED)


def test_milestones_that_passed_are_told_once() -> None:
    plan = milestones(PUBLISHED, FULL_ROUTE, LEAD, frozenset())
    passed = milestones_passed(plan, date(2022, 10, 18), sent={"triage"})
    assert [milestone.key for milestone in passed] == ["invitation", "findings_agreed"]


def test_the_day_of_one_milestone_is_that_of_the_whole_plan() -> None:
    holidays = bank_holidays_around(PUBLISHED)
    for key, on in days_of(PUBLISHED, embargoed=True).items():
        if key not in {"comments_due", "target", "last_day"}:
            assert planned_day(key, PUBLISHED, FULL_ROUTE, LEAD, holidays) == on, key
    later = LeadTimes(milestone_days={"steer": 12})
    assert planned_day("steer", PUBLISHED, FULL_ROUTE, later, holidays) == date(2022, 10, 25)


def test_what_a_route_leaves_out_has_no_day() -> None:
    holidays = bank_holidays_around(PUBLISHED)
    assert planned_day("fact_check", PUBLISHED, SHORT_ROUTE, LEAD, holidays) is None
    assert planned_day("nothing", PUBLISHED, FULL_ROUTE, LEAD, holidays) is None
