"""What is told as done on a day after the signature is told, where a year less would be right."""

from datetime import date
from typing import Final

import pytest

from casework.rules.checks.deeds_a_year_late import a_year_late
from models.shapes.checking import Facts
from tests.manuscripts import TODAY, a_response, some_facts


def told(
    words: str, facts: Facts | None = None, today: date = TODAY
) -> list[tuple[str, str | None]]:
    response = a_response(words, facts, today=today)
    faults = (a_year_late(one, response) for one in response.timeline)
    return [fault for fault in faults if fault]


def test_it_says_that_the_day_is_after_the_signature_and_asks_for_the_year_before() -> None:
    why = (
        "“2 April 2025” is told as past, but it is after 18 April 2024, the day of signature. "
        "Look at the year."
    )
    assert told("I wrote to the council on 2 April 2025.") == [(why, "2 April 2024?")]


def test_a_draft_is_measured_by_today() -> None:
    draft = some_facts(signed_on=None)
    why = "“2 April 2025” is told as past, but it is after 20 April 2024, today. Look at the year."
    assert told("I wrote to the council on 2 April 2025.", draft) == [(why, "2 April 2024?")]
    assert told("I wrote to the council on 2 April 2025.", draft, date(2025, 4, 2)) == []


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("18 April 2024", 0),
        ("19 April 2024", 0),
        ("22 June 2024", 0),
        ("23 June 2024", 1),
        ("24 June 2024", 1),
        ("18 April 2025", 1),
        ("19 April 2025", 0),
    ],
)
def test_a_year_less_is_at_most_three_hundred_days_before_the_signature(
    day: str, found: int
) -> None:
    assert len(told(f"I wrote to the council on {day}.")) == found


def test_on_the_very_day_of_the_signature_everything_may_have_been_done() -> None:
    assert told("I wrote to the council on 18 April 2024.") == []
    assert told("It is in my letter of April 2025.") == []


def test_a_leap_day_has_the_last_of_february_a_year_before() -> None:
    facts = some_facts(signed_on=date(2027, 4, 18))
    ((_, meant),) = told("I wrote to the council on 29 February 2028.", facts)
    assert meant == "28 February 2027?"


@pytest.mark.parametrize(
    "words",
    [
        "The statutory period ended on 2 April 2025.",
        "The last day on which I was bound to publish, the law said, was 2 April 2025.",
        "The Chief Constable was invited to comment and was given until 2 April 2025.",
        "I invited the Chief Constable to comment; the closing date, we said, was 2 April 2025.",
    ],
)
def test_last_days_are_left_to_those_who_count_them(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # the date opens its sentence or its clause
        ("On 2 April 2025 I wrote to the council.", 1),
        ("Then, on 2 April 2025 we met.", 1),
        ("On 2 April 2025 I will write to the council.", 0),
        ("On 2 April 2025 the council in which we sit.", 0),
        ("I have heard of it; on 2 April 2025 I met them.", 1),
        ("I met them; on 2 April 2025 I will meet them again.", 0),
        # since
        ("Since 2 April 2025 the council has had a new head.", 1),
        ("From 2 April 2025 the council will have a new head.", 0),
        ("Since 2 April 2025 the council.", 0),
        ("I have held this post since 2 April 2025.", 1),
        # a paper
        ("It is in my letter of 2 April 2025.", 1),
        ("It rests on a decision of 2 April 2025.", 1),
        # a deed
        ("The council and the river, 2 April 2025.", 0),
        ("I will say that I wrote on 2 April 2025.", 0),
        ("I will say so: I wrote on 2 April 2025.", 1),
        ("I will say so; I wrote on 2 April 2025.", 1),
        ("I wrote this; the council, 2 April 2025.", 0),
        ("The river rose: they say: I wrote on 2 April 2025.", 1),
        ("I wrote and so it will be on 2 April 2025.", 0),
    ],
)
def test_a_deed_is_told_and_what_is_to_come_is_not(words: str, found: int) -> None:
    assert len(told(words)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The work was completed by 2 April 2025.", 1),
        ("The work WAS COMPLETED BY 2 April 2025.", 1),
        ("The council wrote of it by 2 April 2025.", 0),
        ("The work was completed and is to be seen by 2 April 2025.", 0),
        ("I wrote to those who sit on 2 April 2025.", 0),
        ("I wrote in 2023 to the council on 2 April 2025.", 0),
        ("I wrote to the council and the board sits on 2 April 2025.", 0),
        ("The work was done on 2 April 2025.", 1),
        ("The next round was the one on 2 April 2025.", 0),
        ("The NEXT ROUND WAS the one on 2 April 2025.", 0),
        ("The next rounds were those on 2 April 2025.", 0),
        ("The next council wrote of those on 2 April 2025.", 1),
        ("The round was the next one on 2 April 2025.", 0),
        ("I saw them at the next round on 2 April 2025.", 0),
        ("We agreed the terms on 2 April 2025.", 1),
        ("We agreed a meeting on 2 April 2025.", 0),
        ("We agreed on terms for the council, 2 April 2025.", 0),
        ("We AGREED A MEETING ON 2 April 2025.", 0),
        ("We attended a meeting on 2 April 2025.", 1),
        ("We wrote for the council, 2 April 2025.", 1),
        ("It was agreed that we wrote to the council on 2 April 2025.", 1),
        ("We agreed a date, and wrote on 2 April 2025.", 1),
        ("We agreed a meeting, and wrote a note, and saw the papers on 2 April 2025.", 1),
        ("We saw, wrote, met, agreed a meeting on 2 April 2025.", 0),
    ],
)
def test_the_day_may_be_that_of_what_was_fixed(words: str, found: int) -> None:
    assert len(told(words)) == found


DRAFT: Final = some_facts(signed_on=None)


def test_today_itself_is_not_after_today() -> None:
    assert told("I wrote to the council on 20 April 2024.", DRAFT) == []
    assert len(told("I wrote to the council on 20 April 2025.", DRAFT)) == 1
    assert told("I wrote to the council on 21 April 2025.", DRAFT) == []
