"""The chart of days taken: no mark on the wrong side of the last day, whatever the numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.rules.days_chart import MOST_WEEKS, WEEK, DaysChart, Mark, days_chart
from casework.rules.days_taken import Taken, altogether, years_of

DAYS = st.integers(min_value=1, max_value=3000)
MANY = st.lists(
    st.builds(Taken, st.dates(date(1996, 1, 1), date(2100, 12, 31)), DAYS), max_size=200
)


def of(*days: int, year: int = 2022) -> list[Taken]:
    return [Taken(date(year, 1, 1), one) for one in days]


def test_no_response_makes_no_year_and_an_empty_chart() -> None:
    chart = days_chart(years_of([]))
    assert chart.rows == ()
    assert (chart.total.number, chart.total.longest, chart.total.middle) == (0, None, "")


@pytest.mark.parametrize(("days", "late"), [(1, False), (55, False), (56, False), (57, True)])
def test_one_response_is_one_mark_and_day_56_is_not_late(days: int, *, late: bool) -> None:
    chart = days_chart(years_of(of(days)))
    (mark,) = chart.rows[0].marks
    assert mark.is_late is late
    assert (mark.x > chart.line_x) is late
    assert (chart.total.late, chart.total.on_time) == (int(late), int(not late))


def test_a_year_without_a_response_has_its_row() -> None:
    years = years_of([*of(50, year=2019), *of(40, year=2022)])
    assert [year.year for year in years] == [2022, 2021, 2020, 2019]
    assert [year.number for year in years] == [1, 0, 0, 1]


def test_the_middle_and_the_longest_are_what_people_take_them_for() -> None:
    (year,) = years_of(of(40, 54, 55, 80))
    assert (year.middle, year.longest, year.number, year.late) == ("54.5", 80, 4, 1)


def test_whatever_took_very_long_stands_at_the_end_and_the_scale_says_so() -> None:
    chart = days_chart(years_of(of(50, 400)))
    assert chart.ticks[-1].and_more
    assert chart.ticks[-1].day == MOST_WEEKS * WEEK
    assert chart.rows[0].marks[-1].last is None
    assert not any(tick.and_more for tick in days_chart(years_of(of(50, 90))).ticks)


def test_the_last_day_is_a_number_of_the_scale_however_long_that_is() -> None:
    for longest in range(1, 400, 13):
        assert 56 in {tick.day for tick in days_chart(years_of(of(longest))).ticks}


@given(MANY)
def test_every_response_is_counted_once_on_the_right_side_and_inside(taken: list[Taken]) -> None:
    chart = days_chart(years_of(taken))
    marks = [mark for row in chart.rows for mark in row.marks]
    assert sum(mark.number for mark in marks) == len(taken)
    assert sum(m.number for m in marks if m.is_late) == sum(one.is_late for one in taken)
    assert all(chart.left < mark.x < chart.right for mark in marks)
    assert all((mark.x > chart.line_x) is mark.is_late for mark in marks)
    assert all(0 < row.y < chart.height for row in chart.rows)
    assert chart.total == altogether(chart.years)


@given(MANY, st.integers(min_value=1, max_value=30))
def test_a_larger_number_is_never_a_smaller_mark(taken: list[Taken], more: int) -> None:
    before = days_chart(years_of(taken + of(50)))
    after = days_chart(years_of(taken + of(*[50] * more, 50)))

    def size(chart: DaysChart) -> float:
        row = next(r for r in chart.rows if r.year.year == 2022)
        return max(m.size for m in row.marks if m.first <= 50 <= (m.last or 0))

    assert size(after) >= size(before)


def test_the_same_day_of_another_year_stands_at_the_same_place() -> None:
    first = Taken(date(2020, 3, 1), 50)
    later = Taken(first.report_published + timedelta(days=400), 50)
    places = {mark.x for row in days_chart(years_of([first, later])).rows for mark in row.marks}
    assert len(places) == 1


def test_the_places_of_a_small_chart() -> None:
    chart = days_chart(years_of([*of(1, 50, 50, 50, 50, 57), *of(56, year=2021)]))
    week = 64 / 12
    assert [(row.year.year, row.y) for row in chart.rows] == [(2022, 59), (2021, 85)]
    assert (chart.height, chart.line_x) == (104, round(14 + 8 * week, 2))
    first, eighth, ninth = chart.rows[0].marks
    assert first == Mark(16.66, 5.0, 1, 1, 7, is_late=False)
    assert (eighth.x, eighth.size, eighth.number) == (round(14 + 7.5 * week, 2), 6.5, 4)
    assert (eighth.first, eighth.last, eighth.is_late) == (50, 56, False)
    assert (ninth.first, ninth.last, ninth.is_late) == (57, 63, True)
    assert chart.rows[1].marks[0].x == eighth.x


def test_no_mark_is_larger_than_the_largest() -> None:
    sizes = {days_chart(years_of(of(*[50] * n))).rows[0].marks[0].size for n in (25, 26, 400)}
    assert sizes == {11.0}
    assert days_chart(years_of(of(*[50] * 2))).rows[0].marks[0].size == 5.62


@pytest.mark.parametrize(
    ("longest", "days"),
    [
        (84, [0, 14, 28, 42, 56, 70, 84]),
        (112, [0, 14, 28, 42, 56, 70, 84, 98, 112]),
        (113, [0, 28, 56, 84, 112]),
        (182, [0, 28, 56, 84, 112, 140, 168]),
        (183, [0, 28, 56, 84, 112, 140, 182]),
    ],
)
def test_a_long_scale_has_a_number_only_every_fourth_week(longest: int, days: list[int]) -> None:
    chart = days_chart(years_of(of(longest)))
    assert [tick.day for tick in chart.ticks] == days
    weeks = max(12, min(-(-longest // 7), 26))
    assert [tick.x for tick in chart.ticks] == [round(14 + 64 * day / 7 / weeks, 2) for day in days]


def test_an_empty_chart_has_the_scale_of_a_short_one() -> None:
    assert [tick.day for tick in days_chart([]).ticks] == [0, 14, 28, 42, 56, 70, 84]
    assert days_chart([]).height == 52
