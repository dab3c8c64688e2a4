"""How each check speaks: how grave it is, at which words, and what it proposes."""

from dataclasses import replace
from typing import Any

import pytest

from casework.rules.checks.every_check import CHECKS
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import (
    ChangedPiece,
    ChangeKind,
    LeftOver,
    LeftOverKind,
    TrackedChange,
    WordComment,
)
from tests.manuscripts import a_response, some_facts

ERROR, NOTE = Severity.ERROR, Severity.NOTE
BY_NAME = {check.__name__: check for check in CHECKS}


def told(check: str, response: Response) -> list[Observation]:
    return list(BY_NAME[check](response))


def one(check: str, words: str, **read: Any) -> Observation:
    (observation,) = told(check, a_response(words, **read))
    return observation


@pytest.mark.parametrize(
    ("kind", "check", "remedy"),
    [
        (
            LeftOverKind.HIDDEN_TEXT,
            "hidden_text",
            "Show it or delete it: whoever opens the published file can read it.",
        ),
        (LeftOverKind.TRACKED_CHANGE, "tracked_change", "Accept or reject it in Word."),
        (LeftOverKind.COMMENT, "open_comment", "Settle it, then delete the comment in Word."),
    ],
)
def test_what_is_left_in_the_file_is_an_error_with_a_remedy(
    kind: LeftOverKind, check: str, remedy: str
) -> None:
    response = a_response("Some words.")
    read = replace(response.read, left_overs=(LeftOver(kind, "Ann Reed", "Some"),))
    (found,) = told(check, replace(response, read=read))
    assert (found.severity, found.where, found.suggestion) == (ERROR, "Some", remedy)
    assert (found.replaces, found.style, found.passage) == (False, False, None)


def test_a_change_and_a_comment_are_errors_at_their_words() -> None:
    change = TrackedChange(
        ChangeKind.INSERTED, ChangedPiece.WORDS, "", None, "not", "I do not accept it."
    )
    found = one("tracked_change", "I do not accept it.", changes=(change,))
    assert found.message == "Somebody put in “not”, and nobody has accepted or rejected it."
    assert (found.severity, found.suggestion) == (ERROR, "Accept or reject it in Word.")
    asked = WordComment("1", "", None, "Is this right?", "in May", "It meets in May.")
    found = one("open_comment", "It meets in May.", comments=(asked,))
    assert found.message == "Somebody asks in the margin: “Is this right?”."
    assert (found.severity, found.where) == (ERROR, "in May")
    assert found.suggestion == "Settle it, then delete the comment in Word."


def test_a_heading_that_skips_is_advice_on_style() -> None:
    found = one("heading_order", "# One\nWords.\n### Three\nWords.")
    assert (found.severity, found.style, found.passage) == (NOTE, True, 2)


def test_a_missing_signature_says_with_what_to_end() -> None:
    (found,) = told("missing_signature", a_response("I accept every recommendation."))
    assert (found.severity, found.where) == (ERROR, "")
    assert found.suggestion == (
        "End it with the signatory’s name, office and date: Eleanor Harding, "
        "Police and Crime Commissioner for Barsetshire."
    )


def test_a_wrong_title_of_the_body_has_its_right_one_as_replacement() -> None:
    words = "I am the Police, Fire and Crime Commissioner for Barsetshire."
    found = one("wrong_body_title", words)
    assert (found.severity, found.replaces) == (ERROR, True)
    assert found.suggestion == "Police and Crime Commissioner for Barsetshire"
    assert found.where == "Police, Fire and Crime Commissioner for Barsetshire"


def test_silence_about_the_chief_officer_says_what_to_say() -> None:
    facts = some_facts(chief_officer_comments=(), comments_received_on=None)
    (found,) = told("chief_officer_section", a_response("I accept every finding.", facts))
    assert (found.severity, found.where) == (ERROR, "")
    assert found.suggestion == (
        "Say when they were invited, to comment by when, and that none were received."
    )


def test_a_long_sentence_is_advice_at_the_sentence_and_not_at_its_paragraph() -> None:
    long = " ".join(["word"] * 45) + "."
    found = one("long_sentence", f"It was a short one. {long.capitalize()}")
    assert (found.severity, found.style) == (NOTE, True)
    assert found.where.startswith("Word word")


def test_a_heading_that_skips_says_what_it_follows() -> None:
    assert one("heading_order", "# One\nWords.\n### Three\nWords.").message == (
        "A heading of level 3 follows one of level 1."
    )
    assert one("heading_order", "### Three\nWords.").message == (
        "A heading of level 3 comes first."
    )


@pytest.mark.parametrize(
    ("check", "words", "replaces"),
    [
        ("wrong_person_title", "Assistant Chief Constable Septimus Quiverful agreed.", False),
        ("wrong_inspectorate_name", "His Majesty’s Inspectorate of Constabularies wrote.", True),
    ],
)
def test_a_wrong_name_is_an_error_with_the_right_one(
    check: str,
    words: str,
    replaces: bool,  # noqa: FBT001
) -> None:
    found = told(check, a_response(words))
    assert [(o.severity, bool(o.suggestion), o.replaces) for o in found] == [
        (ERROR, True, replaces)
    ]
