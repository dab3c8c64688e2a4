"""A number the report announces is held against what was found."""

from collections.abc import Sequence

import pytest

from casework.rules.findings.counts import count_warnings
from models.shapes.reading import GradedArea
from models.words import FindingClass
from tests.casework.rules.findings.pages import blocks, table

ASKED = FindingClass.RECOMMENDATION


def told(*lines: str, found: Sequence[FindingClass] = (), grades: int = 0) -> list[str]:
    return list(count_warnings(blocks(*lines), found, [GradedArea("x", "Good")] * grades))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("We make 11 recommendations.", 11),
        ("We have made eleven recommendations.", 11),
        ("This report contains a recommendation.", 1),
        ("There are no recommendations.", 0),
        ("There are Twenty national recommendations.", 20),
        ("There are thirty recommendations.", 30),
        ("There are forty-two recommendations.", 42),
        ("There are twenty\u2011one recommendations.", 21),
    ],
)
def test_an_announced_number_is_understood_however_it_is_written(text: str, number: int) -> None:
    assert told(text, found=[ASKED] * number) == []
    assert told(text, found=[ASKED] * (number + 1)) == [
        f"The report announces {number} recommendations; found: {number + 1}."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Our previous report: we made three recommendations.",
        "In 2019 we made three recommendations.",
        "The force has recommendations.",
        "We make three cakes, and the recommendation is to eat them.",
    ],
)
def test_what_was_counted_before_or_not_at_all_is_not_announced(text: str) -> None:
    assert told(text) == []


def test_one_sentence_may_announce_everything() -> None:
    words = (
        "We have graded the force across nine areas, with a grade for each, and we make two "
        "recommendations, for one cause of concern and one area for improvement."
    )
    assert "The report announces 2 recommendations; found: 0." in told(words)


def test_a_table_announces_nothing() -> None:
    assert list(count_warnings([table(("We make three recommendations.",))], [], [])) == []


def test_the_first_number_announced_counts_and_each_kind_is_told_once() -> None:
    assert told(
        "We make two recommendations.",
        "We make three recommendations.",
        "We identified one cause of concern and two areas for improvement.",
        found=[ASKED],
    ) == [
        "The report announces 2 recommendations; found: 1.",
        "The report announces 2 areas for improvement; found: 0.",
        "The report announces 1 causes of concern; found: 0.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We graded the force across nine areas.",
        "We looked at nine graded areas.",
        "It was graded in 9 categories.",
    ],
)
def test_graded_areas_are_counted_too(text: str) -> None:
    assert told(text, text, grades=9) == []
    assert told(text, text, grades=8) == ["The report announces 9 graded areas; found: 8."]
