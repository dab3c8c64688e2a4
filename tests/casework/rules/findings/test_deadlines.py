# ruff: noqa: E501 - one case, one line
"""Which words of a finding are its deadline, what day they mean, and what is only assumed."""

from datetime import date

import pytest

from casework.rules.findings.deadlines import deadline_in_column, deadline_of
from models.words import DeadlineKind

PUBLISHED = date(2024, 3, 12)


@pytest.mark.parametrize(
    ("text", "raw", "day"),
    [
        ("By the end of the 2024/25 financial year, forces should act.", "By the end of the 2024/25 financial year", "2025-03-31"),
        ("By the end of 2024–2026, forces should act.", "By the end of 2024–2026", "2026-03-31"),
        ("By early 2025, forces should act.", "By early 2025", "2025-03-31"),
        ("By Late 2025, forces should act.", "By Late 2025", "2025-12-31"),
        ("By the middle of 2025, forces should act.", "By the middle of 2025", "2025-06-30"),
        ("By spring 2025, forces should act.", "By spring 2025", "2025-05-31"),
        ("By autumn 2025, forces should act.", "By autumn 2025", "2025-11-30"),
        ("By Winter 2025, forces should act.", "By Winter 2025", "2026-02-28"),
        ("By the end of Q1 2025, forces should act.", "By the end of Q1 2025", "2025-03-31"),
        ("By quarter 4 2025, forces should act.", "By quarter 4 2025", "2025-12-31"),
        ("By the First quarter of 2025, forces should act.", "By the First quarter of 2025", "2025-03-31"),
        ("By the second quarter of 2025, forces should act.", "By the second quarter of 2025", "2025-06-30"),
        ("By the fourth quarter of 2025, forces should act.", "By the fourth quarter of 2025", "2025-12-31"),
        ("By the last quarter of 2025, forces should act.", "By the last quarter of 2025", "2025-12-31"),
    ],
)  # fmt: skip
def test_a_period_ends_on_its_last_day_and_that_day_is_assumed(
    text: str, raw: str, day: str
) -> None:
    found = deadline_of(text, PUBLISHED)
    assert (found.raw, found.kind, str(found.day)) == (raw, DeadlineKind.PERIOD, day)
    assert found.assumed is True


@pytest.mark.parametrize(
    ("text", "day", "assumed"),
    [
        ("By 1 May 2024, forces should act.", "2024-05-01", False),
        ("By 1\xa0May\xa02024, forces should act.", "2024-05-01", False),
        ("Before 1 May 2024, forces should act.", "2024-04-30", True),
        ("Before 31 February 2024, forces should act.", "None", False),
        ("By May 2024, forces should act.", "2024-05-31", True),
        ("By the end of May 2024, forces should act.", "2024-05-31", False),
        ("Within a month, forces should act.", "2024-04-12", False),
        ("Immediately, forces should act.", "2024-03-12", False),
    ],
)
def test_a_day_is_assumed_only_where_the_words_leave_it_open(
    text: str, day: str, *, assumed: bool
) -> None:
    found = deadline_of(text, PUBLISHED)
    assert (str(found.day), found.assumed) == (day, assumed)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Within two weeks", "2024-03-26"),
        ("Within 1 day", "2024-03-13"),
        ("Within one year", "2025-03-12"),
        ("Within two years", "2026-03-12"),
        ("Within three Calendar\nMonths", "2024-06-12"),
        ("Within ten working days", "None"),
        ("Within the next twenty-four months", "2026-03-12"),
        ("In the next three months", "2024-06-12"),
        ("Over the next three months", "2024-06-12"),
        ("During the next six months", "2024-09-12"),
    ],
)
def test_a_time_from_publication_ends_on_its_day(words: str, day: str) -> None:
    found = deadline_of(f"{words}, forces should act.", PUBLISHED)
    assert (found.kind, str(found.day)) == (DeadlineKind.RELATIVE, day)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("By 1 May 2024 and within three months, forces should act.", "By 1 May 2024"),
        ("Within three months and by 1 May 2024, forces should act.", "Within three months"),
        ("By May 2024, and by 1 July 2024, forces should act.", "By May 2024"),
        ("By spring 2025, and by 1 July 2026, forces should act.", "By spring 2025"),
        ("With immediate effect, forces should act by 1 July 2024.", "With immediate effect"),
        ("Before 1 May 2024, forces should plan; by 1 July 2024 act.", "Before 1 May 2024"),
    ],
)
def test_of_several_the_first_is_the_deadline(text: str, raw: str) -> None:
    assert deadline_of(text, PUBLISHED).raw == raw


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("The force should train all staff within three months.", True),
        ("The force should train all staff within a year;", True),
        ("The force should train all staff within one month", True),
        ("The force should call victims back within three days.", False),
        ("The force should call victims back within three weeks.", False),
        ("The force should help those hurt within three months of a crime.", False),
        ("The force should help those hurt in three months.", False),
        ("The force should help those hurt over three months.", False),
        ("The force should help those hurt During three months.", False),
        ("The force should help those hurt in the next three months.", True),
        ("The force should, within three days, call back.", True),
        ("The force should within three days call back.", True),
        ("The force should also, within three days, call back.", True),
        ("The force should review, within three days, its plans.", False),
        ("The force should review, within one year, its plans.", True),
        ("The force should review, within three months its plans.", False),
        ("The force should review within three months, its plans.", False),
        ("The force reviews, within three months, its plans.", False),
        ("We recommend that, within three days, it calls back.", True),
        ("We recommend that the force, within three days, calls back.", True),
        ("We found that within three days the force should call back.", True),
        ("We found that within three days it calls. It should go on.", False),
        ("It is slow: within three days the force should call back.", True),
        ("It is slow.\nWithin three days the force should call back.", True),
        ("Calls are answered within three days.", False),
        ("The force has three months. Within three days of a call it should act.", False),
    ],
)
def test_a_time_is_a_deadline_where_it_says_by_when_to_act(text: str, *, is_one: bool) -> None:
    assert (deadline_of(text, PUBLISHED).kind is DeadlineKind.RELATIVE) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("The force should act before 1 May 2024.", True),
        ("The force should act before 1 May 2024", True),
        ("The force should act before 1 May 2024 ; it can.", True),
        ("The force should, before 1 May 2024, act.", True),
        ("The force should agree, before 1 May 2024, how to act.", True),
        ("The force should look at crimes before 1 May 2024 and later.", False),
        ("The force should look at crimes, before 1 May 2024 and later.", False),
        ("The force should look at crimes before 1 May 2024, and later.", False),
        ("The force acted before 1 May 2024.", False),
        ("The force should act. It did before 1 May 2024.", False),
    ],
)
def test_before_a_day_is_a_deadline_where_it_says_by_when_to_act(
    text: str, *, is_one: bool
) -> None:
    assert (deadline_of(text, PUBLISHED).kind is DeadlineKind.DATE) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("The force should immediately act.", True),
        ("Immediately, the force should act.", True),
        ("The force should act. Immediately, it must.", True),
        ("Staff should learn to act. They do so immediately.", False),
        ("Forces change with immediate effect.", True),
        ("The force should learn to act without delay.", False),
    ],
)
def test_at_once_is_a_deadline_where_it_stands_beside_the_demand(
    text: str, *, is_one: bool
) -> None:
    assert (deadline_of(text, PUBLISHED).kind is DeadlineKind.IMMEDIATE) is is_one


@pytest.mark.parametrize(
    ("cell", "raw", "day"),
    [
        ("31 July 2024", "31 July 2024", "2024-07-31"),
        ("31  July\n2024", "31 July 2024", "2024-07-31"),
        ("July 2024", "July 2024", "2024-07-31"),
        ("End of July 2024", "End of July 2024", "2024-07-31"),
        ("By 31 July 2024", "By 31 July 2024", "2024-07-31"),
        ("By the end of 2024", "By the end of 2024", "2024-12-31"),
        ("31 July 2024 (agreed)", "31 July 2024", "2024-07-31"),
        ("As soon as can be", None, "None"),
        ("", None, "None"),
    ],
)
def test_a_column_that_says_by_when_may_print_the_date_alone(
    cell: str, raw: str | None, day: str
) -> None:
    found = deadline_in_column(cell, PUBLISHED)
    assert (found.raw, str(found.day)) == (raw, day)
