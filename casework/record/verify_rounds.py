"""Proving the rounds of signing: manifest, files and signatures belong together."""

from collections.abc import Iterator
from typing import Any

from sqlmodel import Session

from casework.record.rounds import manifest_fits
from casework.record.verify_acts import Bodies
from models import Signature, SigningRound

OPENED = "signing_opened"


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


def _rows(session: Session, table: Any) -> list[Any]:
    return list(session.connection().execute(table.__table__.select()))
