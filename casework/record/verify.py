"""Proving the record: every chain, every act, every anchor, every kept file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Row, String, type_coerce
from sqlmodel import Session, SQLModel, select

from casework.record.bytes import digest
from casework.record.history import anchor_link, link
from casework.record.record import Record
from casework.record.verify_acts import act_faults
from casework.record.verify_rounds import round_faults
from models import Anchor, Blob, HistoryEntry


@dataclass
class Chains:
    """What the chains say, as far as they can be believed."""

    faults: list[str] = field(default_factory=list)
    bodies: list[tuple[Any, dict[str, Any]]] = field(default_factory=list)
    """(entry, body) of every entry whose bytes agree with its hash."""
    hashes: dict[tuple[str, int], str] = field(default_factory=dict)
    """By chain and number."""


def faults(record: Record) -> list[str]:
    """Return what is wrong with the record, one sentence each; empty if it is whole.

    Finds a changed entry, a missing one, a swapped one, a changed or lost file,
    an act whose row no longer says what the chain says, an anchor that was
    changed or taken away, and a manifest that does not fit its files. Words are
    read as they lie there: a damaged one must be named, not stumbled over.
    """
    with record.reading() as session:
        chains = _chains(session)
        return [
            *chains.faults,
            *_anchors(session, chains),
            *_files(session),
            *act_faults(session, chains.bodies),
            *round_faults(session, chains.bodies),
        ]


def _chains(session: Session) -> Chains:
    read = Chains()
    expected: dict[str, tuple[int, str]] = {}
    columns = HistoryEntry.__table__.c  # type: ignore[attr-defined]  # SQLModel's own table
    for entry in session.connection().execute(
        HistoryEntry.__table__.select().order_by(columns.chain, columns.seq)  # type: ignore[attr-defined]
    ):
        seq, before = expected.get(entry.chain, (1, ""))
        whole = link(entry.previous, entry.body) == entry.hash
        name = f"History {entry.chain}: entry"
        if entry.seq != seq:
            read.faults.append(f"{name} {seq} is missing.")
        elif entry.previous != before:
            read.faults.append(f"{name} {entry.seq} does not follow the one before it.")
        elif not whole:
            read.faults.append(f"{name} {entry.seq} was altered.")
        if whole:
            read.bodies.append((entry, json.loads(entry.body)))
        read.hashes[entry.chain, entry.seq] = entry.hash
        expected[entry.chain] = (entry.seq + 1, entry.hash)
    return read


def _anchors(session: Session, chains: Chains) -> Iterator[str]:
    last: dict[int, str] = {}
    kept = set()
    for row in session.exec(select(Anchor).order_by(Anchor.id)):  # type: ignore[arg-type]
        day = row.day.isoformat()
        if anchor_link(last.get(row.office_id, ""), row.day, row.heads) != row.hash:
            yield f"The anchor of {day} was altered."
        else:
            yield from _anchored(chains, day, json.loads(row.heads))
        kept.add((f"office:{row.office_id}", day, row.hash))
        last[row.office_id] = row.hash
    for entry, body in chains.bodies:
        said = body["facts"]
        if body["what"] == "anchored" and (entry.chain, said["day"], said["hash"]) not in kept:
            yield f"The anchor of {said['day']} is not the one the history speaks of."


def _anchored(chains: Chains, day: str, heads: dict[str, tuple[int, str]]) -> Iterator[str]:
    for chain, (seq, head) in heads.items():
        known = chains.hashes.get((chain, seq))
        if known is None:
            yield f"History {chain}: entry {seq}, anchored on {day}, is missing."
        elif known != head:
            yield f"History {chain}: entry {seq} differs from its anchor of {day}."


def _files(session: Session) -> Iterator[str]:
    kept = set()
    for blob in session.exec(select(Blob)).yield_per(20):
        kept.add(blob.sha256)
        if digest(blob.data) != blob.sha256 or len(blob.data) != blob.size:
            yield f"The kept file {blob.sha256[:12]}… was altered."
    for column in _columns_that_name_files():
        for row in _named(session, column):
            if row[0] and row[0] not in kept:
                yield f"The file {row[0][:12]}…, named by a {column.table.name}, is missing."


def _columns_that_name_files() -> Iterator[Column[Any]]:
    for table in SQLModel.metadata.sorted_tables:
        for column in table.columns:
            if any(key.target_fullname == "blob.sha256" for key in column.foreign_keys):
                yield column


def _named(session: Session, column: Column[Any]) -> list[Row[Any]]:
    wanted = column.table.select().with_only_columns(type_coerce(column, String)).distinct()
    return list(session.connection().execute(wanted))
