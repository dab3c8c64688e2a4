"""Slips are told whatever stands before them; what may be a name or a product is left alone."""

from dataclasses import replace

import pytest

from casework.registers.dictionary import load_dictionary
from casework.rules.checks.misspelt_word import misspelt_word
from casework.rules.manuscript.response import Library
from models.shapes.checking import Observation
from tests.manuscripts import a_response


def noticed(words: str) -> list[Observation]:
    response = replace(a_response(words), library=Library(load_dictionary()))
    return list(misspelt_word(response))


def told(words: str) -> list[tuple[str, str | None]]:
    return [(one.where, one.suggestion) for one in noticed(words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The Bertramites stablished a plan.", [("stablished", "established")]),
        ("See www.barset.example/plan2024: it was stablished.", [("stablished", "established")]),
        ("A self-recieved note and a multi-agency plan.", [("self-recieved", "self-received")]),
        ("It was recieved, and recieved again.\nRecieved too.", [("recieved", "received")]),
        ("Thsi is wich of them?", [("wich", "which")]),
        ("Stablished in May, it works.", [("Stablished", "Established")]),
        ("It works. Stablished in May.", [("Stablished", "Established")]),
        ("The Commitee met.", [("Commitee", "Committee")]),
    ],
)  # fmt: skip
def test_a_slip_is_told_once_where_it_stands_first(
    words: str, found: list[tuple[str, str]]
) -> None:
    assert [(where, (meant or "").casefold()) for where, meant in told(words)] == [
        (where, meant.casefold()) for where, meant in found
    ]


@pytest.mark.parametrize(
    "words",
    [
        "I spoke to Mrs Stablished of Barchester.",
        "The frobnicart and the frobnicart: a frobnicart beside each frobnicart.",
    ],
)
def test_a_name_and_a_word_of_the_offices_own_are_left_alone(words: str) -> None:
    assert told(words) == []


def test_what_is_meant_is_put_in_its_place_but_never_in_words_that_are_quoted() -> None:
    found = noticed("I recieved it.\n> It was stablished.")
    assert [one.replaces for one in found] == [True, False]


@pytest.mark.parametrize(
    "words",
    [
        "Clemonds Hey\nOakmere Road\nWinsford",
        "Clemonds Hey, Winsford",
        "Mr Marsch has left us.",
        "Inspector Offiser leads it.",
        "I thank Sgt Comunity for it.",
    ],
)
def test_the_name_of_a_person_or_a_house_is_no_misspelling(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Comunity Safety\nThis is ours.", "community"),
        ("# Stablished Teams", "established"),
        ("The Audit Commitee leads it.", "committee"),
    ],
)
def test_beside_other_words_with_a_capital_a_slip_is_still_one(words: str, meant: str) -> None:
    assert [(right or "").casefold() for _, right in told(words)] == [meant]
