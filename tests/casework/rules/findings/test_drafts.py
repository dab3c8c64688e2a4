"""Where under its label a finding begins and ends, and what is only its reasons."""

import pytest

from tests.casework.rules.findings.reading import read_lines

AFI, AFIS = "### Area for improvement", "### Areas for improvement"
ONE, MANY = "### Recommendation 4", "### Recommendations"
CAUSE, CAUSES = "### Cause of concern", "### Causes of concern"
PLAN, TRAIN = "The force should plan.", "The force should train."
SLOW = "It is slow to answer."
Found = list[tuple[str, str | None]]


def found(*lines: str) -> Found:
    return [(one.text, one.narrative) for one in read_lines(*lines).findings]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            (ONE, "The force should:", "plan; and", "train."),
            [("The force should:\nplan; and\ntrain.", None)],
        ),
        (
            (AFI, "The force should:", SLOW, "and stays so."),
            [("The force should:", f"{SLOW}\nand stays so.")],
        ),
        (
            (AFI, "!The force should:", "plan; and", "train."),
            [("The force should:\nplan; and\ntrain.", None)],
        ),
        (
            (AFI, "The force should:", "* plan; and", "* It trains."),
            [("The force should:\nplan; and\nIt trains.", None)],
        ),
        ((AFI, "!The force should:", "* It plans."), [("The force should:\nIt plans.", None)]),
        ((AFI, PLAN, f"* {SLOW}"), [(f"{PLAN}\n{SLOW}", None)]),
        ((AFI, f"!{PLAN}", f"* {SLOW}"), [(PLAN, SLOW)]),
        ((AFI, f"!{PLAN}", "* calls are lost"), [(f"{PLAN}\ncalls are lost", None)]),
        ((AFI, f"!{PLAN}", SLOW, "* calls are lost"), [(PLAN, f"{SLOW}\ncalls are lost")]),
        ((AFIS, PLAN, f"* {TRAIN}"), [(PLAN, None), (TRAIN, None)]),
        ((AFI, PLAN, f"* {TRAIN}"), [(f"{PLAN}\n{TRAIN}", None)]),
        (
            (AFIS, "The force should do this:", f"* {TRAIN}"),
            [(f"The force should do this:\n{TRAIN}", None)],
        ),
        (
            (AFIS, f"* {PLAN}", f"** {SLOW}", f"* {TRAIN}"),
            [(f"{PLAN}\n{SLOW}", None), (TRAIN, None)],
        ),
    ],
)
def test_bullets_belong_to_the_stem_they_complete(lines: tuple[str, ...], expected: Found) -> None:
    assert found(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((AFI, PLAN, SLOW), [(PLAN, SLOW)]),
        ((AFI, PLAN, "It should also train."), [(f"{PLAN}\nIt should also train.", None)]),
        (
            (AFI, PLAN, "They should do so:", "soon; and", "well."),
            [(f"{PLAN}\nThey should do so:\nsoon; and\nwell.", None)],
        ),
        ((AFI, "Calls are lost.", PLAN), [(f"Calls are lost.\n{PLAN}", None)]),
        ((AFIS, "Calls are lost.", PLAN), [(PLAN, None)]),
        ((AFIS, PLAN, TRAIN), [(PLAN, None), (TRAIN, None)]),
        ((AFIS, "These should help:", f"* {PLAN}"), [(f"These should help:\n{PLAN}", None)]),
        (
            (AFIS, "The force should act on the following areas for improvement:", f"* {PLAN}"),
            [(PLAN, None)],
        ),
        ((ONE, PLAN, SLOW), [(PLAN, None)]),
        ((ONE, PLAN, SLOW, TRAIN), [(PLAN, None)]),
        ((ONE, "This force should plan."), [("This force should plan.", None)]),
        (
            ("## Recommendations", "### Calls", PLAN, SLOW, "### Crime", TRAIN),
            [(PLAN, None), (TRAIN, None)],
        ),
        (("## Recommendations", "### Calls", SLOW, PLAN), [(PLAN, None)]),
        (
            ("## Recommendations", "We say this.", "### Calls", PLAN, TRAIN),
            [(PLAN, None), (TRAIN, None)],
        ),
        (
            (AFI, PLAN, "We recommend that it plans soon."),
            [(f"{PLAN}", "We recommend that it plans soon.")],
        ),
        ((f"!Recommendation 4: {PLAN}", f"* {SLOW}"), [(f"{PLAN}\n{SLOW}", None)]),
    ],
)
def test_paragraphs_below_a_finding_are_its_words_its_reasons_or_the_next(
    lines: tuple[str, ...], expected: Found
) -> None:
    assert found(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((AFI, f"!{PLAN}", "!Calls are lost in it."), [(f"{PLAN}\nCalls are lost in it.", None)]),
        (
            (AFI, f"!{PLAN}", SLOW, "!Calls are lost in it."),
            [(PLAN, SLOW), ("Calls are lost in it.", None)],
        ),
        (
            (AFI, f"!{PLAN}", "* and soon", "!Calls are lost in it."),
            [(f"{PLAN}\nand soon", None), ("Calls are lost in it.", None)],
        ),
        ((AFI, PLAN, "!Calls are lost in it."), [(PLAN, None), ("Calls are lost in it.", None)]),
        (
            (AFIS, f"!{PLAN}", "!Calls are lost in it."),
            [(PLAN, None), ("Calls are lost in it.", None)],
        ),
        ((AFI, f"!{PLAN}", f"!{TRAIN}"), [(PLAN, None), (TRAIN, None)]),
        (
            (AFI, f"!{PLAN}", SLOW, "!It should also train."),
            [(f"{PLAN}\nIt should also train.", SLOW)],
        ),
    ],
)
def test_what_is_bold_below_a_bold_finding_goes_on_with_it_or_is_the_next(
    lines: tuple[str, ...], expected: Found
) -> None:
    assert found(*lines) == expected


def test_the_labels_number_is_the_first_findings() -> None:
    findings = read_lines(ONE, f"!{PLAN}", f"!{TRAIN}").findings
    assert [one.number for one in findings] == ["4", None]


@pytest.mark.parametrize(
    ("label", "lines", "expected"),
    [
        (AFI, (f"2.2 {PLAN}", f"2.3 {SLOW}"), [(PLAN, None)]),
        (
            AFI,
            (f"2.2 {PLAN}", "2.3 It should also train."),
            [(f"{PLAN}\nIt should also train.", None)],
        ),
        (AFIS, (f"2.2 {PLAN}", f"2.3 {TRAIN}"), [(PLAN, None), (TRAIN, None)]),
        (AFIS, (f"2.2 {PLAN}", f"2.3 {SLOW}", f"2.4 {TRAIN}"), [(PLAN, None)]),
        (AFI, (f"2.2 {PLAN}", f"2.3 {TRAIN}"), [(PLAN, None)]),
        (AFI, (PLAN, f"2.3 {SLOW}"), [(PLAN, SLOW)]),
        (AFI, (f"2.2 {PLAN}", SLOW), [(PLAN, SLOW)]),
    ],
)
def test_the_next_counted_paragraph_is_the_reports_text_again(
    label: str, lines: tuple[str, ...], expected: Found
) -> None:
    assert found(label, *lines) == expected


FAILS = "The force fails children."


@pytest.mark.parametrize(
    ("lines", "expected", "parents"),
    [
        ((CAUSE, FAILS, SLOW, PLAN), [(FAILS, f"{SLOW}\n{PLAN}")], [None]),
        (
            (CAUSE, FAILS, SLOW, "The force should:", "* plan"),
            [(FAILS, SLOW), ("The force should:\nplan", None)],
            [None, "f1"],
        ),
        (
            (CAUSE, FAILS, "Within three months, the force should plan."),
            [(FAILS, None), ("Within three months, the force should plan.", None)],
            [None, "f1"],
        ),
        ((CAUSE, FAILS, SLOW, f"!{PLAN}"), [(FAILS, SLOW), (PLAN, None)], [None, "f1"]),
        (
            (CAUSE, FAILS, "The force should:", MANY, f"* {PLAN}"),
            [(FAILS, "The force should:"), (PLAN, None)],
            [None, "f1"],
        ),
        ((CAUSES, "We found these:", f"* {FAILS}"), [(FAILS, None)], [None]),
        (
            (CAUSES, "Calls the force does not answer:"),
            [("Calls the force does not answer:", None)],
            [None],
        ),
        ((CAUSE, "The force does not:", "* plan"), [("The force does not:\nplan", None)], [None]),
        (
            (CAUSES, f"!{FAILS}", SLOW, "!The force loses calls."),
            [(FAILS, SLOW), ("The force loses calls.", None)],
            [None, None],
        ),
    ],
)
def test_below_a_cause_of_concern_stand_its_reasons_and_what_is_asked(
    lines: tuple[str, ...], expected: Found, parents: list[str | None]
) -> None:
    findings = read_lines(*lines).findings
    assert [(one.text, one.narrative) for one in findings] == expected
    assert [one.parent for one in findings] == parents
