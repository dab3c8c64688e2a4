"""Letters from a terminal: made, laid out, and sent to nobody."""

from typing import get_args

from casework.companion_letters import KINDS
from casework.documents.gate import inspect
from cli.companion_letters import Kind
from tests.cli.terminal import CASE, OFFICER, Terminal


def test_the_kinds_to_choose_from_are_those_that_can_be_made() -> None:
    assert set(get_args(Kind)) == set(KINDS)


def test_a_letter_is_made_and_laid_out_and_nothing_is_sent(terminal: Terminal) -> None:
    terminal.invited()
    before = len(terminal.do("letters", CASE, "--json").value)
    said = terminal.do("letter", CASE, "nil-return", by=OFFICER, at="2022-10-17T10:00")
    path = f"cases/{CASE}/01-nil-return-warwickshire-draft.docx"
    assert said.out.splitlines() == [f"{CASE}: {path}: version 1", "Nothing was sent."]
    assert inspect((terminal.folder / "outputs" / path).read_bytes()).accepted
    assert len(terminal.do("letters", CASE, "--json").value) == before
    again = terminal.do("letter", CASE, "nil-return", by=OFFICER, at="2022-10-17T11:00")
    assert again.out.startswith(f"{CASE}: {path}: version 1, unchanged")
    assert "letter_made" in terminal.history()


def test_a_check_of_facts_goes_from_the_letter_to_the_answer(terminal: Terminal) -> None:
    terminal.invited()
    asked = ("fact-check", CASE, "--version", "1", "--due", "2022-11-18")
    said = terminal.do(*asked, by=OFFICER, at="2022-11-09T10:00").out
    assert "01-fact-check-warwickshire-draft.docx: version 1" in said
    assert "section55 remark S55-2022-001" in said
    who = "Supt R. Talbot, Warwickshire Police"
    point = ("remark", CASE, who, "email", "The figure is 1,240.", "--version", "1")
    terminal.do(*point, by=OFFICER, at="2022-11-15T10:00")
    outcome = ("decide-remark", CASE, "1", "not-taken", "The report gives 1,204.")
    terminal.do(*outcome, by=OFFICER, at="2022-11-16T10:00")
    answer = ("letter", CASE, "fact-check-answer", "--version", "1")
    said = terminal.do(*answer, by=OFFICER, at="2022-11-16T11:00").out
    assert "01-fact-check-answer-warwickshire-draft.docx: version 1" in said


def test_what_cannot_be_made_is_refused_in_one_sentence(terminal: Terminal) -> None:
    terminal.invited()
    by = ("--as", OFFICER)
    assert "has no Welsh twin" in terminal.refused(
        "letter", CASE, "chaser", "--language", "cy", *by
    )
    assert "hold no Welsh names" in terminal.refused(
        "letter", CASE, "invitation", "--language", "cy", *by
    )
    assert "Say by when" in terminal.refused("fact-check", CASE, "--version", "1", *by)
    assert "is not a date" in terminal.refused("letter", CASE, "chaser", "--due", "soon", *by)
    assert "Say who acts" in terminal.refused("letter", CASE, "chaser")
