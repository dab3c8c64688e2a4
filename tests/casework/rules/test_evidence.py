"""What is proposed is proposed with the words it rests on."""

from datetime import date

import pytest

from casework.rules.dates_told import BY_HAND, is_told, oddities
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


def test_a_day_is_told_where_a_copy_gives_it_or_none_gives_any() -> None:
    day = date(2022, 10, 14)
    assert is_told(day, [])
    assert is_told(day, [told(date(2022, 9, 1), "PDF creation date")])
    assert is_told(day, [told(date(2022, 10, 20), "page metadata"), told(day, "title page")])
    assert is_told(day, [told(date(2022, 10, 1), "title page", DatePrecision.MONTH)])
    assert not is_told(day, [told(date(2022, 10, 20), "page metadata")])


FOUR_YEARS_LATE = (
    "1 March 2018 is 4 years after the year in the title (2014): "
    "it may be the day the page was moved to a new site."
)


@pytest.mark.parametrize(
    ("title", "day", "said"),
    [
        ("PEEL 2014", date(2017, 3, 1), []),
        (
            "PEEL 2014",
            date(2018, 3, 1),
            [FOUR_YEARS_LATE],
        ),
        ("PEEL 2018", date(2018, 1, 1), []),
        (
            "PEEL 2018",
            date(2017, 12, 31),
            ["31 December 2017 is before the year in the title (2018)."],
        ),
        ("PEEL 2018–2021", date(2024, 3, 1), []),
        ("PEEL 2018/21", date(2024, 3, 1), []),
        ("PEEL", date(2024, 3, 1), []),
    ],
)
def test_a_day_is_odd_only_far_from_the_years_of_the_title(
    title: str, day: date, said: list[str]
) -> None:
    assert oddities(day, title, []) == said


def test_the_words_around_a_name_are_whole_words_with_dots_where_some_are_left_out() -> None:
    before, after = "abcd " * 20, " efgh" * 20
    why = why_ours("A", [f"{before}Warwickshire{after}"], NAMES)
    assert why == (
        f"The report names Warwickshire: “… {'abcd ' * 13}Warwickshire{' efgh' * 13} …”."
    )


def test_a_short_text_is_quoted_whole() -> None:
    text = "We saw\n Warwickshire   Police there."
    assert why_ours("A", [text], NAMES) == (
        "The report names Warwickshire Police: “We saw Warwickshire Police there.”."
    )


def test_a_name_is_found_however_it_is_written_and_never_inside_another() -> None:
    assert why_ours("THE WARWICKSHIRE POLICE", [], NAMES).startswith("The title names")
    long = f"{'x' * 200}. Warwickshire {'y' * 200}"
    assert why_ours("A", [long], NAMES) == "The report names Warwickshire: “… Warwickshire …”."


def test_a_quotation_ends_before_the_word_that_would_make_it_too_long() -> None:
    words = "The force should " + "a" * 123
    assert quoted(words) == words, "a hundred and forty characters are not too long"
    assert quoted(words + "a") == "The force should …"
    assert quoted("No verb here. " * 12) == ("No verb here. " * 10).strip() + " …"
