"""A database in haste: many cells are tried on it, and none of them must outlive the machine."""

from typing import Any

from sqlalchemy import Engine, QueuePool, create_engine, event

from casework.record.database import _begin_immediately, _prepare_sqlite


def in_haste(engine: Engine) -> Engine:
    """Return a database that keeps its connections, and waits for no disk: there are many cells."""
    if engine.dialect.name != "sqlite":
        return engine
    engine.dispose()
    given = {"timeout": 30, "check_same_thread": False}
    quick = create_engine(engine.url, poolclass=QueuePool, connect_args=given)
    event.listen(quick, "connect", _prepare_sqlite)
    event.listen(quick, "connect", _without_waiting)
    event.listen(quick, "begin", _begin_immediately)
    return quick


def _without_waiting(connection: Any, _: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")
