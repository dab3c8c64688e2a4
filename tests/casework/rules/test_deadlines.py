import json
from datetime import date, timedelta

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays
from hypothesis import given
from hypothesis import strategies as st

from casework.errors import RefusedInputError
from casework.registers.bank_holidays import bank_holidays
from casework.rules.deadlines import (
    RESPONSE_PERIOD,
    day_number,
    day_of_period,
    days_left,
    deadline_answer,
    explained,
    is_late,
    response_due,
    target_day,
)

WORKED_DATES = [
    (date(2022, 10, 14), date(2022, 12, 8)),
    (date(2022, 11, 2), date(2022, 12, 27)),
    (date(2023, 10, 31), date(2023, 12, 25)),
    (date(2019, 1, 15), date(2019, 3, 11)),
    (date(2024, 2, 28), date(2024, 4, 23)),
    (date(2023, 11, 6), date(2023, 12, 31)),
    (date(2024, 11, 7), date(2025, 1, 1)),
    (date(2026, 2, 2), date(2026, 3, 29)),
    (date(2026, 11, 23), date(2027, 1, 17)),
]
TWENTY_YEARS = [date(2010, 1, 1) + timedelta(days=n) for n in range(20 * 365 + 5)]
PUBLICATION_DATES = st.dates(date(1996, 1, 1), date(2100, 12, 31))


def counted_on_fingers(published: date) -> date:
    """Count the days one by one on the calendar's own numbers, with no arithmetic of ours."""
    ordinal, day = published.toordinal(), 1
    while day != 56:
        ordinal, day = ordinal + 1, day + 1
    return date.fromordinal(ordinal)


@pytest.mark.parametrize(("published", "last"), WORKED_DATES)
def test_the_last_day_is_the_fifty_sixth_and_publication_is_the_first(
    published: date, last: date
) -> None:
    assert response_due(published) == last


def test_twenty_years_of_last_days_agree_with_counting_on_fingers() -> None:
    assert [response_due(day) for day in TWENTY_YEARS] == [
        counted_on_fingers(day) for day in TWENTY_YEARS
    ]


@given(PUBLICATION_DATES)
def test_the_last_day_is_the_weekday_before_that_of_publication(published: date) -> None:
    assert response_due(published).isoweekday() % 7 == (published.isoweekday() - 1) % 7


@given(PUBLICATION_DATES, st.integers(-100, 200))
def test_the_days_gone_and_the_days_left_make_fifty_six(published: date, offset: int) -> None:
    today = published + timedelta(days=offset)
    assert day_number(published, today) + days_left(published, today) == RESPONSE_PERIOD.days
    assert is_late(published, today) == (day_number(published, today) > 56)


@given(PUBLICATION_DATES, st.integers(-20, 120))
def test_a_day_and_its_number_tell_each_other(published: date, number: int) -> None:
    assert day_number(published, day_of_period(published, number)) == number


def test_the_day_before_publication_is_day_nought() -> None:
    assert day_number(date(2022, 10, 14), date(2022, 10, 13)) == 0


def test_the_target_agrees_with_the_governments_own_bank_holidays_over_2012_to_2028() -> None:
    oracle = BankHolidays(use_cached_holidays=True)
    division = BankHolidays.ENGLAND_AND_WALES
    kept = {h["date"] for h in oracle.get_holidays(division=division)}
    assert min(kept).year == 2012
    assert max(kept).year == 2028
    ours = bank_holidays(2012, 2028)
    published = date(2012, 1, 1)
    while response_due(published).year <= 2028:
        last = response_due(published)
        expected = (
            last
            if oracle.is_work_day(last, division=division)
            else oracle.get_prev_work_day(date=last, division=division)
        )
        assert target_day(published, ours) == expected
        published += timedelta(days=1)


@pytest.mark.parametrize(
    ("published", "target"),
    [
        (date(2022, 10, 14), date(2022, 12, 8)),
        (date(2022, 11, 2), date(2022, 12, 23)),
        (date(2024, 11, 7), date(2024, 12, 31)),
        (date(2022, 7, 26), date(2022, 9, 16)),
    ],
    ids=["a working day", "Christmas and its substitutes", "New Year's Day", "a day of mourning"],
)
def test_a_last_day_nobody_works_moves_the_target_to_the_front(
    published: date, target: date
) -> None:
    assert target_day(published, bank_holidays(2022, 2025)) == target


def test_the_arithmetic_is_told_in_words() -> None:
    assert explained(date(2022, 10, 14)) == (
        "Day 1 is Friday 14 October 2022; day 56 is Thursday 8 December 2022 "
        "(Police Act 1996 s.55(5A))."
    )


def test_the_answer_of_the_command_is_the_exchange_format() -> None:
    answer = deadline_answer(date(2022, 10, 14), date(2022, 10, 25), bank_holidays(2022, 2023))
    assert json.loads(json.dumps(answer.as_json())) == {
        "published": "2022-10-14",
        "last_day": "2022-12-08",
        "day_number_today": 12,
        "days_left": 44,
        "target": "2022-12-08",
        "explained": "Day 1 is Friday 14 October 2022; day 56 is Thursday 8 December 2022 "
        "(Police Act 1996 s.55(5A)).",
    }


@pytest.mark.parametrize(
    "slip", [date(1995, 12, 31), date(202, 10, 14), date(2101, 1, 1), date.max]
)
def test_a_year_that_must_be_a_slip_is_refused(slip: date) -> None:
    with pytest.raises(RefusedInputError, match="between 1996 and 2100"):
        deadline_answer(slip, date(2022, 10, 14), frozenset())


@pytest.mark.parametrize("edge", [date(1996, 1, 1), date(2100, 12, 31)])
def test_the_first_and_last_day_that_make_sense_are_taken(edge: date) -> None:
    assert response_due(edge) == counted_on_fingers(edge)


def test_the_last_day_itself_is_not_late_and_the_next_is() -> None:
    assert not is_late(date(2022, 10, 14), date(2022, 12, 8))
    assert is_late(date(2022, 10, 14), date(2022, 12, 9))
