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


@pytest.mark.parametrize(
    "sentence",
    [
        "I will ask him at my public meeting on (date to follow), and again a year later.",
        "The board meets on DD June 2025.",
        "The board meets on dd/mm/yyyy.",
        "The board meets on DD/MM/2024.",
        "The board meets on XX May 2024.",
        "The board meets on xx May.",
        "The board meets on ?? May 2024.",
        "The board meets on [ ] May 2024.",
        "The board meets on [ ].",
        "The board meets on __ May 2024.",
        "The board meets on ____ May 2024.",
        "The board meets on … May 2024.",
        "The board meets on [date].",
        "The board meets on [DATE TO BE CONFIRMED].",
        "The board meets on (date tbc).",
        "The board meets on a date TBC.",
        "The board meets on a date to be confirmed.",
        "The cost is £XX.",
        "The cost is £___ a year.",
        "The cost is £?? a year.",
        "There were xx% fewer calls.",
        "There were [number] calls.",
        "There were XX calls.",
        "See <insert link>.",
        "See [link].",
        "See [insert link here].",
        "See <<link to report>>.",
        "Ask [name of lead officer] about it.",
        "[Delete as appropriate] I welcome it.",
        "[Commissioner to confirm] I welcome it.",
        "[CC to provide comments]",
        "(to follow)",
        "Venue to be confirmed.",
        "Details to follow.",
        "Signature to follow",
        "The force has TBA officers.",
        "Who pays for it??",
        "The figure is *** at present.",
        "Figures to be added.",
        "{name of chief}",
        "The board meets on 12 Month 2024.",
        "(insert)",
        "(name to be added)",
        "I met [him/her] on it.",
        "Click or tap to enter a date.",
        "[Insert logo]",
        "Lorem ipsum dolor.",
    ],
)  # fmt: skip
def test_a_gap_is_told_however_an_office_leaves_it(sentence: str) -> None:
    assert told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The board will set a date to be agreed with the force.",
        "A plan is to follow in June.",
        "Further details will follow in June.",
        "The name to be given to the unit is not yet known.",
        "The force has to confirm its plans.",
        "The dates to be agreed with the panel will be published.",
        "I asked for the report to be completed by May.",
        "The Chief Constable (to whom I wrote) has replied.",
        "The force [sic] has begun.",
        "“The force … must act … now.”",
        "“[The force] must improve.”",
        "He said: “We will […] improve.”",
        "He said: “We will [...] improve.”",
        "The recommendations were [as far as I know] met.",
        "The date is not yet confirmed by the force.",
        "I want to know why the date was to be put off.",
        "What does this mean? I ask for more.",
        "Is this right?",
        "The A50 and the XX century.",
        "May 2024 is the month of it.",
        "The month to come will be busy.",
        "The figures to follow are those of the force.",
        "* * *",
        "The dates to follow up are set by the force.",
        "The number to call is 101.",
        "Names to remember are read out.",
        "I will say more (see below).",
        "The name to be used, from May, is new.",
        "See Annex A (to be read with Annex B).",
        "The force will check (and confirm) this.",
        "In the table, “–” means no data, and “…” means not yet known.",
    ],
)  # fmt: skip
def test_what_is_like_a_gap_and_is_none_is_not_told(sentence: str) -> None:
    assert not told(sentence)


def test_dots_in_brackets_are_a_gap_outside_a_quotation_only() -> None:
    assert told("The board meets on […] May.", "on […] May.")
    assert not told("> The force […] must improve.", "force […] must")
    assert not told("He said: “We will […] improve.”", "will […] improve")


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("Who pays for it??", Severity.WARNING),
        ("The appointment is to be confirmed by the panel.", Severity.WARNING),
        ("The venue is to be confirmed.", Severity.ERROR),
    ],
)
def test_what_may_be_meant_is_only_doubted(words: str, severity: Severity) -> None:
    assert [one.severity for one in told(words)] == [severity]
