"""How findings are worded: what asks, what goes on, what only heads or introduces."""

import pytest

from casework.rules.findings.wording import (
    introduces,
    is_sentence,
    is_stem,
    sentences,
    states_a_fault,
    without_section_number,
)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("The force answers calls from the public on time", True),
        ("How well does the force answer calls each day?", False),
        ("Calls are lost.", True),
        ("These are lost:", True),
        ("The force should act", True),
        ("The force answers calls from all on time", False),
    ],
)
def test_a_sentence_is_told_from_a_headings_words(text: str, *, is_one: bool) -> None:
    assert is_sentence(text) is is_one


def test_a_stem_waits_for_its_bullets() -> None:
    assert all(map(is_stem, ("It should:", "It should: –", "It should:-", "It should – ", "It —")))
    assert not any(map(is_stem, ("It should.", ": it should")))


def test_sentences_end_at_full_stops_that_end_them() -> None:
    assert sentences("Plan, e.g. Calls. Act! (See No. 3.) “So.” Do") == [
        "Plan, e.g. Calls.", "Act!", "(See No. 3.", "“So.", "Do",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        (" 3.2 Recommendations ", "Recommendations"),
        ("Chapter 4: Calls", "Calls"),
        ("A. Calls", "Calls"),
        ("2024 and after", "2024 and after"),
    ],
)
def test_a_headings_number_is_none_of_its_words(text: str, bare: str) -> None:
    assert without_section_number(text) == bare


def test_what_speaks_of_findings_is_told_from_what_is_one() -> None:
    assert introduces("These recommendations should help.")
    assert introduces("Our findings follow.")
    assert not introduces("These forces should act.")
    assert not introduces("We recommend that forces act.")
    assert not introduces("Forces follow.")


def test_a_short_bold_line_may_say_what_is_wrong() -> None:
    assert states_a_fault("The force lacks cars")
    assert states_a_fault("Calls aren’t answered here")
    assert not states_a_fault("It lacks cars")
    assert not states_a_fault("The force has many cars")
