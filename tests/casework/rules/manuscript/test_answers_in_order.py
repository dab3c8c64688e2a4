# ruff: noqa: E501 - sentences of letters, each whole on its line
"""Answers behind a run of findings: which of them each one answers."""

import pytest

from casework.rules.manuscript.answered import Answered
from tests.manuscripts import a_finding, a_response, some_facts

A = a_finding(
    "Recommendation 1", "The force should answer the telephone within ten seconds of a call."
)
B = a_finding(
    "Recommendation 2", "Forces should train all those who take calls from the public by May."
)
C = a_finding(
    "Recommendation 3", "The chief constable should write down what is said by each caller."
)
RUN = f"{A.text}\n{B.text}\n{C.text}"
YES, TOGETHER, FORCE, NO = (
    Answered.YES,
    Answered.TOGETHER,
    Answered.FORCE_ONLY,
    Answered.NO,
)


def answered(words: str) -> list[Answered]:
    return [one.answered for one in a_response(words, some_facts(A, B, C)).replies]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (RUN, [NO, NO, NO]),
        (f"{RUN}\nI will ask for a report.", [NO, NO, YES]),
        (
            f"{RUN}\nI will ask for a report on all three recommendations.",
            [TOGETHER, TOGETHER, YES],
        ),
        (
            f"{RUN}\nOn the first, I will ask for a report.\nOn the second, I have written to the force.\nOn the third, I will visit.",
            [YES, YES, YES],
        ),
        (
            f"{A.text}\nI will ask.\n{B.text}\nThe force has trained its people in this.\n{C.text}",
            [YES, FORCE, NO],
        ),
        (f"{RUN}\n# Next\nOn recommendations 1 and 3 I will ask for a report.", [YES, NO, YES]),
        (f"{RUN}\n# Next\nOn recommendations 1 to 3 I will ask for a report.", [YES, YES, YES]),
        (
            f"| Finding | Answer |\n| {A.text} | I will ask. |\n| {B.text} | The force has trained its people in this. |\n| {C.text} | |",
            [YES, FORCE, NO],
        ),
    ],
)
def test_an_answer_counts_for_the_findings_it_is_given_to(words: str, told: list[Answered]) -> None:
    assert answered(words) == told
