"""A meeting about the report on a day one year before its weeks is told; another is not."""

from datetime import date

import pytest

from casework.rules.checks.years_that_slip import (
    fits_but_for_the_year,
    goes_on_from_them,
    in_a_year,
)
from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.timeline import TimedEvent
from tests.manuscripts import a_response

PUBLISHED, UPTO = date(2024, 3, 12), date(2024, 5, 6)
REPORT = "I read this report with care."


def the_last_date(words: str) -> TimedEvent:
    return a_response(words).timeline[-1]


def fits(words: str, published: date = PUBLISHED, upto: date = UPTO) -> bool:
    return fits_but_for_the_year(the_last_date(words), published, upto)


BEHIND = f"{REPORT} I met the Chief Constable on 20 March 2023 to ask what the report means."


def test_a_meeting_about_the_report_that_needs_only_the_next_year_is_told() -> None:
    assert fits(BEHIND)
    answer = "I welcome their comments. I met the Chief Constable on 20 March 2023 to ask why."
    assert fits(f"# My response to their comments\n{answer}")
    assert not fits(f"# Background\n{answer}")
    assert not fits(f"# My response to their comments\n{answer.replace('their', 'all')}")


@pytest.mark.parametrize(
    "words",
    [
        # Nothing about the report, another event, an earlier occasion, another purpose.
        "I read with care. I met the Chief Constable on 20 March 2023 to ask about it.",
        f"{REPORT} I invited the Chief Constable’s comments on 20 March 2023 to hear about it.",
        f"{REPORT} I first met the Chief Constable on 20 March 2023 to ask what the report means.",
        f"{REPORT} I met the Chief Constable on 20 March 2023 over lunch.",
        f"{REPORT} I first met the Chief Constable on 20 March 2023 over lunch.",
        f"{REPORT} My neighbour met a friend on 20 March 2023 to ask what the report means.",
    ],
)
def test_other_days_of_the_year_before_are_no_slip(words: str) -> None:
    assert not fits(words)


def test_the_day_is_before_the_publication_and_the_publication_not_after_the_end() -> None:
    met = date(2023, 3, 20)
    assert not fits(BEHIND, met, UPTO)
    assert fits(BEHIND, date(2023, 3, 21), UPTO)
    assert fits(BEHIND, PUBLISHED, PUBLISHED)
    assert not fits(BEHIND, PUBLISHED, date(2024, 3, 11))


def goes_on(words: str) -> bool:
    return goes_on_from_them(the_last_date(words), PUBLISHED, UPTO)


@pytest.mark.parametrize("day", ["12 March 2024", "20 March 2024", "6 May 2024"])
def test_a_sentence_that_goes_on_from_a_day_of_those_weeks_is_of_them(day: str) -> None:
    begun = f"I met the Chief Constable on {day} about the report."
    assert goes_on(f"{begun} I also met him on 27 March 2023 about it.")
    assert not goes_on(f"{begun} Nobody met him on 27 March 2023 about it.")
    assert not goes_on(f"{begun} I also invited his comments on 27 March 2023.")


@pytest.mark.parametrize("day", ["11 March 2024", "7 May 2024", "March 2024", "20 March 2022"])
def test_a_sentence_that_goes_on_from_another_day_is_of_its_own(day: str) -> None:
    begun = f"I met the Chief Constable on {day} about the report."
    assert not goes_on(f"{begun} I also met him on 27 March 2023 about it.")


def test_a_day_behind_does_not_bring_those_weeks() -> None:
    told = a_response(
        "I also met the Chief Constable on 27 March 2023 about it. I wrote on 20 March 2024."
    ).timeline[0]
    assert told.event is Event.MET
    assert not goes_on_from_them(told, PUBLISHED, UPTO)


def test_a_day_is_moved_by_a_year_where_the_next_year_has_it() -> None:
    assert in_a_year(date(2023, 3, 20)) == date(2024, 3, 20)
    assert in_a_year(date(2024, 2, 29)) == date.min
