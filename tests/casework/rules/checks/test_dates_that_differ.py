"""How a date that differs from the record, or comes too early, is told, and what is offered."""

from datetime import date
from typing import Final

import pytest

from casework.rules.checks.dates_that_differ import differing, out_of_order
from models.shapes.checking import Facts, ReportFacts
from tests.manuscripts import a_response, some_facts

DRAFT: Final = some_facts(signed_on=None)


def differ(words: str, facts: Facts | None = None) -> list[tuple[str, str | None]]:
    response = a_response(words, facts)
    faults = (differing(one, response) for one in response.timeline)
    return [fault for fault in faults if fault]


def early(words: str, facts: Facts | None = None) -> list[tuple[str, str | None]]:
    response = a_response(words, facts)
    faults = (out_of_order(one, response) for one in response.timeline)
    return [fault for fault in faults if fault]


def published(day: date, **more: date | None) -> Facts:
    return some_facts(report=ReportFacts("PEEL", day), **more)


@pytest.mark.parametrize(
    ("words", "look"),
    [
        ("14 March 2024", ""),
        ("12 March 2023", " Look at the year."),
        ("March 2023", " Look at the year."),
        ("April 2024", ""),
        ("12 April 2024", ""),
    ],
)
def test_a_date_that_is_not_the_recorded_one_is_told_with_what_it_is_given_as(
    words: str, look: str
) -> None:
    ((message, meant),) = differ(f"This report was published by HMICFRS on {words}.")
    told = "the report’s publication"
    assert message == (f"“{words}” is given as {told}, but the record says 12 March 2024.{look}")
    assert meant == "12 March 2024"


@pytest.mark.parametrize(
    ("day", "look"),
    [("14 March 2023", ""), ("13 March 2023", " Look at the year."), ("14 March 2024", "")],
)
def test_only_the_right_day_of_another_year_is_called_a_slip_of_the_year(
    day: str, look: str
) -> None:
    ((message, meant),) = differ(f"I invited the Chief Constable’s comments on {day}.")
    assert message.endswith(f"but the record says 13 March 2024.{look}")
    assert meant == "13 March 2024"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("13 May 2024", 1),
        ("14 May 2024", 0),
        ("10 January 2024", 1),
        ("9 January 2024", 0),
        ("12 July 2021", 0),
        ("20 March 2021", 0),
        ("12 March 2021", 1),
        ("12 July 2024", 1),
        ("May 2024", 1),
        ("June 2024", 0),
        ("March 2021", 1),
        ("January 2024", 0),
    ],
)
def test_a_date_far_from_the_publication_is_that_of_another_report(words: str, found: int) -> None:
    assert len(differ(f"The report was published by HMICFRS on {words}.")) == found


def test_a_month_is_measured_from_its_first_day() -> None:
    facts = published(date(2024, 3, 31))
    assert len(differ("The report was published by HMICFRS in May 2024.", facts)) == 1
    assert len(differ("The report was published by HMICFRS in June 2024.", facts)) == 1
    facts = published(date(2024, 3, 30))
    assert differ("The report was published by HMICFRS in June 2024.", facts) == []


def test_beside_the_title_of_the_report_or_alone_any_date_is_meant_as_its_own() -> None:
    title = "PEEL 2023–2025: An inspection of Barsetshire Police"
    assert len(differ(f"The report “{title}” was published on 9 July 2021.")) == 1
    assert differ("The report “PEEL” was published on 9 July 2021.") == []
    assert len(differ("Report published: 9 July 2021")) == 1
    nameless = some_facts(report=ReportFacts("", date(2024, 3, 12)))
    assert len(differ("The report was published on 9 July 2021.", nameless)) == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            "I invited the Chief Constable’s comments on 1 March 2024.",
            "The invitation cannot be earlier than the report it is about",
        ),
        (
            "The Chief Constable’s comments were received on 1 March 2024.",
            "Comments on a report cannot be earlier than the report",
        ),
        (
            "I asked for the Chief Constable’s comments by 1 March 2024.",
            "Comments cannot be due before the report is published",
        ),
        (
            "Signed: Eleanor Harding, 1 March 2024",
            "A response cannot be dated before the report it answers",
        ),
        (
            "This response was published on 1 March 2024.",
            "A response cannot be published before the report it answers",
        ),
        (
            "I met the Chief Constable about this report on 1 March 2024.",
            "A meeting about the report cannot be earlier than the report",
        ),
        (
            "The force acted on these findings on 1 March 2024.",
            "A meeting about the report cannot be earlier than the report",
        ),
    ],
)
def test_what_is_too_early_is_said_by_what_it_is(words: str, why: str) -> None:
    ((message, meant),) = early(words)
    assert message == f"{why}: “1 March 2024” is before its publication on 12 March 2024."
    assert meant is None


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        ("11 March 2023", None),
        ("12 March 2023", "12 March 2024?"),
        ("18 April 2023", "18 April 2024?"),
        ("19 April 2023", None),
        ("20 March 2021", "20 March 2024?"),
        ("March 2023", None),
    ],
)
def test_the_same_day_of_the_year_of_the_report_is_asked_about_if_it_fits(
    day: str, meant: str | None
) -> None:
    assert [one for _, one in early(f"The Chief Constable’s comments were received on {day}.")] == [
        meant
    ]


def test_the_next_year_is_asked_about_where_the_weeks_reach_into_it() -> None:
    facts = published(date(2023, 12, 1), signed_on=date(2024, 1, 20), invited_on=None)
    words = "The Chief Constable’s comments were received on {}."
    assert [one for _, one in early(words.format("10 January 2022"), facts)] == ["10 January 2024?"]
    assert [one for _, one in early(words.format("21 January 2022"), facts)] == [None]
    leap = published(date(2023, 12, 1), signed_on=date(2024, 3, 20), invited_on=None)
    asked = early(words.format("29 February 2020"), leap)
    assert [one for _, one in asked] == ["29 February 2024?"]


def test_a_draft_is_measured_by_the_last_day_if_there_is_one() -> None:
    words = "The Chief Constable’s comments were received on {}."
    assert [one for _, one in early(words.format("6 May 2023"), DRAFT)] == ["6 May 2024?"]
    assert [one for _, one in early(words.format("7 May 2023"), DRAFT)] == [None]
    endless = some_facts(signed_on=None, last_day=None)
    assert [one for _, one in early(words.format("7 June 2023"), endless)] == ["7 June 2024?"]


def test_a_second_meeting_may_still_be_too_early_and_a_second_invitation_is_of_its_own() -> None:
    meeting = "I met the Chief Constable again about this report on 1 March 2024."
    assert len(early(meeting)) == 1
    assert early("I invited the Chief Constable’s comments a second time on 1 March 2024.") == []


def test_comments_may_come_on_the_day_of_the_invitation_but_not_before() -> None:
    words = "The Chief Constable’s comments were received on {}."
    ((message, meant),) = early(words.format("12 March 2024"))
    assert "before the invitation to comment of 13 March 2024" in message
    assert meant is None
    assert early(words.format("13 March 2024")) == []


def test_a_response_is_signed_after_the_comments_and_in_the_year_on_record() -> None:
    words = "Signed: Eleanor Harding, {}"
    ((message, meant),) = early(words.format("2 April 2024"))
    assert "before the chief officer’s comments of 3 April 2024" in message
    assert meant == "18 April 2024"
    ((_, meant),) = early(words.format("2 April 2024"), DRAFT)
    assert meant is None
    assert early(words.format("3 April 2024")) == []
    assert early(words.format("19 April 2024")) == []
    ((message, meant),) = early(words.format("18 April 2025"))
    assert message.endswith("signed on 18 April 2024. Look at the year.")
    assert meant == "18 April 2024"


def met(day: str) -> str:
    return f"I welcome it. I raised this with the Chief Constable on {day}, when I put it to him."


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("11 March 2023", 0),
        ("12 March 2023", 1),
        ("18 April 2023", 1),
        ("19 April 2023", 0),
        ("March 2023", 0),
    ],
)
def test_what_is_tied_to_the_report_a_year_too_early_is_of_its_weeks(day: str, found: int) -> None:
    assert len(early(met(day))) == found


def test_without_a_report_or_an_end_there_are_no_weeks() -> None:
    assert early(met("20 March 2023"), published(date(2024, 3, 12), signed_on=None))
    endless = published(date(2024, 3, 12), signed_on=None, last_day=None)
    assert early(met("20 March 2023"), endless) == []
    unpublished = some_facts(report=ReportFacts("PEEL", None))
    assert early(met("20 March 2023"), unpublished) == []
