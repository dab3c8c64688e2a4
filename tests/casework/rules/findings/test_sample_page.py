from collections import Counter
from pathlib import Path

import pytest

from models.shapes.reading import ReadReport
from models.words import DatePrecision, FindingClass, ReportKind
from tests.casework.rules.findings.reading import read

PAGE = Path(__file__).parents[4] / "flows" / "sample_journey" / "data" / "report.html"


@pytest.fixture(scope="module")
def report() -> ReadReport:
    return read(PAGE.read_bytes())


def test_the_sample_page_tells_what_it_is(report: ReadReport) -> None:
    assert report.title == "PEEL 2021/22: An inspection of Warwickshire Police"
    assert report.kind is ReportKind.PEEL
    assert report.forces == ("Warwickshire Police",)
    assert (str(report.published), report.published_precision) == ("2022-10-14", DatePrecision.DAY)
    assert (report.published_raw, report.published_from) == ("14 October 2022", "Published on line")
    assert (
        report.address
        == "https://hmicfrs.justiceinspectorates.gov.uk/peel-reports/warwickshire-2021-22/"
    )


def test_the_sample_page_raises_no_false_warning(report: ReadReport) -> None:
    assert report.warnings == ()


def test_every_candidate_date_is_kept_with_its_source(report: ReadReport) -> None:
    assert {c.source for c in report.date_candidates} == {
        "Published on line",
        "page metadata (article:published_time)",
    }


def test_the_sample_has_eight_graded_areas(report: ReadReport) -> None:
    grades = Counter(area.grade for area in report.graded_areas)
    assert grades == {"Adequate": 5, "Requires improvement": 3}


def test_the_sample_has_twenty_areas_for_improvement_and_nothing_else(report: ReadReport) -> None:
    assert [f.klass for f in report.findings] == [FindingClass.AREA_FOR_IMPROVEMENT] * 20
    assert len({f.text for f in report.findings}) == 20
    assert Counter(f.area for f in report.findings) == {
        "Preventing crime and anti-social behaviour": 1,
        "Treatment of the public": 2,
        "Responding to the public": 3,
        "Investigating crime": 4,
        "Protecting vulnerable people": 2,
        "Managing offenders and suspects": 3,
        "Developing a positive workplace": 3,
        "Good use of resources": 2,
    }


def test_the_last_finding_keeps_its_two_bullets_and_its_deadline(report: ReadReport) -> None:
    last = report.findings[-1]
    assert last.text.split("\n")[1].startswith("develops a comprehensive picture of demand")
    assert last.text.count("\n") == 2
    assert (last.deadline.raw, str(last.deadline.day)) == ("Within three months", "2023-01-14")


def test_the_summary_sentences_are_no_findings(report: ReadReport) -> None:
    assert not any("first point of contact" in f.text for f in report.findings)
