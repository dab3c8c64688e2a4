"""The doors follow the settings in force, and the record is brought up to date as it is opened."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from casework import wiring
from casework.record.database import is_ready, newest_edition, open_database
from casework.record.offices import load_office
from casework.settings import Settings
from tests.builders import OFFICE, ROOT, at


def test_a_new_public_address_reaches_the_publisher_without_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Settings(outputs=tmp_path)
    load_office(wiring.open_record(known), OFFICE, "office.toml", at(10, 1))
    monkeypatch.setattr(wiring, "settings", lambda: known)
    wiring.forget()
    before = wiring.doors()
    moved = OFFICE.replace("arden-commissioner.example/section-55", "arden.example/answers")
    load_office(before.record, moved, "office.toml", at(10, 2))
    site = wiring.doors().publication.publishers["static_site"]
    assert site.address_for("a") == "https://www.arden.example/answers/a/"  # type: ignore[attr-defined]
    wiring.forget()


def test_a_record_of_an_earlier_edition_is_brought_up_to_date(tmp_path: Path) -> None:
    known = Settings(outputs=tmp_path)
    wiring.open_record(known)
    engine = open_database(known.database)
    assert is_ready(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    assert not is_ready(engine)
    assert newest_edition() > "0000"


def test_processes_that_start_together_make_the_tables_once(tmp_path: Path) -> None:
    known = Settings(outputs=tmp_path)
    program = "from casework.wiring import open_record; open_record()"
    told = {**os.environ, "SECTION55_OUTPUTS": str(tmp_path), "SECTION55_DATABASE_URL": ""}
    started = [
        subprocess.Popen([sys.executable, "-c", program], env=told, cwd=ROOT) for _ in range(4)
    ]
    assert [process.wait(timeout=60) for process in started] == [0] * 4
    assert is_ready(open_database(known.database))
