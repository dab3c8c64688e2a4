"""What is left standing from another office's paper is told; other areas by right are not."""

from dataclasses import replace

import pytest

from casework.rules.checks.wrong_force import wrong_force
from models.shapes.checking import Facts, ForceFacts, Holder, Observation, OfficeFacts, Severity
from tests.manuscripts import a_response, some_facts

BODY = Holder("Police and Crime Commissioner for Warwickshire", "Ada Marsh", "pcc")
WARWICK = some_facts(
    force=ForceFacts("Warwickshire Police"),
    local_policing_body=BODY,
    signatory=BODY,
    office=OfficeFacts("Office of the Police and Crime Commissioner for Warwickshire"),
)


def told(words: str, facts: Facts = WARWICK) -> list[Observation]:
    return list(wrong_force(a_response(words, facts)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Wiltshire’s Police and Crime Plan sets out my priorities.",
        "Wiltshire’s communities deserve better.",
        "I asked Wiltshire's Chief Constable to act.",
        "OPCC Wiltshire",
        "Wiltshire PCC response",
        "Wiltshire OPCC will publish this.",
        "The Wiltshire force must do better.",
        "I owe it to the Wiltshire public.",
        "My plan is called Making Wiltshire Safer.",
        "I want a safer Wiltshire.",
        "I will keep this under review across Wiltshire.",
        "Calls are slow in every part of Wiltshire.",
        "I will see to it in the county of Wiltshire.",
        "It matters to people who live in Wiltshire.",
        "The Chief Constable of Wiltshire has told me so.",
        "The report says that Wiltshire requires improvement at responding.",
        "Wiltshire was graded good at preventing crime.",
    ],
)
def test_another_area_in_the_place_of_the_own_is_perhaps_a_slip(sentence: str) -> None:
    (found,) = told(sentence)
    assert (found.where, found.severity) == ("Wiltshire", Severity.WARNING)


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("Write to pcc@wiltshire.police.uk for a copy.", "pcc@wiltshire.police.uk"),
        ("Copies are on www.wiltshire-pcc.gov.uk today.", "www.wiltshire-pcc.gov.uk"),
        ("See https://www.westmercia-pcc.gov.uk/x", "www.westmercia-pcc.gov.uk"),
        ("See www.avonandsomerset-pcc.gov.uk.", "www.avonandsomerset-pcc.gov.uk"),
        ("Write to office@dyfed-powys.pnn.police.uk.", "office@dyfed-powys.pnn.police.uk"),
    ],
)
def test_the_address_of_another_office_is_told(words: str, where: str) -> None:
    assert [one.where for one in told(words)] == [where]


@pytest.mark.parametrize(
    "sentence",
    [
        "Across Warwickshire and Wiltshire callers wait.",
        "It is done as in Wiltshire, where a similar scheme runs across Wiltshire.",
        "A pilot across Wiltshire has ended.",
        "I wrote to the Chief Constable of Wiltshire.",
        "The Chief Constable of Wiltshire, national lead for custody, spoke.",
        "Wiltshire was graded good, and our force was not.",
        "The force reached callers across South Gloucestershire’s border.",
        "I was born in Wiltshire and have worked in Kent.",
        "Write to office@warwickshire.police.uk or see www.warwickshire-pcc.gov.uk.",
        "The College is at www.college.police.uk.",
        "Making Warwickshire Safer",
        "I will invite Wiltshire Police, which has cut its own list, to tell us how that was done.",
        "Wiltshire Police has used the same product since 2023.",
        "My team has spoken to Wiltshire Police about its contact centre.",
        "I read with interest what it says about Wiltshire Police.",
    ],
)
def test_other_areas_in_their_own_right_are_not_told(sentence: str) -> None:
    assert told(sentence) == []


def test_an_area_that_holds_the_own_one_or_is_a_part_of_it_is_no_other() -> None:
    body = Holder("Police and Crime Commissioner for Devon and Cornwall", "Ada Marsh", "pcc")
    far_west = replace(
        WARWICK,
        force=ForceFacts("Devon & Cornwall Police"),
        local_policing_body=body,
        signatory=body,
        office=OfficeFacts("Office of the Police and Crime Commissioner"),
    )
    assert told("Across Devon callers wait, and across Cornwall.", far_west) == []
    assert [one.where for one in told("Across Dorset callers wait.", far_west)] == ["Dorset"]
