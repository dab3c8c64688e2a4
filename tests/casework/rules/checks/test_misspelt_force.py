"""Near-misses of forces and areas are told, and so are forms the own force does not use."""

import pytest

from casework.rules.checks.misspelt_force import misspelt_force
from models.shapes.checking import (
    Facts,
    ForceFacts,
    Holder,
    Observation,
    OfficeFacts,
    ReportFacts,
    Severity,
)
from tests.manuscripts import a_response, some_facts


def of(force: str, area: str) -> Facts:
    body = Holder(f"Police and Crime Commissioner for {area}", "Ada Marsh", "pcc")
    return some_facts(
        force=ForceFacts(force),
        local_policing_body=body,
        signatory=body,
        office=OfficeFacts(f"Office of the Police and Crime Commissioner for {area}"),
        report=ReportFacts("PEEL 2023–25"),
    )


MERCIA = of("West Mercia Police", "West Mercia")
WARWICK = of("Warwickshire Police", "Warwickshire")
HERTS = of("Hertfordshire Constabulary", "Hertfordshire")
KENT = of("Kent Police", "Kent")


def told(words: str, facts: Facts) -> list[Observation]:
    return list(misspelt_force(a_response(words, facts)))


@pytest.mark.parametrize(
    ("facts", "sentence", "where"),
    [
        (MERCIA, "West Merica Police has replied.", "West Merica Police"),
        (MERCIA, "The people of West Merica expect more.", "West Merica"),
        (MERCIA, "Commissioner for West Mecia", "West Mecia"),
        (MERCIA, "Wset Mercia Police will act.", "Wset Mercia Police"),
        (WARWICK, "Warwickshire Polcie has replied.", "Warwickshire Polcie"),
        (WARWICK, "Warickshire Police has replied.", "Warickshire Police"),
        (WARWICK, "I am the Commissioner for Warwickshre.", "Warwickshre"),
        (WARWICK, "The Warwikshire public expects it.", "Warwikshire"),
        (WARWICK, "We work with West Merica Police.", "West Merica Police"),
        (WARWICK, "Like Leicestershre Police, the force …", "Leicestershre Police"),
        (HERTS, "Hertforshire Constabulary has replied.", "Hertforshire Constabulary"),
        (HERTS, "Hertfordshire Constablary has replied.", "Hertfordshire Constablary"),
        (HERTS, "Hertfordshire Constabulory’s plan", "Hertfordshire Constabulory"),
        (KENT, "Knet Police has replied.", "Knet Police"),
        (KENT, "Kent Plice has replied.", "Kent Plice"),
        (KENT, "# Response of Kent Polce", "Kent Polce"),
    ],
)
def test_a_slip_in_a_name_is_told_where_it_stands(facts: Facts, sentence: str, where: str) -> None:
    (found,) = told(sentence, facts)
    assert found.where == where
    assert (found.check, found.severity) == ("misspelt_force", Severity.ERROR)
    assert found.replaces


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (MERCIA, "West Mercia Police’s plan and West Mercia’s roads"),
        (MERCIA, "WEST MERCIA POLICE"),
        (WARWICK, "Warwickshire Police will act; Warwickshire Police’s will to act is plain."),
        (WARWICK, "Warwickshire police officers and the Warwickshire public"),
        (WARWICK, "Warwickshire Police and Crime Commissioner"),
        (WARWICK, "Warwickshire Police and Crime Panel, Warwick and Warwickshire North"),
        (WARWICK, "Warwickshire Policing Plan and Warwickshire policy"),
        (WARWICK, "Essex Police and Sussex Police, Norfolk and Suffolk Constabulary"),
        (WARWICK, "the Metropolitan Police and British Transport Police"),
        (WARWICK, "Northamptonshire Police and Northumbria Police"),
        (WARWICK, "Dyfed Powys Police and Dyfed\u2011Powys Police"),
        (WARWICK, "The constabulary and the Constabulary"),
        (HERTS, "Hertfordshire Constabulary and Hertfordshire Police"),
        (HERTS, "HM Inspectorate of Constabulary"),
        (KENT, "Cent by cent. Went to Police. Sent Police there. Kentish roads"),
        (KENT, "The Kent Police and the Special Constabulary"),
        (KENT, "Devon & Cornwall Police and Devon and Cornwall Police"),
        (KENT, "Local Police, Community Police, Her Police"),
    ],
)
def test_right_names_and_likely_words_are_not_told(facts: Facts, sentence: str) -> None:
    assert told(sentence, facts) == []


def test_one_wrong_word_in_a_long_name_is_a_slip() -> None:
    facts = of("Hampshire and Isle of Wight Constabulary", "Hampshire and Isle of Wight")
    found = told("Hampshire and Isle of White Constabulary", facts)
    assert [one.where for one in found] == ["Hampshire and Isle of White Constabulary"]


def test_the_rest_of_a_title_is_no_area() -> None:
    deputy = Holder("Deputy Mayor for Policing and Crime", "Ada Marsh")
    facts = some_facts(force=ForceFacts("West Yorkshire Police"), signatory=deputy)
    assert told("Police and Crime, Policy and Crime, Policing and Climes", facts) == []


def test_a_fictional_force_is_known_by_the_facts() -> None:
    assert [one.where for one in told("Barsetshrie Police acts.", some_facts())] == [
        "Barsetshrie Police"
    ]
    assert told("Barsetshire Police and Barsetshire Constabulary act.", some_facts()) == []


def test_in_the_chief_officers_words_a_slip_is_only_a_note() -> None:
    words = "Barsetshrie Police welcomes this report by the inspectors."
    facts = some_facts(chief_officer_comments=(words,))
    response = a_response(f"# Comments from the Chief Constable\n{words}", facts)
    assert [one.severity for one in misspelt_force(response)] == [Severity.NOTE]


def test_without_facts_only_the_register_speaks() -> None:
    assert [one.where for one in told("West Merica Police and Kent Police", Facts())] == [
        "West Merica Police"
    ]
