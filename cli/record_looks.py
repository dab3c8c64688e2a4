"""What `section55 doctor` reads from the record: office, sweeps, sources, outbox, letters."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cli.given import LONDON
from cli.looks import Look

if TYPE_CHECKING:
    from casework.record.record import Record

SWEEP_EVERY = timedelta(hours=36)
"""The sweep is daily; a day and a half without one is too long."""
OUTBOX_PATIENCE = timedelta(minutes=30)


def office(record: "Record", now: datetime) -> Iterator[Look]:
    """Look whether an office is loaded, and what its settings leave open."""
    from casework.rules.office_gaps import office_gaps

    with record.reading() as session:
        settings = record.settings_of(session, record.office(session))
    yield Look("office", well=True, said=settings.office.name)
    for gap in office_gaps(settings, now.astimezone(LONDON).date()):
        yield Look("office", well=False, said=gap)


def sweeps(record: "Record", now: datetime) -> Iterator[Look]:
    """Look when the deadlines were last swept: each sweep leaves the day's anchor."""
    from sqlmodel import col, select

    from models import Anchor

    with record.reading() as session:
        mine = select(Anchor).where(Anchor.office_id == record.office(session).id)
        last = session.exec(mine.order_by(col(Anchor.day).desc())).first()
    if last is None:
        yield Look("last sweep", well=False, said="never: `section55 sweep` makes one now")
        return
    age = now.astimezone(LONDON).date() - last.day
    yield Look("last sweep", age < SWEEP_EVERY, f"on {last.day.isoformat()}")


def sources(record: "Record", now: datetime) -> Iterator[Look]:
    """Look when each source was last read, and what it is crying about."""
    del now
    from sqlmodel import select

    from models import Source

    with record.reading() as session:
        rows = list(
            session.exec(select(Source).where(Source.office_id == record.office(session).id))
        )
    if not rows:
        yield Look(
            "sources", well=True, said="none has been read yet; `section55 watch` reads them"
        )
    for row in rows:
        when = f"{row.looked_at:%Y-%m-%d %H:%M} UTC" if row.looked_at else "never"
        said = f"{row.key}, last read {when}{f'; {row.alarm}' if row.alarm else ''}"
        yield Look("source", well=not row.alarm, said=said)


def outbox(record: "Record", now: datetime) -> Iterator[Look]:
    """Look how long errands have been waiting, and which are in trouble."""
    from sqlmodel import col, select

    from models import OutboxRow

    with record.reading() as session:
        mine = select(OutboxRow).where(OutboxRow.office_id == record.office(session).id)
        waiting = mine.where(col(OutboxRow.done_at).is_(None), OutboxRow.due_at <= now)
        rows = list(session.exec(waiting.order_by(col(OutboxRow.due_at))))
        later = mine.where(col(OutboxRow.done_at).is_(None), OutboxRow.trouble != "")
        troubled = list(session.exec(later))
    if not rows:
        yield Look("outbox", well=True, said="nothing is waiting")
    else:
        said = f"{len(rows)} errands are due, the oldest since {rows[0].due_at:%Y-%m-%d %H:%M} UTC"
        yield Look("outbox", now - rows[0].due_at < OUTBOX_PATIENCE, said)
    for trouble, number in Counter(row.trouble for row in troubled).items():
        yield Look("errands", well=False, said=f"{number} are in trouble: {trouble}")


def letters(record: "Record", now: datetime) -> Iterator[Look]:
    """Look for letters of which nobody knows whether they were sent."""
    del now
    from sqlmodel import select

    from models import Mail
    from models.words import MailState

    with record.reading() as session:
        mine = select(Mail).where(Mail.office_id == record.office(session).id)
        rows = list(session.exec(mine.where(Mail.state == MailState.UNKNOWN)))
    if not rows:
        yield Look("letters", well=True, said="every letter’s fate is known")
    for row in rows:
        said = (
            f"{row.key}: nobody knows whether it was sent; look, then `section55 sent` or `bounced`"
        )
        yield Look("letter", well=False, said=said)
