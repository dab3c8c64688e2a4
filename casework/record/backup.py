"""A backup: every row of the record in one file that any machine can read back.

One format for both databases: a zip of JSON lines, a table each, with a list
of hashes. Restoring works only into an empty record.
"""

import base64
import json
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from sqlalchemy import Connection, Engine, Table, text
from sqlmodel import SQLModel

from casework.errors import RefusedInputError
from casework.record.copies import write_whole
from casework.record.database import is_ready, upgrade
from casework.record.record import Record
from models.columns import UtcDateTime, Word

CONTENTS = "contents.json"
FORMAT = "section55-backup-1"


def back_up(record: Record, path: Any) -> int:
    """Write a backup and return how many rows it holds."""
    rows = 0
    hashes: dict[str, str] = {}
    packed = BytesIO()
    with record.engine.connect() as connection, ZipFile(packed, "w", 8) as archive:
        for table in SQLModel.metadata.sorted_tables:
            lines = [*_lines(connection, table)]
            data = "".join(lines).encode()
            archive.writestr(f"{table.name}.jsonl", data)
            hashes[table.name] = sha256(data).hexdigest()
            rows += len(lines)
        archive.writestr(CONTENTS, json.dumps({"format": FORMAT, "tables": hashes}))
    write_whole(path, packed.getvalue())
    return rows


def restore(engine: Engine, data: bytes) -> int:
    """Read a backup back into an empty record and return how many rows it held."""
    contents, tables = _opened(data)
    if not is_ready(engine):
        upgrade(engine)
    _refuse_unless_empty(engine)
    rows = 0
    with engine.begin() as connection:
        for table in SQLModel.metadata.sorted_tables:
            lines = tables[table.name].decode().splitlines() if table.name in contents else []
            for line in lines:
                connection.execute(table.insert().values(_row(table, json.loads(line))))
            rows += len(lines)
            _set_counter(connection, table)
    return rows


def _lines(connection: Connection, table: Table) -> Iterator[str]:
    order = list(table.primary_key.columns)
    for row in connection.execute(table.select().order_by(*order)).mappings():
        # ASCII only: a line separator inside the text must not part a line.
        yield json.dumps({key: _plain(value) for key, value in row.items()}) + "\n"


def _plain(value: object) -> object:
    match value:
        case datetime() | date():
            return value.isoformat()
        case StrEnum():
            return value.value
        case bytes():
            return base64.b64encode(value).decode()
        case _:
            return value


def _opened(data: bytes) -> tuple[dict[str, str], dict[str, bytes]]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            said = json.loads(archive.read(CONTENTS))
            tables = {name: archive.read(f"{name}.jsonl") for name in said["tables"]}
    except (BadZipFile, KeyError, ValueError) as fault:
        message = "This is not a backup of Section 55, or it is damaged: nothing was restored."
        raise RefusedInputError(message) from fault
    for name, key in said["tables"].items():
        if sha256(tables[name]).hexdigest() != key:
            message = f"The backup is damaged: its table {name} was altered. Nothing was restored."
            raise RefusedInputError(message)
    return said["tables"], tables


def _refuse_unless_empty(engine: Engine) -> None:
    with engine.connect() as connection:
        if connection.execute(text("SELECT count(*) FROM office")).scalar():
            message = "This record is not empty: restore only into a new one."
            raise RefusedInputError(message)


def _row(table: Table, said: dict[str, Any]) -> dict[str, Any]:
    return {name: _typed(table.columns[name].type, value) for name, value in said.items()}


def _typed(kind: object, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Word):
        return kind.words(value)
    python = _python_type(kind)
    if python is date:
        return date.fromisoformat(value)
    if python is bytes:
        return base64.b64decode(value)
    return value


def _python_type(kind: Any) -> type:
    try:
        return kind.python_type  # type: ignore[no-any-return]
    except NotImplementedError:
        # A decorated type, such as SQLModel's own string, does not say: its inner one does.
        return kind.impl.python_type  # type: ignore[no-any-return]


def _set_counter(connection: Connection, table: Table) -> None:
    # Rows were written with their own ids; PostgreSQL's counters know nothing of it.
    key = table.columns.get("id")
    counted = key is not None and _python_type(key.type) is int
    if counted and connection.dialect.name == "postgresql":
        # The table's name is our own, never anybody's input.
        highest = f'coalesce((SELECT max(id) FROM "{table.name}"), 0)'  # noqa: S608
        counter = f"pg_get_serial_sequence('\"{table.name}\"', 'id')"
        connection.execute(text(f"SELECT setval({counter}, {highest} + 1, false)"))
