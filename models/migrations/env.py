"""Alembic's entrance: it is handed a connection by `casework.record.database.upgrade`."""

from typing import Literal

from alembic import context
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

import models  # noqa: F401  fills the metadata
from models.columns import UtcDateTime, Word


def plain(kind: str, thing: object, _context: object) -> str | Literal[False]:
    """Return our own column types as plain ones: a migration must outlive the code."""
    if kind == "type" and isinstance(thing, Word):
        return "sa.String(length=40)"
    if kind == "type" and isinstance(thing, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(thing, AutoString):
        return f"sa.String(length={thing.length})" if thing.length else "sa.String()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=plain,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
