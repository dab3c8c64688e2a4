"""Which grade a response gives to which area, and in what way."""

import pytest

from casework.rules.manuscript.grades import Way
from models.shapes.checking import GradeFacts
from tests.manuscripts import a_response, some_facts

CRIME, PUBLIC = "Investigating crime", "Responding to the public"
FACTS = some_facts(graded_areas=(GradeFacts(CRIME, "Adequate"), GradeFacts(PUBLIC, "Good")))


def given(words: str) -> list[tuple[str, tuple[str, ...], Way, int]]:
    found = a_response(words, FACTS).grades
    return [(one.area, one.grades, one.way, one.passage) for one in found]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"## {CRIME} – Good", [("investigating crime", ("good",), Way.HEADING, 0)]),
        (
            f"- {CRIME}: Requires  improvement",
            [("investigating crime", ("requires improvement",), Way.LINE, 0)],
        ),
        (f"## {CRIME}\nGrade: Good", [("investigating crime", ("good",), Way.LINE, 1)]),
        (f"## Good\n- {CRIME}", [("investigating crime", ("good",), Way.LINE, 1)]),
        (
            f"| Area | Grade |\n| {CRIME} | Good |",
            [("investigating crime", ("good",), Way.TABLE, 2)],
        ),
        (
            f"| Area | Good | Adequate |\n| {CRIME} | | ✓ |",
            [("investigating crime", ("adequate",), Way.TABLE, 3)],
        ),
        (
            f"| Area | Good | Adequate |\n| {CRIME} | x | |",
            [("investigating crime", ("good",), Way.TABLE, 3)],
        ),
        (
            f"The force was graded good at {CRIME.lower()}.",
            [("investigating crime", ("good",), Way.PROSE, 0)],
        ),
        (
            f"Its work on {CRIME.lower()} is “good”.",
            [("investigating crime", ("good",), Way.PROSE, 0)],
        ),
        (f"Its work on {CRIME.lower()} and {PUBLIC.lower()} is “good”.", []),
        (f"There is good work in {CRIME.lower()}.", []),
        ("Good", []),
        (f"# Comments of the Chief Constable\n{CRIME}: Good", []),
    ],
)
def test_a_grade_is_given_in_many_ways(
    words: str, told: list[tuple[str, tuple[str, ...], Way, int]]
) -> None:
    assert given(words) == told
