# ruff: noqa: E501 - one case, one line
"""Each graded area of a report once, from its headings, its tables and its lines."""

import pytest

from casework.rules.findings.grades import Grades, grades_of
from casework.rules.findings.places import area_headings
from models.shapes.reading import Block
from tests.casework.rules.findings.pages import blocks, table

CRIME, OFFENDERS, PUBLIC = "Investigating crime", "Managing offenders", "Treatment of the public"
BY_GRADE = ("", "Good", "Adequate", "Inadequate")


def graded(*page: Block) -> Grades:
    return grades_of(page, area_headings(page))


def areas(*page: Block) -> list[tuple[str, str | None]]:
    return [(one.area, one.grade) for one in graded(*page).areas]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (((CRIME, "Good"), (OFFENDERS, "Inadequate")), [(CRIME, "Good"), (OFFENDERS, "Inadequate")]),
        ((("Good", CRIME), ("Inadequate", f"{OFFENDERS}\n{PUBLIC}")), [(CRIME, "Good"), (OFFENDERS, "Inadequate"), (PUBLIC, "Inadequate")]),
        ((("Good", f"{CRIME}; {OFFENDERS}"),), [(CRIME, "Good"), (OFFENDERS, "Good")]),
        ((("1", CRIME, "Good"),), [(CRIME, "Good")]),
        ((("Good", CRIME, "more"),), [(CRIME, "Good")]),
        ((("Good",),), []),
        (((CRIME, "words"),), []),
        (((CRIME, "Good", "Adequate"),), []),
        ((("Kent Police", "Good"),), []),
        ((("Force", "Grade"), (CRIME, "Good")), []),
        ((BY_GRADE, (CRIME, "", "✓", ""), (OFFENDERS, "x", "", "")), [(CRIME, "Adequate"), (OFFENDERS, "Good")]),
        ((BY_GRADE, (CRIME, "", "", "Inadequate")), [(CRIME, "Inadequate")]),
        ((BY_GRADE, ("", f"{CRIME}\n{OFFENDERS}", PUBLIC, "")), [(CRIME, "Good"), (OFFENDERS, "Good"), (PUBLIC, "Adequate")]),
        ((BY_GRADE[1:], (CRIME, OFFENDERS, "")), [(CRIME, "Good"), (OFFENDERS, "Adequate")]),
        ((BY_GRADE[1:], ("✓", OFFENDERS)), [(OFFENDERS, "Adequate")]),
        ((BY_GRADE, (), (CRIME, "✓")), [(CRIME, "Good")]),
        (((), (CRIME, "Good")), [(CRIME, "Good")]),
        ((), []),
    ],
)  # fmt: skip
def test_a_table_tells_grades_in_any_of_its_shapes(
    rows: tuple[tuple[str, ...], ...], found: list[tuple[str, str]]
) -> None:
    assert areas(table(*rows)) == found


def test_lines_of_a_list_tell_grades_and_a_forces_line_none() -> None:
    assert areas(*blocks("* Investigating crime – Good", "Kent Police – Good", "Words.")) == [
        (CRIME, "Good")
    ]


def test_the_bodys_sections_come_first_in_the_bodys_words() -> None:
    summary = table(("Good", OFFENDERS), ("Good", "Investigating Crime"), ("Good", PUBLIC))
    body = blocks("## Investigating crime", "Good", f"## {PUBLIC}", "Good")
    found = [(CRIME, "Good"), (PUBLIC, "Good"), (OFFENDERS, "Good")]
    assert areas(summary, *body) == areas(*body, summary) == found


def test_an_area_that_two_lines_grade_is_told_once() -> None:
    assert areas(*blocks("* Investigating crime – Good", "* Investigating crime – Good")) == [
        (CRIME, "Good")
    ]


def test_two_names_of_one_area_are_one_area() -> None:
    table_, body = (
        table(("Crime data integrity", "Good")),
        blocks("## Recording data about crime", "Good"),
    )
    assert areas(table_, *body) == [("Recording data about crime", "Good")]
    assert areas(*blocks("The use of drones – Good", "Use of the drones – Good")) == [
        ("The use of drones", "Good")
    ]


def test_two_grades_of_one_area_are_told_once_and_one_written_twice_is_none() -> None:
    page = (*blocks(f"## {CRIME}", "Good"), *2 * (table((CRIME, "Inadequate")),))
    assert graded(*page).warnings == (
        "“Investigating crime” is graded good in one place and inadequate in another.",
    )
    assert graded(*blocks(f"## {CRIME}", "Good"), table((CRIME, "GOOD"))).warnings == ()
