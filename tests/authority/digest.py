"""The record as one number: whatever is changed on it, in whatever row, changes the number."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from hashlib import sha256

from sqlalchemy import inspect, text

from casework.record.record import Record

OF_THE_DOOR = frozenset({"websession", "signinlink", "apitoken"})
"""Rows that merely say when somebody came: a look changes them, and may."""


def digest(record: Record, without: AbstractSet[str] = frozenset()) -> dict[str, str]:
    """Return a hash of every table, by its name."""
    with record.reading() as session:
        connection = session.connection()
        names = set(inspect(connection).get_table_names()) - without
        rows = {name: connection.execute(text(f'SELECT * FROM "{name}"')) for name in names}  # noqa: S608  names of our own tables
        return {name: _hash_of(all_) for name, all_ in rows.items()}


def _hash_of(rows: Iterable[Iterable[object]]) -> str:
    hashed = sha256()
    for row in rows:
        for value in row:
            # Bytes as they are: written out as text they are four times as long.
            hashed.update(value if isinstance(value, bytes) else repr(value).encode())
            hashed.update(b"\0")
    return hashed.hexdigest()


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return the tables in which two digests differ."""
    return sorted(name for name in before if before[name] != after[name])
