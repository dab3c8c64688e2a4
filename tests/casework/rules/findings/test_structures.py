# ruff: noqa: E501 - pages quoted whole, as they are printed
"""Ways in which pages of different years set the same findings, one test per way."""

import pytest

from casework.errors import RefusedInputError
from casework.registers.addressees import load_addressees
from casework.rules.findings.addressees import Addressees
from models.shapes.reading import ReadReport
from models.words import FindingClass
from tests.casework.rules.findings.reading import read

FORCE = "PEEL 2023–25: An inspection of Loamshire Police"
NATIONAL = "An inspection of how police forces use drones"


def page(title: str, body: str, head: str = "") -> str:
    """Return a page with a title, a date and a body."""
    return (
        f"<html><head><title>{title}</title>{head}</head><body><main><h1>{title}</h1>"
        f"<p>Published on: 12 March 2024</p><p>HMICFRS inspects police forces.</p>{body}</main></body></html>"
    )


def texts(report: ReadReport) -> list[str]:
    return [finding.text for finding in report.findings]


def test_a_table_that_lays_out_the_page_is_read_as_the_page() -> None:
    report = read(
        page(
            FORCE,
            "<table><tr><td><p><b>In this section</b></p></td><td><h2>Effectiveness</h2><p><b>Good</b></p>"
            "<table><tr><td><b>Areas for improvement</b><ul><li>The force should plan.</li></ul></td></tr></table>"
            "<p>The force should be proud.</p></td></tr></table>",
        )
    )
    assert texts(report) == ["The force should plan."]
    assert report.findings[0].area == "Effectiveness"


def test_findings_stand_beside_their_labels_in_a_table() -> None:
    report = read(
        page(
            FORCE,
            "<h2>Protecting vulnerable people</h2><p>Inadequate</p><table><tr><th>Cause of concern</th><td>The force doesn’t protect children.</td></tr>"
            "<tr><th>Recommendations</th><td><p>Within three months, the force should:</p><ul><li>train; and</li><li>audit.</li></ul></td></tr></table>",
        )
    )
    assert texts(report) == [
        "The force doesn’t protect children.",
        "Within three months, the force should:\ntrain; and\naudit.",
    ]
    assert report.findings[1].parent == report.findings[0].id


def test_a_table_says_to_whom_and_by_when() -> None:
    report = read(
        page(
            NATIONAL,
            "<h2>Our recommendations</h2><p>The table sets out what we recommend.</p><table><tr><th>No.</th><th>Recommendation</th><th>For</th><th>By when</th></tr>"
            "<tr><td>1</td><td>Audit every drone.</td><td>Chief constables; the Home Office</td><td>31 July 2024</td></tr>"
            "<tr><td>2</td><td>Forces should train.</td><td>Forces</td><td>Within six months</td></tr>"
            "<tr><td>3</td><td>The NPCC should lead.</td><td>NPCC</td><td>No deadline</td></tr></table>",
        )
    )
    shown = [(f.addressees, f.deadline.raw, str(f.deadline.day)) for f in report.findings]
    assert shown == [
        (("chief constables", "Home Office"), "31 July 2024", "2024-07-31"),
        (("forces",), "Within six months", "2024-09-12"),
        (("NPCC",), None, "None"),
    ]


def test_paragraph_numbers_are_no_words_and_end_a_plain_recommendation() -> None:
    report = read(
        page(
            NATIONAL,
            "<h2>1. Drones</h2><p>Recommendation 1</p><p>2.2 By 31 December 2024, the NPCC should agree a standard.</p>"
            "<p>2.3 Some forces couldn’t tell us. They should be able to.</p>",
        )
    )
    assert texts(report) == ["By 31 December 2024, the NPCC should agree a standard."]


def test_a_grade_badge_in_the_heading_is_its_grade() -> None:
    report = read(
        page(FORCE, "<h2>Leading well <span class='b'>Requires improvement</span></h2><p>x</p>")
    )
    assert [(g.area, g.grade) for g in report.graded_areas] == [
        ("Leading well", "Requires improvement")
    ]


def test_the_button_that_unfolds_a_section_is_its_heading() -> None:
    report = read(
        page(
            FORCE,
            "<h2><button>Managing offenders <span>Good</span></button></h2><h3>Area for improvement</h3><p>The force should plan.</p>",
        )
    )
    assert report.findings[0].area == "Managing offenders"


def test_bold_paragraphs_head_sections_and_areas() -> None:
    report = read(
        page(
            FORCE,
            "<p><b>Responding to the public</b></p><p><b>Good</b></p><p><b>Area for improvement</b></p><p><b>The force should answer calls sooner</b></p>"
            "<p>It is slow.</p><p><b>Main findings</b></p><p>The force should be proud.</p><p><b>Investigating crime</b></p><p><b>Good</b></p>",
        )
    )
    assert [(f.text, f.narrative, f.area) for f in report.findings] == [
        ("The force should answer calls sooner", "It is slow.", "Responding to the public")
    ]
    assert len(report.graded_areas) == 2


def test_pages_saved_by_word_have_titles_comments_and_contents_of_their_own() -> None:
    report = read(
        "<html><head><title>Microsoft Word - final v7.docx</title></head><body><p class=MsoTitle>An inspection of vetting in Kent Police</p>"
        "<p>14 November 2023</p><p class=MsoToc2><a href='#_Toc3'>Area for improvement<span>4</span></a></p><h1>Vetting by HMICFRS</h1><p><b>Area for improvement</b></p>"
        "<p>The force should vet.<span><a href='#_msocom_2'>[HI2]</a></span></p><div style='mso-element:comment-list'><p>Recommendation: the force should wait.</p></div></body></html>"
    )
    assert report.title == "An inspection of vetting in Kent Police"
    assert report.forces == ("Kent Police",)
    assert texts(report) == ["The force should vet."]


@pytest.mark.parametrize(
    "heading",
    ["<h3>Recommendations for chief constables</h3>", "<h3>Chief constables</h3>", "<h3>For chief constables</h3>"],
)  # fmt: skip
def test_a_heading_names_the_addressee_of_an_order(heading: str) -> None:
    report = read(
        page(
            NATIONAL,
            f"<h2>3. Our recommendations</h2>{heading}<p><strong>Recommendation 2:</strong> By 31 May 2026, publish each quarter:</p><ul><li>the number of pilots; and</li><li>their hours.</li></ul>",
        )
    )
    assert texts(report) == [
        "By 31 May 2026, publish each quarter:\nthe number of pilots; and\ntheir hours."
    ]
    assert report.findings[0].addressees == ("chief constables",)


@pytest.mark.parametrize(
    "label", ["Recommendation 1 (to the Home Office):", "Recommendation 1 – to the Home Office:"]
)
def test_a_label_names_the_addressee(label: str) -> None:
    report = read(page(NATIONAL, f"<p>{label} Review the law on drones.</p>"))
    assert [(f.text, f.number, f.addressees) for f in report.findings] == [
        ("Review the law on drones.", "1", ("Home Office",))
    ]


def test_what_introduces_the_recommendations_is_none() -> None:
    report = read(
        page(
            NATIONAL,
            "<h2>Recommendations</h2><p>We make one recommendation. Those who get recommendations should answer.</p><p>Our recommendations follow.</p><ul><li>Forces should act.</li></ul>",
        )
    )
    assert texts(report) == ["Forces should act."]


def test_a_glossary_defines_findings_and_makes_none() -> None:
    report = read(
        page(
            FORCE,
            "<h3>Area for improvement</h3><p>The force should plan.</p><h2>Annex C: Glossary</h2><dl><dt>Recommendation</dt><dd>What a force should do.</dd></dl>"
            "<p><b>Cause of concern</b></p><p>If our inspection identifies a serious failing, the force should know.</p>",
        )
    )
    assert texts(report) == ["The force should plan."]


def test_recommendations_that_a_letter_reprints_are_not_its_own() -> None:
    report = read(
        page(
            "Loamshire Police: Causes of concern revisit letter",
            "<p>In our 2022 report we issued the following cause of concern:</p><blockquote><p><b>Cause of concern</b></p><p>The force failed.</p></blockquote>"
            "<h2>Findings</h2><h3>Recommendation 1</h3><p>By 31 January 2023, Loamshire Police should train staff.</p><p>We have closed it.</p>"
            "<h2>New recommendation</h2><p>By 31 January 2025, Loamshire Police should report.</p>",
        )
    )
    assert texts(report) == ["By 31 January 2025, Loamshire Police should report."]
    assert any("left out" in warning for warning in report.warnings)


def test_a_bold_sentence_that_opens_a_paragraph_is_the_finding() -> None:
    report = read(
        page(
            FORCE,
            "<h3>Areas for improvement</h3><ul><li><b>The force should improve supervision.</b> Supervisors are busy.</li><li><b>The force should update victims.</b> We saw gaps.</li></ul>",
        )
    )
    assert [(f.text, f.narrative) for f in report.findings] == [
        ("The force should improve supervision.", "Supervisors are busy."),
        ("The force should update victims.", "We saw gaps."),
    ]


def test_sentences_listed_below_a_bold_finding_are_its_reasons() -> None:
    report = read(
        page(
            FORCE,
            "<h3>Area for improvement</h3><p><b>The force should show value for money</b></p><ul><li>It has no plan.</li></ul>",
        )
    )
    assert [(f.text, f.narrative) for f in report.findings] == [
        ("The force should show value for money", "It has no plan.")
    ]


def test_grades_of_other_forces_are_not_the_reports() -> None:
    report = read(
        page(
            NATIONAL,
            "<table><tr><th>Force</th><th>Grade</th></tr><tr><td>Durham</td><td>Good</td></tr></table>"
            "<table><tr><td>Kent Police</td><td>Good</td></tr></table>"
            + "<p>We inspected ten forces and saw much.</p>"
            * 9,
        )
    )
    assert report.graded_areas == ()


def test_without_grades_the_chapter_is_the_area() -> None:
    report = read(
        page(
            "Report on an inspection of custody in Loamshire Police",
            "<h2>1. Introduction</h2><p>x</p><h2>Safeguarding and health care</h2><h3>Area for improvement</h3><p>The force should plan.</p><h2>Annex A</h2>",
        )
    )
    assert report.findings[0].area == "Safeguarding and health care"


def test_a_national_cause_of_concern_addresses_those_it_is_about() -> None:
    opening = Addressees((), load_addressees()).opening
    assert opening("Too many forces lose evidence.") == ("forces",)
    assert opening("Evidence is lost.") == ()


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Every chief constable should act.", ("chief constables",)),
        (
            "The Department of Health and Social Care and the Home Office should act.",
            ("Department of Health and Social Care", "Home Office"),
        ),
        ("By May, the City of London Police and the NCA should act.", ("City of London Police", "NCA")),
        ("However, in 2017 we said that something should change.", ()),
        ("Detainees should be able to speak in private.", ()),
    ],
)  # fmt: skip
def test_only_a_body_is_an_addressee(text: str, addressees: tuple[str, ...]) -> None:
    assert Addressees((), load_addressees()).of(text) == addressees


@pytest.mark.parametrize(
    ("kind", "markup"),
    [
        ("news", page("Loamshire Police must answer sooner", "<p>News / Press release</p><p>The force should act.</p>")),
        ("news", page("Loamshire Police is good", "<p>HMICFRS graded the police.</p><h2>Notes to editors</h2>")),
        ("news", page("Loamshire Police: more to do", "<p>HMICFRS said the police should act.</p>", "<link rel='canonical' href='https://x.gov.uk/news/news-feed/y/'>")),
        ("list", page("Publications", "<ul><li><h2>Recommendation</h2><p>HMICFRS: police should act.</p></li></ul>")),
        ("list", page("Inspections", "<p>Showing 1–10 of 2,411 results</p><h2>Recommendation</h2><p>Police should act.</p>")),
        ("plan", page("Our HMICFRS improvement plan", "<p>Recommendation 1: The force should act.</p>")),
        ("plan", page("HMICFRS and us", "<table><tr><th>Area for improvement</th><th>Owner</th><th>Status</th></tr><tr><td>The force should act soon now.</td><td>A</td><td>B</td></tr></table>")),
        ("response", page("Statement on HMICFRS", "<p>I welcome the HMICFRS report.</p><h2>Area for improvement</h2><p>The force should act.</p>")),
        ("response", page("PEEL 2023 and Loamshire", "<h2>Area for improvement</h2><p>The force should act.</p><h2>The Commissioner’s comments</h2>")),
        ("about the inspectors", page("About our inspections", "<p>Recommendation 1: The force should act.</p>")),
    ],
)  # fmt: skip
def test_papers_about_a_report_are_refused_for_what_they_are(kind: str, markup: str) -> None:
    with pytest.raises(RefusedInputError, match=kind):
        read(markup)


def test_an_inspection_of_a_plan_is_a_report() -> None:
    report = read(
        page(
            "An inspection of Loamshire Police’s action plan for rape",
            "<h3>Recommendation 1</h3><p>The force should act.</p><table><tr><th>Recommendation</th><th>Progress</th><th>Status</th></tr></table>",
        )
    )
    assert [f.klass for f in report.findings] == [FindingClass.RECOMMENDATION]


def test_a_list_of_earlier_findings_does_not_hide_the_new_ones_below_it() -> None:
    report = read(
        page(
            FORCE,
            "<p>In our 2019 inspection we identified the following areas for improvement:</p><ul><li>The force should record crime.</li></ul>"
            "<h3>Area for improvement</h3><p>The force should plan.</p>",
        )
    )
    assert texts(report) == ["The force should plan."]


def test_a_letter_that_was_moved_to_a_new_site_keeps_its_recommendations() -> None:
    report = read(
        "<main><h1>Loamshire Police: 2015 revisit letter</h1><p>Published on: 5 August 2021</p><p>HMIC inspected the police.</p>"
        "<h3>Recommendation</h3><p>By 31 March 2016, the force should act.</p></main>"
    )
    assert texts(report) == ["By 31 March 2016, the force should act."]


def test_a_box_may_open_with_a_plain_label() -> None:
    report = read(
        page(
            FORCE,
            "<div><div>Area for improvement</div><div>The force should lead.</div><div>Staff told us so.</div></div><div>The force should go on.</div>",
        )
    )
    assert [(f.text, f.narrative) for f in report.findings] == [
        ("The force should lead.", "Staff told us so.")
    ]


def test_short_bold_causes_of_concern_outside_a_box_are_all_read() -> None:
    report = read(
        page(
            FORCE,
            "<p><b>Causes of concern</b></p><p><b>The force isn’t protecting children</b></p><p>Reasons.</p><p><b>The force fails victims</b></p><p>More.</p>"
            "<p><b>Main findings</b></p><p><b>The force lacks cars</b></p>",
        )
    )
    assert texts(report) == ["The force isn’t protecting children", "The force fails victims"]


def test_what_somebody_else_recommends_in_a_quotation_is_no_finding() -> None:
    body = "<p>One officer said: “We recommend that forces should change.” It shouldn’t be forgotten.</p>"
    report = read(page(NATIONAL, body + "<p>We inspected ten forces and saw much.</p>" * 9))
    assert report.findings == ()


def test_a_title_and_the_subtitle_below_it_are_one() -> None:
    report = read(
        "<main><h1>Out of sight</h1><h2>A joint inspection of rural crime</h2><p>HMICFRS inspected the police.</p><h3>Recommendation 1</h3><p>Forces should act.</p></main>"
    )
    assert report.title == "Out of sight: A joint inspection of rural crime"


def test_areas_of_counter_corruption_reports_are_not_one_another() -> None:
    report = read(
        page(
            "An inspection of Loamshire Police’s counter-corruption work",
            "<table><tr><th>Area</th><th>Grade</th></tr><tr><td>Upholding professional standards</td><td>Good</td></tr>"
            "<tr><td>Tackling workforce corruption</td><td>Inadequate</td></tr></table>",
        )
    )
    assert [area.grade for area in report.graded_areas] == ["Good", "Inadequate"]
