"""A share that its sentence needs to be the greater of two, and is not, lost its first half."""

import pytest

from casework.rules.checks.figures_too_small import too_small
from models.shapes.checking import Severity
from tests.manuscripts import a_response


def told(words: str) -> list[str]:
    (passage,) = a_response(words).passages
    return [one.where for one in too_small(passage)]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("We saw that 7% knew it, but only 54% trusted it.", "7% knew it, but only 54%"),
        ("Now 7.5 per cent do but just 54 per cent did.", "7.5 per cent do but just 54 per cent"),
        ("Waits have fallen from 9% in May to 10% in June.", "9% in May to 10%"),
        ("Of callers 3% rang twice, although only 9% had to.", "3% rang twice, although only 9%"),
    ],
)  # fmt: skip
def test_the_smaller_of_two_shares_told_as_the_greater_is_told(words: str, where: str) -> None:
    assert told(words) == [where]


@pytest.mark.parametrize(
    "words",
    [
        "We saw that 67% knew it, but only 54% trusted it.",
        "We saw that 10% knew it, but only 54% trusted it.",
        "We saw that 9% knew it, but only 9% trusted it.",
        "We saw that 9% knew it, but only 7% trusted it.",
        "Waits have fallen from 20% to 10%.",
        "We saw that 7 knew it, but only 54 trusted it.",
    ],
)
def test_shares_that_may_be_right_are_no_fault(words: str) -> None:
    assert not told(words)


def test_both_faults_of_a_passage_are_told_as_warnings_with_both_figures() -> None:
    words = "Waits fell from 6% to 54%. We saw that 7% knew it, but only 55% trusted it."
    (passage,) = a_response(words).passages
    first, second = too_small(passage)
    assert {one.check for one in (first, second)} == {"list_number_artefact"}
    assert {one.severity for one in (first, second)} == {Severity.WARNING}
    assert "“7%”" in first.message
    assert "“55%”" in first.message
    assert "“6%”" in second.message
    assert first.suggestion
    assert second.where == "6% to 54%"


def test_a_share_that_may_be_right_hides_no_wrong_one_behind_it() -> None:
    words = (
        "We saw that 67% knew it, but only 54% did. Then 7 per cent knew but only 9 per cent did."
    )
    assert told(words) == ["7 per cent knew but only 9 per cent"]
