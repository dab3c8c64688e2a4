"""A gap is told in whatever form an office leaves it, and what only looks like one is not."""

import pytest

from casework.rules.checks.placeholder import placeholder
from casework.rules.checks.undefined_acronym import undefined_acronym
from models.shapes.checking import Severity
from tests.manuscripts import a_response


@pytest.mark.parametrize(
    ("words", "gap"),
    [
        ("It is reported next in [month] 2025.", "[month]"),
        ("It will be done in [Month Year].", "[Month Year]"),
        ("It will be done on [day] June.", "[day]"),
        ("It will be done in [year].", "[year]"),
        ("We meet at [venue].", "[venue]"),
        ("We meet at [time].", "[time]"),
        ("It costs [£x] a year.", "[£x]"),
        ("I will hear by [date?] of it.", "[date?]"),
        ("It goes to [which board?] in May.", "[which board?]"),
        ("It ends in (month) 2025.", "(month)"),
        ("It ends in Month 2025.", "Month 2025"),
        ("It ends by 20XX.", "20XX"),
        ("It ends on 00 June 2025.", "00 June 2025"),
        ("It is led by [name of lead] there.", "[name of lead]"),
        ("It is led by the [job title] there.", "[job title]"),
        ("PCC to complete", "PCC to complete"),
        ("Response to follow", "Response to follow"),
        ("PCC response awaited", "PCC response awaited"),
        ("Awaiting comments from the force", "Awaiting comments from the force"),
        ("To follow", "To follow"),
        ("To be completed", "To be completed"),
        ("The total is @@@ for us.", "@@@"),
    ],
)
def test_a_gap_is_told(words: str, gap: str) -> None:
    (one,) = placeholder(a_response(words))
    assert (one.severity, gap in one.message) == (Severity.ERROR, True)


@pytest.mark.parametrize(
    "words",
    [
        "The inspectors say that “[w]hen officers arrive” they act.",
        "She said: “I asked [the officers] for more”.",
        "The case is [2024] EWHC 12.",
        "They said that the moral [sic] was low.",
        "It says so (emphasis added) [pages 4 to 6].",
        "In one month 2025 will be over.",
        "The response to follow will be swift.",
        "The PCC to respond to this is mine.",
        "Awaiting trial is hard.",
        "It is to be completed by June 2025.",
        "To be agreed",
        "Call 101, or write to us with #crime.",
        "[Ref 12] and [Figure 3] show it.",
    ],
)
def test_what_only_looks_like_a_gap_is_not_told(words: str) -> None:
    assert not list(placeholder(a_response(words)))


@pytest.mark.parametrize("gap", ["TBC", "TBA", "XXXX", "DD"])
def test_a_gap_is_no_acronym(gap: str) -> None:
    assert not list(undefined_acronym(a_response(f"It ends on {gap}.")))


@pytest.mark.parametrize(
    "words",
    [
        "I raised it through the APCC, as Police and Crime Commissioner for the county.",
        "Under the Police Act 1996 the Police and Crime Commissioner tells the APCC.",
    ],
)
def test_words_that_only_happen_to_have_its_initials_do_not_explain_it(words: str) -> None:
    (one,) = undefined_acronym(a_response(words))
    assert one.where == "APCC"


def test_an_acronym_written_out_elsewhere_is_explained() -> None:
    words = "I told the APCC.\nThe Association of Police and Crime Commissioners agrees."
    assert not list(undefined_acronym(a_response(words)))
