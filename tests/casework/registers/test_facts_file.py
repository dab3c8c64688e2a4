"""The facts of a case are read as the format writes them; what is wrong is told in a sentence."""

import json
from datetime import date

import pytest

from casework.errors import RefusedInputError
from casework.registers.facts_file import read_facts
from models.words import FindingClass

TOLD = {
    "case_id": "S55-2024-001",
    "office": {"name": "Office of the Commissioner", "website": None},
    "findings": [
        {
            "ref": "Recommendation 1",
            "class": "recommendation",
            "text": "By May, the force should act.",
            "deadline": {"raw": "By May", "date": "2024-05-31"},
        },
        {"ref": "AFI 1", "class": "area_for_improvement", "text": "Improve.", "deadline": None},
    ],
    "signed_on": None,
    "chief_officer_comments": [],
    "something_new": {"that": "is ignored"},
}


def test_what_the_file_says_is_read_and_what_it_leaves_out_is_empty() -> None:
    facts = read_facts(json.dumps(TOLD).encode(), "facts.json")
    first, second = facts.findings
    assert first.klass is FindingClass.RECOMMENDATION
    assert first.deadline is not None
    assert first.deadline.day == date(2024, 5, 31)
    assert second.deadline is None
    assert facts.is_draft
    assert facts.office.website == ""
    assert facts.report.published_on is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no json", "not a JSON file"),
        (b"\xff\xfe", "not a JSON file"),
        (b"[1]", "does not hold the facts"),
        (b'{"findings": [{"ref": "R1", "text": "x", "class": "rumour"}]}', "number 1.class"),
        (b'{"report": {"published_on": "soon"}}', "report.published_on"),
        (b"[" * 100_000, "not a JSON file"),
    ],
)
def test_what_cannot_be_facts_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(RefusedInputError) as refused:
        read_facts(data, "facts.json")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
