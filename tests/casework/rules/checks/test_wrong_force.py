"""Another office's name left from copying is told; other forces in their own right are not."""

from dataclasses import replace

import pytest

from casework.rules.checks.wrong_force import wrong_force
from models.shapes.checking import (
    Facts,
    ForceFacts,
    Holder,
    Observation,
    OfficeFacts,
    PersonFacts,
    Severity,
)
from tests.manuscripts import a_finding, a_response, some_facts

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
    ("sentence", "where"),
    [
        ("I will hold Barsetshire Police to account for this.", "Barsetshire Police"),
        ("I will hold Kent Police to account at my board with the Chief Constable.", "Kent Police"),
        ("I hold the Chief Constable of Kent Police to account.", "Kent Police"),
        ("Kent Police has made progress on this recommendation.", "Kent Police"),
        ("I have asked Kent Police for an action plan.", "Kent Police"),
        ("The Chief Constable of Kent Police has assured me of this.", "Kent Police"),
        ("I met Kent Police’s Chief Constable on 2 April 2024.", "Kent Police"),
        ("I am the Police and Crime Commissioner for Surrey.", "Surrey"),
        (
            "As the Police and Crime Commissioner for West Mercia, I welcome the report.",
            "West Mercia",
        ),
        ("Signed: Ada Marsh, Police and Crime Commissioner for Barsetshire", "Barsetshire"),
        ("The Office of the Police and Crime Commissioner for Norfolk", "Norfolk"),
        ("# Response to PEEL 2023–25: An inspection of Kent Police", "Kent Police"),
        (
            "This is my response to the inspection of Barsetshire Constabulary.",
            "Barsetshire Constabulary",
        ),
        ("The people of Surrey deserve better.", "Surrey"),
        ("This report tells Norfolk that calls are answered.", "Norfolk"),
        ("It keeps Surrey safe.", "Surrey"),
        ("I am pleased that Loamshire Police has accepted every finding.", "Loamshire Police"),
        (
            (
                "| Force response | Action |\n| Kent Police will train all call handlers. | I will "
                "ask. |"
            ),
            "Kent Police",
        ),
        ("Where this paper says “the force” it means Kent Police.", "Kent Police"),
        ("The report is about Kent Police (“the force”) alone.", "Kent Police"),
        ("Kent Police has reviewed its operating model with partners.", "Kent Police"),
        ("I will receive an update from Kent Police every quarter.", "Kent Police"),
        ("I have raised this with Kent Police’s leaders.", "Kent Police"),
        ("The action taken by Kent Police is welcome.", "Kent Police"),
        ("Kent Police has developed a plan that meets national standards.", "Kent Police"),
        ("Kent Police will support victims better from April.", "Kent Police"),
        ("My office will monitor how Kent Police answers calls.", "Kent Police"),
        ("Kent Police needs to improve its call handling, and I have told it so.", "Kent Police"),
    ],
)
def test_another_offices_name_is_told_where_it_stands(sentence: str, where: str) -> None:
    (found,) = told(sentence)
    assert found.where == where
    assert (found.check, found.severity is Severity.NOTE) == ("wrong_force", False)
    assert "Warwickshire" in found.message


@pytest.mark.parametrize(
    "sentence",
    [
        "I hold Warwickshire Police to account.",
        "Warwickshire Police and West Mercia Police ended their alliance.",
        "The force collaborates with West Mercia Police on forensics.",
        "The force has learned from Kent Police’s approach to call handling.",
        "I visited Durham Constabulary to see how it works.",
        "It is work on which Kent Police and others have since drawn.",
        "Like Kent Police, the force uses a digital desk.",
        "Neighbouring forces such as Leicestershire Police use the same system.",
        "The peer review was carried out by officers from Kent Police.",
        "Mutual aid came from Staffordshire Police.",
        "The regional unit is hosted by West Midlands Police.",
        "Kent Police, Essex Police and Surrey Police were inspected too.",
        "The National Police Chiefs’ Council and British Transport Police will act.",
        "Warwickshire Police and Crime Panel",
        "The Police and Crime Commissioner for Warwickshire",
        "The Metropolitan Police leads on counter-terrorism policing nationally.",
        "Recommendation 4 is addressed to the Metropolitan Police Service and other forces.",
        "I work with the Police and Crime Commissioner for West Mercia on this.",
        "My fellow Commissioner for Kent chairs the national group.",
        "She joined from Thames Valley Police in 2021.",
        "The Warwickshire Police Federation and the Police Act 1996",
        "The Special Constabulary and Neighbourhood Police teams",
        "South Warwickshire Police teams and North Warwickshire Police station",
        "HM Inspectorate of Constabulary",
        "People in Warwickshire and Coventry",
        "The Mayor of London spoke.",
        "Compared with Surrey Police the force answers fewer calls in time.",
        "The tool that Avon and Somerset Police developed will be used here.",
    ],
)
def test_other_forces_in_their_own_right_are_not_told(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I will meet the review team from Kent Police before it reports.",
        "I welcome the help of Kent Police and the experience of Surrey Police.",
        "Since Baroness Casey’s report on the Metropolitan Police Service I am asked this often.",
        "Eight forces were visited, Kent Police among them.",
        "Kent Police was also inspected and does better.",
        "The same was found in five other forces, Kent Police being the first.",
        "Kent Police provides our forensic service under an agreement.",
        "Kent Police shares its helicopter; I pay a part of the cost.",
        "After the murder in London, the Metropolitan Police Service changed its vetting.",
        "She was previously the lead for custody at Kent Police.",
        "Kent Police answers faster, and my force can learn how.",
        "Kent Police does this on our behalf for the region.",
    ],
)
def test_a_helper_a_neighbour_or_a_case_in_the_news_is_not_told(sentence: str) -> None:
    assert not told(sentence)


def test_a_force_that_the_chief_officer_names_may_be_named_but_not_held_to_account() -> None:
    comments = ("I have asked Kent Police to review our contact strategy in the new year.",)
    facts = some_facts(
        force=WARWICK.force, local_policing_body=BODY, chief_officer_comments=comments
    )
    assert not told("Kent Police will report in May.", facts)
    assert told("I will hold Kent Police to account for this.", facts)


def test_a_quoted_finding_may_name_another_force() -> None:
    finding = a_finding("AFI 1", "Kent Police should make sure that it shares its lessons with us.")
    facts = some_facts(finding, force=ForceFacts("Warwickshire Police"), local_policing_body=BODY)
    assert told(f"# AFI 1\n{finding.text}", facts) == []


def test_the_chief_officers_words_are_not_looked_through() -> None:
    words = "Kent Police has been of great help to us in the past year."
    facts = some_facts(
        force=ForceFacts("Warwickshire Police"),
        chief_officer_comments=(words,),
        local_policing_body=BODY,
    )
    assert told(f"# Comments from the Chief Constable\n{words}", facts) == []


def test_an_alias_in_the_facts_is_an_own_name() -> None:
    facts = some_facts(force=ForceFacts("Barsetshire Police", ("Borsetshire Police",)))
    assert told("I hold Borsetshire Police to account.", facts) == []


def test_without_an_own_name_nothing_is_said() -> None:
    assert told("I hold Kent Police to account.", Facts()) == []


JOINT = replace(WARWICK, kind="joint")


@pytest.mark.parametrize(
    "words",
    [
        "It looked at how Kent Police and Warwickshire Fire and Rescue Service share information.",
        "They examined how well Kent Police, with Warwickshire Ambulance Service, train.",
        "The inspection of Kent Police and Warwickshire Fire and Rescue Service was joint.",
    ],
)
def test_a_force_inspected_beside_our_areas_other_service_is_perhaps_meant_as_ours(
    words: str,
) -> None:
    (one,) = told(words, JOINT)
    assert (one.where, one.severity) == ("Kent Police", Severity.WARNING)


@pytest.mark.parametrize(
    "words",
    [
        "It looked at how Warwickshire Police and Kent Fire and Rescue Service share information.",
        "Kent Police and Warwickshire Fire and Rescue Service share a control room.",
        "It looked at how Kent Police and Kent Fire and Rescue Service share information.",
        "Another inspection looked at how Kent Police and Warwickshire Fire Service train.",
        "It looked at Kent Police and Warwickshire Fire Service, then at Warwickshire Police.",
        "It looked at how Kent Police shares information with Warwickshire Fire Service.",
    ],
)
def test_others_in_a_joint_report_are_named_by_right(words: str) -> None:
    assert told(words, JOINT) == []


def test_the_title_below_the_signature_is_read_with_the_name_above_it() -> None:
    for line in (
        "Anna Bell\nKent Police and Crime Commissioner",
        "Anna Bell Kent Police & Crime Commissioner",
    ):
        assert [one.where[:4] for one in told(line)] == ["Kent"]
    assert told("Anna Bell\nWarwickshire Police and Crime Commissioner") == []


def test_a_joint_response_is_signed_with_the_own_title() -> None:
    signed = "Ada Marsh, Kent Police and Crime Commissioner"
    facts = replace(WARWICK, kind="joint")
    assert [one.where for one in told(signed, facts)] == ["Kent Police and Crime Commissioner"]
    assert told("Kent Police and Crime Commissioner, who answers for her area", facts) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kent Police is recording each delay of more than three hours.",
        "Kent Police now answers in less than ten seconds.",
        "Their replies will be compared with the figures of Kent Police at the board.",
        "Their answers are tested against the records held by Kent Police.",
    ],
)
def test_a_neighbours_name_in_place_of_the_own_is_told(sentence: str) -> None:
    assert [one.where for one in told(sentence)] == ["Kent Police"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Calls are answered faster than Kent Police manages.",
        "The force’s figures will be compared with the figures of Kent Police.",
        "The force’s returns will be compared with the figures of Kent Police.",
        "Our returns will be compared with the figures of Kent Police.",
        "Response times are compared with the figures of Kent Police.",
        "Warwickshire Police’s answers were compared with the records of Kent Police.",
    ],
)
def test_two_forces_compared_are_not_told(sentence: str) -> None:
    assert told(sentence) == []


def test_a_body_on_record_that_responds_too_is_no_strangers_name() -> None:
    words = "Philip Swan\nPolice and Crime Commissioner for Kent"
    assert told(words)
    ours_too = (PersonFacts("Philip Swan", "Police and Crime Commissioner for Kent"),)
    assert told(words, replace(WARWICK, people=ours_too)) == []
    guest = (PersonFacts("Philip Swan", "Chief Constable of Kent"),)
    assert told(words, replace(WARWICK, people=guest))


def test_a_report_for_another_force_is_told_and_an_expert_from_one_is_not() -> None:
    assert told("This is a good report for Kent Police and for the people of Warwickshire.")
    assert told("A vetting manager from Kent Police will help my office.") == []


def test_all_findings_addressed_to_another_force_are_told() -> None:
    (one,) = told("It holds two recommendations, all addressed to Kent Police.")
    assert (one.where, one.severity) == ("Kent Police", Severity.ERROR)
    assert told("Two of the recommendations are addressed to Kent Police.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "It is the first promise in my Police and Crime Plan for Wiltshire, and I mean to keep it.",
        "The Police, Fire and Crime Plan for Wiltshire says so.",
        "It went to the Police and Crime Panel for Wiltshire.",
    ],
)
def test_the_plan_of_another_area_is_told(sentence: str) -> None:
    assert [one.where for one in told(sentence)] == ["Wiltshire"]


def test_a_mayors_paper_signed_for_another_area_is_told_and_mayors_beside_it_are_not() -> None:
    title = "Mayor of West Yorkshire"
    mayor = replace(
        WARWICK,
        force=ForceFacts("West Yorkshire Police"),
        local_policing_body=Holder(title, "Ada Marsh", "mayor"),
        signatory=Holder(title, "Ada Marsh", "mayor"),
        office=OfficeFacts("West Yorkshire Combined Authority"),
    )
    assert [one.where for one in told("Mayor of South Yorkshire", mayor)] == ["South Yorkshire"]
    assert told("Mayor of West Yorkshire", mayor) == []
    assert told("I wrote to the Mayor of South Yorkshire about this.", mayor) == []
    assert told("I thank the Mayor of South Yorkshire.") == []
