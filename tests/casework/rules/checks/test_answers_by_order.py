"""Answers that tell by order, by pronoun or by column what they answer, and who acts in them."""

import pytest

from casework.rules.manuscript.answered import Answered
from tests.manuscripts import a_finding, a_response, some_facts

FIRST = "The force should bring down the time that it takes to investigate a complaint."
SECOND = "The force should keep a register of the interests that its officers declare."
FACTS = some_facts(a_finding("Recommendation 3a", FIRST), a_finding("Recommendation 3b", SECOND))
ONE = some_facts(a_finding("Recommendation 1", FIRST))


def _answered(words: str) -> list[Answered]:
    both = f"You ask for two things:\n> {FIRST}\n> {SECOND}\n{words}"
    return [one.answered for one in a_response(both, FACTS).replies]


@pytest.mark.parametrize(
    "words",
    [
        "My answer to the first (3a) is that I chair it.\nTo the second (3b): I have paid a clerk.",
        "On the first, I have asked for a report.\nOn the second, I shall pay for a clerk.",
        "As to the former, I have asked for a report.\nAs to the latter, I will publish it.",
        "On (3a) I have asked for a report.\nOn (3b) I shall pay for a clerk.",
        "The first: I have asked for a report.\nThe second: I will pay for a clerk.",
    ],
)
def test_findings_that_stand_together_may_be_answered_in_their_order(words: str) -> None:
    assert _answered(words) == [Answered.YES, Answered.YES]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("My answer to the first is that I chair a meeting on it.", [Answered.YES, Answered.NO]),
        ("My answer to the second is that I chair a meeting on it.", [Answered.NO, Answered.YES]),
        (
            "To the first (3a): the force meets on it weekly.\nTo the second (3b): I pay one.",
            [Answered.FORCE_ONLY, Answered.YES],
        ),
    ],
)
def test_an_answer_to_one_of_them_is_none_to_the_other(words: str, told: list[Answered]) -> None:
    assert _answered(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I have agreed with the seven councils to fund one licensing officer.", Answered.YES),
        (
            "I agree with the inspectors that the force should fund one officer.",
            Answered.FORCE_ONLY,
        ),
        ("The Mayor was moved by what the call handlers told her.", Answered.NO),
        ("The Commissioner moved £1 million to the call handlers.", Answered.YES),
        ("The Commissioner was moved by this, and has asked for a report.", Answered.YES),
    ],
)
def test_an_agreement_to_pay_is_a_deed_and_a_feeling_is_none(words: str, told: Answered) -> None:
    response = a_response(f"> {FIRST}\n{words}", ONE)
    assert [one.answered for one in response.replies] == [told]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("He has asked internal audit to test whether it is done.", Answered.YES),
        ("His volunteers will ring back callers and ask whether they were helped.", Answered.YES),
        ("The force will ring back callers and ask whether they were helped.", Answered.FORCE_ONLY),
    ],
)
def test_he_in_the_bodys_column_is_the_body(cell: str, told: Answered) -> None:
    table = (
        "| Ref | Words | Position of the force | The Commissioner’s action |\n"
        f"| 1 | {FIRST} | Done, says the constabulary. | {cell} |"
    )
    assert [one.answered for one in a_response(table, ONE).replies] == [told]
