"""The Home Secretary under a wrong title is told; other ministers in their own affairs are not."""

import pytest

from casework.rules.checks.wrong_minister_title import wrong_minister_title
from models.shapes.checking import Observation, Severity
from tests.manuscripts import a_response, some_facts


def told(words: str) -> list[Observation]:
    return list(wrong_minister_title(a_response(words)))


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        (
            "I respond to the Secretary of State for the Home Office.",
            "Secretary of State for the Home Office",
        ),
        (
            "Copies go to the Secretary of State for Home Affairs.",
            "Secretary of State for Home Affairs",
        ),
        (
            "Copies go to the Secretary of State for the Home Affairs.",
            "Secretary of State for the Home Affairs",
        ),
        (
            "Copies go to the secretary of state for Home Office.",
            "secretary of state for Home Office",
        ),
        (
            "Copies go to the Secretary of State for Home Department.",
            "Secretary of State for Home Department",
        ),
        (
            "Copies go to the Secretary of State of the Home Department.",
            "Secretary of State of the Home Department",
        ),
        (
            "Copies go to the Secretary of the State for the Home Department.",
            "Secretary of the State for the Home Department",
        ),
        (
            "Copies go to the Secretary of State for the Home Deparment.",
            "Secretary of State for the Home Deparment",
        ),
        ("Copies go to the Home Department Secretary.", "Home Department Secretary"),
        ("Copies go to the Home Office Secretary.", "Home Office Secretary"),
        ("Copies go to the Home Affairs Secretary.", "Home Affairs Secretary"),
        ("A copy is being sent to the Home Minister.", "Home Minister"),
        ("A copy is being sent to the Minister for Policing.", "Minister for Policing"),
        ("A copy is being sent to HMICFRS and the Policing Minister.", "Policing Minister"),
        (
            "A copy is sent to the Minister of State for Crime, Policing and Fire.",
            "Minister of State for Crime, Policing",
        ),
        (
            "A copy is being sent to the Secretary of State for Justice.",
            "Secretary of State for Justice",
        ),
        (
            "A copy is being sent to the Secretary of State for Policing.",
            "Secretary of State for Policing",
        ),
        ("Copies: HMICFRS; Minister for Home Affairs", "Minister for Home Affairs"),
        *(
            (f"I wrote to the Secretary of State for {what}.", f"Secretary of State for {what}")
            for what in ("Crime", "Police", "the Interior", "Internal Affairs", "Security")
        ),
        ("# Copies\nPolicing Minister", "Policing Minister"),
        ("A copy goes to the Minister for Home Affairs and Policing.", "Minister for Home Affairs"),
        (
            "A copy is being sent to the Secretary of the Home Department.",
            "Secretary of the Home Department",
        ),
    ],
)
def test_a_wrong_title_is_told_where_it_stands(sentence: str, where: str) -> None:
    (found,) = told(sentence)
    assert found.where == where
    assert (found.check, found.severity) == ("wrong_minister_title", Severity.ERROR)
    assert found.suggestion == "Secretary of State for the Home Department"


@pytest.mark.parametrize(
    "sentence",
    [
        "Copies are being sent to the Secretary of State for the Home Department.",
        "Copies are being sent to the Home Secretary and HMICFRS.",
        "Copies are being sent to the Secretary of State and the inspectors.",
        "Copies go to the Secretary of State.",
        "The Rt Hon the Secretary of State for the Home Department",
        "Home Secretary, Home Office, 2 Marsham Street",
        "Home\xa0Secretary",
        "The Home Office has published guidance.",
        "The Policing Minister visited the force in May.",
        "A copy is being sent to the Home Secretary and to the Policing Minister.",
        "Recommendation 4 is addressed to the Secretary of State for Justice.",
        "The Secretary of State for Health and Social Care has consulted on it.",
        "I have written to the Minister for Policing about funding.",
        "The then Home Secretary commissioned the inspection.",
        "The Home Affairs Committee took evidence.",
        "The secretary of the panel will keep the minutes.",
        "I wrote to the Secretary of State at the Home Office.",
        "I wrote to the Secretary of State in the Home Department.",
    ],
)
def test_a_right_title_and_other_ministers_are_not_told(sentence: str) -> None:
    assert told(sentence) == []


def test_in_the_chief_officers_words_it_is_only_a_note() -> None:
    words = "I have told the Secretary of State for the Home Office about our plans."
    facts = some_facts(chief_officer_comments=(words,))
    response = a_response(f"# Comments from the Chief Constable\n{words}", facts)
    assert [one.severity for one in wrong_minister_title(response)] == [Severity.NOTE]
