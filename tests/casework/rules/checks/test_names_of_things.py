"""A service is no person, an office no author, another body's panel not ours."""

from dataclasses import replace

import pytest

from casework.rules.checks.metadata_leak import metadata_leak
from casework.rules.checks.personal_data import personal_data
from casework.rules.checks.wrong_force import wrong_force
from models.shapes.checking import Facts, ForceFacts, Holder, OfficeFacts, Severity
from models.shapes.word import LeftOver, LeftOverKind
from tests.manuscripts import a_response, some_facts

CITY = some_facts(
    force=ForceFacts("City of London Police"),
    office=OfficeFacts("City of London Police Authority"),
    local_policing_body=Holder(
        "Common Council of the City of London", "Ada Marsh", "common_council"
    ),
)
SUSSEX_BODY = Holder("Sussex Police & Crime Commissioner", "Ada Marsh", "pcc")
SUSSEX = some_facts(
    kind="joint",
    force=ForceFacts("Sussex Police"),
    local_policing_body=SUSSEX_BODY,
    signatory=SUSSEX_BODY,
    office=OfficeFacts("Office of the Sussex Police & Crime Commissioner"),
)


@pytest.mark.parametrize(
    "words",
    [
        "It will visit the Economic Crime Victim Care Unit in February.",
        "The Victim Contact Hub is open.",
        "Victim Care Units have grown.",
        "I fund the Witness Care Unit and a Survivor Voices Panel.",
        "Our Victim Satisfaction Survey shows it.",
        "Suspect Management Teams visit them.",
        "The Offender Personality Disorder Pathway helps.",
        "Victim Code Compliance is better.",
        "I thank the Victim Navigators Scheme.",
    ],
)
def test_a_service_for_victims_is_nobody(words: str) -> None:
    assert not list(personal_data(a_response(words)))


@pytest.mark.parametrize(
    "words",
    [
        "The victim Jane Smith was not told.",
        "The victim, Jane Smith, was not told.",
        "They saw the suspect John Barlow.",
        "Witness Jo Bloggs said so.",
        "It was the Victim, Jane Smith, who rang.",
    ],
)
def test_a_name_in_a_case_is_told(words: str) -> None:
    (one,) = personal_data(a_response(words))
    assert one.severity is Severity.WARNING


def leaks(name: str, facts: Facts) -> list[Severity]:
    left = LeftOver(LeftOverKind.METADATA, name, "docProps/core.xml: creator")
    response = a_response("It is.", facts)
    response = replace(response, read=replace(response.read, left_overs=(left,)))
    return [one.severity for one in metadata_leak(response)]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("City of London Corporation", []),
        ("City of London Police Authority Board", []),
        ("Court of Common Council", []),
        ("Policy Officer", [Severity.WARNING]),
        ("Executive Assistant", [Severity.WARNING]),
        ("Surrey County Council", [Severity.ERROR]),
        ("Sussex OPCC", [Severity.ERROR]),
        ("Jane Smith", [Severity.ERROR]),
        ("Jane Clerk", [Severity.ERROR]),
    ],
)
def test_the_own_authority_is_no_leak_and_another_s_is(name: str, told: list[Severity]) -> None:
    assert leaks(name, CITY) == told


@pytest.mark.parametrize(
    "words",
    [
        "I have sent copies to the Chair of the Surrey Police & Crime Panel.",
        "The Surrey Police and Crime Panel will look at this in May.",
    ],
)
def test_the_panel_of_a_neighbour_is_told_on_a_joint_report_too(words: str) -> None:
    (one,) = wrong_force(a_response(words, SUSSEX))
    assert one.severity is Severity.WARNING
    assert "Surrey" in one.where


@pytest.mark.parametrize(
    "words",
    [
        "I have sent copies to the Chair of the Sussex Police & Crime Panel.",
        "The Surrey Police and Crime Commissioner has signed too.",
        "The Sussex and the Surrey Police and Crime Panels met.",
    ],
)
def test_other_bodies_may_stand_in_a_response_to_a_joint_report(words: str) -> None:
    assert not list(wrong_force(a_response(words, SUSSEX)))


@pytest.mark.parametrize(
    "words",
    [
        "I wish to record my thanks to everyone who works in Gwent Police’s suites.",
        "I thank all those who serve in Gwent Police.",
        "I thank the officers and staff who work for Gwent Police.",
    ],
)
def test_the_people_of_another_force_are_not_ours_to_thank(words: str) -> None:
    (one,) = wrong_force(a_response(words, replace(SUSSEX, kind="peel")))
    assert (one.where, one.severity) == ("Gwent Police", Severity.WARNING)


@pytest.mark.parametrize(
    "words",
    [
        "A superintendent who worked in Gwent Police joined us.",
        "It follows work in Gwent Police on the same subject.",
    ],
)
def test_work_in_another_force_may_be_told(words: str) -> None:
    assert not list(wrong_force(a_response(words, replace(SUSSEX, kind="peel"))))
