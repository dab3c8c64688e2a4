"""Of two dates of a sentence that cannot both be right, the one that nobody knows is told."""

from datetime import date, timedelta
from typing import Final

import pytest

from casework.rules.checks.dates_beside_dates import LONGEST_BETWEEN, at_odds
from casework.rules.wording import british_date
from models.shapes.checking import Facts, ReportFacts
from tests.manuscripts import a_finding, a_response, some_facts

DEADLINE: Final = date(2024, 9, 12)
FACTS: Final = some_facts(a_finding("AFI 1", "Mend it.", deadline=("", DEADLINE)))
"""Published on 12 March 2024, commented on 3 April, signed on 18 April."""


def told(words: str, facts: Facts = FACTS, today: date = date(2024, 4, 20)) -> list[str]:
    """Return the dates that are told."""
    response = a_response(words, facts, today=today)
    faults = (at_odds(one, response) for one in response.timeline)
    return [fault[0].removeprefix("“").partition("”")[0] for fault in faults if fault]


def messages(words: str, facts: Facts = FACTS) -> list[tuple[str, str | None]]:
    response = a_response(words, facts)
    return [fault for one in response.timeline if (fault := at_odds(one, response))]


def test_it_says_with_which_date_it_does_not_go_and_leaves_the_year_to_the_reader() -> None:
    words = "I will report on 22 April 2026, eight days before 30 April 2025."
    why = "“22 April 2026” does not go with 30 April 2025 in the same sentence. Look at the years."
    assert messages(words) == [(why, None)]
    words = "Posts will be filled by 12 September 2024, eight days after 4 September 2025."
    why = (
        "“4 September 2025” does not go with 12 September 2024 in the same sentence. "
        "Look at the years."
    )
    assert messages(words) == [(why, None)]


@pytest.mark.parametrize("joined", [", {},", " ({})", " – {} –", ", that is, {}"])
def test_it_says_how_long_before_or_after_a_named_day_it_is_not(joined: str) -> None:
    length = joined.format("the day after the report was published").rstrip(", –)")
    words = f"I asked for it on 13 March 2025{length} and again later."
    ((message, suggestion),) = messages(words)
    said = "that is, the day after" if "that" in joined else "the day after"
    assert message == f"“13 March 2025” is not “{said}” 12 March 2024. Look at the year."
    assert suggestion is None


LENGTHS: Final = (
    ("10 days", 10, 5),
    ("ten days", 10, 5),
    ("TEN WORKING DAYS", 10, 5),
    ("a fortnight", 14, 5),
    ("fortnight", 14, 5),
    ("2 weeks", 14, 7),
    ("one week", 7, 7),
    ("two months", 60, 17),
    ("the day", 1, 2),
)
"""A length as it is told, its days, and by how many days a year may be missed."""


@pytest.mark.parametrize(("length", "days", "most"), LENGTHS)
@pytest.mark.parametrize("side", ["before", "BEFORE", "ahead of", "earlier than", "inside"])
def test_a_length_before_is_told_where_it_is_a_year_too_long_give_or_take(
    length: str, days: int, most: int, side: str
) -> None:
    end = date(2024, 6, 30)
    for missed in (365 - most - 1, 365 - most, 365 + most, 365 + most + 1):
        day = british_date(end + timedelta(days=missed - days))
        words = f"I will see it on {day}, {length} {side} 30 June 2024."
        assert told(words) == [day] * (abs(missed - 365) <= most), missed


@pytest.mark.parametrize(("length", "days", "most"), LENGTHS)
@pytest.mark.parametrize("side", ["after", "AFTER", "later than", "Following"])
def test_a_length_after_is_told_where_it_is_a_year_too_long_give_or_take(
    length: str, days: int, most: int, side: str
) -> None:
    begin = date(2024, 6, 30)
    for missed in (365 - most - 1, 365 - most, 365 + most, 365 + most + 1):
        day = british_date(begin + timedelta(days=missed + days))
        words = f"I will see it on {day}, {length} {side} 30 June 2024."
        assert told(words) == [day] * (abs(missed - 365) <= most), missed


@pytest.mark.parametrize(
    "words",
    [
        "I will see it on 20 June 2024, ten days before 30 June 2024.",
        "I will see it on 10 May 2024, ten days before 30 June 2024.",
        "I will see it on 10 July 2024, ten days after 30 June 2024.",
        "I will see it on 30 August 2024, ten days after 30 June 2024.",
    ],
)
def test_a_length_that_is_right_or_misses_by_no_year_is_not_told(words: str) -> None:
    assert told(words) == []


def test_a_day_before_a_deadline_may_be_measured_by_any_finding() -> None:
    words = "Posts will be filled on 2 September 2025, ten days before the date set."
    assert told(words) == ["2 September 2025"]
    for day, found in ((date(2025, 9, 16), 0), (date(2025, 9, 17), 1), (date(2025, 9, 8), 0)):
        other = a_finding("AFI 2", "Mend that.", deadline=("", day))
        plain = a_finding("AFI 3", "Mend all.")
        assert len(told(words, some_facts(*FACTS.findings, other, plain))) == found, day


def test_a_length_from_nothing_that_has_a_day_is_not_told() -> None:
    assert told("I asked for it on 13 March 2025, the day after my board met.") == []
    nothing = some_facts(report=ReportFacts("PEEL", None), last_day=None)
    assert told("I asked for it on 13 March 2025, the day after the publication.", nothing) == []


@pytest.mark.parametrize("more", [0, 1])
def test_dates_far_from_one_another_are_not_measured(more: int) -> None:
    opening = ", ten days before "
    filler = "x" * (LONGEST_BETWEEN - len(opening) - 1 + more)
    words = f"I will see it on 20 June 2025{opening}{filler} 30 June 2024."
    assert told(words) == ["20 June 2025"] * (not more)
    words = f"I will see it on 12 September 2024{opening}{filler} 22 September 2023."
    assert told(words) == ["22 September 2023"] * (not more)


def test_only_the_nearest_dates_are_compared() -> None:
    words = "I met them on 1 May 2024, 20 June 2025, ten days before 30 June 2024, and 2 July 2024."
    assert told(words) == ["20 June 2025"]


def test_a_date_without_a_year_is_the_next_such_day_after_the_report() -> None:
    ((message, _),) = messages("I wrote on 26 March 2025, two weeks after 12 March.")
    assert "does not go with 12 March 2024" in message
    ((message, _),) = messages("I will write on 25 March 2026, two weeks after 11 March.")
    assert "does not go with 11 March 2025" in message
    assert told("I will write on 25 March 2025, two weeks after 11 March.") == []
    assert told("I will write on 25 March 2025, two weeks after 31 February.") == []
    assert told("I will write on 14 March 2025, two weeks after 29 February.") == []
    assert told("I wrote on 26 March, two weeks after 12 March 2025.") == ["12 March 2025"]


def test_without_a_report_the_signature_or_today_tells_which_year_is_meant() -> None:
    words = "I wrote on 26 March 2025, two weeks after 12 March."
    unpublished = some_facts(report=ReportFacts("PEEL", None), last_day=None)
    assert told(words, unpublished) == []  # the next 12 March is that of 2025
    early = some_facts(report=ReportFacts("PEEL", None), last_day=None, signed_on=date(2024, 3, 1))
    assert told(words, early) == ["26 March 2025"]
    nothing = some_facts(report=ReportFacts("PEEL", None), last_day=None, signed_on=None)
    assert told(words, nothing) == []
    assert told(words, nothing, date(2024, 3, 1)) == ["26 March 2025"]


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ("19 May 2024", 0),
        ("20 May 2024", 0),
        ("21 May 2024", 1),
        ("20 May 2025", 1),
        ("21 May 2025", 0),
    ],
)
def test_what_is_said_to_come_first_must_and_a_slip_is_of_one_year(first: str, found: int) -> None:
    assert len(told(f"The board meets on {first}, well before 20 May 2024.")) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The board will see it on 9 July 2025 and 12 November 2024.", ["9 July 2025"]),
        ("The board will see it on 9 July 2025 and 12 November 2024 it is.", []),
        ("The board will see it on 9 July 2025 and 12 November 2024, respectively.", []),
        ("The board will see the plans of 9 July 2025 and 12 November 2024.", []),
        ("The board will see it on 9 July 2025 at the cost told on 12 November 2024.", []),
        ("Between 9 July 2025 and 12 November 2024 it ran.", ["9 July 2025"]),
        ("FROM 9 July 2025 until 12 November 2024 it ran.", ["9 July 2025"]),
        ("It ran from 9 July 2025 and 12 November 2024.", []),
        ("It ran between 9 July 2025, with a break, and 12 November 2024.", []),
        ("It ran by 9 July 2025 to 12 November 2024.", []),
        ("It ran to 9 July 2025, not before 12 November 2024 as was said.", []),
        ("It will run to 9 July 2025, the plan that we had before 12 November 2024.", []),
        ("It will run to 9 July 2025, in good time for 12 November 2024.", ["9 July 2025"]),
    ],
)
def test_dates_in_a_wrong_order_are_told_where_the_words_give_the_order(
    words: str, found: list[str]
) -> None:
    assert told(words) == found


@pytest.mark.parametrize(
    "known", ["3 April 2024", "5 April 2024", "18 April 2024", "22 April 2024", "6 May 2024"]
)
def test_a_day_of_the_record_is_never_to_blame(known: str) -> None:
    assert told(f"The board meets on {known}, well before 1 April 2024.") == ["1 April 2024"]
    assert told(f"The board meets on 1 October 2024, well before {known}.") == ["1 October 2024"]


def test_the_deadline_of_a_finding_is_never_to_blame_nor_two_days_that_are_both_known() -> None:
    words = "The board meets on 12 September 2024, well before 1 April 2024."
    assert told(words) == ["1 April 2024"]
    assert told(words.replace("1 April", "3 April")) == []


def test_of_two_days_that_nobody_knows_the_farther_from_the_report_is_to_blame() -> None:
    assert told("The board meets on 22 June 2024, well before 2 June 2024.") == ["22 June 2024"]
    assert told("The board met on 14 March 2024, well before 2 March 2024.") == ["2 March 2024"]
    both = ["22 March 2024", "2 March 2024"]
    assert told("The board meets on 22 March 2024, well before 2 March 2024.") == both


def test_a_month_is_compared_with_nothing() -> None:
    assert told("The board meets in May 2025, ten days before 30 June 2024.") == []
    assert told("The board meets on 20 June 2025, ten days before June 2024.") == []
    assert told("The board meets on 20 May 2025, ten days before June 2024.") == []
