from collections import Counter
from pathlib import Path

import pytest

from models.shapes.reading import ReadReport
from models.words import FindingClass
from tests.casework.rules.findings.reading import read

PASTED = Path(__file__).with_name("pasted_list.txt")
"""A findings list as an office pasted it: two findings doubled, one bracket never closed."""


@pytest.fixture(scope="module")
def report() -> ReadReport:
    return read(PASTED.read_bytes())


def test_a_pasted_list_gives_every_finding_once(report: ReadReport) -> None:
    assert [f.klass for f in report.findings] == [FindingClass.AREA_FOR_IMPROVEMENT] * 20
    assert len({f.text for f in report.findings}) == 20


def test_doubled_findings_are_said_to_be_doubled(report: ReadReport) -> None:
    assert len(report.warnings) == 2
    assert all(warning.startswith("Printed twice") for warning in report.warnings)


def test_the_numbers_of_a_pasted_list_are_no_numbers_of_findings(report: ReadReport) -> None:
    assert {f.number for f in report.findings} == {None}


def test_areas_and_grades_are_read_from_their_headings(report: ReadReport) -> None:
    assert Counter(g.grade for g in report.graded_areas) == {
        "Requires Improvement": 3,
        "Adequate": 5,
    }
    assert report.findings[0].area == "Investigating Crime"


def test_nested_numbers_are_bullets_of_their_stem(report: ReadReport) -> None:
    assert report.findings[-1].text.count("\n") == 2
    assert str(report.findings[-1].deadline.day) == "2023-01-14"
