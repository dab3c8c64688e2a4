"""What was found before is found again, with what was promised then."""

from datetime import date

import pytest

from casework.rules.repeats import (
    NEARLY_IDENTICAL,
    EarlierFinding,
    NewFinding,
    promises_in,
    repeats,
    years_looked_back_to,
)

OLD = "The force should make sure that it answers emergency calls within published time limits."
NEW = "The force should ensure it answers emergency calls within its published time limits."
OTHER = "The constabulary needs to improve how it records crime against vulnerable people."


def earlier(text: str, answer: str = "", day: date = date(2019, 5, 2)) -> EarlierFinding:
    return EarlierFinding("S55-2019-001", "PEEL 2018/19", day, "f003", "AFI 3", text, answer)


def test_nearly_the_same_words_are_a_repeat_and_other_words_are_not() -> None:
    found = repeats([NewFinding("f001", NEW), NewFinding("f002", "")], [earlier(OLD)])
    assert [(one.key, one.earlier.key) for one in found] == [("f001", "f003")]
    assert found[0].score >= NEARLY_IDENTICAL
    assert repeats([NewFinding("f001", NEW)], [earlier(OTHER)]) == []


def test_the_likest_earlier_finding_comes_first_and_of_equals_the_newest() -> None:
    older, newer = earlier(OLD), earlier(OLD, day=date(2022, 10, 14))
    exact = earlier(NEW, day=date(2018, 1, 1))
    found = repeats([NewFinding("f001", NEW)], [older, newer, exact])
    assert [one.earlier for one in found] == [exact, newer, older]


def test_promises_of_an_answer_are_days() -> None:
    answer = (
        "I will have a plan by 14 January 2023, report by the end of March 2023 and again "
        "before Spring 2024; the board meets by winter 2024. It met on 3 May 2022. "
        "Nothing is promised by 31 February 2023."
    )
    promised = [(one.raw, one.day.isoformat()) for one in promises_in(answer)]
    assert promised == [
        ("by 14 January 2023", "2023-01-14"),
        ("by the end of March 2023", "2023-03-31"),
        ("before Spring 2024", "2024-05-31"),
        ("by winter 2024", "2025-02-28"),
    ]


def test_the_date_noted_beside_an_answer_is_a_promise_and_counts_once() -> None:
    day = date(2023, 1, 14)
    assert [one.day for one in promises_in("I will act by 14 January 2023.", day)] == [day]
    assert promises_in("I have acted.") == ()


def test_a_finding_that_speaks_of_an_earlier_report_says_so() -> None:
    hint = "Our 2019 report said that the force should improve. It remains an area to improve."
    assert years_looked_back_to(NewFinding("f001", hint)) == (2019,)
    narrative = "In our 2018/19 PEEL inspection we found the same."
    assert years_looked_back_to(NewFinding("f001", NEW, narrative)) == (2018,)
    assert years_looked_back_to(NewFinding("f001", "The force published its 2019 plan.")) == ()


@pytest.mark.parametrize(
    ("answer", "day"),
    [
        ("I will act by summer 2024.", date(2024, 8, 31)),
        ("It ends before autumn of 2024.", date(2024, 11, 30)),
        ("We will act no later than Q1 2025.", date(2025, 3, 31)),
        ("We will act until the end of 2025.", date(2025, 12, 31)),
        ("We will act by the end of early 2025.", date(2025, 3, 31)),
        ("We will act by the end of 2025/26.", date(2026, 3, 31)),
        ("We will act by 3/4/2025.", date(2025, 4, 3)),
        ("We will act by Monday 3 March 2025.", date(2025, 3, 3)),
    ],
)
def test_a_promise_is_read_in_every_form_in_which_a_response_is_read(
    answer: str, day: date
) -> None:
    assert [one.day for one in promises_in(answer)] == [day]


@pytest.mark.parametrize(
    "answer",
    [
        "I met them on 3 March 2025.",
        "I will act by 3 March.",
        "I will act by the 24th.",
        "I will act within three months.",
        "The report of May 2025 says so.",
    ],
)
def test_a_day_that_is_no_bound_or_has_no_year_is_no_promise(answer: str) -> None:
    assert promises_in(answer) == ()
