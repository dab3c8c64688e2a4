"""Thanks, praise and confidence answer nothing; what the body does beside them still does."""

import pytest

from casework.rules.checks.force_action_only import force_action_only
from casework.rules.checks.unanswered_recommendation import unanswered_recommendation
from models.shapes.checking import Observation, Severity
from tests.manuscripts import a_finding, a_response, some_facts

ONE = a_finding("Recommendation 1", "The force should answer emergency calls within ten seconds.")
TWO = a_finding("Recommendation 2", "The force should train its supervisors to review open cases.")


def told(answer: str) -> list[Observation]:
    words = f"# Recommendations\n**Recommendation 1**\n{ONE.text}\nI will ask for a report in May."
    words += f"\n**Recommendation 2**\n{TWO.text}\n{answer}\n# Publication\nThis is published."
    response = a_response(words, some_facts(ONE, TWO))
    return [*unanswered_recommendation(response), *force_action_only(response)]


@pytest.mark.parametrize(
    "answer",
    [
        "I am grateful to all partners who attend these conferences.",
        "My office is grateful to the inspectors for this.",
        "I look forward to seeing progress.",
        "I read this finding with concern.",
        "I take this very seriously.",
        "I deeply regret this.",
        "I echo these words.",
        "I pay tribute to those who do this work.",
        "I attach great importance to this area.",
        "I would like to thank those involved.",
        "I want to thank everyone.",
        "I find this troubling.",
        "I cannot overstate how important this is.",
        "The Board values the work of the trainers.",
        "I sympathise with all concerned.",
        "I am pleased to note the progress.",
        "I was disappointed to read this.",
        "The Commissioner is committed to the safety of children.",
        "I congratulate them all.",
        "I endorse this recommendation.",
        "I care deeply about this.",
        "I expect better.",
        "I am under no illusion about the scale of the task.",
        "I offer my thanks to those concerned.",
        "I regard this as a serious matter.",
        "I do not underestimate the task.",
        "I make no apology for saying that this matters.",
        "I have spoken about this often.",
        "Members of the public have told me how much this matters.",
        "I thank the staff of the training centre.",
    ],
)
def test_a_courtesy_is_no_answer(answer: str) -> None:
    (one,) = told(answer)
    assert one.check == "unanswered_recommendation"
    assert one.severity is not Severity.NOTE


@pytest.mark.parametrize(
    "answer",
    [
        "I am pleased to see that the force has acted.",
        "I have no doubt that the force will succeed.",
        "I trust that the force will put this right.",
        "Training staff share cases with the teams here when it is asked, and have done so.",
        "Supervisors now review every open case.",
    ],
)
def test_what_is_said_of_the_force_alone_is_a_warning(answer: str) -> None:
    (one,) = told(answer)
    assert (one.check, one.severity) == ("force_action_only", Severity.WARNING)


@pytest.mark.parametrize(
    "answer",
    [
        "I am grateful to them all and have asked for figures by June.",
        "I take this seriously and have asked for a plan.",
        "I look forward to receiving the results in May and will publish them.",
        "I am pleased to fund two posts.",
        "I am happy to support this with £20,000 from my budget.",
        "I have agreed to the request for funding.",
        "We will agree five measures with the Chief Constable by 31 July, and publish them.",
        "I committed £40,000 to this.",
        "I endorse the plan and will follow it.",
        "I regard this recommendation as met.",
        "I have spoken about this to the Chief Constable, and shall again in May.",
        "I have taken this up with the Chief Constable.",
        "I found the money for two trainers.",
        "I read a sample of twenty files each quarter.",
        "Progress comes to my board in May.",
        "I have stressed to the Chief Constable that this must end.",
        "The recommendation has been completed.",
        "Members have asked for a report.",
    ],
)
def test_a_deed_beside_a_courtesy_is_an_answer(answer: str) -> None:
    assert not told(answer)


@pytest.mark.parametrize(
    "label",
    [
        "PCC response",
        "My response:",
        "What I will do",
        "What the Commissioner is doing",
        "Commissioner’s proposed action (section 55(5B))",
        "Action by the Commissioner",
        "Our action, or reason for none",
        "How I will hold the force to account",
        "OPCC comment",
        "Commissioner to respond",
        "Authority response",
        "What we are doing about it",
    ],
)
def test_a_box_that_holds_a_label_alone_is_an_error(label: str) -> None:
    rows = f"| Rec 1 | {ONE.text} |\n| {label} | I will ask for a report in May. |\n"
    rows += f"| Rec 2 | {TWO.text} |\n| {label} | |"
    (one,) = unanswered_recommendation(a_response(rows, some_facts(ONE, TWO)))
    assert one.severity is Severity.ERROR
    assert one.where in TWO.text


@pytest.mark.parametrize(
    "answer",
    [
        "Quarterly figures requested",
        "Covered by my police and crime plan",
        "My board will review progress",
        "I have asked for a plan",
        "No action: it is for the College",
    ],
)
def test_a_box_with_a_short_answer_is_answered(answer: str) -> None:
    rows = f"| Rec 1 | {ONE.text} |\n| PCC response | I will ask for a report in May. |\n"
    rows += f"| Rec 2 | {TWO.text} |\n| PCC response | {answer} |"
    assert not list(unanswered_recommendation(a_response(rows, some_facts(ONE, TWO))))
