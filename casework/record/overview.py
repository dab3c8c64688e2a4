"""All cases at a glance, read in a handful of queries however many there are."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel, col, select

from casework.record.record import Record
from casework.rules.deadlines import day_number, days_left, response_due
from casework.rules.next_act import next_act
from casework.rules.signing import Given, next_step
from models import Case, CaseForce, Finding, Person, Report, RoundState, Signature, SigningRound
from models.shapes.office import OfficeSettings
from models.words import FINISHED, Role, Stage

Row = TypeVar("Row", bound=SQLModel)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case as a line of the register."""

    reference: str
    title: str
    stage: Stage
    published: date
    provisional: bool
    last_day: date
    day_number: int
    days_left: int
    findings: int
    lead: str
    next_words: str
    role: Role | None
    """Whose act is next; None once the case has ended."""
    responded_on: date | None

    @property
    def is_open(self) -> bool:
        """Return whether anything is still owed."""
        return self.stage not in FINISHED

    @property
    def is_late(self) -> bool:
        """Return whether the last day has passed and no response was seen public."""
        return self.is_open and self.responded_on is None and self.days_left < 0


def case_lines(record: Record, today: date) -> list[CaseLine]:
    """Return every case of the office, the most urgent first; ended ones come last."""
    with record.reading() as session:
        office = record.office(session)
        settings = record.settings_of(session, office)
        cases = list(session.exec(select(Case).where(Case.office_id == office.id)))
        kept = _Kept.of(session, office.id or 0)
        lines = [_line(case, kept, settings, today) for case in cases]
    return sorted(lines, key=lambda line: (not line.is_open, line.days_left, line.reference))


@dataclass(frozen=True, slots=True)
class _Kept:
    """What hangs on the cases of an office, by case."""

    reports: dict[int | None, Report]
    forces: dict[int, list[CaseForce]]
    findings: dict[int, list[Finding]]
    rounds: dict[int, SigningRound]
    signatures: dict[int, list[Signature]]
    people: dict[int | None, str]

    @classmethod
    def of(cls, session: Session, office_id: int) -> "_Kept":
        def all_of(table: type[Row], **conditions: Any) -> Iterable[Row]:
            wanted = select(table).filter_by(office_id=office_id, **conditions)
            return session.exec(wanted)

        rounds = [r for r in all_of(SigningRound) if r.state is not RoundState.VOID]
        reports = select(Report).join(Case, col(Case.report_id) == col(Report.id))
        return cls(
            reports={r.id: r for r in session.exec(reports.where(Case.office_id == office_id))},
            forces=_by(all_of(CaseForce), lambda row: row.case_id),
            findings=_by(all_of(Finding, dropped_because=""), lambda row: row.case_id),
            rounds={r.case_id: r for r in sorted(rounds, key=lambda r: r.number)},
            signatures=_by(all_of(Signature), lambda row: row.round_id),
            people={p.id: p.name for p in all_of(Person)},
        )


def _by(rows: Iterable[Row], key: Callable[[Row], int]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def _line(case: Case, kept: _Kept, settings: OfficeSettings, today: date) -> CaseLine:
    number, published = case.id or 0, case.published_on or case.candidate_on
    words, role = next_act(
        case.stage,
        dated=case.published_on is not None,
        listed=case.findings_confirmed,
        comments=[force.state for force in kept.forces.get(number, [])],
        signature=_step(case, kept, settings),
    )
    return CaseLine(
        reference=case.reference,
        title=kept.reports[case.report_id].title,
        stage=case.stage,
        published=published,
        provisional=case.published_on is None,
        last_day=response_due(published),
        day_number=day_number(published, today),
        days_left=days_left(published, today),
        findings=len(kept.findings.get(number, [])),
        lead=kept.people.get(case.lead_id, ""),
        next_words=words,
        role=role,
        responded_on=case.responded_on,
    )


def _step(case: Case, kept: _Kept, settings: OfficeSettings) -> Any:
    if case.stage is not Stage.SIGNING:
        return None
    round_ = kept.rounds.get(case.id or 0)
    signatures = kept.signatures.get(round_.id or 0, []) if round_ else []
    given = [Given(row.step, row.role, "") for row in signatures]
    return next_step(settings.routes[case.route], given)
