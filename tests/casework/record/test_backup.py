"""A backup of one database restores into the other, whole, or not at all."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlmodel import SQLModel, select

from casework.errors import RefusedInputError
from casework.record.backup import back_up, restore
from casework.record.database import open_database
from casework.record.record import Record
from casework.record.verify import faults
from models import Answer, Case
from tests.builders import Service
from tests.databases import fresh_database

Take = Callable[[str], tuple[Service, str]]
SEPARATED = "one\u2028two\u2029three\x85four 😀 &<>{{}} \\u0041"


@pytest.fixture
def backed_up(prepared: Take, tmp_path: Path) -> tuple[Service, bytes, int]:
    service, _ = prepared("published")
    with service.record.writing() as session:
        answer = session.exec(select(Answer).where(Answer.place == "overview")).one()
        answer.text = SEPARATED
        session.add(answer)
        session.commit()
    path = tmp_path / "backup.zip"
    rows = back_up(service.record, path)
    return service, path.read_bytes(), rows


def elsewhere(service: Service, tmp_path: Path, server: str) -> str:
    """Return the address of an empty database of the other kind."""
    if service.record.engine.dialect.name == "sqlite":
        return fresh_database(server)
    return f"sqlite:///{tmp_path / 'elsewhere' / 'record.sqlite'}"


def counts(record: Record) -> dict[str, int]:
    with record.reading() as session:
        return {
            table.name: len(session.connection().execute(table.select()).all())
            for table in SQLModel.metadata.sorted_tables
        }


def test_a_backup_restores_on_the_other_database_and_verifies(
    backed_up: tuple[Service, bytes, int], tmp_path: Path, postgresql: str
) -> None:
    service, data, rows = backed_up
    engine = open_database(elsewhere(service, tmp_path, postgresql))
    assert restore(engine, data) == rows
    record = Record(engine, service.record.office_key, tmp_path / "elsewhere")
    assert faults(record) == []
    assert counts(record) == counts(service.record)
    with record.reading() as session:
        assert (
            session.exec(select(Answer.text).where(Answer.place == "overview")).one() == SEPARATED
        )
    path = tmp_path / "again.zip"
    back_up(record, path)
    with ZipFile(BytesIO(data)) as one, ZipFile(path) as other:
        for name in one.namelist():
            assert one.read(name) == other.read(name), name
    work_goes_on(record)
    with pytest.raises(RefusedInputError, match="not empty"):
        restore(engine, data)
    engine.dispose()


def work_goes_on(record: Record) -> None:
    # The counters know of the rows that were read back: a new one takes a new number.
    from casework.record.hand import the_service
    from casework.reminders import sweep
    from tests.builders import at

    sweep(record, the_service(at(12, 20)))
    assert faults(record) == []


def test_cases_that_point_to_one_another_come_back(on_one: Take, tmp_path: Path) -> None:
    service, _ = on_one("open")
    with service.record.writing() as session:
        case = session.exec(select(Case)).one()
        case.answered_by_id = case.id
        session.add(case)
        session.commit()
    path = tmp_path / "backup.zip"
    back_up(service.record, path)
    engine = open_database(f"sqlite:///{tmp_path / 'b.sqlite'}")
    restore(engine, path.read_bytes())
    with Record(engine, service.record.office_key, tmp_path).reading() as session:
        back = session.exec(select(Case)).one()
        assert back.answered_by_id == back.id


def rewritten(data: bytes, name: str, change: Callable[[bytes], bytes] | None) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(packed, "w", 8) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
            elif change:
                new.writestr(each, change(old.read(each)))
    return packed.getvalue()


def without_a_table(contents: bytes) -> bytes:
    said = json.loads(contents)
    del said["tables"]["signature"]
    return json.dumps(said).encode()


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "no zip at all": lambda _data: b"not a zip",
    "empty": lambda _data: b"",
    "cut off": lambda data: data[: len(data) // 2],
    "a flipped byte inside": lambda data: data[:5000] + bytes([data[5000] ^ 255]) + data[5001:],
    "an altered table": lambda data: rewritten(
        data, "case.jsonl", lambda t: t.replace(b"2022", b"2023")
    ),
    "a table too few": lambda data: rewritten(data, "signature.jsonl", None),
    "a table not listed": lambda data: rewritten(data, "contents.json", without_a_table),
    "no contents": lambda data: rewritten(data, "contents.json", None),
    "contents of another kind": lambda data: rewritten(data, "contents.json", lambda _t: b"[]"),
    "another edition": lambda data: rewritten(
        data, "contents.json", lambda t: t.replace(b"backup-1", b"backup-9")
    ),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_backup_is_refused_in_one_sentence_and_nothing_is_restored(
    on_one: Take, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    service, _ = on_one("open")
    path = tmp_path / "backup.zip"
    back_up(service.record, path)
    engine = open_database(f"sqlite:///{tmp_path / 'b.sqlite'}")
    with pytest.raises(RefusedInputError, match=r"(?i)nothing was restored\.$") as refused:
        restore(engine, damage(path.read_bytes()))
    assert "\n" not in str(refused.value)
    from casework.record.database import is_ready

    if is_ready(engine):
        assert set(counts(Record(engine, "", tmp_path)).values()) == {0}
