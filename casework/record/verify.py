"""Proving the record: every chain, every anchor, every kept file."""

import json
from collections.abc import Iterator

from sqlmodel import Session, col, select

from casework.record.bytes import digest
from casework.record.history import link
from casework.record.record import Record
from models import Act, Anchor, Blob, HistoryEntry, SigningRound


def faults(record: Record) -> list[str]:
    """Return what is wrong with the record, one sentence each; empty if it is whole.

    Finds a changed entry, a missing one, a swapped one, a changed file, an act
    whose row no longer says what the chain says, and a manifest that does not
    fit its files.
    """
    with record.reading() as session:
        return [
            *_chains(session),
            *_anchors(session),
            *_files(session),
            *_acts(session),
            *_manifests(session),
        ]


def _chains(session: Session) -> Iterator[str]:
    expected: dict[str, tuple[int, str]] = {}
    wanted = select(HistoryEntry).order_by(HistoryEntry.chain, col(HistoryEntry.seq))
    for entry in session.exec(wanted):
        seq, before = expected.get(entry.chain, (1, ""))
        if entry.seq != seq:
            yield f"History {entry.chain}: entry {seq} is missing."
        elif entry.previous != before:
            yield f"History {entry.chain}: entry {entry.seq} does not follow the one before it."
        elif link(entry.previous, entry.body) != entry.hash:
            yield f"History {entry.chain}: entry {entry.seq} was altered."
        expected[entry.chain] = (entry.seq + 1, entry.hash)


def _anchors(session: Session) -> Iterator[str]:
    last: dict[int, str] = {}
    for row in session.exec(select(Anchor).order_by(col(Anchor.id))):
        if link(last.get(row.office_id, ""), row.heads) != row.hash:
            yield f"The anchor of {row.day.isoformat()} was altered."
        last[row.office_id] = row.hash
        for chain, (seq, head) in json.loads(row.heads).items():
            yield from _anchored(session, row, chain, seq, head)


def _anchored(session: Session, row: Anchor, chain: str, seq: int, head: str) -> Iterator[str]:
    entry = session.exec(
        select(HistoryEntry).where(HistoryEntry.chain == chain, HistoryEntry.seq == seq)
    ).first()
    if entry is None:
        yield f"History {chain}: entry {seq}, anchored on {row.day.isoformat()}, is missing."
    elif entry.hash != head:
        yield f"History {chain}: entry {seq} differs from its anchor of {row.day.isoformat()}."


def _files(session: Session) -> Iterator[str]:
    for blob in session.exec(select(Blob)).yield_per(20):
        if digest(blob.data) != blob.sha256:
            yield f"The kept file {blob.sha256[:12]}… was altered."


def _acts(session: Session) -> Iterator[str]:
    rows = session.exec(select(HistoryEntry, Act).where(HistoryEntry.act_id == Act.id))
    for entry, act in rows:
        said = json.loads(entry.body)
        if "person" in said and (said["person"], said["role"]) != (act.person_id, act.role.value):
            yield f"Act {act.id[:12]} ({act.what}) differs from history {entry.chain} {entry.seq}."


def _manifests(session: Session) -> Iterator[str]:
    for row in session.exec(select(SigningRound)):
        said = json.loads(row.manifest)
        files = {
            "html": row.html_sha256,
            "pdf": row.pdf_sha256,
            "docx": row.docx_sha256,
            "fragment": row.fragment_sha256,
            "words": row.words_sha256,
        }
        fits = digest(row.manifest.encode()) == row.manifest_sha256
        if not fits or any(said.get(name) != key for name, key in files.items()):
            yield f"The manifest of signing round {row.number} (case {row.case_id}) was altered."
