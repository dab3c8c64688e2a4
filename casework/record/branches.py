"""Edits kept beside the current version: whose, made from what, and what became of them."""

import json
from dataclasses import dataclass

from sqlmodel import Session, col, select

from models import Case, Document, HistoryEntry, Version
from models.words import DocumentType, Language, VersionKind

SETTLED = "branch_settled"
"""What the history says when somebody has dealt with a branch without taking it over.

A version is never changed, so that this stands in the chain and nowhere else.
"""


@dataclass(frozen=True, slots=True)
class Branch:
    """An edit kept beside the current version."""

    version: Version
    taken_as: int = 0
    """Number of the version it became; 0 while nobody has taken it over."""
    settled_because: str = ""

    @property
    def waits(self) -> bool:
        """Return whether somebody has yet to say what becomes of it."""
        return not self.taken_as and not self.settled_because

    @property
    def became(self) -> str:
        """Return what became of it, in words."""
        if self.taken_as:
            return f"taken over as version {self.taken_as}"
        if self.settled_because:
            return f"settled: {self.settled_because}"
        return "waiting"


def branches_of(session: Session, case: Case, document: Document) -> list[Branch]:
    """Return the branches of a document, oldest first."""
    rows = session.exec(
        select(Version).where(
            Version.document_id == document.id,
            col(Version.kind).in_([VersionKind.BRANCH, VersionKind.CHECK_IN]),
        )
    ).all()
    beside = sorted((r for r in rows if r.kind is VersionKind.BRANCH), key=lambda r: r.number)
    if not beside:
        return []
    taken = {row.parent: row.number for row in rows if row.kind is VersionKind.CHECK_IN}
    settled = _settled(session, case, document)
    return [Branch(row, taken.get(row.number, 0), settled.get(row.number, "")) for row in beside]


def waiting_branches(session: Session, case: Case) -> list[Version]:
    """Return the edits of the response of which nobody has said what becomes of them."""
    documents = select(Document).where(
        Document.case_id == case.id,
        Document.type == DocumentType.RESPONSE,
        Document.language == Language.ENGLISH,
    )
    return [
        branch.version
        for document in session.exec(documents)
        for branch in branches_of(session, case, document)
        if branch.waits
    ]


def _settled(session: Session, case: Case, document: Document) -> dict[int, str]:
    """Return the reasons by which branches were settled, by number; the last one counts."""
    said = session.exec(
        select(HistoryEntry.body)
        .where(
            HistoryEntry.chain == f"case:{case.id}",
            col(HistoryEntry.body).contains(f'"what":"{SETTLED}"'),
        )
        .order_by(col(HistoryEntry.seq))
    )
    facts = [json.loads(body)["facts"] for body in said]
    return {one["number"]: one["reason"] for one in facts if one["document"] == document.id}
