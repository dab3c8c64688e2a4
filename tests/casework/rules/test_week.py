"""What a week asks of whoever signs."""

from datetime import date, timedelta

import pytest

from casework.rules.plan import Milestone
from casework.rules.week import decisions_in, week_of
from models.words import Stage

MONDAY = date(2022, 10, 17)
SUNDAY = date(2022, 10, 23)


def due(key: str, on: date) -> Milestone:
    return Milestone(key, key, 1, on)


@pytest.mark.parametrize("day", [MONDAY, date(2022, 10, 19), SUNDAY])
def test_a_week_goes_from_monday_to_sunday(day: date) -> None:
    assert week_of(day) == (MONDAY, SUNDAY)


def test_only_what_falls_into_the_week_is_asked_in_it() -> None:
    plan = [due("steer", MONDAY + timedelta(days=n)) for n in (-1, 0, 6, 7)]
    assert [one.on for one in decisions_in(plan, date(2022, 10, 19), Stage.OPENED)] == [
        MONDAY,
        SUNDAY,
    ]


def test_only_what_the_signatory_decides_is_asked_of_them() -> None:
    plan = [due(key, MONDAY) for key in ("triage", "steer", "accountability_meeting", "signed")]
    assert [one.key for one in decisions_in(plan, MONDAY, Stage.CONFIRMED)] == [
        "steer",
        "accountability_meeting",
        "signed",
    ]


def test_what_the_case_has_gone_past_is_asked_no_more() -> None:
    plan = [due("steer", MONDAY), due("signed", MONDAY)]
    assert [one.key for one in decisions_in(plan, MONDAY, Stage.SIGNING)] == ["signed"]
    assert decisions_in(plan, MONDAY, Stage.SIGNED) == ()


def test_a_case_that_is_not_carried_forward_asks_nothing() -> None:
    assert decisions_in([due("steer", MONDAY)], MONDAY, Stage.NOT_OUR_SUBJECT) == ()
