"""Signing: a text is frozen, read, signed where the office allows it, or sent back."""

from enum import StrEnum
from typing import Annotated, Final

from fastapi import APIRouter
from pydantic import Field
from sqlmodel import Session
from starlette.responses import Response

from casework.errors import NotFoundError
from casework.record.bytes import fetch
from casework.record.since import head_of
from casework.sign_off import give_signature, send_back, submit
from models import Case, SigningRound
from models.words import SignatureStep
from web.api.callers import Calling
from web.api.changes import Saying, Told, done
from web.api.document import an_act, gives
from web.api.files import given
from web.api.signing_tokens import sure_of
from web.api.words import Day, Line, Number, Reference, Sent
from web.case_file import looking_at
from web.files import PDF, WORD
from web.signing_view import rounds_of

router = APIRouter(prefix="/cases/{reference}")
GIVEN: Final = {SignatureStep.APPROVED: "Approved.", SignatureStep.SIGNED: "Signed."}
HTML: Final = "text/html"
TEXT: Final = "text/plain"


class Form(StrEnum):
    """The forms of a frozen text."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    WORDS = "words"


KINDS: Final = {Form.HTML: HTML, Form.PDF: PDF, Form.DOCX: WORD, Form.WORDS: TEXT}


class SubmissionSent(Sent):
    """The date the response will bear, and who will sign."""

    dated: Annotated[Day | None, Field(description="Today, if left out.")] = None
    signed_by: Annotated[Line, Field(description="A deputy, if not the holder.")] = ""


class SignatureSent(Sent):
    """The text that was read: a signature binds nothing else."""

    manifest: Annotated[
        str, Field(pattern="^[0-9a-f]{64}$", description="SHA-256 of the manifest, as read.")
    ]


class ReasonSent(Sent):
    """Why."""

    reason: Annotated[Line, Field(min_length=8)]


@router.post("/rounds", summary="Submit for signature", **an_act("submit"))
def submitted(change: Saying, sent: SubmissionSent) -> Response:
    """Submit the current version for signature: the text is frozen."""
    here = change.visit

    def deed() -> Told:
        library = here.doors.library
        said = (change.reference, library, sent.dated, sent.signed_by)
        number = submit(here.record, change.hand(), *said)
        return Told("The text is frozen, and with its signatories.", number)

    return done(change, deed)


@router.post(
    "/signatures",
    summary="Give a signature",
    **an_act("sign"),
)
def signed(change: Saying, sent: SignatureSent) -> Response:
    """Give the next signature of the route, in the hand of whoever the token acts for."""

    def deed() -> Told:
        sure, hand = sure_of(change), change.hand()
        step = give_signature(change.visit.record, hand, change.reference, sent.manifest, sure)
        return Told(GIVEN[SignatureStep(step)])

    return done(change, deed)


@router.post("/send-back", summary="Send it back", **an_act("send_back"))
def sent_back(change: Saying, sent: ReasonSent) -> Response:
    """Send a response back into review, with a reason. Its signatures are void."""

    def deed() -> Told:
        send_back(change.visit.record, change.hand(), change.reference, sent.reason)
        return Told("It is in review again; its signatures are void.")

    return done(change, deed)


@router.get("/rounds/{number}/manifest", summary="Download a manifest", **gives("application/json"))
def manifest(call: Calling, reference: Reference, number: Number) -> Response:
    """Give the manifest of a round out, byte for byte as it was signed."""
    with looking_at(call.visit, reference) as (session, case):
        row, head = _round(session, case, number), head_of(session, case)
    name = f"{case.reference}-round-{number}-manifest.json"
    return given(row.manifest.encode(), name, "application/json", head)


@router.get("/rounds/{number}/{form}", summary="Download a form", **gives(*KINDS.values()))
def frozen(call: Calling, reference: Reference, number: Number, form: Form) -> Response:
    """Give one form of a frozen text out, byte for byte: `html`, `pdf`, `docx` or `words`."""
    with looking_at(call.visit, reference) as (session, case):
        row, head = _round(session, case, number), head_of(session, case)
        data = fetch(session, getattr(row, f"{form.value}_sha256"))
    ending = "txt" if form is Form.WORDS else form.value
    return given(data, f"{case.reference}-round-{number}.{ending}", KINDS[form], head)


def _round(session: Session, case: Case, number: int) -> SigningRound:
    for row in rounds_of(session, case):
        if row.number == number:
            return row
    raise NotFoundError(f"{case.reference} has no round {number} of signing.")
