"""A response without a date of its own is told; every usual way of dating one is seen."""

from datetime import date

import pytest

from casework.rules.checks.missing_date import missing_date
from models.shapes.checking import Facts, Severity
from tests.manuscripts import a_response, some_facts

TEXT = """
# Response to PEEL 2023–2025: An inspection of Barsetshire Police
This is my response to the report, published by HMICFRS on 12 March 2024.
I invited the Chief Constable on 13 March 2024 to comment by 5 April 2024.
The Chief Constable submitted these comments on 3 April 2024.
I will review progress at my board on 12 June 2024.
The last day for publication is 6 May 2024.
Eleanor Harding
Police and Crime Commissioner for Barsetshire
"""


def is_missed(words: str, facts: Facts | None = None) -> bool:
    return bool(list(missing_date(a_response(words, facts))))


def test_a_response_whose_only_dates_are_of_other_things_has_none() -> None:
    (found,) = missing_date(a_response(TEXT))
    assert (found.check, found.severity, found.where) == ("missing_date", Severity.ERROR, "")
    assert found.suggestion is not None
    assert "18 April 2024" in found.suggestion


@pytest.mark.parametrize(
    "line",
    [
        "18 April 2024",
        "Thursday 18 April 2024",
        "18/04/2024",
        "April 2024",
        "Date: 18 April 2024",
        "Dated 18 April 2024",
        "Dated this 18th day of April: 18 April 2024",
        "Date of response – 18 April 2024",
        "Signed: Eleanor Harding, 18 April 2024",
        "Signed by the Commissioner on 18 April 2024.",
        "This response was approved by the Board on 18 April 2024.",
        "Our ref: S55/24 · Barchester, 18 April 2024",
        "| Date of response | 18 April 2024 |",
        "| Signed | Eleanor Harding |\n| Date | 18 April 2024 |",
        "Date: 17 April 2024",
        "Version 1.0 – 18 April 2024",
        "Published 22 April 2024",
        "Date of publication: 22 April 2024",
        "Eleanor Harding, 18 April 2024",
        "Dated: 18th of April, 2024",
        "This response: 18 April 2024",
        "Our answer: 18 April 2024",
        "| Report | PEEL |\n| Answered on | 18 April 2024 |",
        "| Report published | 12 March 2024 |\n| This response agreed | 18 April 2024 |",
        "RESOLVED at the meeting of the Board on Thursday 18 April 2024, Mrs Proudie in the chair:",
        "Adopted by the Board at its meeting of 18 April 2024.",
        "Approved for publication, 18 April 2024",
        "Decision of the Commissioner, 18 April 2024",
        "Commissioner’s response (18 April 2024)",
        "Made at Barchester on 18 April 2024.",
        "I signed this response on 18 April 2024.",
        "This statement was ratified by the Board on 18 April 2024.",
    ],
)
def test_every_usual_way_of_dating_a_response_is_seen(line: str) -> None:
    assert not is_missed(f"{line}\n{TEXT}")
    assert not is_missed(f"{TEXT}\n{line}")


@pytest.mark.parametrize(
    "line",
    [
        "12 March 2024",
        "Report published: 12 March 2024",
        "| Report published | 12 March 2024 |\n| Comments due | 5 April 2024 |",
        "This response will be published on my website on 22 April 2024.",
        "Next review: 12 June 2024",
        "Owner and date: Commissioner, 26 June 2024",
        "Chief Constable Septimus Quiverful QPM wrote on 3 April 2024:",
        "I met the Chief Constable on 18 April 2024.",
        "I visited the control room on 18 April 2024.",
        "The panel meets on 18 April 2024.",
        "The last day for publication is 18 April 2024.",
        "I invited the Chief Constable on 18 April 2024.",
        "| Action | By when |\n| I will fund two posts. | June 2024 |",
    ],
)
def test_dates_of_other_things_do_not_date_it(line: str) -> None:
    assert is_missed(f"{line}\n{TEXT}")


def test_a_welsh_response_is_left_to_its_english_twin() -> None:
    assert not is_missed(TEXT, some_facts(language="cy-GB"))


def test_a_draft_needs_no_date() -> None:
    assert not is_missed(TEXT, some_facts(signed_on=None))


def test_a_response_signed_on_the_day_of_the_report_bears_that_date() -> None:
    day = date(2024, 3, 12)
    assert not is_missed(f"{TEXT}\nDated 12 March 2024\n", some_facts(signed_on=day))


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("31 April 2024", False),
        ("31 April 2024.", False),
        (": 31 April 2024 .", False),
        ("The hall, 31 April 2024", True),
        ("X31 April 2024X", True),
        ("in 2024", True),
    ],
)
def test_a_line_with_a_day_that_does_not_exist_was_meant_as_its_date(
    line: str, *, is_told: bool
) -> None:
    assert is_missed(f"{line}\n{TEXT}") is is_told


def test_the_day_of_signature_is_offered_where_it_is_known() -> None:
    (found,) = missing_date(a_response(TEXT))
    assert found.suggestion == "Add the date of signature: 18 April 2024"
