"""Sentences of many offices: each fault is told by its check, and innocent ones by none."""

from pathlib import Path
from typing import Final

import pytest

from models.shapes.checking import Observation, PersonFacts, Severity
from tests.casework.rules.checks.test_dates_names_and_law_never_stop import CHECKS
from tests.manuscripts import a_response, some_facts

LINES: Final = [
    line.replace("\\n", "\n").split(" | ", 1)
    for name in ("dates_names_and_law.txt", "several_lines.txt")
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines()
    if not line.startswith("#")
]
ABSENCES: Final = {"missing_date", "missing_signature", "missing_copies"}
"""What is told of a whole document and not of a sentence."""
PEOPLE: Final = some_facts(
    people=(
        PersonFacts("Mary Grantly", "Deputy Chief Constable"),
        PersonFacts("Theophilus Arabin", "Chief Executive"),
    )
)


def told(sentence: str) -> list[Observation]:
    response = a_response(sentence, PEOPLE)
    checks = [check for check in CHECKS if check.__name__ not in ABSENCES]
    found = [one for check in checks for one in check(response)]
    return [one for one in found if one.severity is not Severity.NOTE]


@pytest.mark.parametrize("sentence", [words for check, words in LINES if check == "none"])
def test_an_innocent_sentence_is_told_by_no_check(sentence: str) -> None:
    assert [(one.check, one.where) for one in told(sentence)] == []


@pytest.mark.parametrize(("check", "sentence"), [line for line in LINES if line[0] != "none"])
def test_a_fault_is_told_by_its_check_where_it_stands(check: str, sentence: str) -> None:
    found = {one.check: one for one in told(sentence)}
    assert check in found
    assert found[check].where
    assert found[check].where in sentence
