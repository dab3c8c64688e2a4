"""How far a label reaches, and what belongs to it or is only quoted."""

from dataclasses import replace

import pytest

from casework.rules.findings.regions import regions_of
from casework.rules.findings.set_aside import set_aside
from models.shapes.reading import Block
from tests.casework.rules.findings.pages import blocks
from tests.casework.rules.findings.reading import read_blocks, read_lines

PLAN, TRAIN = "The force should plan.", "The force should train."
AFI, SLOW = "### Area for improvement", "It is slow to answer."


def boxed(*lines: str, box: int = 1) -> tuple[Block, ...]:
    return tuple(replace(one, box=box) for one in blocks(*lines))


def found(*page: Block) -> list[tuple[str, str | None]]:
    return [(one.text, one.narrative) for one in read_blocks(*page).findings]


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        ((AFI, PLAN, "### Calls", TRAIN), [PLAN]),
        ((AFI, PLAN, "#### Calls", TRAIN), [PLAN]),
        ((AFI, f"### {PLAN}", SLOW), [PLAN]),
        ((AFI, f"#### {PLAN}", SLOW, f"#### {TRAIN}"), [PLAN, TRAIN]),
        ((AFI, SLOW, f"### {PLAN}"), [SLOW]),
        ((AFI, PLAN, "## Investigating crime", TRAIN), [PLAN]),
        (
            (
                "## Areas for improvement",
                "## Investigating crime",
                PLAN,
                "## Managing offenders",
                TRAIN,
            ),
            [PLAN, TRAIN],
        ),
        (
            (
                "## Areas for improvement",
                "### Calls",
                PLAN,
                "### Crime",
                TRAIN,
                "## Next",
                "The force should act.",
            ),
            [PLAN, TRAIN],
        ),
        (("## Areas for improvement", "## Calls", PLAN), None),
        (("## Areas for improvement", "Words.", "Words.", "### Calls", PLAN), [PLAN]),
        (("### Innovative practice", PLAN, AFI, TRAIN), [TRAIN]),
        (("* Area for improvement", PLAN, AFI, TRAIN), [TRAIN]),
        (("* Recommendation 1", PLAN, AFI, TRAIN), [PLAN, TRAIN]),
        (("* Recommendation: The force should act.", AFI, TRAIN), ["The force should act.", TRAIN]),
    ],
)
def test_a_label_reaches_to_the_next_heading_of_its_rank(
    lines: tuple[str, ...], texts: list[str] | None
) -> None:
    if texts is None:
        lines, texts = (*lines, AFI, TRAIN), [TRAIN]
    assert [one.text for one in read_lines(*lines).findings] == texts


def test_a_label_that_opens_a_box_reaches_to_its_end() -> None:
    assert found(*boxed(AFI, PLAN, "#### Reasons", SLOW), *blocks("More."))[0][0] == PLAN
    assert found(*boxed(AFI, PLAN), *blocks(SLOW)) == [(PLAN, None)]
    assert found(*boxed(AFI, PLAN), *boxed(SLOW, box=2)) == [(PLAN, None)]
    label = "### Recommendation 1"
    assert found(*boxed(label, PLAN, SLOW)) == [(PLAN, SLOW)]
    assert found(*boxed("Words.", label, PLAN, SLOW)) == [(PLAN, None)]
    assert found(*boxed("Words.", "Words."), *boxed(label, PLAN, SLOW, box=2)) == [(PLAN, SLOW)]


def test_a_page_may_begin_with_a_label_in_a_box() -> None:
    (region,) = regions_of(boxed(AFI, PLAN, SLOW), {}, set())
    assert (region.start, region.end, region.in_box) == (0, 3, True)
    (inner,) = regions_of((*blocks("Words."), *boxed("Words.", AFI, PLAN)), {}, set())
    assert (inner.start, inner.in_box) == (2, False)


CAUSE, ASKED = "### Cause of concern", "### Recommendations"
FAILS = "The force fails children."


@pytest.mark.parametrize(
    ("lines", "parents"),
    [
        ((CAUSE, FAILS, ASKED, f"* {PLAN}", f"* {TRAIN}"), [None, "f1", "f1"]),
        (
            (CAUSE, FAILS, "#### Recommendation 1", PLAN, "#### Recommendation 2", TRAIN),
            [None, "f1", "f1"],
        ),
        ((CAUSE, FAILS, "## Recommendations", f"* {PLAN}"), [None, None]),
        ((CAUSE, FAILS, "### Calls", "Words.", ASKED, f"* {PLAN}"), [None, None]),
        ((CAUSE, FAILS, AFI, PLAN), [None, None]),
        ((CAUSE, FAILS, "!Recommendations", f"* {PLAN}"), [None, "f1"]),
        ((CAUSE, FAILS, AFI, PLAN, ASKED, f"* {TRAIN}"), [None, None, None]),
        (
            (
                CAUSE,
                FAILS,
                ASKED,
                f"* {PLAN}",
                CAUSE,
                "The force fails victims.",
                ASKED,
                f"* {TRAIN}",
            ),
            [None, "f1", None, "f3"],
        ),
    ],
)
def test_recommendations_right_below_a_cause_of_concern_hang_on_it(
    lines: tuple[str, ...], parents: list[str | None]
) -> None:
    assert [one.parent for one in read_lines(*lines).findings] == parents


def test_what_runs_on_in_the_text_below_a_cause_hangs_on_it_too_and_no_other_does() -> None:
    lines = (ASKED, f"* {PLAN}", "Words end it.", "So we recommend that the force trains.")
    assert [one.parent for one in read_lines(CAUSE, FAILS, *lines).findings] == [None, "f1", "f1"]
    before = ("We recommend that the force acts.", CAUSE, FAILS, *lines[:2])
    assert [one.parent for one in read_lines(*before).findings] == [None, None, "f2"]


@pytest.mark.parametrize(
    ("lines", "aside"),
    [
        (("## Glossary", "Words.", "### AFI", "## Next", "Words."), "11100"),
        (("## Glossary", "# Part two"), "10"),
        (("## Glossary", "## Definitions", "Words.", "## Next"), "1110"),
        (("Glossary", "Words."), "00"),
        (("## Progress against our recommendations", "Recommendation 1", "### Calls"), "111"),
        (("## Recommendations from our last inspection", "Words."), "11"),
        (("Recommendation", "This term is ours.", "Words."), "100"),
        (
            ("In our 2019 report we made these recommendations:", "* plan", "## Next", "Words."),
            "0100",
        ),
        (
            (
                "In our 2019 report we made these recommendations:",
                "* plan",
                "## The force should plan.",
                "More.",
            ),
            "0111",
        ),
        (
            (
                "In our 2019 report we made these recommendations:",
                "Recommendation 1",
                "Words.",
                "Recommendation 2",
            ),
            "0111",
        ),
        (
            (
                "In our 2019 report we made these recommendations:",
                "Recommendation 1",
                "Words.",
                "New recommendation",
            ),
            "0110",
        ),
        (
            (
                "In our 2019 report we made these recommendations:",
                "* plan",
                "Recommendation 2",
                "Words.",
            ),
            "0100",
        ),
        (("Words.", "In our 2019 report we made these recommendations:"), "00"),
        (("In our 2019 report we made these recommendations", "* plan"), "00"),
    ],
)
def test_what_is_quoted_or_defined_makes_no_finding(lines: tuple[str, ...], aside: str) -> None:
    found_aside = set_aside(blocks(*lines))
    assert "".join("1" if at in found_aside else "0" for at in range(len(lines))) == aside
