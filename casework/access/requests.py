"""One number, one request: what a token used each of its numbers for, and what was answered.

A request is written down as its act begins. Refused, it leaves nothing; done,
its answer is kept for a month, for whoever did not hear it.
"""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, delete, select

from casework.errors import RefusedInputError
from casework.record.record import Record
from models import Act, ApiRequest

KEPT_DAYS: Final = 30
"""For how long an answer is given again.

A system that heard nothing asks again within minutes, or once somebody has
mended it. The act itself keeps its number for ever: a request that comes later
still is not done twice.
"""
OTHER_REQUEST = (
    "This Idempotency-Key was used for another request: give each request a key of its own, "
    "and repeat it only with the same address and body."
)


def asked(
    record: Record, token_id: int, number: str, request_sha256: str, now: datetime
) -> ApiRequest:
    """Return the row of a request, new or known; refuse a number used for another one.

    Nothing is written yet.
    """
    fresh = ApiRequest(token_id=token_id, number=number, request_sha256=request_sha256, made_at=now)
    with record.reading() as session:
        known = _known(session, fresh)
    return _the_same(known or fresh, fresh)


def claimed(record: Record, fresh: ApiRequest) -> ApiRequest:
    """Return the row of a request, written if it is new; refuse a number used for another one."""
    try:
        row = _claim(record, fresh)
    except IntegrityError:  # another request with this number came in at the same moment
        row = _claim(record, fresh)
    return _the_same(row, fresh)


def keep_answer(record: Record, row: ApiRequest, answer: str) -> str:
    """Keep what is answered to a request. Returns what was answered first."""
    with record.writing() as session:
        # The same request, refused at the same moment, may have let its number go.
        kept = _known(session, row, lock=True) or _copy(row)
        if not kept.answer:
            kept.answer = answer
            session.add(kept)
            session.commit()
        return kept.answer


def let_go(record: Record, row: ApiRequest, act_id: str) -> None:
    """Forget a request that was refused: whoever puts it right may use its number again."""
    with record.writing() as session:
        known = _known(session, row, lock=True)
        if known is not None and not known.answer and session.get(Act, act_id) is None:
            session.delete(known)
            session.commit()


def forget_old_requests(record: Record, now: datetime) -> int:
    """Forget the requests of more than a month ago. Returns how many there were.

    No part of the history: the acts they asked for are, and stay.
    """
    with record.writing() as session:
        before = col(ApiRequest.made_at) < now - timedelta(days=KEPT_DAYS)
        count = session.exec(delete(ApiRequest).where(before)).rowcount
        session.commit()
    return count


def _claim(record: Record, fresh: ApiRequest) -> ApiRequest:
    with record.writing() as session:
        known = _known(session, fresh)
        if known is None:
            known = _copy(fresh)
            session.add(known)
            session.commit()
        session.expunge_all()
        return known


def _copy(row: ApiRequest) -> ApiRequest:
    return ApiRequest(**row.model_dump(exclude={"id"}))


def _the_same(known: ApiRequest, fresh: ApiRequest) -> ApiRequest:
    if known.request_sha256 != fresh.request_sha256:
        raise RefusedInputError(OTHER_REQUEST)
    return known


def _known(session: Session, fresh: ApiRequest, *, lock: bool = False) -> ApiRequest | None:
    wanted = select(ApiRequest).where(
        ApiRequest.token_id == fresh.token_id, ApiRequest.number == fresh.number
    )
    return session.exec(wanted.with_for_update() if lock else wanted).first()
