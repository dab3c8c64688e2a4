"""What the public register rests on, read in a handful of queries however many cases there are."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from casework.record.editions import is_held
from models import Case, CaseForce, Finding, Publication, Report
from models.words import FindingClass, Regime, Stage

WITHOUT_RESPONSE = frozenset({Stage.NOT_OUR_SUBJECT, Stage.ANSWERED_ELSEWHERE})
"""Ways out of which the public may be told."""


@dataclass(frozen=True, slots=True)
class PublicRow:
    """A case of which the public may know, and what hangs on it."""

    case: Case
    report: Report
    forces: tuple[str, ...]
    """Their keys."""
    findings: Counter[FindingClass]
    publications: tuple[Publication, ...]

    @property
    def has_clock(self) -> bool:
        """Return whether the fifty-six days bind."""
        return self.case.regime is Regime.SECTION_55

    @property
    def seen_round(self) -> int | None:
        """Return the round whose text the public was last seen to have."""
        return next((row.round_id for row in reversed(self.publications) if row.seen_at), None)


def responded(session: Session, office_id: int, now: datetime) -> list[PublicRow]:
    """Return the cases whose response has been seen public, by reference."""
    cases = session.exec(
        select(Case)
        .where(Case.office_id == office_id, col(Case.responded_on).is_not(None))
        .order_by(Case.reference)
    )
    return _rows(session, [case for case in cases if not is_held(case, now)])


def without_response(
    session: Session, office_id: int, now: datetime, today: date
) -> list[PublicRow]:
    """Return the cases of published reports that get no response of their own, by reference."""
    cases = session.exec(
        select(Case)
        .where(
            Case.office_id == office_id,
            col(Case.stage).in_(WITHOUT_RESPONSE),
            # A date that nobody confirmed does not prove that the report is out.
            col(Case.published_on) <= today,
        )
        .order_by(Case.reference)
    )
    return _rows(session, [case for case in cases if not is_held(case, now)])


def days_taken(session: Session, office_id: int) -> list[tuple[date, date]]:
    """Return (report published, response published) of every response that had a clock."""
    wanted: Any = select(Case.published_on, Case.responded_on)
    had_a_clock = (Case.office_id == office_id, Case.regime == Regime.SECTION_55)
    done = (col(Case.published_on).is_not(None), col(Case.responded_on).is_not(None))
    return [(first, last) for first, last in session.exec(wanted.where(*had_a_clock, *done))]


def _rows(session: Session, cases: list[Case]) -> list[PublicRow]:
    if not cases:
        return []
    office_id = cases[0].office_id
    reports = select(Report).where(Report.office_id == office_id)
    by_id = {report.id: report for report in session.exec(reports)}
    forces = _by_case(session.exec(_all_of(CaseForce, office_id).order_by(CaseForce.force_key)))
    publications = _by_case(session.exec(_all_of(Publication, office_id).order_by(Publication.id)))
    findings = _counts(session, office_id)
    return [
        PublicRow(
            case,
            by_id[case.report_id],
            tuple(force.force_key for force in forces[case.id]),
            findings[case.id],
            tuple(publications[case.id]),
        )
        for case in cases
    ]


def _all_of(table: Any, office_id: int) -> Any:
    return select(table).where(table.office_id == office_id)


def _by_case(rows: Iterable[Any]) -> dict[int | None, list[Any]]:
    kept: dict[int | None, list[Any]] = defaultdict(list)
    for row in rows:
        kept[row.case_id].append(row)
    return kept


def _counts(session: Session, office_id: int) -> dict[int | None, Counter[FindingClass]]:
    """Return how many findings of each class stand, by case."""
    counts: dict[int | None, Counter[FindingClass]] = defaultdict(Counter)
    standing = (Finding.office_id == office_id, Finding.dropped_because == "")
    wanted: Any = select(Finding.case_id, Finding.klass, func.count()).where(*standing)
    for case_id, klass, number in session.exec(wanted.group_by(Finding.case_id, Finding.klass)):
        counts[case_id][klass] = number
    return counts
