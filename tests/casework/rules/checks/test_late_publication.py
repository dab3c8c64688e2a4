# ruff: noqa: E501 - one case, one line
"""A response of day 57 or later is told, in its words and on the record."""

from datetime import date

import pytest

from casework.rules.checks.late_publication import late_publication
from models.shapes.checking import Facts, Observation, Severity
from tests.manuscripts import a_response, some_facts

LATE = {"signed_on": date(2024, 5, 7), "planned_publication_on": date(2024, 5, 7)}


def told(words: str, facts: Facts | None = None) -> list[Observation]:
    return list(late_publication(a_response(words, facts)))


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("Date: 7 May 2024", "7 May 2024"),
        ("7 May 2024", "7 May 2024"),
        ("Signed: Eleanor Harding, 7 May 2024", "7 May 2024"),
        ("This response will be published on my website on 7 May 2024.", "7 May 2024"),
        ("This response was published on 9 June 2024.", "9 June 2024"),
        ("| Step | Date |\n| Response published | 7 May 2024 |", "7 May 2024"),
    ],
)
def test_a_day_after_the_last_one_is_told_where_it_stands(sentence: str, where: str) -> None:
    (found,) = told(sentence)
    assert found.where == where
    assert found.severity is Severity.ERROR
    assert "6 May 2024" in found.message


@pytest.mark.parametrize(
    "sentence",
    [
        "Date: 6 May 2024",
        "This response will be published on 6 May 2024.",
        "I will publish a progress report on 7 May 2024.",
        "The board’s minutes will be published on 9 June 2024.",
        "My next board is on 12 June 2024.",
        "HMICFRS will publish its next report in autumn 2024.",
    ],
)
def test_the_last_day_and_other_days_are_not_late(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("My letter goes online in June 2024.", Severity.ERROR),
        ("It will be on my website from 9 June 2024.", Severity.WARNING),
        ("I write about the report. It will be on my website from 9 June 2024.", None),
        ("This is my response. It will be on my website from 9 June 2024.", Severity.WARNING),
        ("A list will be put on my website on 9 June 2024.", None),
        ("A copy of this response will be put on my website on 9 June 2024.", Severity.ERROR),
        (
            "I asked for times to be published, and they will be on my website from 9 June 2024.",
            None,
        ),
        ("I want maps to be published, and both will be on my website from 9 June 2024.", None),
        ("I asked for a map to be published and it will be on my website from 9 June 2024.", None),
        (
            "I wrote a short response, to be published, and it will be on my website from 9 June 2024.",
            Severity.WARNING,
        ),
        ("It is to be published, and it will be on my website from 9 June 2024.", Severity.WARNING),
        (
            "My comments are published here and they will be on my website from 9 June 2024.",
            Severity.ERROR,
        ),
    ],
)
def test_what_may_be_another_paper_is_a_warning_or_nothing(
    sentence: str, severity: Severity | None
) -> None:
    assert [one.severity for one in told(sentence)] == ([severity] if severity else [])


def test_a_late_signature_and_publication_on_record_are_told_without_words() -> None:
    found = told("My response.", some_facts(**LATE))
    assert [one.where for one in found] == ["", ""]
    assert "day 57" in found[0].message


def test_a_late_day_in_the_words_is_not_told_again_from_the_record() -> None:
    assert [one.where for one in told("7 May 2024", some_facts(**LATE))] == ["7 May 2024"]


def test_signed_in_time_but_published_late_is_late() -> None:
    facts = some_facts(planned_publication_on=date(2024, 5, 7))
    (found,) = told("18 April 2024", facts)
    assert "publication" in found.message


def test_the_last_day_itself_is_in_time() -> None:
    facts = some_facts(signed_on=date(2024, 5, 6), planned_publication_on=date(2024, 5, 6))
    assert told("6 May 2024", facts) == []


def test_a_reason_given_in_the_response_makes_it_a_note() -> None:
    facts = some_facts(**LATE, lateness_reason="The election.")
    words = "I regret that this response is late because of the election.\nDate: 7 May 2024"
    assert {one.severity for one in told(words, facts)} == {Severity.NOTE}


@pytest.mark.parametrize(
    ("words", "reason"),
    [("Date: 7 May 2024", "The election."), ("This response is late.\nDate: 7 May 2024", "")],
)
def test_a_reason_only_on_record_or_only_said_does_not(words: str, reason: str) -> None:
    facts = some_facts(**LATE, lateness_reason=reason)
    assert {one.severity for one in told(words, facts)} == {Severity.ERROR}


def test_without_a_day_of_publication_the_recorded_last_day_counts() -> None:
    assert len(told("Date: 7 May 2024", Facts(last_day=date(2024, 5, 6)))) == 1
    assert told("Date: 7 May 2024", Facts()) == []


def test_a_report_that_nobody_must_answer_can_be_answered_at_any_time() -> None:
    facts = some_facts(**LATE, kind="state_of_policing", last_day=None)
    assert told("7 May 2024", facts) == []
