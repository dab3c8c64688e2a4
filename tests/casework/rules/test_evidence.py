"""What is proposed is proposed with the words it rests on."""

from datetime import date

from casework.rules.dates_told import BY_HAND, oddities
from casework.rules.evidence import quoted, why_national, why_ours, with_quotation
from models.shapes.reading import DateCandidate
from models.words import DatePrecision

NAMES = ["Warwickshire Police", "Warwickshire"]


def told(day: date, source: str, precision: DatePrecision = DatePrecision.DAY) -> DateCandidate:
    return DateCandidate(source, day.isoformat(), day, precision)


def test_a_report_is_ours_by_its_title_else_by_its_words_else_by_a_person() -> None:
    title = "PEEL 2021/22: An inspection of Warwickshire Police"
    assert why_ours(title, [], NAMES) == f"The title names Warwickshire Police: “{title}”."
    text = "We looked at forces. " * 10 + "Police forces: Warwickshire and Kent. " + "More. " * 30
    why = why_ours("A joint inspection", [text], NAMES)
    assert why.startswith("The report names Warwickshire: “… ")
    assert "Police forces: Warwickshire and Kent." in why
    assert why_ours("A", ["Northwarwickshires"], NAMES) == ""
    assert "person who opened" in why_ours(title, [], NAMES, "Warwickshire Police")


def test_a_national_report_is_ours_by_whom_it_addresses() -> None:
    finding = ("By May 2024, chief constables should act. They may not wait.", ["chief constables"])
    why = why_national("Fast response", [finding], "Warwickshire Police")
    assert "chief constables: “By May 2024, chief constables should act …”" in why
    assert why_national("Fast response", [], "X").endswith("X too.")


def test_a_finding_is_quoted_to_where_it_says_who_should_do_something() -> None:
    assert quoted("The force should act.") == "The force should act"
    assert with_quotation("It is addressed to the force.", "The force should act.") == (
        "It is addressed to the force: “The force should act”."
    )
    assert with_quotation("Said “so” already.", "The force should act.") == "Said “so” already."
    long = quoted("One " + "very " * 90 + "long thing.")
    assert len(long) < 150
    assert long.endswith(" …")


def test_a_date_years_after_the_title_may_be_the_day_a_page_was_moved() -> None:
    title = "PEEL 2014: An inspection of Warwickshire Police"
    assert "moved to a new site" in oddities(date(2020, 3, 1), title, [])[0]
    assert oddities(date(2015, 3, 1), title, []) == []
    assert "before the year" in oddities(date(2019, 3, 1), "PEEL 2023–25", [])[0]
    assert oddities(date(2022, 10, 14), "PEEL 2021/22", []) == []


def test_dates_that_disagree_are_told_with_their_sources() -> None:
    day = date(2022, 10, 14)
    line, other = told(day, "Published on line"), told(date(2022, 10, 20), "page metadata")
    month = told(date(2022, 10, 1), "title page", DatePrecision.MONTH)
    made = told(date(2022, 9, 1), "PDF creation date")
    assert oddities(day, "", [line, month, made]) == []
    by_hand = DateCandidate(BY_HAND, "20 October 2022", date(2022, 10, 20), DatePrecision.DAY)
    assert oddities(day, "", [by_hand, line]) == [
        "The person who handed the report in said 20 October 2022."
    ]
    assert oddities(day, "", [line, other]) == ["The report also gives 2022-10-20 (page metadata)."]
    assert oddities(day, "", [other]) == [
        "No copy of the report gives 14 October 2022: it gives 2022-10-20 (page metadata)."
    ]
