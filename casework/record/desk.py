"""What lies on the desk while one act is done: one transaction, one hand."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlmodel import Session, SQLModel, select

from casework.errors import NotAllowedError, NotFoundError, WrongHandError
from casework.record import bytes as kept
from casework.record import history
from casework.record.hand import Hand
from casework.record.meanwhile import check_meanwhile
from casework.rules.authority import power_to
from casework.rules.embargo import may_know
from casework.rules.progress import SERVICE, check_move, roles_for
from casework.rules.wording import british_date
from models import Act, Case, CaseForce, Errand, HistoryEntry, Office, OutboxRow, Person, Report
from models.shapes.office import OfficeSettings
from models.words import FINISHED, Role, Stage

T = TypeVar("T")


@dataclass
class Desk:
    """One act being done. Everything on it is committed together, or not at all."""

    session: Session
    office: Office
    settings: OfficeSettings
    hand: Hand
    act: Act
    outputs: Path
    copies: list[tuple[Path, str]] = field(default_factory=list)
    """(path below outputs, SHA-256) to be written for people after the commit."""
    last_entry: HistoryEntry | None = None
    """The last thing this act wrote into the history, if anything."""
    noted: bool = False
    """Whether something is to be kept though nothing was done: that a source was looked at."""
    began_at: Stage | None = None
    """The stage of the case when the act began; None where it is about no case."""
    front_desk: str = ""
    """Address under which people reach the front desk; empty: mail names commands instead."""

    @property
    def office_id(self) -> int:
        """Return the office's id."""
        return found(self.office.id)

    @property
    def now(self) -> datetime:
        """Return the moment of recording."""
        return self.hand.now

    def case(self, reference: str) -> Case:
        """Return the case with this reference, and put its number on the act."""
        case = find_case(self.session, self.office_id, reference)
        self._check_reach(case, reference)
        if self.act.case_id is None:
            self.act.case_id, self.began_at = case.id, case.stage
            check_meanwhile(self.session, case, self.hand, self.act.person_id)
        return case

    def _check_reach(self, case: Case, reference: str) -> None:
        # The words of a case that is not there: that there is one is the secret.
        if self.hand.person and not may_know(case, frozenset(self.roles()), self.now):
            raise no_case(reference)

    def check_stage(self, act: str) -> None:
        """Refuse an act that changed something at a stage that the table does not give it.

        Asked last: what the leg itself has to say of the stage says more.
        """
        power = power_to(act)
        if self.began_at is not None and self.began_at not in power.stages:
            message = f"The case is {spoken(self.began_at)}: nobody may {power.words} now."
            raise NotAllowedError(message)

    def open_case(self, reference: str) -> Case:
        """Return a case that has not ended; refuse one that has."""
        case = self.case(reference)
        if case.stage in FINISHED:
            back = "open its response for correction" if case.stage is Stage.CLOSED else "reopen it"
            message = f"{reference} has ended ({spoken(case.stage)}): {back} first."
            raise NotAllowedError(message)
        return case

    def move(
        self, case: Case, end: Stage, *, by: Role | None = None, **facts: history.Fact
    ) -> None:
        """Move a case to another stage, if this hand may, and write it down.

        `by` names the role when the hand acts by delegation, or records what
        another person did.
        """
        start = case.stage
        check_move(start, end, by or self.role_for(start, end))
        case.stage = end
        self.note("moved", case, start=start.value, end=end.value, **facts)

    def role_for(self, start: Stage, end: Stage) -> Role:
        """Return the role in which this hand would make a move: its own, or one it holds."""
        able = roles_for(start, end)
        held = self.roles()
        return next((role for role in held if role in able), held[0])

    def roles(self) -> tuple[Role, ...]:
        """Return the roles this hand holds on the day of the act."""
        if self.hand.person is None:
            return (Role.SERVICE,)
        if self.hand.role:
            return (self.hand.role,)
        known = self.settings.person(self.hand.person)
        held = known.roles_on(self.hand.today) if known else frozenset()
        if known and self.hand.roles is not None:
            held = self.hand.roles
        if not held:
            day = british_date(self.hand.today)
            message = f"{self.person().name} holds no role in this office on {day}."
            raise WrongHandError(message)
        return tuple(role for role in Role if role in held)

    def need(self, act: str) -> Role:
        """Return the role in which this hand may do an act, by the one table; refuse if none.

        Every act is held to its own row before it begins.
        """
        power = power_to(act)
        for role in self.roles():
            if role in power.by:
                return role
        who = self.person().name if self.hand.person else "The service"
        needed = " or ".join(sorted(spoken(role) for role in power.by - SERVICE))
        takes = power.takes or (f"a {needed}" if needed else "the service itself")
        message = f"{who} may not {power.words}: that takes {takes}."
        raise WrongHandError(message)

    def person(self, key: str | None = None) -> Person:
        """Return the row of a person; by default the one whose hand this is."""
        asked = key or self.hand.person or ""
        known_person = self.settings.person(asked)
        wanted = known_person.key if known_person else asked
        row = self.session.exec(
            select(Person).where(Person.office_id == self.office_id, Person.key == wanted)
        ).first()
        if row is None:
            known = ", ".join(p.key for p in self.settings.people)
            message = f"Nobody called {wanted} works in this office: known are {known}."
            raise NotFoundError(message)
        return row

    @property
    def person_id(self) -> int | None:
        """Return the id of the person acting; None for the service."""
        return found(self.person().id) if self.hand.person else None

    def report(self, case: Case) -> Report:
        """Return the report a case answers."""
        return found(self.session.get(Report, case.report_id))

    def forces(self, case: Case) -> list[CaseForce]:
        """Return the forces of a case, each with its track of comments."""
        return list(
            self.session.exec(
                select(CaseForce).where(CaseForce.case_id == case.id).order_by(CaseForce.force_key)
            )
        )

    def note(self, what: str, case: Case | None = None, **facts: history.Fact) -> None:
        """Add one entry to the history of a case, or of the office."""
        chain = f"case:{case.id}" if case else f"office:{self.office_id}"
        body: dict[str, object] = {
            "act": self.act.id,
            "acted_at": self.hand.at.isoformat(),
            "facts": facts,
            "person": self.act.person_id,
            "recorded_at": self.now.isoformat(),
            "role": self.act.role.value,
            "system_user": self.hand.system_user,
            "what": what,
        }
        self.last_entry = history.append(self.session, self.office_id, chain, self.act.id, body)

    def page(self, path: str) -> str:
        """Return the address of a page of the front desk; nothing where there is none."""
        return f"{self.front_desk.rstrip('/')}{path}" if self.front_desk else ""

    def is_changed(self, row: SQLModel) -> bool:
        """Return whether a row says something else now than the record does.

        Asked before anything else is read: what is read may write first. An act
        that changed nothing says so, and wakes nobody.
        """
        return self.session.is_modified(row)

    def keep(self, data: bytes) -> str:
        """Keep bytes in the record and return their SHA-256."""
        return kept.keep(self.session, data)

    def bytes_of(self, key: str) -> bytes:
        """Return bytes kept in the record."""
        return kept.fetch(self.session, key)

    def copy_out(self, path: str, key: str) -> None:
        """Lay a copy of kept bytes into outputs/ once the act is committed."""
        self.copies.append((self.outputs / path, key))

    def errand(
        self, key: str, errand: Errand, subject: str, *, flow: str = "", due: datetime | None = None
    ) -> bool:
        """Write an errand into the outbox, once for each key; return whether it is new."""
        known = self.session.exec(
            select(OutboxRow).where(OutboxRow.office_id == self.office_id, OutboxRow.key == key)
        ).first()
        if known:
            return False
        self.session.add(
            OutboxRow(
                office_id=self.office_id,
                key=key,
                errand=errand,
                subject=subject,
                flow=flow,
                due_at=due or self.now,
            )
        )
        return True

    def wake(self, flow: str, case: Case) -> None:
        """Ask the engine to run a flow for a case, after this act is committed."""
        key = f"run:{flow}:{case.reference}:{self.act.id}"
        self.errand(key, Errand.RUN_FLOW, case.reference, flow=flow)


def find_case(session: Session, office_id: int, reference: str) -> Case:
    """Return the case with this reference."""
    wanted = reference.strip().upper()
    row = session.exec(
        select(Case).where(Case.office_id == office_id, Case.reference == wanted)
    ).first()
    if row is None:
        raise no_case(reference)
    return row


def no_case(reference: str) -> NotFoundError:
    """Return the refusal of a case that is not there, for whoever asks."""
    said = f"There is no case {reference} here: `section55 list` shows those there are."
    return NotFoundError(said)


def found(value: T | None) -> T:
    """Return a value that the database must have."""
    if value is None:
        message = "The record refers to something it does not hold: run `section55 verify`."
        raise NotFoundError(message)
    return value


def spoken(word: str) -> str:
    """Return a stored word as people say it."""
    return str(word).replace("_", " ")
