"""The chained history: one chain per case, one per office."""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from sqlmodel import Session, col, select

from casework.errors import ChangedSinceError
from models import Act, Anchor, HistoryEntry

Fact = str | int | bool | None


def canonical(body: Mapping[str, object]) -> str:
    """Return JSON that is the same for the same content, byte by byte."""
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def link(previous: str, body: str) -> str:
    """Return the hash of an entry: SHA-256 over the hash before it and its body."""
    return sha256(f"{previous}\n{body}".encode()).hexdigest()


def append(
    session: Session, office_id: int, chain: str, act_id: str, body: Mapping[str, object]
) -> HistoryEntry:
    """Add one entry to the end of a chain and return it."""
    last = head(session, chain)
    text = canonical(body)
    before = last.hash if last else ""
    entry = HistoryEntry(
        office_id=office_id,
        chain=chain,
        seq=last.seq + 1 if last else 1,
        act_id=act_id,
        body=text,
        previous=before,
        hash=link(before, text),
    )
    session.add(entry)
    session.flush()
    return entry


def seal(entry: HistoryEntry, act: Act) -> None:
    """Bind an act's own row into its last entry, the head of its chain till now."""
    body = {**json.loads(entry.body), **sealed(act)}
    entry.body = canonical(body)
    entry.hash = link(entry.previous, entry.body)


def sealed(act: Act) -> dict[str, object]:
    """Return what only the last entry of an act says: what was done, where, with what answer."""
    answer = sha256(act.answer.encode()).hexdigest()
    return {"answer": answer, "case": act.case_id, "deed": act.what}


def head(session: Session, chain: str) -> HistoryEntry | None:
    """Return the last entry of a chain."""
    newest = col(HistoryEntry.seq).desc()
    return session.exec(
        select(HistoryEntry).where(HistoryEntry.chain == chain).order_by(newest).limit(1)
    ).first()


def check_seen(session: Session, chain: str, reference: str, seen: str) -> None:
    """Refuse to go on from an older state of a case than it is in; `seen` empty asks nothing."""
    last = head(session, chain) if seen else None
    if last is not None and last.hash != seen:
        raise ChangedSinceError(reference)


def is_anchored(session: Session, office_id: int, day: date) -> bool:
    """Return whether the heads of this day have been written down."""
    wanted = select(Anchor.id).where(Anchor.office_id == office_id, Anchor.day == day)
    return session.exec(wanted).first() is not None


def anchor(session: Session, office_id: int, day: date) -> str:
    """Write down the heads of all chains for one day, and return the hash over them."""
    before = session.exec(
        select(Anchor).where(Anchor.office_id == office_id).order_by(col(Anchor.id).desc())
    ).first()
    heads = canonical(_heads(session, office_id))
    hash_ = anchor_link(before.hash if before else "", day, heads)
    session.add(Anchor(office_id=office_id, day=day, heads=heads, hash=hash_))
    session.flush()
    return hash_


def anchor_link(previous: str, day: date, heads: str) -> str:
    """Return the hash of an anchor: over the one before it, its day and the heads."""
    return link(previous, f"{day.isoformat()}\n{heads}")


def _heads(session: Session, office_id: int) -> dict[str, object]:
    chains = session.exec(
        select(HistoryEntry.chain).where(HistoryEntry.office_id == office_id).distinct()
    ).all()
    found = {chain: head(session, chain) for chain in chains}
    return {chain: [entry.seq, entry.hash] for chain, entry in found.items() if entry}
