"""Dates in prose are found where they stand, and read as a British reader reads them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.rules.manuscript.dated import Grain
from casework.rules.manuscript.dated_words import dates_in

MET = date(2024, 4, 10)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("On the 24 October 2021 I met him", "24 October 2021"),
        ("on 24th October, 2021.", "24th October, 2021"),
        ("the 24th of October 2021", "24th of October 2021"),
        ("24\xa0October\xa02021", "24\xa0October\xa02021"),
        ("October 24, 2021", "October 24, 2021"),
        ("at 2021-10-24", "2021-10-24"),
        ("on 24/10/2021", "24/10/2021"),
        ("on 24.10.2021.", "24.10.2021"),
        ("on 24/10/21", "24/10/21"),
        ("on 24 Oct. 2021", "24 Oct. 2021"),
        ("Sunday, 24 October 2021", "Sunday, 24 October 2021"),
        ("Sunday the 24th of October 2021", "Sunday the 24th of October 2021"),
        ("22 and 24 October 2021", "24 October 2021"),
        ("22-24 October 2021", "24 October 2021"),
        ("10/24/2021", "10/24/2021"),
    ],
)
def test_a_day_is_read_in_every_usual_form(words: str, told: str) -> None:
    (found,) = (one for one in dates_in(words) if one.is_day)
    assert found.words == words[found.start : found.end] == told
    assert (found.first, found.last) == (date(2021, 10, 24), date(2021, 10, 24))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("by January 2024", date(2024, 1, 1), date(2024, 1, 31)),
        ("in Feb 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("by Spring 2023", date(2023, 3, 1), date(2023, 5, 31)),
        ("in the summer of 2023", date(2023, 6, 1), date(2023, 8, 31)),
        ("in autumn 2023", date(2023, 9, 1), date(2023, 11, 30)),
        ("in winter 2023/24", date(2023, 12, 1), date(2024, 2, 29)),
        ("in Q1 2024", date(2024, 1, 1), date(2024, 3, 31)),
        ("in the last quarter of 2024", date(2024, 10, 1), date(2024, 12, 31)),
        ("in Q1 2024/25", date(2024, 4, 1), date(2024, 6, 30)),
        ("in Q4 of 2024/25", date(2025, 1, 1), date(2025, 3, 31)),
        ("in 2023/24", date(2023, 4, 1), date(2024, 3, 31)),
        ("in 2023-2024", date(2023, 4, 1), date(2024, 3, 31)),
        ("by early 2024", date(2024, 1, 1), date(2024, 3, 31)),
        ("by mid-2024", date(2024, 4, 1), date(2024, 6, 30)),
        ("in late 2024", date(2024, 9, 1), date(2024, 12, 31)),
        ("by the end of 2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_longer_times_are_read_as_their_first_and_last_day(
    words: str, first: date, last: date
) -> None:
    (found,) = dates_in(words)
    assert (found.first, found.last) == (first, last)


def test_the_weekday_written_with_a_date_is_told() -> None:
    assert [one.weekday for one in dates_in("Monday 11 March 2024, tues 12 March")] == [0, 1]


@pytest.mark.parametrize(
    "words", ["31 November 2022", "30 February 2024", "29 February 2023", "32/01/2024", "31 April"]
)
def test_a_day_the_calendar_does_not_have_is_found_and_said_not_to_exist(words: str) -> None:
    (found,) = dates_in(f"We met on {words} in the town hall")
    assert not found.exists
    assert not found.is_day
    assert found.days(MET) is None


def test_a_leap_day_exists() -> None:
    assert [one.exists for one in dates_in("29 February 2024 and 29 February")] == [True, True]


@pytest.mark.parametrize(
    ("words", "near", "meant"),
    [
        ("on 12 March", MET, date(2024, 3, 12)),
        ("on 20 December", date(2024, 1, 5), date(2023, 12, 20)),
        ("on January 3rd", date(2023, 12, 20), date(2024, 1, 3)),
        ("on the 24th", date(2024, 4, 10), date(2024, 4, 24)),
        ("on the 31st", date(2024, 5, 1), date(2024, 5, 31)),
        ("within three months", date(2024, 11, 30), date(2025, 2, 28)),
        ("in the next 6 weeks", MET, date(2024, 5, 22)),
        ("over two years", MET, date(2026, 4, 10)),
        ("in 10 days", MET, date(2024, 4, 20)),
        ("in a fortnight", MET, date(2024, 4, 24)),
    ],
)
def test_what_lacks_a_year_is_read_near_a_day(words: str, near: date, meant: date) -> None:
    (found,) = dates_in(words)
    assert found.days(near) == (meant, meant)


@pytest.mark.parametrize(
    "words",
    [
        "Recommendation 12 may be answered",
        "PEEL 2023–25",
        "the 24th meeting",
        "1,200 offences",
        "section 54 of the Police Act 1996",
        "£12 million",
        "24/7",
        "101 and 999",
        "a march through the town",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_none(words: str) -> None:
    assert dates_in(words) == ()


def test_dates_come_in_their_order_and_none_twice() -> None:
    found = dates_in("by Spring 2023, on 5 May 2023 and within six months")
    assert [one.grain for one in found] == [Grain.PERIOD, Grain.DAY, Grain.RELATIVE]


@given(st.text(alphabet="0123456789 /-.,MarchJunethofSpringwiQ\xa0\u2011", max_size=60))
def test_no_words_stop_the_reading(words: str) -> None:
    for found in dates_in(words):
        found.days(MET)
        found.days(date.min)
        found.days(date.max)


@pytest.mark.parametrize(
    ("words", "near", "day"),
    [
        ("on 12 March", date(2024, 9, 10), date(2024, 3, 12)),
        ("on 12 March", date(2024, 9, 12), date(2025, 3, 12)),
        ("on 30 December", date(2024, 1, 5), date(2023, 12, 30)),
        ("on 29 February", date(2023, 6, 1), date(2024, 2, 29)),
        ("on the 31st", date(2024, 4, 14), date(2024, 3, 31)),
        ("on the 31st", date(2024, 5, 2), date(2024, 5, 31)),
        ("on the 2nd", date(2024, 12, 30), date(2025, 1, 2)),
    ],
)
def test_a_date_without_its_year_is_the_nearest_one(words: str, near: date, day: date) -> None:
    (told,) = dates_in(words)
    assert told.days(near) == (day, day)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("within one month", date(2024, 2, 29)),
        ("within a fortnight", date(2024, 2, 14)),
        ("in the next six weeks", date(2024, 3, 13)),
        ("over the coming 12 months", date(2025, 1, 31)),
        ("within ten days", date(2024, 2, 10)),
        ("within two years", date(2026, 1, 31)),
        ("within eleven months", date(2024, 12, 31)),
    ],
)
def test_a_time_from_a_day_ends_on_its_day_or_the_last_of_the_month(words: str, day: date) -> None:
    (told,) = dates_in(words)
    assert told.grain is Grain.RELATIVE
    assert told.days(date(2024, 1, 31)) == (day, day)


def test_a_time_beyond_the_calendar_is_none() -> None:
    (told,) = dates_in("within 2 years")
    assert told.days(date(9998, 6, 1)) is None
    assert told.days(date(9996, 6, 1)) == (date(9998, 6, 1),) * 2


@pytest.mark.parametrize(
    ("words", "exists"),
    [
        ("31 November 2023", False),
        ("30 November 2023", True),
        ("29 February 2023", False),
        ("29 February 2024", True),
        ("29 February", True),
        ("30 February", False),
        ("32/01/2024", False),
        ("13/13/2024", False),
    ],
)
def test_a_day_that_no_calendar_has_does_not_exist(words: str, *, exists: bool) -> None:
    (told,) = dates_in(words)
    assert told.exists is exists
    assert told.is_day is (exists and told.grain is Grain.DAY)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("12/13/2024", date(2024, 12, 13)),
        ("12/12/2024", date(2024, 12, 12)),
        ("13/12/2024", date(2024, 12, 13)),
        ("01/02/99", date(2099, 2, 1)),
    ],
)
def test_the_day_comes_first_unless_the_month_cannot(words: str, day: date) -> None:
    (told,) = dates_in(words)
    assert told.first == day


@pytest.mark.parametrize("words", ["the 32nd", "the 0th", "2023/25", "2023-2022", "the 3rd report"])
def test_what_looks_like_a_date_and_is_none_is_left_alone(words: str) -> None:
    assert dates_in(words) == ()


@pytest.mark.parametrize("words", ["the 31st", "the 1st", "2023/24", "1999/2000"])
def test_the_outermost_days_and_years_are_dates(words: str) -> None:
    assert len(dates_in(words)) == 1
