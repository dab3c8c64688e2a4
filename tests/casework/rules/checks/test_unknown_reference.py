"""A citation of a finding that the report does not have is told."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

import pytest

from casework.rules.checks.unknown_reference import unknown_reference
from models.shapes.checking import Severity
from tests.manuscripts import a_finding, a_response, some_facts
from tests.whole_responses import OFFICES, whole

FACTS = some_facts(
    *(a_finding(f"Recommendation {n}", f"The force should do thing number {n} of its plan.") for n in range(1, 13)),
    a_finding("AFI 1", "The force should improve its plan."),
)  # fmt: skip


def told(words: str) -> list[str]:
    return [one.where for one in unknown_reference(a_response(words, FACTS))]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("I will act on Recommendation 14.", "Recommendation 14"),
        ("Recommendations 3, 12 and 13 are for others.", "Recommendations 3, 12 and 13"),
        ("# Recommendation 13", "Recommendation 13"),
        ("AFI 2 is answered above.", "AFI 2"),
        ("See area for improvement 3.", "area for improvement 3"),
        ("| Recommendation 20 | I will act. |", "Recommendation 20"),
        (
            "The recommendations for the force (1, 2 and 15) are answered.",
            "recommendations for the force (1, 2 and 15",
        ),
        ("R13: no action.", "R13"),
    ],
)
def test_a_number_beyond_the_report_s_is_told(words: str, where: str) -> None:
    assert told(words) == [where]


@pytest.mark.parametrize(
    "words",
    [
        "Recommendations 1 to 12 are answered below.",
        "Recommendation 14 of the 2019 report is closed.",
        "The super-complaint’s recommendation 14 is for chief constables.",
        "Recommendation 15 of our previous inspection is complete.",
        "The inquiry made 20 recommendations; recommendation 17 is for us.",
        "I will act on this recommendation within 14 days.",
        "Recommendation 3 by 31 October 2024.",
        "The recommendations, 14 in all, are answered below.",
        "I will fund the recommendation with £200,000.",
        "> Recommendation 14 is complete.",
    ],
)
def test_other_numbers_and_other_reports_are_no_fault(words: str) -> None:
    assert not told(words)


def test_the_wrong_label_of_a_finding_is_told_once_and_elsewhere() -> None:
    printed = "\n".join(f"| {one.ref} | {one.text} |" for one in FACTS.findings[:11])
    last = FACTS.findings[11].text
    assert not told(f"| Number | Text |\n{printed}\n| Recommendation 14 | {last} |")
    both = f"| Number | Text |\n{printed}\n| Recommendation 14 | {last} |\n# Next\nI will act on Recommendation 15."
    assert told(both) == ["Recommendation 15"]


def test_the_message_says_how_many_there_are() -> None:
    (one,) = unknown_reference(a_response("Recommendation 14", FACTS))
    assert one.severity is Severity.ERROR
    assert "12 recommendations" in one.message
    (area,) = unknown_reference(a_response("AFI 4", FACTS))
    assert "only one area for improvement" in area.message


def test_nothing_is_told_where_the_facts_number_their_findings_otherwise() -> None:
    facts = some_facts(a_finding("Recommendation 3", "One."), a_finding("Recommendation 9", "Two."))
    assert not list(unknown_reference(a_response("Recommendation 14", facts)))
    unnumbered = some_facts(a_finding("", "One."))
    assert not list(unknown_reference(a_response("Recommendation 14", unnumbered)))


@pytest.mark.parametrize("office", OFFICES)
def test_every_whole_response_cites_what_there_is(office: str) -> None:
    assert not list(unknown_reference(whole(office)))


def test_a_wrong_number_in_a_whole_response_is_told() -> None:
    assert len(list(unknown_reference(whole("table", ("1, 4 and 5", "1, 4, 5 and 14"))))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The report makes twelve recommendations; on recommendations in it, subsection (5B) applies.",
        "An answer to each recommendation (5B) is given below.",
        "I answer each recommendation under section 55(5) and (5B).",
        "The recommendations are answered below (paragraph 14).",
    ],
)
def test_a_sub_section_of_the_act_is_no_number(words: str) -> None:
    assert not told(words)
