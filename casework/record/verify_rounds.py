"""Proving the rounds of signing: manifest, files and signatures belong together."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlmodel import Session

from casework.record.bytes import digest
from casework.record.rounds import manifest_fits
from casework.record.verify_acts import Bodies
from models import Condition, Signature, SigningRound

OPENED = "signing_opened"
SUBJECT_TO, CERTIFIED = "approved_subject_to", "amendments_certified"
Facts = Mapping[str, Any]


def round_faults(session: Session, bodies: Bodies) -> Iterator[str]:
    """Yield a sentence for each round or signature that is not what the history says."""
    opened = {
        (entry.chain, body["facts"]["round"]): body["facts"]["manifest"]
        for entry, body in bodies
        if body["what"] == OPENED
    }
    manifests = {}
    for row in _rows(session, SigningRound):
        manifests[row.id] = row.manifest_sha256
        known = opened.get((f"case:{row.case_id}", row.number))
        if known != row.manifest_sha256 or not manifest_fits(row):
            yield f"The manifest of signing round {row.number} (case {row.case_id}) was altered."
    for row in _rows(session, Signature):
        if manifests.get(row.round_id) != row.manifest_sha256:
            yield f"Signature {row.id} is not bound to the manifest of its round."
    yield from _condition_faults(session, bodies, manifests)


def _condition_faults(
    session: Session, bodies: Bodies, manifests: Mapping[int, str]
) -> Iterator[str]:
    """Yield a sentence for each approval subject to amendments that is not what was approved."""
    given, certified = _told_of(bodies, SUBJECT_TO), _told_of(bodies, CERTIFIED)
    conditions = {row.id: row for row in _rows(session, Condition)}
    for row in conditions.values():
        if not _is_as_told(row, given.get(row.id)) or (
            manifests.get(row.round_id) != row.manifest_sha256
        ):
            yield f"The approval {row.id}, subject to amendments, was altered."
    for row in _rows(session, Signature):
        condition = conditions.get(row.condition_id)
        if row.condition_id and not _is_certified(row, condition, certified.get(row.condition_id)):
            yield f"Signature {row.id} stands on a certificate the history does not hold."


def _told_of(bodies: Bodies, what: str) -> dict[int, Facts]:
    return {
        body["facts"]["condition"]: {**body["facts"], "by": body["person"]}
        for _, body in bodies
        if body["what"] == what
    }


def _is_as_told(row: Any, told: Facts | None) -> bool:
    said = {
        "manifest": row.manifest_sha256,
        "signatory": row.person_id,
        "step": row.step,
        "amendments": digest(row.amendments.encode()),
    }
    return told is not None and all(told[name] == value for name, value in said.items())


def _is_certified(row: Any, condition: Any, told: Facts | None) -> bool:
    """Return whether a second person certified this signature, on these two texts."""
    if condition is None or told is None:
        return False
    said = {
        "signature": row.id,
        "manifest": row.manifest_sha256,
        "before": condition.manifest_sha256,
        "amendments": digest(condition.amendments.encode()),
        "by": condition.settled_by_id,
    }
    same_hand = (row.person_id, row.step) == (condition.person_id, condition.step)
    return (
        same_hand
        and told["by"] != row.person_id
        and condition.state == "certified"
        and all(told[name] == value for name, value in said.items())
    )


def _rows(session: Session, table: Any) -> list[Any]:
    return list(session.connection().execute(table.__table__.select()))
