"""What colleagues were asked about a case, what they said, and what meetings agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Any, TypeVar, cast

from sqlmodel import Session, SQLModel, col, select

from casework.rules.wording import british_date
from models import Case, Meeting, MeetingAction, Person, Question, Report, Steer
from models.words import FINISHED

Row = TypeVar("Row", bound=SQLModel)
LONGEST_BEGINNING = 120
"""Characters of a question by which it is known again."""


@dataclass(frozen=True, slots=True)
class Consulted:
    """Everything colleagues were asked, said and agreed about one case, each by number."""

    steers: list[Steer]
    questions: list[Question]
    meetings: list[Meeting]
    actions: list[MeetingAction]

    def standing_steers(self) -> dict[str, Steer]:
        """Return the steer that stands, by finding; under no key, that about the whole case."""
        return {row.finding: row for row in self.steers}

    def questions_about(self, finding: str) -> list[Question]:
        """Return the questions about a finding that stand, answered or not."""
        return [q for q in self.questions if q.finding == finding and q.withdrawn_at is None]

    def actions_about(self, finding: str) -> list[MeetingAction]:
        """Return what was agreed about a finding."""
        return [action for action in self.actions if action.finding == finding]

    def meeting_of(self, action: MeetingAction) -> Meeting:
        """Return the meeting that agreed an action."""
        return next(one for one in self.meetings if one.id == action.meeting_id)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that waits for somebody, with the case it is about."""

    question: Question
    case: Case
    title: str
    """Of the report."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that waits for its reply, as the register knows it."""

    due: date
    whom: str
    """Key of the person asked."""
    number: int
    words: str
    """How it begins."""


def waiting_in(lines: str) -> tuple[Waiting, ...]:
    """Return the open questions of a case from the lines of the register, the oldest due first."""
    split = (line.split("|", 3) for line in lines.split("\n") if line)
    found = [Waiting(date.fromisoformat(due), who, int(n), words) for due, who, n, words in split]
    return tuple(sorted(found, key=lambda one: (one.due, one.number)))


def is_open(question: Question) -> bool:
    """Return whether a question still waits for its reply."""
    return question.replied_at is None and question.withdrawn_at is None


def is_overdue(question: Question, today: date) -> bool:
    """Return whether a reply has not come by its day."""
    return is_open(question) and question.due < today


def unanswered(session: Session, case: Case) -> list[tuple[int, str]]:
    """Return each question that waits for its reply: its number, and a sentence that says so."""
    rows = session.exec(
        select(Question, Person.name)
        .join(Person, col(Question.asked_id) == col(Person.id))
        .where(
            Question.case_id == case.id,
            col(Question.replied_at).is_(None),
            col(Question.withdrawn_at).is_(None),
        )
        .order_by(col(Question.number))
    )
    return [(question.number, _not_answered(question, name)) for question, name in rows]


def _not_answered(question: Question, name: str) -> str:
    due = british_date(question.due)
    begins = shorten(question.words, LONGEST_BEGINNING, placeholder=" …")
    return f"{name} has not answered question {question.number}, due {due}: “{begins}”"


def consulted(session: Session, case: Case) -> Consulted:
    """Return what colleagues were asked, said and agreed about a case."""
    return Consulted(
        steers=_all(session, Steer, case),
        questions=_all(session, Question, case),
        meetings=_all(session, Meeting, case),
        actions=_all(session, MeetingAction, case),
    )


def is_steered(session: Session, case: Case) -> bool:
    """Return whether the holder of the office has given a steer."""
    return session.exec(select(Steer.id).where(Steer.case_id == case.id)).first() is not None


def has_meeting(session: Session, case: Case) -> bool:
    """Return whether a meeting is planned, or was held, with this case on its agenda."""
    return session.exec(select(Meeting.id).where(Meeting.case_id == case.id)).first() is not None


def asked_of(session: Session, office_id: int, person_id: int) -> list[Asked]:
    """Return the questions that wait for one person, the most urgent first."""
    rows = session.exec(
        select(Question, Case, Report.title)
        .join(Case, col(Question.case_id) == col(Case.id))
        .join(Report, col(Case.report_id) == col(Report.id))
        .where(
            Question.office_id == office_id,
            Question.asked_id == person_id,
            col(Question.replied_at).is_(None),
            col(Question.withdrawn_at).is_(None),
            col(Case.stage).not_in(FINISHED),
        )
        .order_by(col(Question.due), col(Question.id))
    )
    return [Asked(question, case, title) for question, case, title in rows]


def next_of(rows: Sequence[Any]) -> int:
    """Return the number the next row of a case will bear."""
    return rows[-1].number + 1 if rows else 1


def _all(session: Session, table: type[Row], case: Case) -> list[Row]:
    # Each of these tables hangs on a case and counts within it; their type does not say so.
    named = cast("Any", table)
    wanted = select(table).where(named.case_id == case.id)
    return list(session.exec(wanted.order_by(named.number)))
