"""Who has the response out to edit, and since when. It warns others; it locks nothing."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlmodel import Session, col, select

from casework.record.desk import found
from casework.record.hand import LONDON
from casework.record.proposals import for_editing
from casework.rules.wording import weekday_date
from models import Checkout, Document, Person


class Out(NamedTuple):
    """One person who has a version out."""

    person: str
    person_id: int
    version: int
    since: datetime
    current: int
    """Number of the version that is current now."""
    is_stale: bool
    """Whether work has gone on without them."""


def open_checkouts(session: Session, document: Document) -> list[Checkout]:
    """Return the markers of a document that have not ended, oldest first."""
    wanted = select(Checkout).where(
        Checkout.document_id == document.id, col(Checkout.ended_at).is_(None)
    )
    return list(session.exec(wanted.order_by(col(Checkout.since), col(Checkout.id))))


def who_has_it(session: Session, document: Document) -> list[Out]:
    """Return who has the document out to edit, the longest first."""
    fresh = {document.current, for_editing(session, document)}
    return [
        Out(
            person=found(session.get(Person, row.person_id)).name,
            person_id=row.person_id,
            version=row.version,
            since=row.since,
            current=document.current,
            is_stale=row.version not in fresh,
        )
        for row in open_checkouts(session, document)
    ]


def out_words(out: Out, today: date) -> str:
    """Return `Ada Marsh has had version 3 since Tuesday 4 November, 15:10.`, or more."""
    said = f"{out.person} has had version {out.version} since {since_words(out.since, today)}"
    if out.is_stale:
        return (
            f"{said}; version {out.current} is current now, so that edit will be kept beside it "
            "when it comes back."
        )
    return f"{said}."


def since_words(moment: datetime, today: date) -> str:
    """Return `Tuesday 4 November, 15:10` as London's clocks show it; the year if it is another."""
    local = moment.astimezone(LONDON)
    day = weekday_date(local.date())
    if local.year == today.year:
        day = day.removesuffix(f" {local.year}")
    return f"{day}, {local:%H:%M}"


def names(outs: Sequence[Out], version: int) -> list[str]:
    """Return who has this version out."""
    return [out.person for out in outs if out.version == version]
