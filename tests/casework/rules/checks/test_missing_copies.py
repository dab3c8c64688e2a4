"""Copies to the inspectors and to the Secretary of State: each has to be told."""

import pytest

from casework.rules.checks.missing_copies import missing_copies
from models.shapes.checking import Severity
from tests.manuscripts import a_response, some_facts

TEXT = """
# Response to PEEL 2023–2025
As Commissioner I am providing the following response to the Secretary of State for the Home
Department, and His Majesty’s Inspectorate of Constabulary (HMICFRS).
I welcome the report by HMICFRS. The force has sent its action plan to HMICFRS.
The Home Office has provided a grant to the force.
The force submitted its data return to the Home Office and to HMICFRS.
A copy of the HMICFRS report is on the website of the Home Office.
This response will be published on my website.
"""


def lacking(words: str) -> str:
    return "".join(one.message for one in missing_copies(a_response(words)))


def test_a_response_without_a_statement_of_copies_is_told() -> None:
    (found,) = missing_copies(a_response(TEXT))
    assert (found.check, found.severity, found.where) == ("missing_copies", Severity.ERROR, "")
    assert "55(6)" in found.message


@pytest.mark.parametrize(
    "line",
    [
        "Copies are being sent to HM Inspectors of Constabulary and the Secretary of State.",
        "Copies of this response are being sent to HMICFRS and the Home Secretary.",
        "I am sending a copy of this response to HMICFRS and to the Home Office.",
        "A copy has been sent to the Home Secretary. Another copy goes to HMICFRS.",
        "This response has been shared with HMICFRS and the Home Secretary.",
        "This response will be sent to the Secretary of State and to HM Inspectorate.",
        "Copied to: HMICFRS; Home Secretary",
        "Copies to:\n- HM Chief Inspector of Constabulary\n- The Home Secretary",
        "cc HMICFRS, the Rt Hon the Home Secretary",
        "# Copies\nHM Inspectors of Constabulary\nSecretary of State for the Home Department",
        "| Copies to | HMICFRS and the Home Secretary |",
        "A copy will be sent to the Home Secretary and HMICFRS as section 55(6) requires.",
        "I have copied this letter to the inspectorate and the Home Secretary.",
        "This response has been published and a copy sent to the Home Secretary and HMICFRS.",
        "c.c.\tHome Secretary, HMICFRS",
        "Distribution: Home Office; HMICFRS; Police and Crime Panel",
        "| Sent to | Address |\n| HMICFRS | a@example.org |\n| Home Secretary | b@example.org |",
        "# Recipients\n- HMICFRS\n- The Home Secretary\n- The panel",
        "A copy of this response is being sent to:\n- HMICFRS\n- the Home Secretary",
        "HMICFRS and the Secretary of State will each receive a copy.",
        "This letter goes also to HM Inspectors of Constabulary and to the Home Secretary.",
        "It has been sent to HMICFRS and the Home Secretary.",
        "I am forwarding this to HMICFRS and the Home Secretary.",
        (
            "A copy of the published response is supplied to the inspectors and the Secretary of "
            "State."
        ),
    ],
)
def test_every_usual_statement_is_seen(line: str) -> None:
    assert lacking(f"{TEXT}\n{line}") == ""


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("A copy of this response is being sent to HMICFRS.", "Secretary of State"),
        ("Copies are being sent to the Home Secretary.", "Inspectors"),
        ("A copy of this response has been sent to the Police and Crime Panel.", "Inspectors"),
        ("cc: Home Secretary; Police and Crime Panel", "Inspectors"),
    ],
)
def test_one_of_the_two_is_not_enough(line: str, who: str) -> None:
    told = lacking(f"{TEXT}\n{line}")
    assert who in told


def test_a_letter_to_the_home_secretary_needs_a_copy_to_the_inspectors_only() -> None:
    letter = "The Home Secretary\n2 Marsham Street\nDear Home Secretary\nI welcome the report."
    assert "Inspectors" in lacking(letter)
    assert lacking(f"{letter}\nA copy of this letter is being sent to HMICFRS.") == ""


def test_a_welsh_response_is_left_to_its_english_twin() -> None:
    response = a_response("Ymateb y Comisiynydd", some_facts(language="cy-GB"))
    assert not list(missing_copies(response))


def test_an_empty_document_is_not_told() -> None:
    assert lacking("") == ""
