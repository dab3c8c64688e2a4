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
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812  it is an error

from sqlalchemy import Column, Connection, Engine, Table, text
from sqlalchemy.exc import IntegrityError, ProgrammingError
from sqlmodel import SQLModel

from casework.errors import RefusedInputError
from casework.record.copies import write_whole
from casework.record.database import in_plain_words, is_ready, upgrade
from casework.record.record import Record
from models.columns import UtcDateTime, Word

CONTENTS = "contents.json"
FORMAT = "section55-backup-1"
UNREADABLE = (
    BadZipFile,
    ZlibError,
    KeyError,
    TypeError,
    ValueError,
    EOFError,
    OSError,
    RuntimeError,
)
"""What a damaged, encrypted or cut-off zip can make of reading it."""


def back_up(record: Record, path: Any) -> int:
    """Write a backup and return how many rows it holds."""
    rows = 0
    hashes: dict[str, str] = {}
    packed = BytesIO()
    with in_plain_words(), _snapshot(record.engine) as connection, _new_zip(packed) as archive:
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
    tables = _opened(data)
    if not is_ready(engine):
        upgrade(engine)
    _refuse_unless_empty(engine)
    try:
        with in_plain_words(), engine.begin() as connection:
            return sum(
                _fill(connection, table, tables[table.name].decode().splitlines())
                for table in SQLModel.metadata.sorted_tables
            )
    except (IntegrityError, ProgrammingError, KeyError, ValueError) as fault:
        message = "The backup does not fit together (it may be of another edition of the service): "
        raise RefusedInputError(f"{message}nothing was restored.") from fault


def _fill(connection: Connection, table: Table, lines: list[str]) -> int:
    later = []
    for line in lines:
        row = _row(table, json.loads(line))
        # A row may point to a later row of its own table: that is put in at the end.
        pointing = {c.name: row[c.name] for c in _inward(table) if row.get(c.name) is not None}
        if pointing:
            later.append((row["id"], pointing))
        connection.execute(table.insert().values(row | dict.fromkeys(pointing)))
    for key, pointing in later:
        connection.execute(table.update().where(table.c.id == key).values(pointing))
    _set_counter(connection, table)
    return len(lines)


def _inward(table: Table) -> list[Column[Any]]:
    """Return the columns by which rows of a table point to one another."""
    return [
        column
        for column in table.columns
        if any(key.column.table is table for key in column.foreign_keys)
    ]


def _snapshot(engine: Engine) -> Connection:
    """Return a connection that sees one moment of the record, whoever writes meanwhile."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ").connect()
    return engine.execution_options(reading=True).connect()


def _new_zip(packed: BytesIO) -> ZipFile:
    return ZipFile(packed, "w", ZIP_DEFLATED)


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


def _opened(data: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            said = json.loads(archive.read(CONTENTS))
            hashes = {t.name: said["tables"][t.name] for t in SQLModel.metadata.sorted_tables}
            tables = {name: archive.read(f"{name}.jsonl") for name in hashes}
            known = said["format"] == FORMAT
    except UNREADABLE as fault:
        message = "This is not a backup of Section 55, or it is damaged: nothing was restored."
        raise RefusedInputError(message) from fault
    if not known:
        message = "This backup is of another edition of Section 55: nothing was restored."
        raise RefusedInputError(message)
    for name, key in hashes.items():
        if sha256(tables[name]).hexdigest() != key:
            message = f"The backup is damaged: its table {name} was altered. Nothing was restored."
            raise RefusedInputError(message)
    return tables


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
