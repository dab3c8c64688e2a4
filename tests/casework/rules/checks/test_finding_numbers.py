"""A finding under the number of another, or of none, is told where the numbers are the report's."""

from dataclasses import replace

import pytest

from casework.rules.checks.finding_numbers import labels_of_none, under_wrong_numbers
from models.shapes.checking import Observation, Severity
from models.words import FindingClass
from tests.manuscripts import a_finding, a_response, some_facts

A, B, C, D = TEXTS = (
    "The force should answer the telephone within ten seconds of a call.",
    "Forces should train all those who take calls from the public by May.",
    "The chief constable should write down what is said by each caller.",
    "Supervisors should review every open case with its detective monthly.",
)
FACTS = some_facts(*(a_finding(f"Recommendation {n}", text) for n, text in enumerate(TEXTS, 1)))
RIGHT = f"Recommendation 1: {A}\nRecommendation 2: {B}\n"


def told(words: str) -> list[Observation]:
    return list(under_wrong_numbers(a_response(words, FACTS), "a_check"))


def test_a_finding_behind_the_number_of_another_is_an_error() -> None:
    (one,) = told(f"{RIGHT}Recommendation 4: {C}")
    assert (one.check, one.severity) == ("a_check", Severity.ERROR)
    assert one.message == "Recommendation 3 stands under the number of Recommendation 4."
    assert one.where in C


def test_the_number_of_another_in_the_line_before_may_only_refer_to_it() -> None:
    (one,) = told(f"{RIGHT}Recommendation 4\n{C}")
    assert one.severity is Severity.WARNING
    assert one.where in C


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (f"{RIGHT}Recommendation 9: {C}", "Recommendation 9"),
        (f"{RIGHT}R9 {C}", "R9"),
        (f"{RIGHT}The report's own number: Recommendation 9: {C}", "Recommendation 9"),
        (f"{RIGHT}Recommendation 5\n{C}", "Recommendation 5"),
        (f"Recommendation 9\n{C}\n{RIGHT}", "Recommendation 9"),
        (f"| Number | Text |\n| R1 | {A} |\n| R2 | {B} |\n| R9 | {C} |", "R9"),
    ],
)
def test_the_number_of_no_finding_is_told_at_the_number(words: str, where: str) -> None:
    (one,) = told(words)
    # In the passage of the inspectors' own words the number may be one of theirs.
    inside = f"{where}: {C}" in words or f"{where} {C}" in words
    assert one.severity is (Severity.WARNING if inside else Severity.ERROR)
    assert one.where == where
    assert one.suggestion == "Recommendation 3"
    assert f"“{where}”" in one.message


def test_in_the_inspectors_own_words_the_number_of_none_may_be_theirs() -> None:
    (one,) = told(f"{RIGHT}> Recommendation 9: {C}")
    assert one.severity is Severity.WARNING


@pytest.mark.parametrize(
    "words",
    [
        RIGHT,
        f"{RIGHT}Recommendation 3: {C}",
        # No label: too long, of several, of a part, of another class, none at all.
        f"{RIGHT}This is the report's own number: Recommendation 9: {C}",
        f"{RIGHT}Recommendations 3 and 4: {C}",
        f"{RIGHT}Recommendation 9a: {C}",
        f"{RIGHT}AFI 9: {C}",
        f"{RIGHT}The third: {C}",
        # The numbers are the office's own: one twice, or more of them wrong than right.
        f"{RIGHT}Recommendation 2: {C}",
        f"Recommendation 2: {A}\nRecommendation 1: {B}\nRecommendation 3: {C}",
        # One finding under its own number does not make the numbers the report's.
        f"Recommendation 1: {A}\nRecommendation 9: {C}",
        # It stands under its own number as well.
        f"{RIGHT}Recommendation 3: {C}\nRecommendation 9: {C}",
    ],
)
def test_numbers_that_are_right_or_the_office_s_own_are_no_fault(words: str) -> None:
    assert not told(words)
    assert not labels_of_none(a_response(words, FACTS))


def test_half_of_the_numbers_may_be_wrong_where_they_are_those_of_others() -> None:
    (one,) = told(f"Recommendation 1: {A}\nRecommendation 4: {C}")
    assert one.message.endswith("the number of Recommendation 4.")


def test_a_report_that_does_not_count_from_one_has_no_number_too_many() -> None:
    facts = some_facts(*(a_finding(f"Recommendation {n}", t) for n, t in enumerate(TEXTS, 2)))
    words = f"Recommendation 2: {A}\nRecommendation 3: {B}\nRecommendation 9: {C}"
    assert not list(under_wrong_numbers(a_response(words, facts), "a_check"))


@pytest.mark.parametrize(
    ("words", "places"),
    [
        (f"{RIGHT}Recommendation 9: {C}", {2}),
        (f"{RIGHT}Recommendation 9\n{C}", {2}),
        (f"{RIGHT}Recommendation 4: {C}", set()),
        (f"Recommendation 9\n{C}\n{RIGHT}", {0}),
    ],
)
def test_the_passages_that_hold_the_number_of_no_finding(words: str, places: set[int]) -> None:
    assert labels_of_none(a_response(words, FACTS)) == places


def test_findings_counted_by_class_stand_under_no_wrong_number() -> None:
    facts = some_facts(
        a_finding("1", A, klass=FindingClass.AREA_FOR_IMPROVEMENT),
        a_finding("2", B, klass=FindingClass.AREA_FOR_IMPROVEMENT),
        a_finding("3", C),
        a_finding("4", D, klass=FindingClass.AREA_FOR_IMPROVEMENT),
    )
    more = ("Call takers need to know what to ask of a child.", "The force needs more trainers.")
    later = (
        a_finding("5", more[0], klass=FindingClass.AREA_FOR_IMPROVEMENT),
        a_finding("6", more[1], klass=FindingClass.AREA_FOR_IMPROVEMENT),
    )
    facts = replace(facts, findings=(*facts.findings, *later))
    label = "Area for improvement"
    words = f"{label} 1\n{A}\n{label} 2\n{B}\nRecommendation 1\n{C}\n{label} 3\n{D}"
    words += f"\n{label} 4\n{more[0]}"
    assert not list(under_wrong_numbers(a_response(f"{words}\n{label} 5\n{more[1]}", facts), "c"))
