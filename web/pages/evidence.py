"""What proves it all: manifests, signatures, publication, letters, with every hash."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from fastapi import APIRouter
from sqlmodel import Session, col, select
from starlette.responses import Response

from casework.errors import NotFoundError
from casework.record.bytes import fetch
from casework.record.dossier import Dossier, dossier
from casework.record.people import names
from casework.rules.wording import british_date
from models import Case, Signature, SigningRound
from web.case_file import about, looking_at
from web.files import BYTES, attachment
from web.look import page
from web.signing_view import rounds_of
from web.version_list import version_list
from web.visits import Visiting

router = APIRouter()


@router.get("/cases/{reference}/evidence")
def evidence(here: Visiting, reference: str) -> Response:
    """Show what proves the signing, the publication and the letters of a case."""
    with looking_at(here, reference) as (session, case):
        file, people = dossier(session, case), names(session)
        rounds = [(one, _said(one), _signatures(session, one)) for one in rounds_of(session, case)]
        shown = version_list(session, case)
    return page(
        here.request,
        "evidence.html",
        here.visitor,
        **about(here, case, current="evidence"),
        dossier=file,
        rounds=rounds,
        versions=shown.versions,
        people=people,
    )


@router.get("/cases/{reference}/evidence/files/{sha256}")
def piece(here: Visiting, reference: str, sha256: str) -> Response:
    """Give one piece of evidence out, byte for byte."""
    with looking_at(here, reference) as (session, case):
        known = dict(_pieces(session, case, dossier(session, case)))
        if sha256 not in known:
            raise NotFoundError(f"{case.reference} has no such piece of evidence.")
        data = fetch(session, sha256)
    return attachment(data, f"{case.reference}-{known[sha256]}", BYTES)


def _said(one: SigningRound) -> list[tuple[str, str]]:
    said = json.loads(one.manifest)
    return [(name, _in_words(name, value)) for name, value in said.items()]


def _in_words(name: str, value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value).replace("_", " ")
    return british_date(date.fromisoformat(value)) if name == "dated" and value else str(value)


def _signatures(session: Session, one: SigningRound) -> list[Signature]:
    wanted = select(Signature).where(Signature.round_id == one.id)
    return list(session.exec(wanted.order_by(col(Signature.id))))


def _pieces(session: Session, case: Case, file: Dossier) -> Iterator[tuple[str, str]]:
    """Yield (SHA-256, name of the file) of every piece of evidence of a case."""
    for one in rounds_of(session, case):
        start = f"round-{one.number}"
        yield one.html_sha256, f"{start}.html"
        yield one.pdf_sha256, f"{start}.pdf"
        yield one.docx_sha256, f"{start}.docx"
        yield one.words_sha256, f"{start}-words.txt"
        for row in _signatures(session, one):
            if row.evidence_sha256:
                yield row.evidence_sha256, f"{start}-signature-{row.id}.bin"
    for publication in file.publications:
        if publication.seen_sha256:
            yield publication.seen_sha256, f"seen-{publication.publisher}.html"
    for mail in file.mails:
        if mail.proof_sha256:
            yield mail.proof_sha256, f"letter-{mail.id}.eml"
