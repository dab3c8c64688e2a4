# ruff: noqa: E501 - sentences of letters, each whole on its line
"""Findings in one paragraph, or in a run, are answered where the answer cites them by number."""

import pytest

from casework.rules.checks.unanswered_recommendation import unanswered_recommendation
from casework.rules.manuscript.answered import Answered
from models.shapes.checking import FindingFacts, Severity
from tests.manuscripts import a_finding, a_response, some_facts

A = a_finding("Recommendation 1", "The force should answer emergency calls within ten seconds.")
B = a_finding(
    "Recommendation 2",
    "The National Police Chiefs’ Council should agree how theft is to be counted.",
    addressee="NPCC",
)
C = a_finding(
    "Recommendation 3",
    "The College of Policing should include theft in its lessons for new officers.",
    addressee="College of Policing",
)
FACTS = some_facts(A, B, C)


def quoted(finding: FindingFacts) -> str:
    return f"{finding.ref}: “{finding.text}”"


FIRST = f"# My comments\n{quoted(A)} I will ask for a report in May."
IN_ONE = f"{FIRST}\n{quoted(B)} {quoted(C)} %s"
APART = f"{FIRST}\n{quoted(B)}\n{quoted(C)} %s"


def answered(words: str) -> list[bool]:
    yes = {Answered.YES, Answered.TOGETHER}
    return [one.answered in yes for one in a_response(words, FACTS).replies]


@pytest.mark.parametrize("place", [IN_ONE, APART])
@pytest.mark.parametrize(
    "answer",
    [
        "I propose no action on recommendations 2 and 3, because they are for national bodies.",
        "It is with some regret that I must say that, for my own part, I propose no action on recommendations 2 and 3.",
        "As a member of the national network I will write to its chair about recommendations 2 and 3.",
        "I have thought long about what my office could do, and I will do nothing on recommendations 2 to 3.",
    ],
)
def test_one_answer_that_cites_both_is_for_both(place: str, answer: str) -> None:
    assert answered(place % answer) == [True, True, True]


@pytest.mark.parametrize(
    "answer",
    [
        "I propose no action on recommendation 2, because it is for another body. I will follow it through the network.",
        "On recommendation 2, I will write to the chair of the council.",
    ],
)
def test_an_answer_that_cites_only_the_first_leaves_the_last_of_its_paragraph_out(
    answer: str,
) -> None:
    words = IN_ONE % answer
    assert answered(words) == [True, True, False]
    (told,) = unanswered_recommendation(a_response(words, FACTS))
    assert told.severity is Severity.WARNING
    assert told.where == C.text.removesuffix(".")


@pytest.mark.parametrize(
    "answer",
    [
        "I propose no action on recommendation 2. I will write to the College myself.",
        "I propose no action on recommendation 2. I will ask how lessons have changed.",
        "I propose no action on recommendation 2. On the second I will write to its chair.",
        "I propose no action on recommendation 2. I will follow both through the network.",
        "I propose no action on recommendation 2. I have asked for a report on recommendation 3.",
    ],
)
def test_a_sentence_about_the_last_one_answers_it_without_its_number(answer: str) -> None:
    assert answered(IN_ONE % answer) == [True, True, True]


@pytest.mark.parametrize(
    "answer",
    [
        "I will write to the College in May.",
        "I will write to the College in May. The report has recommendations 2 and 3 in one chapter.",
        "I will write to the College in May about recommendation 3. Recommendation 2 is well put.",
    ],
)
def test_numbers_that_no_answer_joins_answer_nothing_more(answer: str) -> None:
    assert answered(IN_ONE % answer) == [True, False, True]
