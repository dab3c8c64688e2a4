"""A form of the own force's name that it does not use is told."""

import pytest

from casework.rules.checks.self_name import self_name
from models.shapes.checking import Facts, ForceFacts, Observation, Severity
from tests.manuscripts import a_finding, a_response, some_facts

WARWICK = some_facts(force=ForceFacts("Warwickshire Police"))


def told(words: str, facts: Facts = WARWICK) -> list[Observation]:
    return list(self_name(a_response(words, facts)))


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("Warwickshire Police’s will establish teams.", "Warwickshire Police’s"),
        ("Warwickshire Police's has replied.", "Warwickshire Police's"),
        ("Warwickshire Constabulary has replied.", "Warwickshire Constabulary"),
    ],
)
def test_an_odd_form_is_told_where_it_stands(sentence: str, where: str) -> None:
    (found,) = told(sentence)
    assert (found.check, found.severity, found.where) == ("self_name", Severity.ERROR, where)
    assert found.suggestion == "Warwickshire Police"
    assert found.replaces


@pytest.mark.parametrize(
    "sentence",
    [
        "Warwickshire Police’s will to act is plain.",
        "Warwickshire Police’s plan has been agreed.",
        "Warwickshire Police and Crime Commissioner",
        "The Constabulary and the force",
    ],
)
def test_the_name_and_its_possessive_are_not_told(sentence: str) -> None:
    assert told(sentence) == []


def test_a_form_that_the_report_itself_uses_is_not_told() -> None:
    finding = a_finding("AFI 1", "Warwickshire Constabulary should improve its calls.")
    facts = some_facts(finding, force=ForceFacts("Warwickshire Police"))
    assert told("Warwickshire Constabulary has replied.", facts) == []


def test_every_alias_is_a_name_the_force_uses() -> None:
    facts = some_facts(force=ForceFacts("Hertfordshire Constabulary"))
    assert told("Hertfordshire Police has replied.", facts) == []


def test_without_a_force_on_record_nothing_is_said() -> None:
    assert told("Warwickshire Police’s has replied.", Facts()) == []


def test_a_plural_of_the_name_is_told_and_that_of_a_common_noun_is_not() -> None:
    facts = some_facts(force=ForceFacts("Warwickshire Police", ("the force", "Warks")))
    assert told("It was not among the forces inspected.", facts) == []
    assert [one.where for one in told("Warwickshire Polices agreed.", facts)] == [
        "Warwickshire Polices"
    ]
