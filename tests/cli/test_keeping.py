"""Keeping the record: verify, backup, restore, doctor; and the rounds without an engine."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from casework.settings import settings
from casework.wiring import forget
from tests.cli.terminal import CASE, OFFICE, OFFICER, REPORT, Terminal


def test_one_altered_byte_is_named(terminal: Terminal) -> None:
    terminal.opened()
    record = terminal.folder / "outputs" / "record" / "section55.sqlite"
    with closing(sqlite3.connect(record)) as line:
        line.execute(
            "UPDATE historyentry SET body = replace(body, 'opened', 'openee') WHERE id = 2"
        )
        line.commit()
    said = terminal.try_("verify")
    assert said.code == 1
    assert "entry 1 was altered" in said.out


def test_a_backup_is_read_back_on_an_empty_machine(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.opened()
    backup = str(terminal.folder / "backup.zip")
    terminal.do("backup", backup)
    before = terminal.do("show", CASE, "--json").out
    monkeypatch.setenv("SECTION55_OUTPUTS", str(terminal.folder / "other"))
    settings.cache_clear()
    forget()
    assert "whole" in terminal.do("restore", backup).out
    assert terminal.do("show", CASE, "--json").out == before
    assert (terminal.folder / "other" / "cases" / CASE / "01-response-draft.docx").exists()
    assert "not empty" in terminal.refused("restore", backup)


def test_a_doctor_names_the_silent_engine_and_the_missing_sweep(terminal: Terminal) -> None:
    terminal.opened()
    said = terminal.try_("doctor", "--json")
    assert said.code == 1
    looks = {look["what"]: look for look in said.value}
    assert looks["prefect"]["well"] is True
    assert looks["office"]["well"] is True
    assert "section55 up" in looks["engine"]["said"]
    assert looks["last sweep"]["well"] is False
    terminal.do("sweep")
    after = {look["what"]: look for look in terminal.try_("doctor", "--json").value}
    assert after["last sweep"]["well"] is True


def test_a_doctor_looks_on_where_there_is_no_office(terminal: Terminal) -> None:
    said = terminal.try_("doctor")
    assert said.code == 1
    assert "office load" in said.out


def test_a_round_without_an_engine_does_what_needs_none(terminal: Terminal) -> None:
    terminal.opened()
    terminal.do("invite", CASE, "--reissue", by=OFFICER)
    said = terminal.do("dispatch", "--once").out
    assert "lies ready for a person to send" in said
    assert "engine does not answer" in said


def test_a_sweep_given_twice_writes_nothing_the_second_time(terminal: Terminal) -> None:
    terminal.opened()
    terminal.do("sweep")
    before = terminal.history()
    assert "0 letters" in terminal.do("sweep").out
    assert terminal.history() == before


def test_a_report_dropped_into_the_folder_becomes_a_case(terminal: Terminal) -> None:
    terminal.do("office", "load", OFFICE)
    dropped = terminal.folder / "outputs" / "dropped" / "report.html"
    dropped.parent.mkdir()
    dropped.write_bytes(Path(REPORT).read_bytes())
    time.sleep(2.2)  # a file younger than two seconds may still be on its way in
    assert CASE in terminal.do("watch").out
    assert terminal.do("versions", CASE, "--json").value[0]["kind"] == "draft"


def test_the_whole_office_is_shown(terminal: Terminal) -> None:
    terminal.opened()
    said = terminal.do("office", "show").out
    for expected in ("lockhart", "Alasdair Penhale", "approved (chief executive)"):
        assert expected in said
