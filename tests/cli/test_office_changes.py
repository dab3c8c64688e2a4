"""The office's settings at a terminal: printed, loaded again, never silently undone."""

from pathlib import Path

from casework.record.hand import Hand
from casework.record.settings_acts import change_settings
from casework.wiring import open_record
from tests.builders import at
from tests.cli.terminal import HEAD, OFFICE, SIGNATORY, Terminal


def changed_on_a_page(text: str) -> None:
    record = open_record()
    with record.reading() as session:
        base = record.office(session).settings_sha256
    change_settings(record, Hand(now=at(10, 3), person=HEAD), text, base)


def test_what_is_printed_is_the_file_that_was_loaded(terminal: Terminal) -> None:
    terminal.do("office", "load", OFFICE)
    text = Path(OFFICE).read_text(encoding="utf-8")
    assert terminal.do("office", "print").out == text
    terminal.do("office", "load", OFFICE)
    assert terminal.do("office", "changes").out.count("a file was loaded") == 1


def test_an_older_file_is_refused_with_what_it_would_undo(terminal: Terminal) -> None:
    terminal.do("office", "load", OFFICE)
    text = Path(OFFICE).read_text(encoding="utf-8")
    changed_on_a_page(text.replace("01632 960 100", "01632 960 999"))
    said = terminal.refused("office", "load", OFFICE)
    assert "office, telephone (01632 960 999, not 01632 960 100)" in said
    assert "--over" in said
    terminal.do("office", "load", OFFICE, "--over", by=HEAD)
    assert "Tomasz Birch" in terminal.do("office", "changes").out
    terminal.do("office", "load", OFFICE)


def test_a_new_pen_waits_at_a_terminal_too(terminal: Terminal) -> None:
    terminal.opened()
    file = terminal.folder / "office.toml"
    text = Path(OFFICE).read_text(encoding="utf-8")
    file.write_text(text.replace("eleanor.whitcombe@", "e.whitcombe@"), encoding="utf-8")
    said = terminal.do("office", "load", str(file), by=HEAD)
    assert "waits for a second person" in said.out
    listed = terminal.do("office", "changes").out
    change = listed.split("Waits for a second person: ")[1].split(",")[0]
    assert "somebody else must" in terminal.refused("office", "confirm", change, "--as", HEAD)
    terminal.do("office", "confirm", change, by=SIGNATORY)
    assert "e.whitcombe@" in terminal.do("office", "print").out
    assert "does not wait" in terminal.refused("office", "withdraw", change, "--as", HEAD)
