"""The calendar of open cases: laid into outputs/, or read by one person at a secret address."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlmodel import Session, col, func, select

from casework.record.copies import write_whole
from casework.record.desk import found
from casework.record.dossier import Dossier, dossier
from casework.record.editions import is_embargoed, is_held
from casework.record.record import Record
from casework.registers.bank_holidays import bank_holidays_around
from casework.registers.calendar_file import as_ics
from casework.reminders.telling import has_clock
from casework.rules.calendar import CalendarEntry, case_entries, meeting_entry
from casework.rules.plan import milestones
from models import Act, Case, Meeting
from models.shapes.office import OfficeSettings
from models.words import FINISHED, Stage

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
FILE = "cases/calendar.ics"


HELD = "Under embargo: the calendar does not tell its title."
"""Calendars are copied to telephones, and shown to whoever stands beside."""


def write_calendar(record: Record) -> int:
    """Write the calendar of every open case and return how many entries it has.

    Embargoed cases stay out of it: a calendar is shared.
    """
    ics, count = _calendar(record, lambda case: not is_embargoed(case), None)
    write_whole(record.outputs / FILE, ics)
    return count


def calendar_of(record: Record, sees: Callable[[Case], bool], now: datetime) -> bytes:
    """Return the calendar of the open cases that somebody may see."""
    return _calendar(record, sees, now)[0]


def _calendar(
    record: Record, sees: Callable[[Case], bool], now: datetime | None
) -> tuple[bytes, int]:
    with record.reading() as session:
        office = record.office(session)
        settings = record.settings_of(session, office)
        stamp = _last_change(session, found(office.id))
        entries = [
            entry
            for case in _open_cases(session, found(office.id))
            if sees(case)
            for entry in (
                *_entries(settings, dossier(session, case), now),
                *_meetings(session, settings, case),
            )
        ]
    return as_ics(entries, stamp, settings.office.name), len(entries)


def _open_cases(session: Session, office_id: int) -> list[Case]:
    over = FINISHED | {Stage.PUBLISHED}
    wanted = select(Case).where(
        Case.office_id == office_id,
        col(Case.stage).not_in(over),
        # A response that is public, and only being corrected, has no clock left.
        col(Case.responded_on).is_(None),
    )
    rows = session.exec(wanted.order_by(Case.reference))
    return [case for case in rows if has_clock(case)]


def _entries(
    settings: OfficeSettings, file: Dossier, now: datetime | None
) -> tuple[CalendarEntry, ...]:
    held = now is not None and is_held(file.case, now)
    holidays = bank_holidays_around(file.published)
    route = settings.routes[file.case.route]
    due = [force.comments_due_on for force in file.forces if force.comments_due_on]
    return case_entries(
        settings.office.key,
        file.case.reference,
        HELD if held else file.report.title,
        file.published,
        milestones(file.published, route, settings.lead_times, holidays),
        comments_due=max(due, default=None),
        provisional=file.provisional,
        address=None if held else file.report.address or None,
    )


def _meetings(session: Session, settings: OfficeSettings, case: Case) -> list[CalendarEntry]:
    wanted = select(Meeting).where(Meeting.case_id == case.id).order_by(col(Meeting.number))
    return [
        meeting_entry(settings.office.key, case.reference, row.number, row.board, row.held_on)
        for row in session.exec(wanted)
    ]


def _last_change(session: Session, office_id: int) -> datetime:
    # The daily sweep changes no day of the plan: the file stays as it was.
    wanted = select(func.max(Act.recorded_at)).where(
        Act.office_id == office_id, Act.what != "sweep_deadlines"
    )
    return session.exec(wanted).first() or BEGINNING
