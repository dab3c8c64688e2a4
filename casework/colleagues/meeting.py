"""Meetings at which a case is on the agenda, and what the body said there it will do."""

from dataclasses import dataclass
from datetime import date

from casework.colleagues.said import one_line, said, the_finding
from casework.errors import NotAllowedError, NotFoundError
from casework.record.acts import act
from casework.record.colleagues import consulted, next_of
from casework.record.desk import Desk, found
from casework.rules.authority import who_may
from casework.rules.wording import british_date
from models import Case, Meeting, MeetingAction

MINUTE_TAKERS = who_may("note_meeting")


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """A meeting about to be noted: one to come, or one that was held."""

    board: str
    held_on: date
    minute: str = ""


@dataclass(frozen=True, slots=True)
class NewAction:
    """Something the body will do, as a meeting agreed it."""

    meeting: int
    """Its number in the case."""
    words: str
    finding: str = ""
    owner: str = ""
    due: date | None = None


@act("note_meeting")
def note_meeting(desk: Desk, reference: str, new: NewMeeting) -> int:
    """Note a meeting at which a case is, or was, on the agenda. Returns its number.

    The same board on the same day is one meeting, however often it is noted; a
    minute that was not known before is added to it.
    """
    case = desk.open_case(reference)
    board = one_line(new.board, "which meeting it is")
    every = consulted(desk.session, case).meetings
    known = next((m for m in every if (m.board, m.held_on) == (board, new.held_on)), None)
    if known:
        return _with_minute(desk, case, known, new.minute)
    row = Meeting(
        office_id=desk.office_id,
        case_id=found(case.id),
        number=next_of(every),
        board=board,
        held_on=new.held_on,
        minute=one_line(new.minute),
        noted_by_id=found(desk.person_id),
        noted_at=desk.hand.at,
    )
    desk.session.add(row)
    desk.session.flush()
    on = row.held_on.isoformat()
    desk.note("meeting_noted", case, meeting=row.number, on=on, minute=row.minute)
    return row.number


@act("note_minute")
def note_minute(desk: Desk, reference: str, number: int, minute: str) -> int:
    """Say where the minute of a meeting is found. Returns the meeting's number."""
    case = desk.open_case(reference)
    row = _meeting(desk, case, number)
    return _with_minute(desk, case, row, one_line(minute, "the minute, or where it is found"))


@act("note_action")
def note_action(desk: Desk, reference: str, new: NewAction) -> int:
    """Note what the body itself will do, as a meeting agreed it. Returns its number.

    Police Act 1996 s.55(5B): for a recommendation, the answer says this.
    """
    case = desk.open_case(reference)
    meeting = _meeting(desk, case, new.meeting)
    if meeting.held_on > desk.hand.today:
        day = british_date(meeting.held_on)
        message = f"That meeting is on {day}: note what it agreed once it has been held."
        raise NotAllowedError(message)
    row = MeetingAction(
        office_id=desk.office_id,
        case_id=found(case.id),
        meeting_id=found(meeting.id),
        number=next_of(consulted(desk.session, case).actions),
        finding=the_finding(desk, case, new.finding),
        words=said(new.words, "what was agreed"),
        owner=one_line(new.owner),
        due=new.due,
        noted_by_id=found(desk.person_id),
        noted_at=desk.hand.at,
    )
    desk.session.add(row)
    desk.session.flush()
    at, about = meeting.number, row.finding
    desk.note("action_agreed", case, action=row.number, meeting=at, finding=about)
    return row.number


def _with_minute(desk: Desk, case: Case, row: Meeting, minute: str) -> int:
    words = one_line(minute)
    if words and words != row.minute:
        row.minute = words
        desk.session.add(row)
        desk.note("minute_noted", case, meeting=row.number, minute=words)
    return row.number


def _meeting(desk: Desk, case: Case, number: int) -> Meeting:
    rows = consulted(desk.session, case).meetings
    row = next((one for one in rows if one.number == number), None)
    if row is None:
        raise NotFoundError(f"{case.reference} has no meeting {number}: note the meeting first.")
    return row
