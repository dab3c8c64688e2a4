# ruff: noqa: E501 - text quoted whole, as the page prints it
import json

import pytest

from casework.reading.exchange import as_json
from casework.registers.addressees import load_addressees
from casework.rules.findings.concerning import concerning
from models.shapes.reading import ReadReport
from models.words import AddresseeGroup, FindingClass, ReportKind
from tests.casework.rules.findings.reading import read
from tests.casework.rules.findings.thematic_page import THEMATIC_PAGE

US, OURS, OTHERS = AddresseeGroup.US, AddresseeGroup.OUR_FORCE, AddresseeGroup.OTHERS


@pytest.fixture(scope="module")
def report() -> ReadReport:
    return read(THEMATIC_PAGE)


def test_a_national_report_has_no_force_and_no_false_warning(report: ReadReport) -> None:
    assert (report.kind, report.forces, report.warnings) == (ReportKind.THEMATIC, (), ())


def test_recommendations_repeated_in_summary_and_annex_are_counted_once(report: ReadReport) -> None:
    recommendations = [f for f in report.findings if f.klass is FindingClass.RECOMMENDATION]
    assert [f.number for f in recommendations] == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        None,
        None,
        None,
    ]


def test_the_words_of_the_body_win_over_the_summary(report: ReadReport) -> None:
    assert report.findings[0].text == (
        "By 31 October 2024, forces should make sure that they record property in the way they say they do."
    )


def test_bullets_stay_with_their_stem_without_marks_and_hidden_words(report: ReadReport) -> None:
    assert report.findings[1].text == (
        "With immediate effect, chief constables should:\nagree a policy; and\npublish it & keep it {{up to date}}."
    )


def test_the_addressee_is_the_subject_of_should(report: ReadReport) -> None:
    assert [f.addressees for f in report.findings] == [
        ("forces",),
        ("chief constables",),
        ("Home Office",),
        ("NPCC", "College of Policing"),
        ("forces",),
        ("police and crime commissioners", "chief constables"),
        ("chief constables",),
        ("CPS",),
        ("forces",),
        ("forces",),
        ("forces",),
        ("Ministry of Justice",),
    ]


def test_deadlines_are_resolved_and_keep_their_words(report: ReadReport) -> None:
    shown = [
        (f.deadline.raw, f.deadline.kind.value, str(f.deadline.day), f.deadline.assumed)
        for f in report.findings
    ]
    nothing = (None, "none", "None", False)
    assert shown == [
        ("By 31 October 2024", "date", "2024-10-31", False),
        ("With immediate effect", "immediate", "2024-03-12", False),
        ("By January 2025", "month", "2025-01-31", True),
        ("Within six months", "relative", "2024-09-12", False),
        nothing,
        ("By Spring 2025", "period", "2025-05-31", True),
        nothing,
        ("immediately", "immediate", "2024-03-12", False),
        nothing,
        ("Within three months", "relative", "2024-06-12", False),
        ("By the end of March 2025", "month", "2025-03-31", False),
        ("by 1 June 2025", "date", "2025-06-01", False),
    ]


def test_recommendations_hang_on_their_cause_of_concern(report: ReadReport) -> None:
    cause = next(f for f in report.findings if f.klass is FindingClass.CAUSE_OF_CONCERN)
    assert cause.narrative == "We found this in nine of twelve forces."
    assert [f.id for f in report.findings if f.parent == cause.id] == ["f10", "f11"]


def test_innovative_practice_and_past_recommendations_are_no_findings(report: ReadReport) -> None:
    words = " ".join(f.text for f in report.findings)
    assert "labels everything" not in words
    assert "2019 report" not in words


def test_each_finding_is_proposed_for_us_our_force_or_others(report: ReadReport) -> None:
    proposed = concerning(report, ["Loamshire Police"], load_addressees())
    assert [f.concerns for f in proposed.findings] == [
        OURS, OURS, OTHERS, OTHERS, OURS, US, OURS, OTHERS, OURS, OURS, OURS, OTHERS,
    ]  # fmt: skip
    assert proposed.findings[0].concerns_because == "It is addressed to forces."


def test_the_exchange_format_has_the_agreed_keys(report: ReadReport) -> None:
    shown = json.loads(json.dumps(as_json(report)))
    assert list(shown) == [
        "title", "kind", "forces", "published", "published_precision", "published_raw", "published_from",
        "graded_areas", "findings", "warnings",
    ]  # fmt: skip
    assert list(shown["findings"][0]) == [
        "id", "class", "number", "text", "narrative", "area", "addressees", "parent", "deadline",
    ]  # fmt: skip
    proposed = as_json(concerning(report, ["Loamshire Police"], load_addressees()))
    assert proposed["findings"][5]["for"] == "us"
