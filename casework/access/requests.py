"""One number, one request: what a token used each of its numbers for, and what was answered."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from casework.errors import RefusedInputError
from casework.record.desk import found
from casework.record.record import Record
from models import ApiRequest

OTHER_REQUEST = (
    "This Idempotency-Key was used for another request: give each request a key of its own, "
    "and repeat it only with the same address and body."
)


def claimed(
    record: Record, token_id: int, number: str, request_sha256: str, now: datetime
) -> ApiRequest:
    """Return the row of a request, written if it is new; refuse a number used for another one."""
    fresh = ApiRequest(token_id=token_id, number=number, request_sha256=request_sha256, made_at=now)
    try:
        row = _claim(record, fresh)
    except IntegrityError:  # another request with this number came in at the same moment
        row = _claim(record, fresh)
    if row.request_sha256 != request_sha256:
        raise RefusedInputError(OTHER_REQUEST)
    return row


def keep_answer(record: Record, row: ApiRequest, answer: str) -> str:
    """Keep what is answered to a request. Returns what was answered first."""
    with record.writing() as session:
        kept = found(session.get(ApiRequest, row.id, with_for_update=True))
        if not kept.answer:
            kept.answer = answer
            session.add(kept)
            session.commit()
        return kept.answer


def _claim(record: Record, fresh: ApiRequest) -> ApiRequest:
    with record.writing() as session:
        known = _known(session, fresh)
        if known is None:
            known = ApiRequest(**fresh.model_dump())
            session.add(known)
            session.commit()
        session.expunge_all()
        return known


def _known(session: Session, fresh: ApiRequest) -> ApiRequest | None:
    wanted = select(ApiRequest).where(
        ApiRequest.token_id == fresh.token_id, ApiRequest.number == fresh.number
    )
    return session.exec(wanted).first()
