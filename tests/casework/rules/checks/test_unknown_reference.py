"""A citation of a finding that the report does not have is told."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

import pytest

from casework.rules.checks.unknown_reference import unknown_reference
from models.shapes.checking import ReportFacts, Severity
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


THROUGH = some_facts(
    a_finding("Recommendation 1", "The force should write down its plan."),
    a_finding("AFI 2", "The force should improve its plan."),
    a_finding("Recommendation 3", "The force should tell others of its plan."),
)
"""A report that numbers its findings through, whatever their class."""


def test_a_report_that_numbers_all_through_has_each_number_in_every_class() -> None:
    assert not list(unknown_reference(a_response("Recommendation 2 and AFI 3.", THROUGH)))
    (one,) = unknown_reference(a_response("AFI 4 is answered.", THROUGH))
    assert "the report has 3 findings, no finding 4" in one.message
    (first, second) = unknown_reference(a_response("Recommendation 5. AFI 4.", THROUGH))
    assert (first.where, second.where) == ("Recommendation 5", "AFI 4")


def test_the_classes_of_a_report_with_a_gap_in_one_are_each_judged_alone() -> None:
    facts = some_facts(
        a_finding("Recommendation 1", "The force should write down its plan."),
        a_finding("AFI 2", "The force should improve its plan."),
        a_finding("AFI 5", "The force should improve its work."),
    )
    (one,) = unknown_reference(a_response("AFI 9 is old. Recommendation 2 is ours.", facts))
    assert one.where == "Recommendation 2"
    assert "only one recommendation, no recommendation 2" in one.message


def test_a_report_of_one_class_names_it() -> None:
    facts = some_facts(*THROUGH.findings[:1], a_finding("Recommendation 2", "It should act."))
    (one,) = unknown_reference(a_response("Recommendation 3", facts))
    assert "the report has 2 recommendations, no recommendation 3" in one.message


@pytest.mark.parametrize(
    ("words", "weight"),
    [
        ("Recommendation 14 is ours.", Severity.ERROR),
        ("1. Recommendation 14 is ours.", Severity.ERROR),
        ("## On Recommendation 14", Severity.ERROR),
        ("In Recommendation 14 we see it.", Severity.ERROR),
        ("For Recommendation 14 we act.", Severity.WARNING),
        ("I will act on Recommendation 14.", Severity.WARNING),
    ],
)
def test_only_where_it_labels_what_follows_it_is_sure_to_be_this_report_s(
    words: str, weight: Severity
) -> None:
    (one,) = unknown_reference(a_response(words, FACTS))
    assert one.severity is weight


def test_the_title_of_the_report_speaks_of_no_other() -> None:
    facts = some_facts(
        *FACTS.findings, report=ReportFacts("An inspection of 2024: the national report")
    )
    words = "An inspection of 2024: the national report: Recommendation 14 is ours."
    assert len(list(unknown_reference(a_response(words, facts)))) == 1
    assert not told(words)
    assert not told("# The last inspection\nRecommendation 14 is ours.")
    assert not told("Our earlier plan has Recommendation 14 and Recommendation 15.")


def test_a_citation_of_another_report_hides_none_behind_it() -> None:
    words = "Recommendation 14 of the 2019 report is closed. Recommendation 15 is ours."
    assert told(words) == ["Recommendation 15"]
    (one,) = unknown_reference(a_response(f"I am grateful.\n{words}", FACTS))
    assert one.passage == 1


def test_an_untitled_report_is_read_all_the_same() -> None:
    facts = some_facts(*FACTS.findings, report=ReportFacts(""))
    assert len(list(unknown_reference(a_response("Recommendation 14 is ours.", facts)))) == 1
