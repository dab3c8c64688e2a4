from datetime import date

from govuk_bank_holidays.bank_holidays import BankHolidays

from casework.registers.bank_holidays import bank_holidays, bank_holidays_around

SATURDAY = 5


def test_the_register_agrees_with_the_governments_own_list() -> None:
    published = BankHolidays(use_cached_holidays=True).get_holidays(
        division=BankHolidays.ENGLAND_AND_WALES
    )
    years = {holiday["date"].year for holiday in published}
    # The library also lists feasts that fall on a week-end, when nobody works anyway.
    ours = {day for day in bank_holidays(min(years), max(years)) if day.weekday() < SATURDAY}
    assert ours == {holiday["date"] for holiday in published}


def test_every_day_a_case_can_ask_about_is_covered() -> None:
    published = date(2026, 11, 23)
    known = bank_holidays_around(published)
    assert {date(2026, 12, 25), date(2027, 1, 1), date(2027, 3, 26)} <= known


def test_days_kept_in_one_year_only_are_known() -> None:
    assert {date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)} <= bank_holidays(2022, 2023)
