"""What is wanted of colleagues in every open case: a handful of queries however many there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from casework.record.editions import is_held
from casework.record.hand import LONDON
from casework.record.plans import plan_of
from casework.record.want_rows import WantRows, want_rows, ways_out
from casework.rules.day_line import day_line
from casework.rules.signing import Given, next_step
from casework.rules.wanted import CaseNow, Want, wanted
from models import Case, Report
from models.shapes.office import OfficeSettings
from models.shapes.route import RouteStep
from models.words import FINISHED, PublicationState, Regime, Role, Stage


@dataclass(frozen=True, slots=True)
class CaseWants:
    """One case, and what is wanted in it of each role that was asked about."""

    case: Case
    title: str
    day_line: str
    by_role: dict[Role, tuple[Want, ...]] = field(default_factory=dict)


def wants_of(
    session: Session,
    office_id: int,
    settings: OfficeSettings,
    roles: Iterable[Role],
    now: datetime,
) -> list[CaseWants]:
    """Return the open cases in which something is wanted of these roles, the most urgent first.

    Nothing is wanted of anybody for a report under embargo: it is asked once it is out.
    """
    asked = list(roles)
    if not asked:
        return []
    found = [row for row in _open_cases(session, office_id) if not is_held(row[0], now)]
    rows = want_rows(session, [case for case, _ in found], settings, asked)
    today = now.astimezone(LONDON).date()
    every = [_wants(case, title, rows, settings, asked, today) for case, title in found]
    return sorted((one for one in every if one.by_role), key=_first_day)


def proposed_way_out(session: Session, case_id: int) -> tuple[str, str, str] | None:
    """Return (way, in words who proposed it and why, its number) of a way out that waits."""
    return ways_out(session, [case_id]).get(case_id)


def _first_day(one: CaseWants) -> tuple[date, str]:
    days = [want.by for wants in one.by_role.values() for want in wants]
    return min(days), one.case.reference


def _open_cases(session: Session, office_id: int) -> Sequence[tuple[Case, str]]:
    wanted_ = select(Case, Report.title).join(Report, col(Case.report_id) == col(Report.id))
    open_ = col(Case.stage).not_in(FINISHED)
    rows = session.exec(wanted_.where(Case.office_id == office_id, open_))
    return [(case, title) for case, title in rows]


def _wants(
    case: Case,
    title: str,
    rows: WantRows,
    settings: OfficeSettings,
    roles: Sequence[Role],
    today: date,
) -> CaseWants:
    standing = _standing(case, rows, settings, today)
    found = {role: wanted(role, standing) for role in roles}
    line = day_line(standing.published, today, provisional=case.published_on is None)
    told = line if standing.has_clock else ""
    return CaseWants(case, title, told, {role: wants for role, wants in found.items() if wants})


def _standing(case: Case, rows: WantRows, settings: OfficeSettings, today: date) -> CaseNow:
    published = case.published_on or case.candidate_on
    latest = _latest(rows.signing.get(case.id or 0, []))
    plan = plan_of(settings, published, case.route, embargoed=case.embargoed_until is not None)
    moment = case.planned_for
    return CaseNow(
        stage=case.stage,
        published=published,
        has_clock=case.regime is Regime.SECTION_55,
        today=today,
        plan={one.key: one.on for one in plan},
        who_signs=settings.body.title,
        step=_step(case, latest, settings),
        round=latest[0].number if latest else 0,
        steered=case.id in rows.steered,
        explained=bool(case.lateness_reason),
        responded=case.responded_on is not None,
        planned_on=moment.astimezone(LONDON).date() if moment else None,
        unseen=_unseen(rows.publications.get(case.id or 0, []), latest),
        way_out=rows.ways_out.get(case.id or 0),
        money=rows.money.get(case.id or 0, ()),
        translated=_is_translated(rows.translated, case, latest),
    )


def _latest(rows: Sequence[Any]) -> list[Any]:
    last = max((row.number for row in rows), default=0)
    return [row for row in rows if row.number == last]


def _step(case: Case, latest: Sequence[Any], settings: OfficeSettings) -> RouteStep | None:
    if case.stage is not Stage.SIGNING:
        return None
    given = [Given(row.step, row.role, "") for row in latest if row.step]
    return next_step(settings.routes[case.route], given)


def _unseen(publications: Sequence[Any], latest: Sequence[Any]) -> list[str]:
    rounds = {row.round_id for row in latest}
    ours = [row for row in publications if row.round_id in rounds]
    if any(row.state is PublicationState.PROVED for row in ours):
        return []
    return [row.publisher for row in ours if row.state is PublicationState.WRITTEN]


def _is_translated(
    handed_back: dict[int, datetime] | None, case: Case, latest: Sequence[Any]
) -> bool:
    if handed_back is None or not latest:
        return True
    back = handed_back.get(case.id or 0)
    return back is not None and back >= latest[0].opened_at
