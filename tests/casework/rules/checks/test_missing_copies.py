# ruff: noqa: E501 - one case, one line
"""Copies to the inspectors and to the Secretary of State: each has to be told."""

import pytest

from casework.rules.checks.missing_copies import missing_copies
from casework.rules.manuscript.response import Response
from models.shapes.checking import Severity
from models.shapes.word import Span, TextBlock, TextKind
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
        (
            "This response is published on my website, barsetshire-pcc.example.uk, and has been "
            "sent to HMICFRS and to the Secretary of State for the Home Department."
        ),
        "This response is published on the website and was sent to HMICFRS and the Home Office.",
        "The Home Secretary and HMICFRS will each receive this response on the same day.",
        "It goes to the Home Secretary and to HMICFRS on the day of publication.",
        "My response has been e-mailed to HMICFRS and the Home Office.",
        "This has been provided to HM Inspectors of Constabulary and the Secretary of State.",
        "Copy to: Home Secretary; HM Chief Inspector of Constabulary",
        "CC: HMICFRS; Home Office; Chief Constable",
        "The Home Secretary and HMICFRS have been given this response.",
        "I am e-mailing this to HMICFRS and to the Home Secretary today.",
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


@pytest.mark.parametrize(
    "opening",
    [
        "To: His Majesty’s Chief Inspector of Constabulary\nCopy: The Home Secretary",
        "HM Inspector of Constabulary\nDear Madam\nI am copying this letter to the Home Office.",
        "Dear Madam\ncc Home Secretary\nYours\nE Harding\nHM Inspector of Constabulary",
    ],
)
def test_whom_a_letter_is_addressed_to_is_one_of_the_two(opening: str) -> None:
    assert lacking(opening) == ""
    assert "Secretary" in lacking(opening.replace("Home", "Panel"))


def test_an_address_may_be_lines_of_one_paragraph() -> None:
    response = a_response("I welcome the report.")
    lines = (
        "To: His Majesty’s Chief Inspector of Constabulary\nCopy: The Home Secretary\nDate: 6 March"
    )
    blocks = (TextBlock(TextKind.PARAGRAPH, (Span(lines),)), *response.read.blocks)
    read = type(response.read)(None, blocks, ())
    assert not list(
        missing_copies(Response(read, response.facts, response.today, response.library))
    )


def test_a_welsh_response_is_left_to_its_english_twin() -> None:
    response = a_response("Ymateb y Comisiynydd", some_facts(language="cy-GB"))
    assert not list(missing_copies(response))


def test_an_empty_document_is_not_told() -> None:
    assert lacking("") == ""


def test_where_nothing_is_said_of_copies_both_are_named() -> None:
    both = "HM Inspectors of Constabulary and the Secretary of State"
    assert f"a copy is being sent to {both}:" in lacking(TEXT)
    letter = "HMICFRS\nThe Home Secretary\nDear both\nI welcome it."
    assert both in lacking(letter)


@pytest.mark.parametrize("head", ["Copies to:", "A copy of this response is being sent to:"])
def test_the_list_below_such_a_line_holds_up_to_eight(head: str) -> None:
    panels = "\n".join(f"- Panel {number}" for number in range(6))
    assert lacking(f"{TEXT}\n{head}\n{panels}\n- HMICFRS\n- The Home Secretary") == ""
    told = lacking(f"{TEXT}\n{head}\n{panels}\n- Panel 6\n- HMICFRS\n- The Home Secretary")
    assert "Secretary" in told
    assert "Inspectors" not in told


def test_a_sentence_ends_the_list() -> None:
    long = "I will come back to this with the force at my board, and will say then what I think."
    told = lacking(f"{TEXT}\nCopies to:\n- HMICFRS\n{long}\n- The Home Secretary")
    assert "Secretary" in told
    assert "Inspectors" not in told


def test_what_only_stands_behind_a_statement_of_copies_is_no_part_of_it() -> None:
    told = lacking(f"{TEXT}\nA copy goes to HMICFRS. The Home Secretary asked for the report.")
    assert "Secretary" in told
    said = "A copy goes to HMICFRS. It is also for the Home Secretary."
    assert lacking(f"{TEXT}\n{said}") == ""


def test_a_statement_behind_the_chief_officers_words_is_seen() -> None:
    words = "I welcome this report and will act on it."
    facts = some_facts(chief_officer_comments=(words,))
    said = "# Copies\nCopies go to HMICFRS and the Home Secretary."
    page = f"{TEXT}\n# Comments of the Chief Constable\n{words}\n{said}"
    assert not list(missing_copies(a_response(page, facts)))


@pytest.mark.parametrize(
    "line",
    [
        "I have asked to see the plan before it goes to the inspectors.",
        "The inspectors will return. They will report again.",
        "The report is clear. It is of use to the Home Secretary.",
    ],
)
def test_a_letter_to_the_minister_in_which_no_copies_go_is_told(line: str) -> None:
    letter = f"The Home Secretary\n\nDear Home Secretary\n\nI welcome this report. {line}"
    assert "Inspectors" in lacking(letter)
    assert "Secretary" in lacking(letter)
    sent = "A copy of it goes to HMICFRS. It is also for the Home Secretary."
    assert lacking(f"{letter}\n{sent}") == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Copies of this response have been sent to HM Inspectors of Constabulary and the Secretary of State.",
        "I am sending copies to HMICFRS and to the Home Secretary.",
        "A copy goes to the inspectorate and another to the Home Secretary.",
        "cc: HM Chief Inspector of Constabulary; Home Secretary",
        "The law asks for a copy to be sent to the inspectors and to the Secretary of State; both have theirs.",
        "It has been sent to the Inspectorate. The Home Secretary has been given a copy as well.",
        "HMICFRS and the Secretary of State are sent a copy of this response.",
        "As section 55(6) requires, I have provided this response to HMICFRS and the Home Secretary.",
        "Both the Secretary of State and His Majesty’s Inspectors have received this document.",
        "I have let the inspectors and the Home Secretary have a copy.",
        "On publication I will email it to HMICFRS and the Home Office.",
        "The Home Secretary and HM Inspectors of Constabulary will each receive a copy.",
        "This response is published on our website and sent to HMICFRS and to the Home Secretary.",
    ],
)
def test_a_copy_to_each_of_the_two_is_read_in_whatever_words(sentence: str) -> None:
    assert not list(missing_copies(a_response(sentence)))


@pytest.mark.parametrize(
    "sentence",
    [
        "A copy of this response is being sent to HM Inspectors of Constabulary.",
        "A copy is being sent to the Home Secretary.",
        "The Home Secretary asked HMICFRS to send her a copy of the report.",
        "A copy of the report was sent to me and to the Home Secretary by HMICFRS.",
        "The inspectors sent a copy of their report to the Secretary of State and to me.",
        "I copied the finding of the inspectors. I will write to the Home Secretary about funding.",
        "I have sent copies to the panel and the Chief Constable. I thank HMICFRS and the Home Secretary.",
        "I will send a copy of the Home Office guidance to each inspector of the force.",
        "A copy of this response has been sent to the Police and Crime Panel and to HMICFRS.",
        "Copies: Chief Constable; Chair of the Panel",
        "The report was sent to the Secretary of State and to me under section 55(3).",
        "HMICFRS has sent the Home Secretary a copy of its report.",
        "I have shared the report with the Home Office and HMICFRS has a copy of the plan.",
        "The force has sent its action plan to HMICFRS, with a copy to the Home Office.",
        "I sent the Home Secretary and HMICFRS a copy of the survey.",
    ],
)
def test_copies_of_something_else_or_to_others_are_not_those_of_the_law(sentence: str) -> None:
    assert len(list(missing_copies(a_response(sentence)))) == 1
