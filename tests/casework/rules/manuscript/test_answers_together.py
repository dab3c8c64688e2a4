# ruff: noqa: E501 - sentences of letters, each whole on its line
"""One answer to several findings, and answers without a subject or by others' words."""

import pytest

from casework.rules.checks.duplicate_finding import duplicate_finding
from casework.rules.checks.unanswered_recommendation import unanswered_recommendation
from casework.rules.manuscript.answered import Answered
from tests.casework.rules.manuscript.test_matched_lists import A, B, C
from tests.manuscripts import a_response, some_facts

RUN = f"{A.text}\n{B.text}\n{C.text}"
AGENDA = "I will put this on the agenda of my board in May."


def answered(words: str) -> list[bool]:
    replies = a_response(words, some_facts(A, B, C)).replies
    return [one.answered in {Answered.YES, Answered.TOGETHER} for one in replies]


@pytest.mark.parametrize(
    "words",
    [
        f"# Findings\nWe take them together.\n{RUN}\n{AGENDA}",
        f"# Findings\nThe report lists three recommendations. I answer them jointly.\n{RUN}\n{AGENDA}",
        f"# Findings\nThese are addressed as a whole.\n{RUN}\n{AGENDA}",
        f"# Findings\nThey have a single response, to all three.\n{RUN}\n{AGENDA}",
        f"# Findings\n{RUN}\nI answer all three together. {AGENDA}",
        f"# Findings\n{RUN}\n## Response to all recommendations\n{AGENDA}",
        f"# Findings\n{RUN}\n## My comments on these\n{AGENDA}",
    ],
)
def test_words_that_say_so_answer_a_whole_run(words: str) -> None:
    assert answered(words) == [True, True, True]


@pytest.mark.parametrize(
    "words",
    [
        f"# Findings\n{RUN}\n{AGENDA}",
        f"# Findings\nThe force and the council work together.\n{RUN}\n{AGENDA}",
        f"# Findings\nI deal with domestic abuse together with the council.\n{RUN}\n{AGENDA}",
        f"# Before\nWe take them together.\n# What is asked\n{RUN}\n{AGENDA}",
        f"# Findings\n{RUN}\n## My response\n{AGENDA}",
        f"# Findings\n{RUN}\n{AGENDA}\n# The Chief Constable’s comments on the recommendations",
    ],
)
def test_other_words_answer_the_last_of_a_run_alone(words: str) -> None:
    assert answered(words) == [False, False, True]


def test_words_that_take_two_together_end_where_these_are_answered() -> None:
    words = f"# Findings\nI answer both together.\n{A.text}\n{B.text}\n{AGENDA}\n{C.text}"
    assert answered(words) == [True, True, False]


def whether(answer: str) -> bool:
    heads = [f"## {one.ref}\n{one.text}" for one in (A, B, C)]
    return answered(f"# R\n{heads[0]}\n{AGENDA}\n{heads[1]}\n{answer}\n{heads[2]}\n{AGENDA}")[1]


@pytest.mark.parametrize(
    "answer",
    [
        "Action: fund ten posts.",
        "My agreed action: to commission a survey.",
        "Next steps – publish the figures.",
        "Accepted. Quarterly figures requested.",
        "Accepted; funding agreed in the February budget.",
        "Ten posts have been funded.",
        "The answer to Recommendation 1 applies here too.",
        "See my answer to Recommendation 1.",
        "Please see my comments above on training.",
        "This is answered under Recommendation 1 above.",
        "The force’s response is set out below; I will test it at my board in June.",
        "The Commissioner accepts this. Her officers will review the fund by May.",
        "The Commissioner accepts this. His team has begun a survey.",
        "The Commissioner has written to the director to ask how reports are shared, and will put the reply before the board.",
        "This is covered by action 4 of my delivery plan.",
        "The Chief Constable and I will review this together in June.",
        "The recommendation is for the College of Policing.",
        "I propose no action, as the work is complete.",
    ],
)
def test_ordinary_answers_are_answers(answer: str) -> None:
    assert whether(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "Noted.",
        "No comment.",
        "See above.",
        "Please see above.",
        "Please see overleaf.",
        "Please see the comments of the Chief Constable below.",
        "Please refer to the force’s response.",
        "This is dealt with in the Chief Constable’s comments.",
        "The Chief Constable addresses this in his comments below.",
        "As stated by the Chief Constable.",
        "This is a matter for the Chief Constable.",
        "The Chief Constable will respond.",
        "For the Chief Constable to answer.",
        "Action: none yet.",
        "Figures requested by the force.",
        "The Chief Constable accepts this. Her officers will review the fund by May.",
        "To follow.",
    ],
)
def test_dodges_are_none(answer: str) -> None:
    assert not whether(answer)


def test_an_answer_by_another_s_words_is_told_at_its_finding() -> None:
    words = f"# R\n## Recommendation 1\n{A.text}\n{AGENDA}\n## Recommendation 2\n{B.text}\nPlease see the force’s comments below."
    response = a_response(words, some_facts(A, B))
    assert [one.where for one in unanswered_recommendation(response)] == [B.text.rstrip(".")]
    assert not list(duplicate_finding(response))
