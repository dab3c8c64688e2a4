"""Whatever is wrong ends in one sentence, with the record as it was."""

from pathlib import Path

import pytest

from tests.cli.terminal import CASE, HEAD, OFFICER, REPORT, Terminal

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ERROR_PAGE = b"<html><title>403 Forbidden</title><body><h1>403 Forbidden</h1></body></html>"
BY = ("--as", OFFICER)


@pytest.fixture
def files(terminal: Terminal) -> Path:
    """Give a folder of files that nobody wants."""
    terminal.opened()
    (terminal.folder / "old.doc").write_bytes(OLD_WORD)
    (terminal.folder / "error.html").write_bytes(ERROR_PAGE)
    (terminal.folder / "reply.txt").write_text("We welcome the report.")
    (terminal.folder / "empty.html").write_bytes(b"")
    return terminal.folder


REFUSED = {
    "a missing file": ["open", "nowhere.html", *BY],
    "a folder": ["open", ".", *BY],
    "an error page": ["open", "error.html", *BY],
    "an empty page": ["open", "empty.html", *BY],
    "an unknown person": ["confirm", CASE, "--as", "nobody"],
    "nobody at all": ["confirm", CASE],
    "a person who may not": ["confirm", CASE, "--as", "pym"],
    "an unknown case": ["confirm", "S55-1999-001", *BY],
    "an act in the future": ["confirm", CASE, "--at", "2999-01-01T09:00", *BY],
    "a day without a time": ["confirm", CASE, "--at", "2022-10-14", *BY],
    "a date to come": ["confirm", CASE, "--date", "2099-01-01", *BY],
    "no date": ["confirm", CASE, "--date", "14/10/2022", *BY],
    "comments before publication": ["comments", CASE, "reply.txt", "--at", "2022-10-13T09:00", *BY],
    "a nil return of nobody": ["comments", CASE, "--nil", " ", *BY],
    "final comments nobody cleared": ["comments", CASE, "reply.txt", "--final", *BY],
    "a missing file of words": ["comments", CASE, "reply.txt", "--draft", "--text", "no", *BY],
    "an old Word file as comments": ["comments", CASE, "old.doc", *BY],
    "an old Word file as an edit": ["check-in", CASE, "old.doc", "--as", HEAD],
    "no Word file as an edit": ["check-in", CASE, "reply.txt", "--as", HEAD],
    "a place there is not": ["answer", CASE, "f999_answer", "Words.", *BY],
    "a finding there is not": ["finding", "restore", CASE, "f999", *BY],
    "a reason that says nothing": ["finding", "drop", CASE, "f001", "--because", "ok", *BY],
    "an unknown letter": ["sent", "nothing", *BY],
    "no notice": ["bounced", "--notice", "reply.txt", *BY],
    "nothing to sign": ["sign", CASE, "--as", "whitcombe"],
    "half a signature": ["sign", CASE, "--given-by", "whitcombe", *BY],
    "nothing to schedule": ["schedule", CASE, "2022-12-05T09:30", *BY],
    "nothing to prove": ["prove", CASE, "--address", "https://office.example/", *BY],
    "nothing to correct": ["correct", CASE, "a slip", *BY],
    "nothing to copy": ["copies", CASE, *BY],
    "a version there is not": ["get", CASE, "--version", "99"],
    "a place one cannot write": ["get", CASE, "-o", "reply.txt/x.docx"],
    "a backup into a folder": ["backup", "."],
    "a record that is not empty": ["restore", "reply.txt"],
    "no settings": ["office", "load", "reply.txt"],
    "two things at once": ["invite", CASE, "--reissue", "--extend", "2022-11-10", *BY],
    "an act number with a space": ["confirm", CASE, "--act-id", "a b", *BY],
}


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_in_one_sentence_and_nothing_changes(
    terminal: Terminal, files: Path, words: list[str]
) -> None:
    before = (terminal.do("show", CASE, "--json").out, sorted(files.rglob("*.docx")))
    assert terminal.refused(*words)
    assert (terminal.do("show", CASE, "--json").out, sorted(files.rglob("*.docx"))) == before
    assert len(terminal.do("list", "--all", "--json").value) == 1


def test_everything_that_keeps_a_response_from_signature_is_named_at_once(
    terminal: Terminal,
) -> None:
    terminal.opened()
    said = terminal.try_("submit", CASE, "--as", OFFICER)
    assert said.code == 2
    for expected in ("date is not confirmed", "findings are not confirmed", "comments of"):
        assert expected in said.told
    assert terminal.stage() == "opened"


def test_words_are_not_changed_under_a_signature(terminal: Terminal) -> None:
    terminal.signed()
    assert "send it back" in terminal.refused("answer", CASE, "overview", "Other.", *BY)


def test_without_an_office_the_way_to_load_one_is_named(terminal: Terminal) -> None:
    assert "office load" in terminal.refused("list")
    assert "office load" in terminal.refused("open", REPORT, *BY)


def test_a_fault_of_ours_is_written_down_and_not_thrown_at_people(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        message = "a part is missing"
        raise RuntimeError(message)

    terminal.opened()
    monkeypatch.setattr("casework.record.verify.faults", broken)
    said = terminal.try_("verify")
    assert said.code == 1
    assert "a part is missing" in said.told
    log = terminal.folder / "outputs" / "record" / "logs" / "faults.log"
    assert "RuntimeError: a part is missing" in log.read_text()


def test_what_a_terminal_would_obey_is_not_shown(terminal: Terminal) -> None:
    assert "\x1b" not in terminal.refused("deadline", "\x1b[31mred")
