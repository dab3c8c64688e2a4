"""What became of something seen; and a person's word where the service cannot tell."""

from datetime import timedelta

from sqlmodel import select

from casework.errors import NotFoundError, RefusedInputError
from casework.record.acts import act
from casework.record.desk import Desk
from casework.watching.seen import sighting
from casework.watching.telling import tell_trouble
from models import Source

FIRST_PAUSE = timedelta(minutes=15)
LONGEST_PAUSE = timedelta(hours=12)
TOLD_AFTER_TRIES = 2
"""A website that does not answer once may only be slow."""


@act("note_sighting")
def note_outcome(desk: Desk, key: str, reference: str, outcome: str) -> bool:
    """Settle something seen: its case was opened, or it is not for this office."""
    row = sighting(desk.session, desk.office_id, key)
    if row is None or row.outcome:
        return False
    row.outcome = outcome
    row.case_id = desk.case(reference).id if reference else None
    row.trouble, row.trouble_since, row.not_before = "", None, None
    desk.note("sighting_settled", sighting=row.id, opened=row.case_id)
    return True


@act("put_off_sighting")
def put_off(desk: Desk, key: str, trouble: str, *, at_once: bool) -> bool:
    """Write down that something seen could not be opened; tell somebody, once while it lasts."""
    row = sighting(desk.session, desk.office_id, key)
    if row is None or row.outcome:
        return False
    row.trouble, row.tries = trouble, row.tries + 1
    row.not_before = desk.now + min(FIRST_PAUSE * 2 ** min(row.tries - 1, 10), LONGEST_PAUSE)
    desk.noted = True
    if row.trouble_since is None and (at_once or row.tries >= TOLD_AFTER_TRIES):
        row.trouble_since = desk.now
        desk.note("report_not_opened", sighting=row.id)
        tell_trouble(desk, row, trouble)
    return True


@act("settle_sighting")
def settle_sighting(desk: Desk, key: str, because: str) -> bool:
    """Put aside something seen that is no report, or not for this office, on a person's word."""
    if not because.strip():
        raise RefusedInputError("Say why it is not for this office, with --because REASON.")
    row = sighting(desk.session, desk.office_id, key.strip())
    if row is None:
        message = f"Nothing called {key} was seen: `section55 sources` shows what waits."
        raise NotFoundError(message)
    if row.case_id:
        raise RefusedInputError(f"{key} has a case: end that, with `section55 end`.")
    row.outcome = f"settled by a person: {' '.join(because.split())}"
    row.trouble, row.trouble_since, row.not_before = "", None, None
    desk.note("sighting_settled", sighting=row.id, opened=None)
    return True


@act("trust_list")
def trust_list(desk: Desk, key: str) -> bool:
    """Take a shorter list as right, on a person's word: the next look compares with it."""
    row = desk.session.exec(
        select(Source).where(Source.office_id == desk.office_id, Source.key == key.strip())
    ).first()
    if row is None:
        raise NotFoundError(f"There is no source {key}: `section55 sources` shows them.")
    row.items = row.last_count
    desk.note("list_trusted", source=row.id, items=row.items)
    return True
