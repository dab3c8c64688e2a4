# ruff: noqa: E501 - one case, one line
"""Findings that stand in a table, or in running text under no label."""

import pytest

from casework.rules.findings.loose import loose_findings
from models.words import FindingClass
from tests.casework.rules.findings.pages import blocks, table

ASKED, AREA = FindingClass.RECOMMENDATION, FindingClass.AREA_FOR_IMPROVEMENT
PLAN, TRAIN = "The force should plan its work.", "The force should train its staff."
HEADER = ("No.", "Recommendation", "For", "By when")
Row = tuple[str, ...]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ((("Recommendation", "x"), (PLAN, "y"), (TRAIN, "z")), [(None, PLAN), (None, TRAIN)]),
        ((("AFI", "x"), (f"12:\n{PLAN}", "y")), [("12", PLAN)]),
        ((HEADER, ("Recommendation 3", PLAN, "", "")), [("3", PLAN)]),
        ((("AFI", "x"), ("12", "y")), []),
        (
            (("AFI", "x"), ("We look.\nThe force should plan it.", "y")),
            [(None, "We look.\nThe force should plan it.")],
        ),
        ((HEADER, ("7", PLAN, "", "")), [("7", PLAN)]),
        ((HEADER, ("7a.", "Plan.", "Forces", "")), [("7a", "Plan.")]),
        ((HEADER, ("x", "It should plan.", "", "")), []),
        ((HEADER, ("x", "The force should always plan.", "", "")), []),
        (
            (HEADER, ("x", "The force should always plan ahead.", "", "")),
            [(None, "The force should always plan ahead.")],
        ),
        ((HEADER, ("7", "Plan.", "", "")), []),
        ((HEADER, ("7", "Plan.")), []),
        ((HEADER, ("7",), ("8", PLAN)), [("8", PLAN)]),
        ((HEADER, HEADER, ("7", PLAN, "", "")), [("7", PLAN)]),
        ((HEADER,), []),
        ((), []),
        ((("Recommendation 1", PLAN), ("Recommendation 2", TRAIN)), [("1", PLAN), ("2", TRAIN)]),
        ((("Recommendation", PLAN), ("Recommendation", TRAIN)), [(None, PLAN), (None, TRAIN)]),
        ((("Recommendation", "Words."), ("Recommendation", TRAIN)), [(None, TRAIN)]),
        ((("Case study", PLAN), ("Recommendation 2", TRAIN)), [("2", TRAIN)]),
        ((("Words", PLAN), ("Recommendation 2", TRAIN)), [("2", TRAIN)]),
        ((("Recommendation 2",), ("Words", TRAIN)), []),
        ((("Recommendation 2: The force should act.", PLAN),), []),
        ((("Recommendations 4", f"{PLAN}\n{TRAIN}"),), [("4", PLAN), (None, TRAIN)]),
        ((("Recommendation 4", f"{PLAN}\n{TRAIN}"),), [("4", PLAN)]),
    ],
)
def test_a_table_prints_findings_in_a_column_or_beside_their_labels(
    rows: tuple[Row, ...], found: list[tuple[str | None, str]]
) -> None:
    drafts = list(loose_findings([table(*rows)], set()))
    assert [(one.number, one.text) for one in drafts] == found
    areas = any("AFI" in cell for row in rows for cell in row)
    assert {one.klass for one in drafts} <= {AREA if areas else ASKED}
    assert list(loose_findings([table(*rows)], {0})) == []


def test_the_columns_say_to_whom_and_by_when() -> None:
    rows = (HEADER, ("1", PLAN, " Forces ", "May 2025"), ("2", TRAIN))
    drafts = list(loose_findings([table(*rows)], set()))
    assert [(one.label_names, one.due) for one in drafts] == [("Forces", "May 2025"), ("", "")]
    (one,) = loose_findings([table(("Recommendation 1 (to the Home Office)", PLAN))], set())
    assert one.label_names == "the Home Office"


def test_lines_of_a_cell_are_the_findings_words_or_its_reasons() -> None:
    def read(cell: str) -> list[tuple[str, list[str]]]:
        drafts = loose_findings([table(("Recommendation 1", cell))], set())
        return [(one.text, one.narrative) for one in drafts]

    assert read("The force should:\nplan; and\ntrain.") == [
        ("The force should:\nplan; and\ntrain.", [])
    ]
    assert read(f"{PLAN}\nIt should also train.") == [(f"{PLAN}\nIt should also train.", [])]
    assert read(f"{PLAN}\nIt is slow.") == [(PLAN, ["It is slow."])]
    assert read(f"It is slow.\n{PLAN}") == [(PLAN, [])]


def test_a_cause_of_concern_beside_its_label_has_what_is_asked_below_it() -> None:
    rows = (("Cause of concern", "The force fails."), ("Recommendation", PLAN), ("AFI", TRAIN))
    cause, asked, area = loose_findings([table(*rows)], set())
    assert (cause.text, asked.parent, area.parent) == ("The force fails.", cause, None)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("It is slow. We recommend that forces act.",), ["We recommend that forces act."]),
        (("* We recommend that forces act.",), ["We recommend that forces act."]),
        (("## We recommend that forces act",), []),
        (("We recommend that forces:", "* plan; and", "* train.", "Words.", "* More."), ["We recommend that forces:\nplan; and\ntrain."]),
        (("* Words.", "We recommend that forces act.", "* Words."), ["We recommend that forces act."]),
        (("They say: “We recommend that forces act.”",), []),
        (("They say: “Act.” We recommend that forces act.",), ["We recommend that forces act."]),
        (("Nobody recommends that.",), []),
    ],
)  # fmt: skip
def test_running_text_holds_what_the_inspectors_recommend(
    lines: tuple[str, ...], found: list[str]
) -> None:
    assert [one.text for one in loose_findings(blocks(*lines), set())] == found
