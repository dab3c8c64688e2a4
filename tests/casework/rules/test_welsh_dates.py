"""Days in Welsh: every month and weekday, and none that depends on the machine."""

from datetime import date, timedelta

from casework.rules import wording
from casework.rules.terminal_words import in_page_words
from casework.rules.welsh_dates import welsh_date, welsh_weekday_date
from casework.rules.welsh_words import welsh_dated, welsh_grade

MONTHS = [
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
]
DAYS = ["Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul"]


def test_every_month_has_its_welsh_name() -> None:
    assert [welsh_date(date(2022, month, 9)) for month in range(1, 13)] == [
        f"9 {name} 2022" for name in MONTHS
    ]


def test_every_weekday_has_its_welsh_name_and_is_called_a_day() -> None:
    monday = date(2022, 10, 31)
    told = [welsh_weekday_date(monday + timedelta(days=n)) for n in range(7)]
    assert [words.split()[:2] for words in told] == [["dydd", day] for day in DAYS]
    assert told[0] == "dydd Llun 31 Hydref 2022"


def test_tuesday_is_not_taken_for_the_month_of_the_same_name() -> None:
    assert welsh_weekday_date(date(2022, 3, 1)) == "dydd Mawrth 1 Mawrth 2022"


def test_every_month_of_a_date_is_put_into_welsh() -> None:
    assert welsh_dated("14 October 2022") == "14 Hydref 2022"
    months = [welsh_dated(f"1 {month} 2022") for month in wording.MONTHS]
    assert months == [f"1 {month} 2022" for month in MONTHS]


def test_a_grade_is_put_into_welsh_and_another_word_stays() -> None:
    assert welsh_grade("Requires Improvement") == "Angen gwella"
    assert welsh_grade("Splendid") == "Splendid"


def test_the_words_of_the_terminal_are_put_into_those_of_a_page() -> None:
    said = "Hand it in again with --made-from 3: leave --version out."
    assert in_page_words(said.replace("Hand", "hand")) == (
        "choose it again, and version 3 as “Made from”."
    )
    assert in_page_words("Nothing of it here.") == "Nothing of it here."
