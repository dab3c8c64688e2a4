"""Another force is named by right where work is done together, or the case itself names it."""

import re

import pytest

from casework.rules.checks.other_forces import (
    is_looked_at_beside_ours,
    is_named_by_others,
    is_on_record,
)
from casework.rules.manuscript.force_names import OwnNames
from models.shapes.checking import Facts, Holder, OfficeFacts, ReportFacts
from tests.manuscripts import a_finding, some_facts

OWN = OwnNames(("Barsetshire Police",), ("Barsetshire", "Barset"))
OTHER = re.compile("Loamshire Police")


def is_told(words: str) -> bool:
    found = OTHER.search(words)
    assert found
    return is_looked_at_beside_ours(words, found, OWN)


@pytest.mark.parametrize(
    "words",
    [
        "The inspectors looked at how well Loamshire Police and Barsetshire Fire Service share.",
        "They examined Loamshire Police, and the Barset Fire Service.",
        "I welcome it. An inspection of the Loamshire Police with Barsetshire probation. I agree.",
        "We met Barsetshire Police. They assessed Loamshire Police and Barsetshire probation.",
    ],
)
def test_another_force_beside_our_area_s_other_service_stands_where_ours_belongs(
    words: str,
) -> None:
    assert is_told(words)


@pytest.mark.parametrize(
    "words",
    [
        "The inspectors looked at Loamshire Police.",
        "The inspectors looked at Loamshire Police and Rutshire Fire Service.",
        "I met Loamshire Police and Barsetshire Fire Service.",
        "They looked at Loamshire Police and Barsetshire Fire Service in an earlier inspection.",
        "They looked at Loamshire Police and Barsetshire Police.",
        "They looked at Loamshire Police and Barsetshire Fire Service beside Barsetshire Police.",
        "They looked at us. I thank Loamshire Police and Barsetshire Fire Service.",
    ],
)
def test_another_force_that_was_looked_at_by_itself_or_with_ours_is_no_slip(words: str) -> None:
    assert not is_told(words)


PLAIN = some_facts(a_finding("R1", "The force should write things down."))


@pytest.mark.parametrize(
    ("facts", "by_others", "on_record"),
    [
        (PLAIN, False, False),
        (some_facts(a_finding("R1", "Loamshire Police should help the force.")), True, True),
        (some_facts(chief_officer_comments=("We work with Loamshire Police.",)), True, False),
        (some_facts(report=ReportFacts("An inspection of two forces: Loamshire")), False, True),
        (some_facts(office=OfficeFacts("Office of Loamshire")), False, True),
        (some_facts(local_policing_body=Holder("Mayor of Loamshire", "A. Body")), False, True),
        (some_facts(a_finding("R1", "The force should do as in Loamshire.")), False, True),
    ],
)
def test_a_force_of_the_report_the_office_or_the_comments_may_be_named(
    facts: Facts, *, by_others: bool, on_record: bool
) -> None:
    assert is_named_by_others("Loamshire Police", facts) is by_others
    assert is_on_record("Loamshire Police", facts) is on_record
