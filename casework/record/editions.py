"""The names a report goes by, and what another copy of it says of its date."""

import json
from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from casework.record.desk import Desk, found
from casework.record.post import take_back_letters
from casework.rules.embargo import Embargoed, is_embargoed, is_held
from casework.rules.wording import british_date
from models import Case, ReportKey

__all__ = [
    "Embargoed",
    "is_embargoed",
    "is_held",
    "known_case",
    "remember_keys",
    "report_keys",
    "see_again",
]


def known_case(desk: Desk, keys: Sequence[str]) -> Case | None:
    """Return the case of the report that goes by one of these keys, if there is one."""
    row = desk.session.exec(
        select(ReportKey).where(ReportKey.office_id == desk.office_id, col(ReportKey.key).in_(keys))
    ).first()
    if row is None:
        return None
    return desk.session.exec(
        select(Case).where(Case.office_id == desk.office_id, Case.report_id == row.report_id)
    ).first()


def remember_keys(desk: Desk, report_id: int, keys: Sequence[str]) -> None:
    """Write down every key a report goes by."""
    rows = desk.session.exec(
        select(ReportKey.key).where(
            ReportKey.office_id == desk.office_id, col(ReportKey.key).in_(keys)
        )
    )
    known = set(rows)
    for key in keys:
        if key not in known:
            desk.session.add(ReportKey(office_id=desk.office_id, report_id=report_id, key=key))
            desk.session.flush()


def report_keys(session: Session, case: Case) -> list[str]:
    """Return every key a case's report goes by, the first one first."""
    wanted = select(ReportKey.key).where(ReportKey.report_id == case.report_id)
    return list(session.exec(wanted.order_by(col(ReportKey.id))))


def see_again(desk: Desk, case: Case, days: Sequence[date], *, fetched: bool) -> None:
    """Take account of another copy of a report: the clock may start earlier for it, never later.

    `fetched` says that the service itself read it from the web: for a report
    under embargo that is the live page.
    """
    _warn_of_dates(desk, case, days)
    if is_embargoed(case):
        if fetched and desk.now >= found(case.embargoed_until):
            case.released_at = desk.hand.at
            desk.note("embargo_lifted", case, how="the live page was seen")
    elif case.published_on is None and days and min(days) < case.candidate_on:
        case.candidate_on = min(days)
        case.date_source = "an earlier date on another copy of the report"
        take_back_letters(desk, case)
        desk.wake("draft-response", case)
        desk.wake("invite-comments", case)


def _warn_of_dates(desk: Desk, case: Case, days: Sequence[date]) -> None:
    report = desk.report(case)
    warnings = json.loads(report.warnings)
    for day in days:
        said = f"Another copy of the report gives {british_date(day)} as its date."
        if day not in {case.candidate_on, case.published_on} and said not in warnings:
            warnings.append(said)
            desk.note("another_date_seen", case, date=day.isoformat())
    report.warnings = json.dumps(warnings, ensure_ascii=False)
