"""Every gap of a passage is told; what may be a Roman number is doubted or left alone."""

from dataclasses import replace

import pytest

from casework.rules.checks.placeholder import placeholder
from models.shapes.checking import Observation, Severity
from models.shapes.word import LeftOver, LeftOverKind
from tests.manuscripts import a_response


def told(words: str, *marked: str) -> list[Observation]:
    """Return the gaps of these words, of which some are marked with a marker pen."""
    response = a_response(words)
    left = tuple(LeftOver(LeftOverKind.PLACEHOLDER, "", one) for one in marked)
    return list(placeholder(replace(response, read=replace(response.read, left_overs=left))))


@pytest.mark.parametrize(
    ("words", "gaps"),
    [
        ("Signed: ____________ on [date] by [name]", ["[date]", "[name]"]),
        ("In the XX century it was [TBC].", ["[TBC]"]),
        ("It is [TBC] and by TBA.\nThen [insert name].", ["[TBC]", "TBA", "[insert name]"]),
        ("In chapters IX and XX, and in [TBC].", ["[TBC]"]),
        ("The XXX Olympiad and the XX and XY ones.", []),
        ("Louis XX was no king.", []),
    ],
)
def test_one_gap_hides_no_other_and_a_roman_number_is_none(words: str, gaps: list[str]) -> None:
    found = told(words)
    assert all(gap in one.where for gap, one in zip(gaps, found, strict=True))
    assert [one.message.split("”")[0].strip("“") for one in found] == gaps


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("See Schedule XX of the Act.", Severity.WARNING),
        ("I met them at XX Place, Barchester.", Severity.WARNING),
        ("I met XX of them.", Severity.ERROR),
        ("See Schedule XXXX of the Act.", Severity.ERROR),
    ],
)
def test_what_may_be_a_number_or_a_name_is_only_doubted(words: str, severity: Severity) -> None:
    (one,) = told(words)
    assert (one.severity, one.suggestion) == (severity, "Fill it or delete it.")


def test_a_gap_of_few_letters_is_shown_with_the_words_around_it() -> None:
    (one,) = told("The meeting is put off to the day XX in the same month of the year to come.")
    assert " to the day XX in the same month " in one.where
    assert "to come" not in one.where
    (long,) = told("The meeting is on [insert date] in the month.")
    assert long.where == "[insert date]"


def test_words_marked_to_come_back_to_are_an_error_at_those_words() -> None:
    (one,) = told("It meets in May.", "in May")
    assert (one.severity, one.where, one.passage) == (Severity.ERROR, "in May", None)
    assert "“in May” is marked" in one.message


def test_a_gap_that_is_marked_too_is_told_once_and_other_marks_beside_it() -> None:
    found = told("It meets on [TBC]\xa0 in May.\nIn the XX century.", "[TBC] in", "XX", "May.")
    assert [one.where for one in found] == ["[TBC]"]
    found = told("It meets on [TBC].\nIn the XX century.\nThe board.", "[TBC]", "XX", "The board")
    assert [one.where for one in found] == ["[TBC]", "The board"]
    found = told("In the XX century.", "XX mark", "XX")
    assert [one.where for one in found] == ["XX mark"]
