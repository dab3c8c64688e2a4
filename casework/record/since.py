"""What happened in a case since somebody last read it: the head they saw, and who went on."""

import json

from sqlmodel import Session, col, select

from casework.record import history
from casework.record.people import names
from casework.record.sheet import SERVICE, Happened, happened
from models import Case, HistoryEntry


def head_of(session: Session, case: Case) -> str:
    """Return the head of a case's history: another one after every change of the case."""
    last = history.head(session, f"case:{case.id}")
    return last.hash if last else ""


def head_after(session: Session, case: Case, act_id: str) -> str:
    """Return the head as one act left it; as it is now, if the act left nothing in the case."""
    wanted = select(HistoryEntry.hash).where(
        HistoryEntry.chain == f"case:{case.id}", HistoryEntry.act_id == act_id
    )
    left = session.exec(wanted.order_by(col(HistoryEntry.seq).desc())).first()
    return left or head_of(session, case)


def changes_since(session: Session, case: Case, seen: str) -> list[Happened]:
    """Return what happened after `seen` was the head, oldest first; nothing if it never was."""
    chain = HistoryEntry.chain == f"case:{case.id}"
    start = session.exec(select(HistoryEntry.seq).where(chain, HistoryEntry.hash == seen)).first()
    if start is None:
        return []
    people = names(session) | {None: SERVICE}
    wanted = select(HistoryEntry.body).where(chain, col(HistoryEntry.seq) > start)
    rows = session.exec(wanted.order_by(col(HistoryEntry.seq)))
    return [happened(json.loads(body), people) for body in rows]
