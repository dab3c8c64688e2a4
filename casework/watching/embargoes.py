"""Reports held under embargo: once the release has come, the live page is looked for."""

from datetime import date

from sqlmodel import col, select

from casework.errors import CaseworkError
from casework.intake import open_report
from casework.reading.document import read_document
from casework.record.acts import act
from casework.record.bytes import digest
from casework.record.desk import Desk, found
from casework.record.hand import Hand
from casework.record.post import take_back_letters
from casework.record.record import Record
from casework.record.warnings import warn
from casework.registers.addressees import load_addressees
from casework.registers.forces import load_forces
from casework.rules.findings.report import read_report
from casework.rules.wording import british_date
from casework.watching.opening import report_at
from casework.watching.seen import Fetcher, step
from models import Case, Report
from models.words import FINISHED


def look_for_live_pages(record: Record, hand: Hand, fetcher: Fetcher) -> list[str]:
    """Look for the live page of every report whose release has come. Returns those released."""
    released = []
    for reference, address in _past_release(record, hand):
        try:
            day = _see(record, hand, reference, address, fetcher)
        except CaseworkError:
            # Not out yet, or not to be had: the next run looks again.
            _not_seen(record, _once_a_day(record, hand, reference), reference)
            continue
        slipped(record, step(record, hand, f"slipped:{reference}"), reference, day)
        released.append(reference)
    return released


def _past_release(record: Record, hand: Hand) -> list[tuple[str, str]]:
    with record.reading() as session:
        wanted = (
            select(Case.reference, Report.address)
            .join(Report, col(Report.id) == Case.report_id)
            .where(
                Case.office_id == record.office(session).id,
                col(Case.embargoed_until) <= hand.now,
                col(Case.released_at).is_(None),
                col(Case.stage).not_in(FINISHED),
                Report.address != "",
            )
            .order_by(Case.reference)
        )
        return list(session.exec(wanted))


def _see(record: Record, hand: Hand, reference: str, address: str, fetcher: Fetcher) -> date | None:
    live = report_at(fetcher, address, "report.html")
    read = read_report(read_document(live.data, live.name), load_forces(), load_addressees())
    # Handed in once more by the service itself, it is a known report seen live.
    open_report(record, step(record, hand, f"live:{reference}"), live)
    return read.published


@act("note_slipped_release")
def slipped(desk: Desk, reference: str, day: date | None) -> bool:
    """Plan a case anew whose report came out later than its embargoed copy said."""
    case = desk.case(reference)
    planned = case.published_on or case.candidate_on
    if day is None or day <= planned or day > desk.hand.today:
        return False
    text = (
        f"{reference} was to be released on {british_date(planned)}; the live page gives "
        f"{british_date(day)}.\n\n"
    )
    if case.published_on is None:
        case.candidate_on = day
        case.date_source = "the live page, seen after the embargo"
        take_back_letters(desk, case)
        desk.wake("draft-response", case)
        desk.wake("invite-comments", case)
        text += "Every day of the case is planned anew from there. Confirm the date."
    else:
        text += "A person confirmed the earlier date, and it stands until one confirms another."
    desk.note("release_slipped", case, start=planned.isoformat(), end=day.isoformat())
    warn(desk, case, f"slipped:{reference}:{day}", f"{reference}: the release slipped", text)
    return True


@act("look_for_live_page")
def _not_seen(desk: Desk, reference: str) -> bool:
    desk.note("live_page_not_seen", desk.case(reference))
    return True


def _once_a_day(record: Record, hand: Hand, reference: str) -> Hand:
    number = digest(f"{record.office_key}:live:{reference}:{found(hand.today)}".encode())[:32]
    return Hand(now=hand.now, act_id=f"watch:{number}")
