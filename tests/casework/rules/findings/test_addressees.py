"""Whom a finding addresses: who stands before "should", in its own clause."""

import pytest

from casework.registers.addressees import load_addressees
from casework.rules.findings.addressees import Addressees
from casework.rules.findings.concerning import concerning
from models.words import AddresseeGroup
from tests.casework.rules.findings.pages import blocks
from tests.casework.rules.findings.reading import read_blocks

NATIONAL = Addressees((), load_addressees())
OURS = Addressees(("Loamshire Police",), load_addressees())


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("If forces should fail, the NPCC should act.", ("NPCC",)),
        ("where forces must act, the Home Office must pay.", ("Home Office",)),
        ("The NPCC should act, and forces should follow.", ("NPCC",)),
        ("It is slow.\nThe NPCC should act.", ("NPCC",)),
        ("The NPCC is slow.\nIt should act.", ("NPCC",)),
        ("The NPCC is slow. Is it? They should act.", ("NPCC",)),
        ("Forces, with the NPCC and the Home Office, should act.", ("forces",)),
        ("Forces and, where they can, the NPCC should act.", ("forces", "NPCC")),
        ("Both the NPCC and the Home Office should act.", ("NPCC", "Home Office")),
        ("The Bishop of Barchester should act.", ("Bishop of Barchester",)),
        ("Every Bishop and Dean in the land should act.", ("Bishop and Dean",)),
        ("HMXYZ should act.", ("HMXYZ",)),
        ("Bishops should act.", ()),
        ("The bishop should act.", ()),
        ("One Two Three Four Five Six Bishops should act.", ()),
        ("We recommend that, by May, the Home Office pays.", ("Home Office",)),
        ("Calls are lost.", ()),
    ],
)
def test_the_subject_of_the_main_clause_is_addressed(
    text: str, addressees: tuple[str, ...]
) -> None:
    assert NATIONAL.of(text) == addressees


@pytest.mark.parametrize(
    ("text", "headed", "addressees"),
    [
        ("Pay more.", "The Home Office", ("Home Office",)),
        ("Pay more.", "Chief constables\nthe Home Office", ("chief constables", "Home Office")),
        ("Pay more.", " Forces; the NPCC: ", ("forces", "NPCC")),
        ("Pay more.", "Forces in England and Wales", ("forces",)),
        ("Pay more.", "Forces as a whole", ("Loamshire Police",)),
        ("Pay more.", "", ("Loamshire Police",)),
        ("It should be paid.", "The Home Office", ("Loamshire Police",)),
        ("The NPCC should pay.", "The Home Office", ("NPCC",)),
    ],
)
def test_a_heading_or_column_is_asked_where_the_finding_names_nobody(
    text: str, headed: str, addressees: tuple[str, ...]
) -> None:
    assert OURS.of(text, headed=headed) == addressees


def test_every_finding_tells_why_it_concerns_whom() -> None:
    asked = "The Home Office, the NPCC and the College of Policing should act."
    lines = ("### Area for improvement", asked)
    report = read_blocks(*blocks(*lines), title="An inspection of drones")
    (one,) = concerning(report, ["Loamshire Police"], load_addressees()).findings
    assert one.concerns_because == ("It is addressed to Home Office, NPCC and College of Policing.")
    plain = ("### Area for improvement", "Calls are lost.")
    for title, group in (
        ("An inspection of drones", AddresseeGroup.OTHERS),
        ("An inspection of Loamshire Police and Kent Police", AddresseeGroup.OUR_FORCE),
    ):
        found = read_blocks(*blocks(*plain), title=title)
        (one,) = concerning(found, ["Loamshire Police"], load_addressees()).findings
        assert one.concerns is group
