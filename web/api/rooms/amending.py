"""Approvals subject to amendments, the second officer's word on them, and signatures elsewhere."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from casework.errors import NotFoundError
from casework.record.conditions import amendments_of
from casework.record.desk import found
from casework.record.dossier import dossier
from casework.record.people import names
from casework.record.since import head_of
from casework.rules.signing import MOST_AMENDMENTS, Amendment
from casework.sign_off import (
    GivenElsewhere,
    Seen,
    approve_subject_to,
    certify,
    record_signature,
    refuse_certificate,
)
from models import SigningRound
from web.api import shapes_beside as shapes
from web.api.callers import Calling
from web.api.changes import Changing, Saying, Told, done, quoted
from web.api.document import an_act, looks
from web.api.files import a_file
from web.api.signing_tokens import sure_of
from web.api.words import Line, Moment, Reference, Sent, Words
from web.case_file import looking_at
from web.files import BYTES, PDF
from web.signing_view import to_certify

router = APIRouter(prefix="/cases/{reference}")
Manifest = Annotated[
    str, Field(pattern="^[0-9a-f]{64}$", description="SHA-256 of a manifest, as read.")
]
Evidence = Annotated[bytes, a_file(PDF, BYTES)]


class AmendmentSent(Sent):
    """One change to which an approval is subject."""

    words: Annotated[Words, Field(min_length=1)]
    place: Annotated[Line, Field(description="A marked place; empty: the whole document.")] = ""


class ConditionSent(Sent):
    """The text that was read, and what is to be changed in it."""

    manifest: Manifest
    amendments: Annotated[list[AmendmentSent], Field(min_length=1, max_length=MOST_AMENDMENTS)]


class CertificateSent(Sent):
    """The two texts that were compared, the older first."""

    before: Manifest
    manifest: Manifest


class RefusalSent(Sent):
    """What else was changed."""

    reason: Annotated[Line, Field(min_length=8)]


@router.post(
    "/signatures/elsewhere",
    summary="Record a signature given elsewhere",
    **an_act("record_signature", PDF, BYTES),
)
def elsewhere(
    change: Changing,
    evidence: Evidence,
    person: Annotated[Line, Query(min_length=1, description="A key or a name.")],
    how: Annotated[Line, Query(min_length=1, examples=["in ink"])],
    at: Annotated[Moment, Query(examples=["2022-11-30T10:00:00+00:00"])],
) -> Response:
    """Record a signature given in ink, by e-mail or in a minute, with the evidence of it."""

    def deed() -> Told:
        given = GivenElsewhere(person, how, evidence)
        step = record_signature(change.visit.record, change.hand(), change.reference, given, at)
        return Told(f"It is on the record as {step}.")

    return done(change, deed)


@router.post("/conditions", summary="Approve subject to amendments", **an_act("approve_subject_to"))
def subject_to(change: Saying, sent: ConditionSent) -> Response:
    """Approve, or sign, subject to amendments: the response goes back to have them made."""

    def deed() -> Told:
        seen, hand = Seen(sent.manifest, sure_of(change)), change.hand()
        wanted = [Amendment(one.words, one.place) for one in sent.amendments]
        approve_subject_to(change.visit.record, hand, change.reference, wanted, seen)
        return Told("It is in review again, and the amendments stand among its remarks.")

    return done(change, deed)


@router.get("/certificate", summary="What is to be certified", **looks())
def to_be_certified(call: Calling, reference: Reference, answer: Response) -> shapes.ToCertify:
    """Tell which approval subject to amendments waits for a second officer, and on which texts."""
    here = call.visit
    with looking_at(here, reference) as (session, case):
        file, people = dossier(session, case), names(session)
        row = to_certify(session, here.visitor.settings, file)
        old = session.get(SigningRound, row.round_id) if row else None
        answer.headers["etag"] = quoted(head_of(session, case))
    if row is None or old is None:
        raise NotFoundError("Nothing is to be certified here.")
    new = found(file.round)
    return shapes.ToCertify(
        step=row.step,
        given_by=people.get(row.person_id, ""),
        amendments=[
            shapes.AmendmentTold(words=one.words, place=one.place) for one in amendments_of(row)
        ],
        before=old.manifest_sha256,
        manifest=new.manifest_sha256,
        version_before=old.copy_version,
        version=new.copy_version,
    )


@router.post("/certificate", summary="Certify the amendments", **an_act("certify_amendments"))
def certified(change: Saying, sent: CertificateSent) -> Response:
    """Certify that only the amendments were made: the approval then counts for the new text."""

    def deed() -> Told:
        seen, hand = Seen(sent.manifest, sure_of(change)), change.hand()
        compared = (sent.before, sent.manifest)
        step = certify(change.visit.record, hand, change.reference, compared, seen)
        return Told(f"Certified: it counts as {step} for this text.")

    return done(change, deed)


@router.post("/certificate/refusal", summary="Refuse to certify", **an_act("refuse_certificate"))
def not_certified(change: Saying, sent: RefusalSent) -> Response:
    """Say that more than the amendments was changed: whoever approved is asked again."""

    def deed() -> Told:
        refuse_certificate(change.visit.record, change.hand(), change.reference, sent.reason)
        return Told("It is on the record, and whoever approved is asked again.")

    return done(change, deed)
