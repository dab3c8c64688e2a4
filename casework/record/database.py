"""Opening the database, SQLite or PostgreSQL, and bringing it up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import (
    DatabaseError,
    DataError,
    IntegrityError,
    OperationalError,
    ProgrammingError,
)
from sqlalchemy.pool import NullPool

from casework.errors import DoorError, RefusedInputError, SettingsError

MIGRATIONS = Path(__file__).parents[2] / "models" / "migrations"
_UPGRADING = Lock()
MIGRATION_LOCK = 550_055
BUSY_SECONDS = 30
"""How long a writer waits for another one before it gives up."""


def open_database(url: str) -> Engine:
    """Return an engine for the record at `url`, its folder made if need be."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True)
    _make_folder(url)
    # One connection per transaction: several processes share the file, and a
    # pooled connection would hold its snapshot.
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_immediately)
    return engine


def upgrade(engine: Engine) -> None:
    """Bring the tables up to date; a database already there is left as it is."""
    try:
        if not is_ready(engine):
            _upgrade(engine)
    except OperationalError as fault:
        message = f"The record at {engine.url.render_as_string()} cannot be opened: {fault.orig}."
        raise SettingsError(message) from fault


def _upgrade(engine: Engine) -> None:
    # Needed once for each edition, and a tenth of what it takes to start.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    configuration = Config()
    configuration.set_main_option("script_location", str(MIGRATIONS))
    # Alembic keeps its context in the module: two threads would share it.
    with _UPGRADING, engine.connect() as connection:
        _one_at_a_time(connection)
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, "head")
        connection.commit()  # the lock began a transaction: Alembic leaves that to us


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Give a stretch of work in which a database that fails says so in one sentence."""
    try:
        yield
    except (IntegrityError, ProgrammingError):
        # Not the outside's fault but ours: it must be seen whole.
        raise
    except DataError as fault:
        message = f"The record cannot hold a sign in this text ({fault.orig}): nothing was changed."
        raise RefusedInputError(message) from fault
    except DatabaseError as fault:
        raise DoorError(_said(str(fault.orig).strip().partition("\n")[0])) from fault


def _said(words: str) -> str:
    known = words.lower()
    if "full" in known or "no space" in known:
        return f"The disk under the record is full ({words}): free some space, then try again."
    if "locked" in known:
        return f"The record is busy ({words}): nothing was changed. Try again in a moment."
    return (
        f"The record cannot be used just now ({words}): put that right, then try again. "
        "What was already done is not done twice."
    )


def is_ready(engine: Engine) -> bool:
    """Return whether the record has its tables, in the edition this code knows."""
    if not inspect(engine).has_table("alembic_version"):
        return False
    with engine.connect() as connection:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found == newest_edition()


def newest_edition() -> str:
    """Return the edition of the tables this code knows: the number of its last migration."""
    return max(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("0*.py"))


def _one_at_a_time(connection: Connection) -> None:
    # Several processes of one service start together. SQLite's own lock comes
    # with the first statement; PostgreSQL is given one by a number of ours.
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))


def _make_folder(url: str) -> None:
    path = url.partition("///")[2]
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own transactions are switched off so that ours can begin
    # with IMMEDIATE: a reader that turns writer would otherwise fail at once.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediately(connection: Any) -> None:
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
