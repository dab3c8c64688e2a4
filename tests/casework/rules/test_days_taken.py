"""How long responses took, year by year."""

from datetime import date

from casework.rules.days_taken import Taken, Year, altogether, years_of


def took(year: int, days: int) -> Taken:
    return Taken(date(year, 3, 1), days)


def test_day_56_is_in_time_and_day_57_is_late() -> None:
    assert [took(2022, days).is_late for days in (56, 57)] == [False, True]
    (year,) = years_of([took(2022, 57), took(2022, 56), took(2022, 60)])
    assert (year.number, year.late, year.on_time, year.longest) == (3, 2, 1, 60)


def test_the_middle_is_written_without_needless_noughts() -> None:
    assert Year(2022, (54,)).middle == "54"
    assert Year(2022, (54, 55)).middle == "54.5"
    assert (Year(2022, ()).middle, Year(2022, ()).longest) == ("", None)


def test_years_go_from_the_newest_with_empty_ones_between() -> None:
    assert years_of([took(2020, 50), took(2022, 56), took(2022, 40)]) == (
        Year(2022, (40, 56)),
        Year(2021, ()),
        Year(2020, (50,)),
    )
    assert years_of([]) == ()


def test_all_years_together_are_one() -> None:
    years = years_of([took(2020, 50), took(2022, 56), took(2021, 40)])
    assert altogether(years) == Year(0, (40, 50, 56))
