"""An answer to several findings says of each what stands behind its own number."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

import pytest

from casework.rules.manuscript.citing import Citings
from casework.rules.manuscript.in_turn import OPENING, InTurn
from tests.manuscripts import a_finding

TURNS = "The Board acts. On R1 we have paid. It is live by May. R2 is ours. We have begun. All are seen in June."


def a_reading() -> InTurn:
    """Return what has read nothing yet: it remembers every answer."""
    return InTurn(Citings([a_finding(f"R{number}", "One.") for number in (1, 2, 3)]))


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            0,
            [
                "The Board acts.",
                "On R1 we have paid.",
                "It is live by May.",
                "All are seen in June.",
            ],
        ),
        (1, ["The Board acts.", "R2 is ours.", "We have begun.", "All are seen in June."]),
    ],
)
def test_each_has_its_own_sentences_and_those_about_all(finding: int, said: list[str]) -> None:
    assert a_reading().said_of(finding, TURNS).splitlines() == said


@pytest.mark.parametrize(
    "words",
    [
        TURNS,
        "I will ask for a report.",
        "R3 is ours. I will ask.",
        f"{'We have asked for it ' * 4}on R1. R2 is ours.",
    ],
)
def test_an_answer_that_does_not_name_it_or_nothing_else_is_all_of_it(words: str) -> None:
    assert OPENING == 60
    assert a_reading().said_of(2, words) == words


def test_an_answer_that_several_share_is_read_once_and_told_to_each() -> None:
    reading = a_reading()
    first, second = (reading.said_of(finding, TURNS) for finding in (0, 1))
    assert "On R1 we have paid." in first
    assert "R2 is ours." in second
    assert reading.said_of(0, TURNS) == first
