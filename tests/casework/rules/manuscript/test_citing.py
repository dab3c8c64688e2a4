"""How a response cites findings, and what only looks like a citation."""

import pytest

from casework.rules.manuscript.citing import LONGEST_RANGE, Citings, cited_in, numbered_as
from models.words import FindingClass
from tests.manuscripts import a_finding


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Recommendations 3, 7 and 9 to 11 are for others.", [3, 7, 9, 10, 11]),
        ("Recommendation 12.", [12]),
        ("Recs 1 & 2", [1, 2]),
        ("R3", [3]),
        ("recommendation number 4", [4]),
        ("Recommendations (5 and 6)", [5, 6]),
        ("The recommendations for other bodies (5, 6 and 7)", [5, 6, 7]),
        ("Recommendation 3 by 31 October", [3]),
        ("Recommendation 3, 31 October 2023", [3]),
        ("Recommendations 2–4", [2, 3, 4]),
        ("recommendations by 31 October 2023", []),
        ("recommendation 2022", []),
        ("a recommendation within 3 months", []),
        ("the report (5 pages)", []),
        ("recommendations 5%", []),
        ("Recommendations 1 to 900", list(range(1, 62))),
        ("no digits here", []),
    ],
)
def test_numbers_behind_recommendation_are_citations(words: str, numbers: list[int]) -> None:
    assert cited_in(words) is not None
    assert [number for _, number in cited_in(words)] == numbers
    assert LONGEST_RANGE == 60


@pytest.mark.parametrize(
    ("words", "klass"),
    [
        ("AFI 2", FindingClass.AREA_FOR_IMPROVEMENT),
        ("Area for improvement 2", FindingClass.AREA_FOR_IMPROVEMENT),
        ("Cause of concern 2", FindingClass.CAUSE_OF_CONCERN),
        ("Recommendation 2", FindingClass.RECOMMENDATION),
    ],
)
def test_each_class_is_cited_by_its_name(words: str, klass: FindingClass) -> None:
    assert list(cited_in(words)) == [(klass, 2)]


def test_findings_are_known_by_number_and_by_reference() -> None:
    citings = Citings([a_finding("REC-A1", "One."), a_finding("Recommendation 2", "Two.")])
    assert citings.in_words("rec-a1 and Recommendation 2") == [1, 0]
    assert citings.in_words("REC-A12") == []


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("On recommendations 2.1 and 2.2 I will ask.", [1, 2]),
        ("Recommendation 2.1: I will ask.", [1]),
        ("Recommendations 1.1, 2.1 and 2.2", [0, 1, 2]),
        ("Recommendations 2.1 to 2.2", [1, 2]),
        ("Recommendation 2 has two parts.", [1, 2]),
        ("Recommendation 2.7", []),
        ("Recommendation 3", []),
        ("Recommendations 4a and 4b", [3, 4]),
        ("Recommendation 4", [3, 4]),
        ("Recommendation 4c", []),
    ],
)
def test_findings_of_two_parts_are_cited_in_one_breath(words: str, cited: list[int]) -> None:
    refs = ("1.1", "2.1", "2.2", "4a", "4b")
    assert (
        Citings([a_finding(f"Recommendation {ref}", "One.") for ref in refs]).in_words(words)
        == cited
    )


def test_a_number_of_two_parts_is_no_number() -> None:
    assert numbered_as(a_finding("Recommendation 2.1", "One."))[1] == -1
    assert numbered_as(a_finding("Recommendation 21", "One."))[1] == 21


def test_a_number_that_two_findings_bear_cites_neither() -> None:
    citings = Citings([a_finding("Responding 1", "One."), a_finding("Investigating 1", "Two.")])
    assert citings.in_words("Recommendation 1") == []
    assert citings.in_words("Investigating 1") == [1]
