"""Proving the acts: each row says what the history says of it."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, String, type_coerce
from sqlmodel import Session

from casework.record.bytes import digest
from models import Act

Bodies = Sequence[tuple[Any, dict[str, Any]]]
"""(entry, body) of the entries that can be believed."""

SEAL = "deed"
"""Stands only in the last entry of an act, the one that binds the whole row."""


def act_faults(session: Session, bodies: Bodies) -> Iterator[str]:
    """Yield a sentence for each act that differs from the history, or is missing from it."""
    acts = {row.id: row for row in _acts(session)}
    bound = set()
    for entry, body in bodies:
        act = acts.get(entry.act_id)
        if act is None or body["act"] != entry.act_id:
            yield f"History {entry.chain}: the act of entry {entry.seq} is missing."
            continue
        if _said(body) != _written(act) or entry.office_id != act.office_id:
            yield _differs(act, entry)
        elif SEAL in body:
            bound.add(act.id)
            if _bound(body) != (act.what, act.case_id, digest(act.answer.encode())):
                yield _differs(act, entry)
    named = {entry.act_id for entry, body in bodies if SEAL in body}
    for key, act in acts.items():
        if key not in named:
            yield f"Act {key[:12]} ({act.what}) has lost its place in the history."


def _acts(session: Session) -> Sequence[Row[Any]]:
    # As they lie there: a role nobody knows, or half a date, must not stop the proof.
    table = Act.__table__  # type: ignore[attr-defined]  # SQLModel's own table
    raw = [
        type_coerce(column, String).label(column.name)
        if column.name in {"role", "acted_at", "recorded_at"}
        else column
        for column in table.columns
    ]
    return session.connection().execute(table.select().with_only_columns(*raw)).all()


def _said(body: dict[str, Any]) -> tuple[object, ...]:
    return (
        body["person"],
        body["role"],
        body["system_user"],
        datetime.fromisoformat(body["acted_at"]),
        datetime.fromisoformat(body["recorded_at"]),
    )


def _written(act: Row[Any]) -> tuple[object, ...]:
    moments = (_moment(act.acted_at), _moment(act.recorded_at))
    return (act.person_id, act.role, act.login, *moments)


def _bound(body: dict[str, Any]) -> tuple[object, ...]:
    return body[SEAL], body["case"], body["answer"]


def _moment(stored: str | datetime) -> datetime | None:
    if isinstance(stored, datetime):
        return stored
    try:
        return datetime.fromisoformat(stored).replace(tzinfo=UTC)
    except ValueError:
        return None


def _differs(act: Row[Any], entry: Any) -> str:
    return f"Act {act.id[:12]} ({act.what}) differs from history {entry.chain} {entry.seq}."
