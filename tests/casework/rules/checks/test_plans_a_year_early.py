"""A plan told for a day before the report, and a year early, is told; a past one is not."""

from datetime import date

import pytest

from casework.rules.checks.plans_a_year_early import plan_a_year_early
from models.shapes.checking import Facts, ReportFacts
from tests.manuscripts import TODAY, a_response, some_facts


def told(
    words: str, facts: Facts | None = None, today: date = TODAY
) -> list[tuple[str, str | None]]:
    response = a_response(words, facts, today=today)
    faults = (plan_a_year_early(one, response) for one in response.timeline)
    return [fault for fault in faults if fault]


def test_it_says_that_the_day_is_before_the_report_and_asks_for_the_next_year() -> None:
    why = (
        "“25 June 2023” is told as still to come, but it is before the report of 12 March 2024. "
        "Look at the year."
    )
    assert told("The board will sit on 25 June 2023.") == [(why, "25 June 2024?")]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("18 April 2023", 0),
        ("19 April 2023", 1),
        ("11 March 2024", 1),
        ("12 March 2024", 0),
        ("13 March 2024", 0),
        ("June 2023", 0),
    ],
)
def test_it_is_before_the_report_and_a_year_later_after_the_signature(day: str, found: int) -> None:
    assert len(told(f"The board will sit on {day}.")) == found


def test_a_draft_is_measured_by_today_and_without_a_report_nothing_is_told() -> None:
    draft = some_facts(signed_on=None)
    assert told("The board will sit on 20 April 2023.", draft) == []
    assert len(told("The board will sit on 21 April 2023.", draft)) == 1
    assert len(told("The board will sit on 20 April 2023.")) == 1
    same_day = some_facts(signed_on=date(2024, 3, 12))
    assert len(told("The board will sit on 25 June 2023.", same_day)) == 1
    unpublished = some_facts(report=ReportFacts("PEEL", None), last_day=None)
    assert told("The board will sit on 25 June 2023.", unpublished) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("I will answer the report that HMICFRS published on 25 June 2023.", 0),
        ("The board sat on 25 June 2023.", 0),
        ("The board will use what was said on 25 June 2023.", 0),
        ("The board, which was told of it, will sit on 25 June 2023.", 1),
        ("The board will, which was told of it, sit on 25 June 2023.", 1),
        ("The board will see what was told, and will sit on 25 June 2023.", 1),
        ("It will be seen; the board shall hear what it was told on 25 June 2023.", 0),
        ("It shall see what was told; they’ll sit on 25 June 2023.", 1),
    ],
)
def test_only_what_is_still_to_be_is_a_plan(words: str, found: int) -> None:
    assert len(told(words)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("| Action | When |\n| Mend the records | 25 June 2023 |", 1),
        ("| Action | Name |\n| Mend the records | 25 June 2023 |", 0),
        ("| Action | When |\n| Mend the records | done 25 June 2023 |", 0),
        ("| Action | When |\n| Mend | two of us with all our friends 25 June 2023 |", 1),
        ("| Action | When |\n| Mend | the two of us with all our friends 25 June 2023 |", 0),
        ("| Action | When |\n| Mend the records | 25 June 2023; 25 July 2023 |", 1),
        ("| Action | When | Progress |\n| Mend | 25 June 2023 | Completed |", 0),
        ("| Action | When | Progress |\n| Mend | 25 June 2023 | We look on |", 1),
    ],
)
def test_a_short_cell_of_a_column_of_days_to_come_is_a_plan(words: str, found: int) -> None:
    assert len(told(words)) == found
