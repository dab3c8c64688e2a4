"""Rounds of signing: what was frozen, whether it still is, and how it becomes void."""

import json
from typing import Protocol

from sqlmodel import Session, select

from casework.errors import CaseworkError, NotAllowedError
from casework.record.bytes import digest, fetch
from casework.record.desk import Desk
from casework.rules.powers import WITH_SIGNERS
from models import Case, Document, Publication, RoundState, SigningRound, Version
from models.words import DocumentType, Language, PublicationState, Role, Stage

FORMS = ("docx", "fragment", "html", "pdf", "words")
"""The published forms a manifest binds, by the names it gives them."""


class Frozen(Protocol):
    """A round of signing, as a row of any kind."""

    manifest: str
    manifest_sha256: str


def manifest_fits(of: Frozen) -> bool:
    """Return whether a manifest has its own hash, and names the round's files."""
    if digest(of.manifest.encode()) != of.manifest_sha256:
        return False
    said = json.loads(of.manifest)
    return all(said.get(name) == getattr(of, f"{name}_sha256") for name in FORMS)


def prove_frozen(session: Session, of: SigningRound) -> None:
    """Refuse to go on with anything but the very bytes that were frozen."""
    message = (
        f"The text frozen in signing round {of.number} is not what its manifest says: nobody may "
        "sign or publish it. Run `section55 verify`, then restore a backup."
    )
    if not manifest_fits(of):
        raise NotAllowedError(message)
    said = json.loads(of.manifest)
    copy = session.exec(
        select(Version.sha256)
        .join(Document)
        .where(
            Document.case_id == of.case_id,
            Document.type == DocumentType.RESPONSE,
            Document.language == Language.ENGLISH,
            Version.number == of.copy_version,
        )
    ).first()
    try:
        for key in (said["signing_copy"], *(said[name] for name in FORMS)):
            fetch(session, key)
    except CaseworkError as fault:
        raise NotAllowedError(message) from fault
    if copy != said["signing_copy"]:
        raise NotAllowedError(message)


def void_round(
    desk: Desk, case: Case, of: SigningRound, reason: str, by: Role | None = None
) -> None:
    """Void a round and all its signatures, and take the case back into review.

    Any change of the text voids: a signature is bound to the bytes it was given on.
    `by` names the role in which a deputy does it.
    """
    of.state = RoundState.VOID
    of.ended_because = reason
    desk.note("signatures_void", case, round=of.number, reason=reason)
    rows = desk.session.exec(select(Publication).where(Publication.round_id == of.id))
    for row in rows:
        if row.state is PublicationState.SCHEDULED:
            row.state = PublicationState.UNSCHEDULED
    case.planned_for = None
    if case.stage in WITH_SIGNERS:
        desk.move(case, Stage.IN_REVIEW, by=by, reason=reason)
