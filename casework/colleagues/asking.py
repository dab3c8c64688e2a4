"""A question to one colleague: asked by name, due on a day, answered or taken back."""

from dataclasses import dataclass
from datetime import date

from casework.colleagues.said import one_line, said, the_finding
from casework.colleagues.telling import tell_of_question
from casework.errors import NotAllowedError, NotFoundError, RefusedInputError
from casework.record.acts import act
from casework.record.colleagues import consulted, is_open, next_of
from casework.record.desk import Desk, found
from casework.record.dossier import dossier
from casework.record.editions import is_held
from casework.rules.authority import who_may
from casework.rules.progress import OFFICERS, SIGNERS
from casework.rules.wording import british_date
from models import Case, Person, Question

ASKERS = who_may("ask_question")


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """A question about to be asked."""

    whom: str
    """Key or name of a person of the office."""
    words: str
    due: date
    finding: str = ""
    """Key of the finding it is about; empty for the case as a whole."""


@act("ask_question")
def ask_question(desk: Desk, reference: str, asked: NewQuestion) -> int:
    """Ask a colleague, and prepare the letter that tells them. Returns the question's number."""
    case = desk.open_case(reference)
    if asked.due < desk.hand.today:
        message = f"{british_date(asked.due)} has passed: give a day by which they can answer."
        raise RefusedInputError(message)
    row = Question(
        office_id=desk.office_id,
        case_id=found(case.id),
        number=next_of(consulted(desk.session, case).questions),
        finding=the_finding(desk, case, asked.finding),
        asked_id=found(_reachable(desk, case, asked.whom).id),
        asked_by_id=found(desk.person_id),
        words=said(asked.words, "the question"),
        due=asked.due,
        asked_at=desk.hand.at,
    )
    desk.session.add(row)
    desk.session.flush()
    due = row.due.isoformat()
    desk.note("question_asked", case, question=row.number, to=row.asked_id, due=due)
    tell_of_question(desk, dossier(desk.session, case), row)
    return row.number


def _reachable(desk: Desk, case: Case, whom: str) -> Person:
    """Return whom to ask; refuse whoever has left, or may not know of the case yet."""
    if not whom.strip():
        raise RefusedInputError("Say who is asked.")
    row = desk.person(whom)
    known = desk.settings.person(row.key)
    held = known.roles_on(desk.hand.today) if known else frozenset()
    if not held:
        day = british_date(desk.hand.today)
        message = f"{row.name} holds no role in this office on {day}, and cannot be asked."
        raise NotAllowedError(message)
    if is_held(case, desk.now) and not held & (OFFICERS | SIGNERS):
        message = f"The report is under embargo: {row.name} may not know of it before its release."
        raise NotAllowedError(message)
    return row


@act("answer_question")
def answer_question(desk: Desk, reference: str, number: int, reply: str) -> int:
    """Write the reply down: by whoever was asked, or by an officer who was told it.

    Answered again it is put right; the history keeps that it was. Returns the number.
    """
    case = desk.open_case(reference)
    row = _question(desk, case, number)
    if row.asked_id != desk.person_id:
        desk.need("answer_question:colleague")
    if row.withdrawn_at is not None:
        raise NotAllowedError(f"Question {number} was taken back: nobody waits for the reply.")
    words = said(reply, "the reply")
    if words == row.reply:
        return number
    row.reply, row.replied_at, row.replied_by_id = words, desk.hand.at, desk.person_id
    desk.session.add(row)
    desk.note("question_answered", case, question=number)
    return number


@act("withdraw_question")
def withdraw_question(desk: Desk, reference: str, number: int, reason: str) -> int:
    """Take a question back that nobody need answer any more. Returns its number."""
    case = desk.open_case(reference)
    row = _question(desk, case, number)
    if row.asked_by_id != desk.person_id:
        desk.need("withdraw_question:colleague")
    if not is_open(row):
        how = "answered" if row.replied_at else "taken back"
        raise NotAllowedError(f"Question {number} was {how} already.")
    row.withdrawn_at = desk.hand.at
    row.withdrawn_because = one_line(reason, "in a few words why it is taken back")
    desk.session.add(row)
    desk.note("question_withdrawn", case, question=number, reason=row.withdrawn_because)
    return number


def _question(desk: Desk, case: Case, number: int) -> Question:
    rows = consulted(desk.session, case).questions
    row = next((one for one in rows if one.number == number), None)
    if row is None:
        raise NotFoundError(f"{case.reference} has no question {number}.")
    return row
