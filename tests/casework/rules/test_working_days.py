from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.rules.working_days import (
    is_working_day,
    next_working_day,
    previous_working_day,
    working_day_on_or_after,
    working_day_on_or_before,
    working_days_between,
)

DAYS = st.dates(date(2000, 1, 1), date(2050, 1, 1))
HOLIDAYS = st.frozensets(st.dates(date(2010, 1, 1), date(2010, 3, 1)), max_size=40)
NEARBY = st.dates(date(2009, 12, 1), date(2010, 4, 1))


@given(NEARBY, HOLIDAYS)
def test_both_ways_end_on_the_nearest_working_day(day: date, holidays: frozenset[date]) -> None:
    before = working_day_on_or_before(day, holidays)
    after = working_day_on_or_after(day, holidays)
    assert before <= day <= after
    between = [before + timedelta(days=n) for n in range((after - before).days + 1)]
    assert {d for d in between if is_working_day(d, holidays)} == {before, after}


@given(NEARBY, HOLIDAYS)
def test_a_working_day_stays_and_its_neighbours_lead_back_to_it(
    day: date, holidays: frozenset[date]
) -> None:
    day = working_day_on_or_after(day, holidays)
    assert working_day_on_or_before(day, holidays) == day
    assert previous_working_day(next_working_day(day, holidays), holidays) == day


@given(DAYS)
def test_without_bank_holidays_a_week_has_five_working_days(day: date) -> None:
    assert working_days_between(day, day + timedelta(days=6), frozenset()) == 5


@pytest.mark.parametrize(
    ("day", "worked"),
    [(date(2022, 10, 14), True), (date(2022, 10, 15), False), (date(2022, 10, 16), False)],
)
def test_saturday_and_sunday_are_not_worked(day: date, worked: bool) -> None:  # noqa: FBT001
    assert is_working_day(day, frozenset()) is worked


def test_no_working_days_lie_between_a_day_and_an_earlier_one() -> None:
    assert working_days_between(date(2022, 10, 14), date(2022, 10, 10), frozenset()) == 0


def test_working_days_are_counted_forwards_from_the_first() -> None:
    friday, christmas = date(2022, 12, 23), frozenset({date(2022, 12, 26), date(2022, 12, 27)})
    assert working_days_between(friday, date(2022, 12, 28), christmas) == 2
