# ruff: noqa: E501 - one case, one line
"""Labels under which a report sets its findings, and what only looks like one."""

import pytest

from casework.rules.findings.headed_to import headed_to
from casework.rules.findings.labels import label_of
from models.words import FindingClass
from tests.casework.rules.findings.pages import block, blocks

AFI, CAUSE, ASKED = (
    FindingClass.AREA_FOR_IMPROVEMENT,
    FindingClass.CAUSE_OF_CONCERN,
    FindingClass.RECOMMENDATION,
)
TWELVE = "of all twelve words that make up the finding at hand here now"


@pytest.mark.parametrize(
    ("line", "klass", "plural"),
    [
        ("AFI", AFI, False),
        ("AFIs", AFI, True),
        ("## 3.2 Areas\xa0for\xa0improvement", AFI, True),
        ("New cause of concern", CAUSE, False),
        ("Our recommendations", ASKED, True),
        ("Innovative practice", None, False),
        ("Previous recommendations", None, False),
    ],
)
def test_a_label_has_its_class_and_says_whether_several_follow(
    line: str, klass: FindingClass | None, *, plural: bool
) -> None:
    found = label_of(block(line))
    assert found is not None
    assert (found.klass, found.plural) == (klass, plural)


@pytest.mark.parametrize(
    ("line", "number", "text", "addressee"),
    [
        ("Recommendation 12: The force should act.", "12", "The force should act.", ""),
        ("Recommendation 12 The force should act.", "12", "The force should act.", ""),
        ("Recommendation 3: Plan;", "3", "Plan;", ""),
        ("Recommendation 3: Calls", "3", "", ""),
        (f"Recommendation 3: {TWELVE}", "3", TWELVE, ""),
        ("Recommendation 3 (for the NPCC)", "3", "", "the NPCC"),
        ("Recommendations for chief constables", None, "", "chief constables"),
        ("Area for improvement 2a", "2a", "", ""),
    ],
)
def test_a_label_may_have_a_number_the_finding_and_whom_it_is_for(
    line: str, number: str | None, text: str, addressee: str
) -> None:
    found = label_of(block(line))
    assert found is not None
    assert (found.number, found.text, found.addressee) == (number, text, addressee)


@pytest.mark.parametrize(
    "line",
    [
        "Recommendations for chief constables follow.",
        "Recommendation 12 the force should act.",
        "Recommendation 12 Calls",
        "Recommendation The force should act.",
        "Innovative practice: The force should act.",
        f"Recommendation: {'x' * 161}",
        "Areas where the force should improve",
        "Words",
        "",
    ],
)
def test_words_that_only_speak_of_findings_are_no_label(line: str) -> None:
    assert label_of(block(line)) is None


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("## Recommendations", "### For the Home Office", "Words.", "### To forces"), ["", "Home Office", "Home Office", "forces"]),
        (("## Recommendations", "### For the NPCC for action"), ["", "NPCC for action"]),
        (("## Recommendations for forces", "### Calls", "Words."), ["forces", "forces", "forces"]),
        (("## Recommendations for forces", "### Recommendations for the NPCC", "#### Calls", "### Crime"), ["forces", "the NPCC", "the NPCC", "Crime"]),
        (("### Recommendations", "## Recommendations", "### Forces"), ["", "", "Forces"]),
        (("## Recommendations", "### Forces", "## Next", "### The NPCC"), ["", "Forces", "", ""]),
        (("## Recommendations", "### Forces", "#### Recommendation 1", "Words."), ["", "Forces", "Forces", "Forces"]),
        (("## Recommendations", "### Forces", "#### Areas for improvement"), ["", "Forces", "Forces"]),
        (("## Recommendations", f"### {'x' * 120}", f"### {'x' * 121}"), ["", "x" * 120, ""]),
        (("## Areas for improvement", "### Forces"), ["", ""]),
        (("Recommendations for forces", "Words."), ["", ""]),
    ],
)  # fmt: skip
def test_a_heading_below_the_chapter_of_recommendations_names_whom_they_are_for(
    lines: tuple[str, ...], words: list[str]
) -> None:
    assert headed_to(blocks(*lines)) == words
