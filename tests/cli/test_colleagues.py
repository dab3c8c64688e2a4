"""Colleagues at the terminal: the same acts, each in one line."""

import pytest

from tests.builders import FINANCE
from tests.cli.terminal import CASE, OFFICER, SIGNATORY, Terminal


@pytest.fixture
def opened(terminal: Terminal) -> Terminal:
    terminal.opened()
    return terminal


def test_a_question_goes_out_and_its_reply_comes_back(opened: Terminal) -> None:
    words = ("ask", CASE, FINANCE, "What does it cost?", "2022-10-28", "--about", "f001")
    said = opened.do(*words, by=OFFICER, at="2022-10-17T09:00").out
    assert f"{CASE}: question 1 is asked; a letter to pym is prepared." in said
    assert "What happens next: confirm" in said
    opened.do("reply", CASE, "1", "-", by=FINANCE, at="2022-10-18T09:00", pasted="£5,000 a year.")
    one = opened.do("colleagues", CASE, "--json").value["questions"][0]
    assert (one["asked_of"], one["due"]) == ("Gareth Pym", "2022-10-28")
    assert (one["finding"], one["reply"]) == ("f001", "£5,000 a year.")
    assert opened.do("show", CASE, "--json").value["colleagues"]["questions"] == [one]
    assert "Question 1 to Gareth Pym about f001: What does it cost?" in (
        opened.do("colleagues", CASE).out
    )


def test_a_question_is_taken_back_with_a_reason(opened: Terminal) -> None:
    opened.do("ask", CASE, FINANCE, "How?", "2022-10-28", by=OFFICER, at="2022-10-17T09:00")
    opened.do("withdraw-question", CASE, "1", "it was settled", by=OFFICER)
    assert "it was settled" in opened.do("colleagues", CASE).out


def test_a_steer_a_meeting_and_its_action_stand_in_one_list(opened: Terminal) -> None:
    assert "Nobody was asked anything" in opened.do("colleagues", CASE).out
    opened.do("steer", CASE, "Welcome it.", by=SIGNATORY, at="2022-10-18T09:00")
    held = ("meeting", CASE, "Accountability Board", "2022-11-10")
    opened.do(*held, by=OFFICER, at="2022-10-18T09:00")
    opened.do(*held, "--minute", "4.2", by=OFFICER, at="2022-11-11T09:00")
    agreed = ("action", CASE, "1", "I will publish a plan.", "--about", "f001", "--owner", "Birch")
    opened.do(*agreed, "--due", "2023-03-01", by=OFFICER, at="2022-11-11T10:00")
    listed = opened.do("colleagues", CASE).out.splitlines()
    assert listed == [
        "Steer 1, 2022-10-18: Welcome it.",
        "Meeting 1: Accountability Board, 2022-11-10, minute 4.2",
        "  Action 1 about f001: I will publish a plan.",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ask", CASE, FINANCE, "How?", "soon"), "is not a date"),
        (("reply", CASE, "7", "So."), "has no question 7"),
        (("action", CASE, "3", "I will."), "has no meeting 3"),
        (("steer", CASE, " "), "nothing was said"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(
    opened: Terminal, words: tuple[str, ...], said: str
) -> None:
    assert said in opened.refused(*words, "--as", OFFICER)
