"""People of a case are known by their names, whatever titles and honours stand around them."""

import pytest

from casework.rules.manuscript.people import is_near, is_same, person


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Dame Ada Marsh KPM", ("Ada", "Marsh")),
        ("The Rt Hon Ada Marsh", ("Ada", "Marsh")),
        ("T/ACC Ada Marsh", ("T/ACC", "Ada", "Marsh")),
        ("ACC Ada Marsh", ("Ada", "Marsh")),
        ("Chief Constable Ada Marsh QPM", ("Ada", "Marsh")),
        ("Cllr Ada Marsh BSc", ("Ada", "Marsh")),
        ("ADA MARSH", ("ADA", "MARSH")),
        ("QPM", ("QPM",)),
        ("Mr", ()),
        ("", ()),
    ],
)
def test_titles_and_honours_are_no_part_of_a_name(name: str, parts: tuple[str, ...]) -> None:
    assert person(name).parts == parts


def test_one_known_by_the_surname_alone_has_no_forename() -> None:
    assert (person("Mr Marsh").forename, person("Mr Marsh").surname) == ("", "Marsh")
    assert (person("Ada Marsh").forename, person("").surname) == ("Ada", "")


@pytest.mark.parametrize(
    ("word", "name", "same"),
    [
        ("Marsh’s", "Marsh", True),
        ("Harris’", "Harris", True),
        ("A.", "Ada", True),
        ("B", "Ada", False),
        ("Tom", "Thomas", False),
        ("Ali", "Alison", True),
        ("Al", "Alison", False),
        ("Alan", "Alana", False),
        ("René", "Rene", True),
        ("Marche", "Marsh", False),
    ],
)
def test_a_possessive_an_initial_and_a_short_form_are_the_same_name(
    word: str, name: str, *, same: bool
) -> None:
    assert is_same(word, name) is same


@pytest.mark.parametrize(
    ("word", "name", "near"),
    [
        ("Mrash", "Marsh", True),
        ("Mrahs", "Marsh", False),
        ("Marsh", "Marsh", False),
        ("Quivrful", "Quiverful", True),
        ("Quivrfl", "Quiverful", True),
        ("Qivrfl", "Quiverful", False),
        ("Hardigg", "Harding", True),
        ("Hrdigg", "Harding", True),
        ("Hdigg", "Harding", False),
        ("Lo", "Low", False),
        ("Lew", "Low", True),
        ("Hallan", "Hallam", True),
        ("Hlaan", "Hallam", False),
    ],
)
def test_one_slip_is_near_and_two_are_in_a_long_name(word: str, name: str, *, near: bool) -> None:
    assert is_near(word, name) is near
