# ruff: noqa: E501 - text quoted whole, as the page prints it
import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.errors import RefusedInputError
from casework.reading.document import read_document
from casework.registers.addressees import load_addressees
from casework.registers.forces import load_forces
from casework.rules.findings.report import read_report
from models.shapes.reading import BlockKind, ReadReport
from models.words import FindingClass, ReportKind
from tests.casework.reading.typeset import FILLER, typeset, typeset_report

COLUMNS = [1, 2]


@pytest.fixture(scope="module", params=COLUMNS)
def pdf(request: pytest.FixtureRequest) -> bytes:
    return typeset_report(request.param)


def read(pdf: bytes) -> ReadReport:
    return read_report(read_document(pdf, "report.pdf"), load_forces(), load_addressees())


def test_running_headers_page_numbers_and_contents_are_not_read(pdf: bytes) -> None:
    texts = [block.text for block in read_document(pdf, "report.pdf").blocks]
    assert not [text for text in texts if text.isdigit() or text.startswith("HMICFRS")]
    assert not [text for text in texts if "Overall summary" in text and text != "Overall summary"]


def test_paragraphs_are_whole_over_pages_and_columns(pdf: bytes) -> None:
    fillers = [
        b.text for b in read_document(pdf, "report.pdf").blocks if b.text.startswith("Paragraph 1 ")
    ]
    assert fillers == [FILLER] * 3


def test_headings_have_levels_by_size(pdf: bytes) -> None:
    levels = {
        b.text: b.level for b in read_document(pdf, "x").blocks if b.kind is BlockKind.HEADING
    }
    assert levels["PEEL 2023–25: An inspection of Loamshire Police"] == 1
    assert levels["Responding to the public"] == 2
    assert levels["Main findings"] == 3


def test_a_pdf_gives_the_same_report_in_one_column_and_in_two(pdf: bytes) -> None:
    report = read(pdf)
    assert report.title == "PEEL 2023–25: An inspection of Loamshire Police"
    assert report.kind is ReportKind.PEEL
    assert report.forces == ("Loamshire Police",)
    assert str(report.published) == "2024-03-05"
    assert [(g.area, g.grade) for g in report.graded_areas] == [
        ("Responding to the public", "Requires improvement"),
        ("Investigating crime", "Inadequate"),
    ]
    assert report.warnings == ()


def test_findings_of_a_pdf_are_verbatim_with_their_bullets_and_parents(pdf: bytes) -> None:
    findings = read(pdf).findings
    assert [(f.klass, f.parent) for f in findings] == [
        (FindingClass.AREA_FOR_IMPROVEMENT, None),
        (FindingClass.AREA_FOR_IMPROVEMENT, None),
        (FindingClass.AREA_FOR_IMPROVEMENT, None),
        (FindingClass.CAUSE_OF_CONCERN, None),
        (FindingClass.RECOMMENDATION, "f4"),
        (FindingClass.RECOMMENDATION, "f4"),
    ]
    assert (
        findings[0].text
        == "The force needs to answer emergency calls more quickly than it does today."
    )
    assert findings[0].narrative is not None
    assert findings[0].narrative.startswith(
        "The force answered seven in ten emergency calls within ten seconds. Callers"
    )
    assert findings[4].text == (
        "Loamshire Police should, within three months:\n"
        "make sure that each investigation has a plan, which a supervisor has read and agreed with the officer in the "
        "case; and\ntell victims what happens next."
    )
    assert (
        findings[5].text
        == "By 30 September 2024, the force should review its training & publish what it finds."
    )


def test_a_scan_without_text_is_refused() -> None:
    scan = typeset("#rect(width: 100%, height: 80%, fill: luma(200))")
    with pytest.raises(RefusedInputError, match="scan or pictures"):
        read_document(scan, "scan.pdf")


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=30))
@settings(max_examples=40, deadline=None)
def test_a_damaged_pdf_is_read_or_refused(at: int, noise: bytes) -> None:
    sound = _SMALL
    where = at % len(sound)
    damaged = sound[:where] + noise + sound[where + len(noise) :]
    with contextlib.suppress(RefusedInputError):
        assert read_document(damaged, "x.pdf").blocks


_SMALL = typeset(
    "= PEEL: An inspection\nThe force should act on what we have found, and do so soon."
)
