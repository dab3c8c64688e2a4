"""A case whole, for whoever reads its page: what hangs on it, and who did what."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from casework.record.branches import branches_of
from casework.record.checkouts import Out, who_has_it
from casework.record.dossier import Dossier, dossier
from casework.record.papers import find_document, versions_of
from casework.record.people import names
from casework.record.remarks import remarks_of
from models import Case, Finding, HistoryEntry, Remark, Version

SERVICE = "the service"
HASHES = ("sha256", "hash", "manifest")
"""Ends of the names of facts that are no words for people."""
OF_PEOPLE = frozenset({"lead", "to", "who", "signatory"})
"""Facts of the history that name a person by their number."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One entry of the history, for a person."""

    at: datetime
    who: str
    what: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A case and everything its page shows of it."""

    file: Dossier
    dropped: list[Finding]
    """Findings that were taken off the list."""
    versions: list[Version]
    """Of the response, oldest first."""
    current: int
    """Number of the current version; 0 before the first draft."""
    outs: list[Out]
    beside: dict[int, str]
    """What became of each edit kept beside, by the number of its version."""
    remarks: list[Remark]
    history: list[Happened]
    """The latest first."""
    people: dict[int | None, str]


def sheet_of(session: Session, case: Case) -> Sheet:
    """Return everything the page of a case shows."""
    people = names(session) | {None: SERVICE}
    document = find_document(session, case)
    branches = branches_of(session, case, document) if document else []
    return Sheet(
        file=dossier(session, case),
        dropped=dropped_findings(session, case),
        versions=versions_of(session, document) if document else [],
        current=document.current if document else 0,
        outs=who_has_it(session, document) if document else [],
        beside={branch.version.number: branch.became for branch in branches},
        remarks=remarks_of(session, case),
        history=_history(session, case, people),
        people=people,
    )


def dropped_findings(session: Session, case: Case) -> list[Finding]:
    """Return the findings that were taken off the list, in the report's order."""
    off = select(Finding).where(Finding.case_id == case.id, col(Finding.dropped_because) != "")
    return list(session.exec(off.order_by(col(Finding.position))))


def _history(session: Session, case: Case, people: Mapping[int | None, str]) -> list[Happened]:
    wanted = select(HistoryEntry.body).where(HistoryEntry.chain == f"case:{case.id}")
    rows = session.exec(wanted.order_by(col(HistoryEntry.seq).desc()))
    return [happened(json.loads(body), people) for body in rows]


def happened(said: dict[str, object], people: Mapping[int | None, str]) -> Happened:
    """Return one entry of the history in words."""
    who, facts = said.get("person"), said.get("facts")
    return Happened(
        at=datetime.fromisoformat(str(said["acted_at"])),
        who=people.get(who if isinstance(who, int) else None, SERVICE),
        what=str(said["what"]),
        facts=tuple(_told(facts if isinstance(facts, dict) else {}, people)),
    )


def _told(
    facts: Mapping[str, object], people: Mapping[int | None, str]
) -> Iterator[tuple[str, str]]:
    for name, value in facts.items():
        if value in (None, "") or name.endswith(HASHES):
            continue
        if name in OF_PEOPLE and isinstance(value, int):
            yield name, people.get(value, "")
        else:
            yield name, str(value)
