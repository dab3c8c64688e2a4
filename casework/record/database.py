"""Opening the database, SQLite or PostgreSQL, and bringing it up to date."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event, inspect
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from casework.errors import SettingsError

MIGRATIONS = Path(__file__).parents[2] / "models" / "migrations"
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
    configuration = Config()
    configuration.set_main_option("script_location", str(MIGRATIONS))
    try:
        with engine.connect() as connection:
            configuration.attributes["connection"] = connection
            command.upgrade(configuration, "head")
    except OperationalError as fault:
        message = f"The record at {engine.url.render_as_string()} cannot be opened: {fault.orig}."
        raise SettingsError(message) from fault


def is_ready(engine: Engine) -> bool:
    """Return whether the record has its tables."""
    return inspect(engine).has_table("historyentry")


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
