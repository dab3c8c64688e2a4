"""A person under another's rank is told."""

import pytest

from casework.rules.checks.wrong_person_title import wrong_person_title
from models.shapes.checking import Observation, PersonFacts
from tests.manuscripts import a_response, some_facts

PEOPLE = some_facts(
    people=(
        PersonFacts("Deborah Tedds", "Deputy Chief Constable"),
        PersonFacts("Martha Bold", "Chief Superintendent"),
    )
)


def told(words: str) -> list[Observation]:
    return list(wrong_person_title(a_response(words, PEOPLE)))


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("I met Deputy Chief Constable Quiverful.", "Deputy Chief Constable Quiverful"),
        ("I met Chief Constable Tedds.", "Chief Constable Tedds"),
        ("I met chief constable Deborah Tedds.", "chief constable Deborah Tedds"),
        ("ACC Tedds leads the work.", "ACC Tedds"),
        ("CC Tedds leads the work.", "CC Tedds"),
        ("Chief Constable Harding asked for it.", "Chief Constable Harding"),
        ("Superintendent Martha Bold came.", "Superintendent Martha Bold"),
        ("Commissioner Quiverful has replied.", "Commissioner Quiverful"),
        ("Deputy Police and Crime Commissioner Eleanor Harding", "Deputy Police and Crime"),
    ],
)
def test_a_rank_that_is_not_theirs_is_told(sentence: str, where: str) -> None:
    (found,) = told(sentence)
    assert found.where.startswith(where)
    assert found.check == "wrong_person_title"


@pytest.mark.parametrize(
    "sentence",
    [
        "Chief Constable Quiverful and Deputy Chief Constable Tedds met.",
        "DCC Tedds and CC Quiverful met.",
        "Mr Quiverful and Mrs Harding met.",
        "Then Chief Constable Tedds left.",
        "Former Deputy Chief Constable Quiverful left.",
        "Chief Constable Anna Tedds of another force",
        "Police and Crime Commissioner Eleanor Harding",
        "Chief Superintendent Bold leads the work.",
        "Superintendent Anna Bold leads the work.",
    ],
)
def test_right_ranks_and_strangers_are_not_told(sentence: str) -> None:
    assert told(sentence) == []
