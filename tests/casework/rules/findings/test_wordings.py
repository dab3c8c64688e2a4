# ruff: noqa: E501 - text quoted whole, as the page prints it
import time
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.errors import RefusedInputError
from casework.registers.addressees import load_addressees
from casework.registers.forces import load_forces
from casework.rules.findings.addressees import Addressees
from casework.rules.findings.concerning import concerning
from casework.rules.findings.deadlines import deadline_of
from casework.rules.findings.report import read_report
from models.shapes.reading import Block, BlockKind, ReadDocument
from models.words import AddresseeGroup, FindingClass, ReportKind
from tests.casework.rules.findings.reading import read

HEAD = "<main><h1>PEEL 2023–25: An inspection of Loamshire Police</h1><p>Published on: 12 March 2024</p><p>HMICFRS inspected the force.</p>"
PUBLISHED = date(2024, 3, 12)


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Forces should act.", ("forces",)),
        (
            "By 1 May 2024, the NPCC lead for data and evidence, working with the College of Policing, should act.",
            ("NPCC",),
        ),
        (
            "The Home Office, the NPCC and the College of Policing should act.",
            ("Home Office", "NPCC", "College of Policing"),
        ),
        (
            "If forces haven’t yet begun, they should use the methodology of the NPCC and the Home Office.",
            ("forces",),
        ),
        ("HMIC recommends that within six months the force should:", ("Loamshire Police",)),
        ("The constabulary needs to improve.", ("Loamshire Police",)),
        (
            "Our 2019 report said that the force should improve. This remains an area for improvement.",
            ("Loamshire Police",),
        ),
        ("We recommend that the Home Office improves its guidance.", ("Home Office",)),
        ("The Welsh Government should act.", ("Welsh Government",)),
        (
            "Chief constables, with police and crime commissioners, should act.",
            ("chief constables",),
        ),
        ("Avon and Somerset Police should act.", ("Avon and Somerset Police",)),
        ("Poor performance should be managed.", ("Loamshire Police",)),
    ],
)
def test_the_subject_of_should_is_the_addressee(text: str, addressees: tuple[str, ...]) -> None:
    assert Addressees(("Loamshire Police",), load_addressees()).of(text) == addressees


@pytest.mark.parametrize(
    ("text", "raw", "kind", "day"),
    [
        ("By 31 October 2023, forces should act.", "By 31 October 2023", "date", "2023-10-31"),
        ("Forces should act by 29 February 2024.", "by 29 February 2024", "date", "2024-02-29"),
        ("By January 2024 forces should act.", "By January 2024", "month", "2024-01-31"),
        ("By the end of 2024, forces should act.", "By the end of 2024", "period", "2024-12-31"),
        ("By summer 2024, forces should act.", "By summer 2024", "period", "2024-08-31"),
        ("X Police should, within three months:", "within three months", "relative", "2024-06-12"),
        ("Forces should act within six months of this report.", "within six months of this report", "relative", "2024-09-12"),
        ("Within 28 days, the force should act.", "Within 28 days", "relative", "2024-04-09"),
        ("The force should immediately:agree a plan", "immediately", "immediate", "2024-03-12"),
        ("The force should take immediate action.", "immediate action", "immediate", "2024-03-12"),
        ("We recommend that Loamshire Police immediately improves.", "immediately", "immediate", "2024-03-12"),
        ("Forces should answer within 24 hours.", None, "none", "None"),
        ("Forces should contact victims within five days of the report of a crime.", None, "none", "None"),
        ("By March 2020 the force had failed; it should act.", None, "none", "None"),
        ("Forces should make sure officers immediately report faults.", None, "none", "None"),
        ("Forces should review what was done in the last 12 months.", None, "none", "None"),
        ("HMIC recommends that within three months the force puts it right.", "within three months", "relative", "2024-06-12"),
        ("We recommend that the force, within six months, reviews its plans.", "within six months", "relative", "2024-09-12"),
        ("The force should review, within six months, its plans.", "within six months", "relative", "2024-09-12"),
        ("Forces should act no later than six months after publication.", "no later than six months after publication", "relative", "2024-09-12"),
        ("By the end of the third quarter of 2026, forces should act.", "By the end of the third quarter of 2026", "period", "2026-09-30"),
        ("Forces should agree, before 1 October 2026, how to count, so that by 2029 trends show.", "before 1 October 2026", "date", "2026-09-30"),
        ("Before the end of 2022, forces should act.", "Before the end of 2022", "period", "2022-12-31"),
        ("By no later than April 2025, forces should act.", "By no later than April 2025", "month", "2025-04-30"),
        ("By mid-2025, forces should act.", "By mid-2025", "period", "2025-06-30"),
        ("By winter 2024/25, forces should act.", "By winter 2024/25", "period", "2025-02-28"),
        ("The force should make sure that it deals with calls without delay.", None, "none", "None"),
        ("Forces should make sure that victims are told, within 28 days, what was done.", None, "none", "None"),
        ("By 31 February 2024, forces should act.", "By 31 February 2024", "date", "None"),
    ],
)  # fmt: skip
def test_deadlines_are_told_from_standards_and_from_the_past(
    text: str, raw: str | None, kind: str, day: str
) -> None:
    found = deadline_of(text, PUBLISHED)
    assert (found.raw, found.kind.value, str(found.day)) == (raw, kind, day)


def test_without_a_publication_day_relative_dates_are_not_guessed() -> None:
    assert deadline_of("Within three months, forces should act.", None).day is None
    assert deadline_of("Forces should immediately act.", None).day is None


@pytest.mark.parametrize(
    ("months", "day"), [(1, "2024-02-29"), (3, "2024-04-30"), (13, "2025-02-28")]
)
def test_months_end_on_the_last_day_there_is(months: int, day: str) -> None:
    assert (
        str(deadline_of(f"Within {months} months, forces should act.", date(2024, 1, 31)).day)
        == day
    )


def test_a_box_with_bold_headings_is_one_finding_each_with_its_narrative_apart() -> None:
    page = HEAD + (
        "<h2>Responding to the public</h2><p>Good</p><div><h4>Areas for improvement</h4>"
        "<p><strong>The force needs to answer calls.</strong></p><p>Why it matters. It should be quick.</p>"
        "<p><strong>The force should listen.</strong></p><p>We heard much.</p></div><p>The force should like this.</p>"
    )
    findings = read(page).findings
    assert [(f.text, f.narrative) for f in findings] == [
        ("The force needs to answer calls.", "Why it matters. It should be quick."),
        ("The force should listen.", "We heard much."),
    ]


def test_a_box_of_plain_paragraphs_is_one_finding_each() -> None:
    page = HEAD + (
        "<div><h4>Areas for improvement</h4><p>The force should ask victims.</p>"
        "<p>The force should tell victims. It should do so soon.</p></div>"
    )
    assert [f.text for f in read(page).findings] == [
        "The force should ask victims.",
        "The force should tell victims. It should do so soon.",
    ]


def test_recommendations_without_a_heading_hang_on_their_cause_of_concern() -> None:
    page = HEAD + (
        "<table><tr><td><h4>Cause of concern</h4><p><b>Calls go unanswered in the force.</b></p><p>Why.</p>"
        "<p>Loamshire Police should, within three months:</p><ul><li>answer; and</li><li>count.</li></ul></td></tr></table>"
    )
    cause, recommendation = read(page).findings
    assert (cause.klass, cause.narrative) == (FindingClass.CAUSE_OF_CONCERN, "Why.")
    assert recommendation.parent == cause.id
    assert (
        recommendation.text == "Loamshire Police should, within three months:\nanswer; and\ncount."
    )


def test_grades_of_2018_are_read_from_headings() -> None:
    page = HEAD.replace("2023–25", "2018/19") + (
        "<h2>Effectiveness</h2><p>Good</p><h3>Investigating crime</h3><p>Requires improvement</p>"
        "<p><b>Areas for improvement</b></p><ul><li>The force should act.</li></ul><h2>Legitimacy</h2><p>Outstanding</p>"
    )
    report = read(page)
    assert [(g.area, g.grade) for g in report.graded_areas] == [
        ("Effectiveness", "Good"),
        ("Investigating crime", "Requires improvement"),
        ("Legitimacy", "Outstanding"),
    ]
    assert report.findings[0].area == "Investigating crime"


def test_a_chapter_of_recommendations_is_read_through_its_sections() -> None:
    page = (
        "<h1>Race and policing: An inspection</h1><p>HMICFRS inspected the police.</p><h2>Recommendations</h2>"
        "<p>We make the following recommendations.</p><h3>For chief constables</h3><ol><li>By 31 August 2024, chief "
        "constables should look.</li><li>Chief constables should:<ul><li>see; and</li><li>say.</li></ul></li></ol>"
        "<h3>For the Home Office</h3><p>By December 2024, the Home Office should act.</p>"
        "<h2>Introduction</h2><p>Inspectors should be kind.</p>"
    )
    assert [f.text for f in read(page).findings] == [
        "By 31 August 2024, chief constables should look.",
        "Chief constables should:\nsee; and\nsay.",
        "By December 2024, the Home Office should act.",
    ]


def test_rows_of_a_table_that_open_with_a_label_are_findings() -> None:
    page = HEAD + (
        "<table><tr><td>Recommendation 1</td><td>By 1 June 2024, the force should look.</td></tr>"
        "<tr><td>Recommendation 2</td><td>The force should:<ul><li>see;</li><li>say.</li></ul></td></tr></table>"
    )
    assert [(f.number, f.text) for f in read(page).findings] == [
        ("1", "By 1 June 2024, the force should look."),
        ("2", "The force should:\nsee;\nsay."),
    ]


def test_a_letter_keeps_both_its_dates_and_warns() -> None:
    report = read(
        "<h1>Revisit letter: Loamshire Police</h1><p>Sent on: 3 May 2023</p><p>Published on: 9 May 2023</p>"
        "<p>HMICFRS inspected the force.</p><h3>Recommendation 2</h3><p>By 30 November 2023, the service should act.</p>"
    )
    assert report.kind is ReportKind.REVISIT_LETTER
    assert str(report.published) == "2023-05-09"
    assert report.warnings == (
        "The file gives more than one date: 9 May 2023 (Published on line); 3 May 2023 (Sent on line).",
    )


def test_a_date_years_after_the_title_is_called_a_migration_date() -> None:
    page = "<h1>PEEL 2014: Loamshire Police</h1><p>Published on: 9 May 2023</p><p>HMIC inspected it.</p><h3>Recommendation</h3><p>The force should act.</p>"
    assert any("moved to a new site" in warning for warning in read(page).warnings)


def test_announced_numbers_are_compared_with_what_was_found() -> None:
    page = (
        HEAD
        + "<p>We have identified three areas for improvement.</p><h3>Area for improvement</h3><p>The force should act.</p>"
    )
    assert read(page).warnings == ("The report announces 3 areas for improvement; found: 1.",)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<h1>Lemon cake</h1><p>You should bake it for an hour.</p>", "not an inspection report"),
        (
            "<h1>Recommendations</h1><h3>Recommendation 1</h3><p>You should by this camera.</p>",
            "not an inspection report",
        ),
        (
            "<h1>Response to PEEL 2021/22 – An inspection of Loamshire Police</h1><p>HMICFRS inspected the force.</p>",
            "response to a report",
        ),
        (
            "<h1>PEEL 2021/22: Loamshire Police inspection</h1><p>HMICFRS inspection of the police.</p>",
            "only leads to a report",
        ),
    ],
)
def test_a_page_that_is_no_report_is_refused(page: str, words: str) -> None:
    with pytest.raises(RefusedInputError, match=words):
        read(page)


def test_a_report_about_another_force_concerns_others() -> None:
    page = HEAD + "<h3>Area for improvement</h3><p>The force should act.</p>"
    report = read(page)
    theirs = concerning(report, ["Barsetshire Police"], load_addressees()).findings[0]
    ours = concerning(report, ["Loamshire Police"], load_addressees()).findings[0]
    assert (theirs.concerns, ours.concerns) == (AddresseeGroup.OTHERS, AddresseeGroup.OUR_FORCE)


def test_the_register_holds_the_forty_three_forces() -> None:
    assert len(load_forces()) == 43
    names = [name for force in load_forces() for name in force.names]
    assert len(names) == len(set(names))


def test_five_megabytes_of_findings_are_judged_in_bounded_time() -> None:
    page = HEAD + "<section><h3>Areas for improvement</h3><p>Words.</p></section>" * 40_000
    started = time.process_time()
    with suppress(RefusedInputError):
        read(page + "<h3>Recommendation</h3><p>" + "It should e.g. Act immediately. " * 60_000)
    assert time.process_time() - started < 40


WORDS = st.sampled_from(
    ["Recommendation 1", "Area for improvement", "Causes of concern", "Recommendations", "The force should act.", "Good",
     "By 31 October 2023, forces should:", "it does so; and", "Investigating crime", "Investigating crime – Good", "Annex A",
     "Innovative practice", "We recommend that the Home Office should act.", "Within three months", "12", "", "PEEL", "HMICFRS inspection"]
) | st.text(max_size=30)  # fmt: skip
BLOCKS = st.builds(
    Block,
    st.sampled_from([BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM]),
    WORDS,
    level=st.integers(0, 4),
    emphasised=st.booleans(),
    box=st.none() | st.integers(1, 3),
) | st.builds(
    Block, st.just(BlockKind.TABLE), st.just(""), rows=st.lists(st.lists(WORDS, max_size=4).map(tuple), max_size=4).map(tuple)
)  # fmt: skip


@given(st.lists(BLOCKS, max_size=25).map(tuple), st.text(max_size=20), WORDS)
@settings(max_examples=300, deadline=None)
def test_the_grammar_reads_or_refuses_any_blocks(
    blocks: tuple[Block, ...], title: str, raw: str
) -> None:
    document = ReadDocument(blocks, title=title, dates=(("Published on line", raw),))
    try:
        report = read_report(document, load_forces(), load_addressees())
    except RefusedInputError:
        return
    ids = [finding.id for finding in report.findings]
    assert len(ids) == len(set(ids))
    assert all(finding.parent is None or finding.parent in ids for finding in report.findings)
