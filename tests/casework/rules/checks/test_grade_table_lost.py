"""The report's grades left out, cut short or run together are told."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

import pytest

from casework.rules.checks.grade_table_lost import grade_table_lost
from models.shapes.checking import GradeFacts, Severity
from tests.manuscripts import a_response, some_facts
from tests.whole_responses import OFFICES, whole

GRADES = (
    ("Responding to the public", "Inadequate"),
    ("Investigating crime", "Adequate"),
    ("Preventing crime", "Requires improvement"),
    ("Good use of resources", "Good"),
    ("Managing offenders", "Outstanding"),
)
FACTS = some_facts(graded_areas=tuple(GradeFacts(*one) for one in GRADES))
ROWS = [f"| {area} | {grade} |" for area, grade in GRADES]
TABLE = "\n".join(["| Area | Grade |", *ROWS])


def told(words: str) -> list[str]:
    return [one.where for one in grade_table_lost(a_response(words, FACTS))]


@pytest.mark.parametrize(
    "words",
    [
        TABLE,
        "\n".join(f"- {area}: {grade.lower()}" for area, grade in GRADES),
        "\n".join(f"## {area} – {grade}" for area, grade in GRADES),
        "\n".join(f"## {area}\nGrade: {grade}" for area, grade in GRADES),
        "\n".join(f"{area} – {grade}" for area, grade in GRADES),
        "The force was graded outstanding at managing offenders, good at good use of resources, adequate at investigating crime, requires improvement at preventing crime and inadequate at responding to the public.",
        "# Outstanding\n- Managing offenders\n# Good\n- Good use of resources\n# Adequate\n- Investigating crime\n# Requires improvement\n- Preventing crime\n# Inadequate\n- Responding to the public",
        "Inadequate: responding to the public\nAdequate: investigating crime\nRequires improvement: preventing crime\nGood: good use of resources\nOutstanding: managing offenders",
        # Headings of the areas that have findings, and no table.
        "## Responding to the public – Inadequate\n## Investigating crime – Adequate",
        "; ".join(f"{area}: {grade}" for area, grade in GRADES),
        "| Outstanding | Good | Adequate | Requires improvement | Inadequate |\n| Managing offenders | Good use of resources | Investigating crime | Preventing crime | Responding to the public |",
    ],
)  # fmt: skip
def test_grades_given_in_any_way_are_not_lost(words: str) -> None:
    assert not told(words)


@pytest.mark.parametrize(
    "words",
    ["I welcome this report.", "I am glad that good work was seen in investigating crime."],
)
def test_a_response_without_grades_is_told_as_a_whole(words: str) -> None:
    (one,) = grade_table_lost(a_response(words, FACTS))
    assert (one.severity, one.where, one.passage) == (Severity.WARNING, "", None)


def test_a_table_that_lost_rows_is_told_with_the_areas() -> None:
    (one,) = grade_table_lost(a_response("\n".join(["| Area | Grade |", *ROWS[:3]]), FACTS))
    assert "Good use of resources and Managing offenders" in one.message
    assert one.where == "Responding to the public"


@pytest.mark.parametrize(
    "words",
    [
        " ".join(f"{area} {grade}" for area, grade in GRADES),
        "".join(f"{area}{grade}" for area, grade in GRADES),
        " ".join(area for area, _ in GRADES) + " " + " ".join(grade for _, grade in GRADES),
        "Area Grade " + " ".join(f"{area} {grade}" for area, grade in GRADES),
    ],
)
def test_a_table_run_together_into_a_line_is_told(words: str) -> None:
    (where,) = told(words)
    assert words.startswith(where)


def test_a_table_that_fell_into_single_lines_is_told() -> None:
    words = "\n".join(f"{area}\n{grade}" for area, grade in GRADES)
    assert told(words) == [GRADES[0][0]]


def test_grades_announced_and_not_following_are_told_there() -> None:
    words = "The inspectors’ grades are shown in the table below.\nI welcome the report."
    assert told(words) == ["The inspectors’ grades are shown in the table below."]
    assert not told(f"The inspectors’ grades are shown in the table below.\n{TABLE}")
    words = "The inspectors gave these grades:\nI welcome the report."
    assert told(words) == ["The inspectors gave these grades:"]


def test_a_report_without_grades_loses_none() -> None:
    assert not list(grade_table_lost(a_response("I welcome this report.", some_facts())))


@pytest.mark.parametrize("office", OFFICES)
def test_no_whole_response_lost_its_grades(office: str) -> None:
    assert not list(grade_table_lost(whole(office)))


@pytest.mark.parametrize(
    "words",
    [
        "The force is outstanding for managing offenders, good for good use of resources, adequate both for investigating crime and, so it was judged, to require improvement at preventing crime and to be inadequate at responding to the public.",
        "Offenders were graded outstanding, resources good, investigation adequate, prevention as requiring improvement and response as inadequate.",
    ],
)
def test_grades_told_in_a_sentence_are_given(words: str) -> None:
    assert not told(words)


def test_a_welsh_response_is_left_to_its_english_twin() -> None:
    facts = some_facts(graded_areas=FACTS.graded_areas, language="cy-GB")
    assert not list(grade_table_lost(a_response("Ymateb y Comisiynydd", facts)))


def test_another_table_right_behind_the_announcement_is_not_asked_for_a_second() -> None:
    words = "The inspectors’ grades are shown in the table below.\n| Force | Calls |\n| Ours | 12 |"
    assert told(words) != ["The inspectors’ grades are shown in the table below."]


def test_a_table_that_was_lost_is_told_with_what_to_do() -> None:
    lines = "\n".join(f"{area}\n{grade}" for area, grade in GRADES)
    for words in (lines, " ".join(f"{area} {grade}" for area, grade in GRADES)):
        (one,) = grade_table_lost(a_response(words, FACTS))
        assert "a row for each area" in str(one.suggestion)


def test_two_areas_in_lines_of_their_own_are_no_table() -> None:
    pairs = [f"{area}\n{grade}" for area, grade in GRADES]
    assert "lines of their own" in lost("\n".join(pairs[:3]))
    assert "lines of their own" not in lost("\n".join(pairs[:2]))
    turned = "\n".join(f"{grade}\n{area}" for area, grade in GRADES[:3])
    assert "lines of their own" not in lost(turned)


def lost(words: str) -> str:
    return " ".join(one.message for one in grade_table_lost(a_response(words, FACTS)))


@pytest.mark.parametrize(
    ("words", "is_lost"),
    [
        ("One was graded good, one adequate, one inadequate.", True),
        ("Of five, one was good, two were adequate, one inadequate, one outstanding.", True),
        (
            "Of five one was good, one adequate, one inadequate, one outstanding, one requires improvement.",
            False,
        ),
    ],
)
def test_a_sentence_gives_the_grades_where_it_gives_each_of_them(
    words: str, *, is_lost: bool
) -> None:
    assert bool(lost(words)) is is_lost


IN_PROSE = "One area is graded good, one adequate, one outstanding, one requires improvement and one inadequate."


@pytest.mark.parametrize(
    "heading", ["Annex A: grades", "Grades", "The inspectors’ grades", "2. Summary of gradings"]
)
def test_a_heading_over_grades_with_none_below_is_told(heading: str) -> None:
    words = f"{IN_PROSE}\n# {heading}\nThe inspectors looked at five areas.\n# Next\nI will ask."
    (told,) = grade_table_lost(a_response(words, FACTS))
    assert told.where == heading
    assert told.severity is Severity.WARNING


@pytest.mark.parametrize(
    "words",
    [
        f"# Grades\n{IN_PROSE}",
        f"{IN_PROSE}\n# Annex A: grades\n{TABLE}",
        f"{IN_PROSE}\n# Grades\n## In short\n{IN_PROSE}",
        f"{IN_PROSE}\n# My response to the grades\nI will ask for better ones.",
        f"{IN_PROSE}\n# Why the grades matter\nResidents read them.",
        f"{IN_PROSE}\n# How the inspectors came to the grades of this year\nThey looked at five areas.",
    ],
)
def test_a_heading_over_grades_that_stand_there_or_over_more_is_not(words: str) -> None:
    assert not told(words)
