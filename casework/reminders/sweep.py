"""The daily sweep: who must be told what today, each thing once."""

from hashlib import sha256

from sqlmodel import col, select

from casework.record.acts import act
from casework.record.desk import Desk
from casework.record.dossier import Dossier, dossier
from casework.record.history import anchor, is_anchored
from casework.record.post import LetterPlan, prepare_mail
from casework.registers.bank_holidays import bank_holidays_around
from casework.reminders.telling import Item, Mark, has_clock, item, people_for, told, write_down
from casework.rules.deadlines import days_left
from casework.rules.plan import (
    COMMENTS,
    LAST,
    escalations_due,
    has_reached,
    milestones,
    milestones_passed,
    reminders_due,
)
from casework.rules.wording import british_date, counted, weekday_date
from models import Case
from models.shapes.office_sections import Person
from models.words import FINISHED, MailKind, Stage

DONE_BY = {
    "triage": Stage.CONFIRMED,
    "findings_agreed": Stage.CONFIRMED,
    "fact_check": Stage.SIGNING,
    "internal_review": Stage.SIGNING,
    "submitted": Stage.SIGNING,
    "approved": Stage.SIGNED,
    "signed": Stage.SIGNED,
    "web": Stage.PUBLISHED,
    "target": Stage.PUBLISHED,
}
"""The stage by which a milestone has been met, so that nobody is told of it."""

Told = dict[str, list[tuple[Dossier, list[Mark]]]]


@act("sweep_deadlines")
def sweep(desk: Desk) -> int:
    """Tell everybody what is due; one letter to each person. Returns how many letters."""
    cases = desk.session.exec(
        select(Case)
        .where(Case.office_id == desk.office_id, col(Case.stage).not_in(FINISHED))
        .order_by(Case.reference)
    )
    waiting: Told = {}
    for case in cases:
        file = dossier(desk.session, case)
        known = told(desk, case)
        for mark in _marks(desk, file):
            for person in people_for(desk, case, mark.to):
                if (mark.name, desk.person(person.key).id or 0) not in known:
                    _add(waiting, person.key, file, mark)
    for key, entries in waiting.items():
        addressed = desk.settings.person(key)
        if addressed:
            _write(desk, addressed, entries)
    if not is_anchored(desk.session, desk.office_id, desk.hand.today):
        anchor(desk.session, desk.office_id, desk.hand.today)
        desk.noted = True
    return len(waiting)


def _marks(desk: Desk, file: Dossier) -> list[Mark]:
    """Return everything that is due to be told of a case, told already or not."""
    if not has_clock(file.case) or file.case.stage is Stage.PUBLISHED:
        return []
    return [
        *_days_left(desk, file),
        *_milestones(desk, file),
        *_escalations(desk, file),
        *_moved(file),
    ]


def _days_left(desk: Desk, file: Dossier) -> list[Mark]:
    lead = desk.settings.lead_times
    due = reminders_due(file.published, lead, desk.hand.today)
    left = days_left(file.published, desk.hand.today)
    words = f"{counted(left, 'day')} left" if left >= 0 else f"{counted(-left, 'day')} late"
    line = f"{words}: the last day is {weekday_date(file.last_day)}."
    return [Mark(f"days_left:{file.published}:{mark}", line) for mark in due]


def _milestones(desk: Desk, file: Dossier) -> list[Mark]:
    route = desk.settings.routes[file.case.route]
    plan = milestones(
        file.published, route, desk.settings.lead_times, bank_holidays_around(file.published)
    )
    return [
        Mark(
            f"milestone:{file.published}:{one.key}",
            f"Planned by {british_date(one.on)}: {one.name}.",
        )
        for one in milestones_passed(plan, desk.hand.today)
        if one.key not in {LAST, COMMENTS, "press_lines"}
        and not has_reached(file.case.stage, DONE_BY.get(one.key, Stage.IN_REVIEW))
    ]


def _escalations(desk: Desk, file: Dossier) -> list[Mark]:
    lead = desk.settings.lead_times
    due = escalations_due(file.published, lead, file.case.stage, desk.hand.today)
    return [
        Mark(
            f"escalated:{file.published}:{one.days_left}",
            f"Not yet {one.unless.value.replace('_', ' ')}, with "
            f"{counted(max(days_left(file.published, desk.hand.today), 0), 'day')} left.",
            one.to,
        )
        for one in due
    ]


def _moved(file: Dossier) -> list[Mark]:
    """Return the warning that a confirmed date differs from the one the case was opened with."""
    case = file.case
    if case.published_on is None or case.published_on == case.candidate_on:
        return []
    line = (
        f"The publication date is now {british_date(case.published_on)}: "
        f"the last day is {weekday_date(file.last_day)}, and every other day has moved with it."
    )
    return [Mark(f"date_moved:{case.published_on}", line)]


def _add(waiting: Told, key: str, file: Dossier, mark: Mark) -> None:
    entries = waiting.setdefault(key, [])
    if not entries or entries[-1][0].case.id != file.case.id:
        entries.append((file, []))
    entries[-1][1].append(mark)


def _write(desk: Desk, person: Person, entries: list[tuple[Dossier, list[Mark]]]) -> None:
    ordered = sorted(entries, key=lambda entry: entry[0].last_day)
    items: list[Item] = [
        item(desk, file, list(dict.fromkeys(mark.line for mark in marks)))
        for file, marks in ordered
    ]
    names = [f"{file.case.reference}:{mark.name}" for file, marks in ordered for mark in marks]
    many = len(items) > 1
    mail = prepare_mail(
        desk,
        LetterPlan(
            kind=MailKind.DIGEST if many else MailKind.REMINDER,
            key=f"told:{person.key}:{sha256('|'.join(names).encode()).hexdigest()[:24]}",
            to=[(person.name, person.email)],
            template="digest" if many else "reminder",
            fields={"items": items, "person": person},
            case=None if many else ordered[0][0].case,
        ),
    )
    for file, marks in ordered:
        write_down(desk, file.case, dict.fromkeys(mark.name for mark in marks), person, mail)
