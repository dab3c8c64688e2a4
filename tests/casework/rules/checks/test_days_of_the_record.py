"""A day that the record or a finding knows is told where it stands with another year."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

from datetime import date
from typing import Final

import pytest

from casework.rules.checks.days_of_the_record import of_another_year
from models.shapes.checking import Facts, FindingFacts, ReportFacts
from tests.manuscripts import a_finding, a_response, some_facts


def due(day: date, ref: str = "AFI 1", words: str = "Mend the records.") -> FindingFacts:
    return a_finding(ref, words, deadline=("", day))


SEPTEMBER: Final = due(date(2024, 9, 12))
MARCH: Final = due(date(2025, 3, 31), "AFI 2", "Review supervision.")
FACTS: Final = some_facts(SEPTEMBER, MARCH, a_finding("AFI 3", "Train all."))
"""Published on 12 March 2024, commented on 3 April, signed on 18 April."""
NO_REPORT: Final = some_facts(SEPTEMBER, MARCH, report=ReportFacts("PEEL", None), last_day=None)


def told(words: str, facts: Facts = FACTS) -> list[tuple[str, str | None]]:
    """Return each date that is told with the day that is meant."""
    response = a_response(words, facts)
    faults = ((one, of_another_year(one, response)) for one in response.timeline)
    return [(one.dated.words, fault[1]) for one, fault in faults if fault]


def test_it_says_which_day_it_has_and_offers_that_day() -> None:
    response = a_response("My letter of 18 April 2023.", FACTS)
    why = (
        "“18 April 2023” has the day and month of 18 April 2024, which the record knows, "
        "but another year. Look at the year."
    )
    assert of_another_year(response.timeline[0], response) == (why, "18 April 2024")


@pytest.mark.parametrize(
    "day", ["18 April", "22 April", "3 April", "5 April", "13 March", "12 March", "6 May"]
)
@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025, 2026])
def test_each_step_is_known_one_year_before_and_one_after(day: str, year: int) -> None:
    found = [(f"{day} {year}", f"{day} 2024")] * (year in {2023, 2025})
    assert told(f"I wrote to them in a letter of {day} {year}.") == found


@pytest.mark.parametrize("other", ["17 April 2023", "18 May 2023", "April 2023", "18 April"])
def test_another_day_and_a_mere_month_are_none_of_the_record(other: str) -> None:
    assert told(f"I wrote to them in a letter of {other}.") == []


def test_a_day_that_is_itself_on_record_is_right() -> None:
    facts = some_facts(due(date(2025, 4, 18)), due(date(2024, 4, 3), "AFI 2"))
    assert told("I wrote to them in a letter of 18 April 2025.", facts) == []
    facts = some_facts(signed_on=date(2025, 4, 22))
    assert told("I wrote to them in a letter of 22 April 2025.", facts) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A letter of 18 April 2023, a year earlier.", 0),
        ("The letters from 18 April 2023.", 0),
        ("A year later I wrote it in a letter between us of 18 April 2023.", 0),
        ("The letter which we wrote on 18 April 2023.", 1),
    ],
)
def test_a_day_that_bounds_a_period_or_a_sentence_of_another_year_is_left(
    words: str, found: int
) -> None:
    assert len(told(words)) == found


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("It will be on my website on 22 April 2025.", ["22 April 2024"]),
        ("It will be published on 6 May 2025.", ["6 May 2024"]),
        ("The comments will appear on 5 April 2025.", ["5 April 2024"]),
        ("My next report will be published on 22 April 2025.", []),
        ("The board will meet on 22 April 2025.", []),
        ("It will be published on 18 April 2025.", []),
        ("It will be published on 3 April 2025.", []),
        ("The board met on 22 April 2025.", ["22 April 2024"]),
        ("The board met on 18 April 2025.", ["18 April 2024"]),
        ("Last day for publication: 6 May 2025", []),
    ],
)
def test_what_is_to_come_is_told_only_where_it_is_what_comes_out_once(
    words: str, meant: list[str]
) -> None:
    assert [day for _, day in told(words)] == meant


LINE: Final = "by the river with all of our friends and guests on 18 April 2023"
"""Fourteen words."""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The board met on 18 April 2023.", 0),
        ("The board met for the response on 18 April 2023.", 1),
        ("| Step | Date |\n| Walk | 18 April 2023 |", 1),
        (LINE, 1),
        (f"Walk {LINE}", 0),
        (f"{LINE}.", 0),
        ("The last response was of 18 April 2023.", 0),
        ("The contract for the website is of 18 April 2023.", 0),
        ("The previous response was of 18 April 2023.", 0),
        ("The original walk of 18 April 2023", 1),
        ("The last walk of 18 April 2023", 0),
        ("By the Act the end falls so that 6 May 2023 is the last.", 0),
        ("The weeks for my comments end so that 6 May 2023 is the last.", 1),
        (
            "The book before a walk in the hills with all its tables and annexes (HMICFRS, 12 March 2023).",
            1,
        ),
        (
            "The book before a walk in the hills with all its tables and annexes (HMICFRS, 13 March 2023).",
            0,
        ),
    ],
)
def test_a_year_too_early_is_told_of_the_case_in_a_line_or_alone_and_not_of_old(
    words: str, found: int
) -> None:
    assert len(told(words)) == found


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Supervision is reviewed by 12 September 2025.", ["12 September 2024"]),
        ("Supervision is reviewed by 12 September 2023.", ["12 September 2024"]),
        ("Supervision is reviewed by 12 September 2026.", []),
        ("Supervision will be reviewed, I hope, around 12 September 2025.", ["12 September 2024"]),
        ("Supervision was reviewed, I think, around 12 September 2025.", []),
        ("Supervision will be reviewed, I hope, around 12 September 2023.", []),
        ("The months will end, I hope, around 12 September 2023.", ["12 September 2024"]),
        ("| Action | When |\n| Review | 12 September 2025 |", ["12 September 2024"]),
        ("| Deadline set | When |\n| Review | 12 September 2023 |", []),
        ("The standard was met, I think, around 12 September 2023.", []),
    ],
)
def test_a_day_by_which_something_is_to_be_done_is_compared_with_the_deadlines(
    words: str, meant: list[str]
) -> None:
    assert [day for _, day in told(words)] == meant


def test_nothing_is_compared_with_a_deadline_where_no_report_is_published() -> None:
    assert told("Supervision is reviewed by 12 September 2025.", NO_REPORT) == []
    assert told("Supervision is reviewed by 12 September 2025.", some_facts()) == []


def test_the_day_of_publication_itself_is_no_day_before_the_report() -> None:
    facts = some_facts(due(date(2025, 3, 12)), report=ReportFacts("PEEL", date(2024, 3, 12)))
    assert told("It will be reviewed, I hope, around 12 March 2024.", facts) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("All will be trained by 31 March 2026.", 0),
        ("All will be trained as the recommendation says by 31 March 2026.", 1),
        ("The findings say 2025; all will be trained by 31 March 2026.", 0),
        ("All will be trained by 31 March 2024.", 0),
        ("All will be trained as the recommendation says by 31 March 2024.", 1),
    ],
)
def test_the_end_of_a_quarter_is_told_only_where_the_inspectors_deadline_is_spoken_of(
    words: str, found: int
) -> None:
    assert len(told(words)) == found


@pytest.mark.parametrize(
    ("day", "found"), [("12 March 2024", 0), ("31 March 2024", 0), ("11 March 2024", 1)]
)
def test_before_the_report_no_end_of_a_quarter_is_spared(day: str, found: int) -> None:
    when = date(2025, 3, int(day[:2]))
    facts = some_facts(due(when), invited_on=None)
    words = f"All will be trained by {day}."
    assert len(told(words, facts)) == found


def test_the_end_of_a_quarter_in_the_answer_to_the_very_finding_is_told() -> None:
    answers = (
        "# AFI 1\nMend the records.\n{}\n# AFI 2\nReview supervision.\n{}\n# AFI 3\nTrain all.\n{}"
    )
    slip = "We will do it by 31 March 2026."
    well = "We will do it."
    assert told(answers.format(well, slip, well)) == [("31 March 2026", "31 March 2025")]
    assert told(answers.format(slip, well, well)) == []
    assert told(answers.format(well, well, slip)) == []
    both = f"{slip} Some will be done on 31 March 2025."
    assert told(answers.format(well, both, well)) == []


@pytest.mark.parametrize(
    ("comments", "text", "title", "found"),
    [
        (("All will be well by 12 September 2025.",), "Mend it.", "PEEL", 0),
        (("All is well.",), "Mend it by 12 September 2025.", "PEEL", 0),
        (("All is well.",), "Mend it.", "PEEL, 12 September 2025", 0),
        (("All is well.",), "Mend it.", "PEEL", 1),
        ((), "Mend it by 12 September 2024.", "PEEL", 1),
    ],
)
def test_a_day_that_the_report_or_the_chief_officer_names_is_left(
    comments: tuple[str, ...], text: str, title: str, found: int
) -> None:
    facts = some_facts(
        due(date(2024, 9, 12), words=text),
        chief_officer_comments=comments,
        report=ReportFacts(title, date(2024, 3, 12)),
    )
    assert len(told("It is reviewed by 12 September 2025.", facts)) == found
