"""When a word is somebody's name, and when it is that name with a slip in it."""

import pytest

from casework.rules.manuscript.people import is_near, is_same, people_of, person, plain
from models.shapes.checking import Holder, PersonFacts
from tests.manuscripts import some_facts


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Harding", "Harding"),
        ("HARDING", "Harding"),
        ("Harding’s", "Harding"),
        ("Hardings’", "Hardings"),
        ("Jones", "Joness"),
        ("Zoë", "Zoe"),
        ("E.", "Eleanor"),
        ("E", "Eleanor"),
        ("Elea", "Eleanor"),
        ("O‘Brien", "O’Brien"),
    ],
)
def test_a_name_is_the_same_however_it_is_written(word: str, name: str) -> None:
    assert is_same(word, name)
    assert not is_near(word, name)


@pytest.mark.parametrize(
    ("word", "name"),
    [("Hardin", "Harding"), ("F.", "Eleanor"), ("Harper", "Harding"), ("El", "Eleanor")],
)
def test_another_name_is_not_the_same(word: str, name: str) -> None:
    assert not is_same(word, name)


@pytest.mark.parametrize(
    ("word", "name", "near"),
    [
        ("Hardign", "Harding", True),
        ("Hardin", "Harding", True),
        ("Harper", "Harding", False),
        ("Quiverfull", "Quiverful", True),
        ("Quivreflu", "Quiverful", True),
        ("Li", "Lu", False),
    ],
)
def test_a_slip_of_one_sign_is_near_and_of_two_in_a_long_name(
    word: str,
    name: str,
    near: bool,  # noqa: FBT001
) -> None:
    assert is_near(word, name) is near


def test_names_are_compared_without_accents_capitals_and_possessives() -> None:
    assert plain("Siân’s") == "sian"
    assert plain("Smith\u2011Jones") == "smith-jones"
    assert plain("O’Brien") == "o'brien"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Dame Ada Marsh KPM", ("Ada", "Marsh")),
        ("The Rt. Hon. Ada (Addie) Marsh, CBE", ("Ada", "Addie", "Marsh")),
        ("Dr Ada Marsh BSc PhD", ("Ada", "Marsh")),
        ("MARSH", ("MARSH",)),
        ("ADA MARSH", ("ADA", "MARSH")),
        ("Marsh", ("Marsh",)),
        ("Chief Constable", ()),
        ("", ()),
    ],
)
def test_titles_and_honours_are_no_part_of_a_name(name: str, parts: tuple[str, ...]) -> None:
    assert person(name).parts == parts
    assert person(name).surname == (parts[-1] if parts else "")
    assert person(name).forename == (parts[0] if len(parts) > 1 else "")


def test_everybody_of_the_case_is_known_once_by_name_and_office() -> None:
    facts = some_facts(
        signatory=Holder("Deputy Commissioner", "Ann Reed", "dpcc"),
        people=(PersonFacts("ann reed", "Clerk"), PersonFacts("Bo Lee", "Chief Executive")),
    )
    assert [(one.plain, one.role) for one in people_of(facts)] == [
        ("Ann Reed", "Deputy Commissioner"),
        ("Eleanor Harding", "Police and Crime Commissioner for Barsetshire"),
        ("Septimus Quiverful", "Chief Constable"),
        ("Bo Lee", "Chief Executive"),
    ]
