"""The calendar of all open cases, laid into outputs/ for whoever subscribes to it."""

from datetime import UTC, datetime

from sqlmodel import Session, col, func, select

from casework.record.copies import write_whole
from casework.record.desk import found
from casework.record.dossier import Dossier, dossier
from casework.record.editions import is_embargoed
from casework.record.record import Record
from casework.registers.bank_holidays import bank_holidays_around
from casework.registers.calendar_file import as_ics
from casework.reminders.telling import has_clock
from casework.rules.calendar import CalendarEntry, case_entries
from casework.rules.plan import milestones
from models import Act, Case
from models.shapes.office import OfficeSettings
from models.words import FINISHED, Stage

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
FILE = "cases/calendar.ics"


def write_calendar(record: Record) -> int:
    """Write the calendar of every open case and return how many entries it has.

    Embargoed cases stay out of it: a calendar is shared.
    """
    with record.reading() as session:
        office = record.office(session)
        settings = record.settings_of(session, office)
        stamp = _last_change(session, found(office.id))
        entries = [
            entry
            for case in _open_cases(session, found(office.id))
            for entry in _entries(settings, dossier(session, case))
        ]
    write_whole(record.outputs / FILE, as_ics(entries, stamp, settings.office.name))
    return len(entries)


def _open_cases(session: Session, office_id: int) -> list[Case]:
    over = FINISHED | {Stage.PUBLISHED}
    wanted = select(Case).where(
        Case.office_id == office_id,
        col(Case.stage).not_in(over),
        # A response that is public, and only being corrected, has no clock left.
        col(Case.responded_on).is_(None),
    )
    rows = session.exec(wanted.order_by(Case.reference))
    return [case for case in rows if has_clock(case) and not is_embargoed(case)]


def _entries(settings: OfficeSettings, file: Dossier) -> tuple[CalendarEntry, ...]:
    holidays = bank_holidays_around(file.published)
    route = settings.routes[file.case.route]
    due = [force.comments_due_on for force in file.forces if force.comments_due_on]
    return case_entries(
        settings.office.key,
        file.case.reference,
        file.report.title,
        file.published,
        milestones(file.published, route, settings.lead_times, holidays),
        comments_due=max(due, default=None),
        provisional=file.provisional,
        address=file.report.address or None,
    )


def _last_change(session: Session, office_id: int) -> datetime:
    # The daily sweep changes no day of the plan: the file stays as it was.
    wanted = select(func.max(Act.recorded_at)).where(
        Act.office_id == office_id, Act.what != "sweep_deadlines"
    )
    return session.exec(wanted).first() or BEGINNING
