"""What blocks a signature is sure; what rests on a reading of words is a warning, or nothing."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from casework.rules.checks.every_check import CHECKS
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from tests.manuscripts import a_finding, a_response, some_facts

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
ONE: Final = a_finding(
    "Recommendation 1", "The force should answer emergency calls within ten seconds."
)
TWO: Final = a_finding(
    "Recommendation 2", "The force should make sure that repeat callers are known to it at once."
)
DUE: Final = a_finding(
    "Recommendation 1",
    "By 31 October 2024, the force should answer emergency calls within ten seconds.",
    deadline=("By 31 October 2024", date(2024, 10, 31)),
)
I: Final = "I will ask for a report. I have met the team. I am grateful to all of them."  # noqa: E741
BY_NAME: Final[dict[str, Callable[[Response], Iterator[Observation]]]] = {
    one.__name__: one for one in CHECKS
}


def of_an_answer(answer: str) -> Response:
    words = f"# Recommendations\n## Recommendation 1\n{ONE.text}\n{answer}\n## Recommendation 2\n{TWO.text}\nI will ask for a report on it."
    return a_response(words, some_facts(ONE, TWO))


def in_the_text(words: str) -> Response:
    return a_response(f"{I}\n{words}", some_facts(ONE, TWO))


def of_a_line_before_their_words(line: str) -> Response:
    facts = some_facts()
    theirs = "\n".join(facts.chief_officer_comments)
    return a_response(f"# Response\nI thank them.\n{line}\n{theirs}\n# Next\nI will ask.", facts)


IN_PLACE: Final[dict[str, Callable[[str], Response]]] = {
    "unanswered_recommendation": of_an_answer,
    "force_action_only": of_an_answer,
    "deadline_not_answered": lambda one: a_response(
        f"# Recommendations\n{DUE.text}\n{one}", some_facts(DUE)
    ),
    "unattributed_comments": of_a_line_before_their_words,
}


def weights(check: str, words: str) -> list[Severity]:
    response = IN_PLACE.get(check, in_the_text)(words)
    return [one.severity for one in BY_NAME[check](response) if one.severity is not NOTE]


def innocents() -> Iterator[tuple[str, str]]:
    check = ""
    for line in Path(__file__).with_name("innocent_sentences.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            check = line[2:]
        elif line:
            yield check, line


@pytest.mark.parametrize(("check", "words"), innocents())
def test_what_only_looks_like_a_fault_blocks_nobody(check: str, words: str) -> None:
    assert ERROR not in weights(check, words)


@pytest.mark.parametrize("check", sorted({check for check, _ in innocents()}))
def test_of_what_only_looks_like_a_fault_most_is_not_told_at_all(check: str) -> None:
    told = [bool(weights(check, words)) for one, words in innocents() if one == check]
    assert sum(told) <= len(told) * 2 / 3


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ("date_order", "I invited the Chief Constable to submit comments on 13 March 2023."),
        ("date_order", "The Chief Constable was invited on 1 March 2024 to comment by 5 April 2024."),
        ("date_order", "HMICFRS published its report on Barsetshire Police on 12 March 2023."),
        ("date_order", "Report published: 12 March 2023"),
        ("date_order", "The Chief Constable submitted these comments on 3 April 2023."),
        ("date_order", "I will report on 31 November 2024."),
        ("unanswered_recommendation", ""),
        ("unanswered_recommendation", "Noted."),
        ("unanswered_recommendation", "(Recommendation 1)"),
        ("force_action_only", "Barsetshire Police has appointed two reviewers. They start on 7 May 2024."),
        ("force_action_only", "The Mayor’s answer. The force holds a review every Monday and will go on with it."),
        ("inspectorate_voice", "During our inspection, we found that calls were lost."),
        ("wrong_force", "I hold the Chief Constable of Kent Police to account."),
        ("wrong_force", "This is my response to the inspection of Kent Police."),
        ("wrong_force", "The Police and Crime Commissioner for Kent will ask for a report."),
        ("wrong_citation", "I publish this response under section 55(1) of the Police Act 1996."),
        ("wrong_citation", "It is the second report to which I reply under section 55(1) of the Police Act 1996; His Majesty’s Inspectorate sent it."),
        ("wrong_citation", "This is the second report of His Majesty’s Inspectorate to which I reply under section 55(1) of the Police Act 1996."),
        (
            "date_order",
            "On 24 October 2022 I met the Chief Constable to discuss the findings of the HMICFRS report.",
        ),
        ("wrong_citation", "We are bound by section 55(9) of the Police Act 1996."),
        ("unattributed_comments", "The next board is in June."),
        ("unknown_reference", "Recommendation 9: I will ask for a report."),
    ],
)  # fmt: skip
def test_a_plain_fault_is_an_error(check: str, words: str) -> None:
    assert ERROR in weights(check, words)


@pytest.mark.parametrize(
    ("check", "words"),
    [
        ("date_order", "I discussed the report with the Chief Constable on 4 March 2024."),
        ("date_order", "I will publish the results on 14 June 2023."),
        ("date_order", "On 24 October 2024 I met the Chief Constable to discuss the findings."),
        ("date_order", "I respond to the inspection report published in March 2023."),
        ("unanswered_recommendation", "I could not agree more with every word of that."),
        ("unanswered_recommendation", "I don’t doubt this for a moment and never did."),
        ("unanswered_recommendation", "This is among the most serious things ever said of us."),
        ("force_action_only", "The force has appointed two reviewers, and a meeting heard of it."),
        ("deadline_not_answered", "I will ask for a report on this."),
        ("deadline_not_answered", "I will ask for this by 31 December 2024."),
        ("inspectorate_voice", "We found that calls were lost."),
        ("wrong_force", "I have asked Kent Police for an action plan."),
        (
            "wrong_citation",
            "By section 55(3) of the Police Act 1996 a copy of the report came to me.",
        ),
        ("unattributed_comments", "I meet the Chief Constable in June."),
        ("unknown_reference", "I will ask again about recommendation 9 in June."),
    ],
)
def test_a_likely_fault_is_a_warning(check: str, words: str) -> None:
    assert weights(check, words) == [WARNING]
