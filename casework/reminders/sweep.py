"""The daily sweep: who must be told what today, each thing once."""

import json
from dataclasses import replace
from hashlib import sha256

from sqlmodel import col, select

from casework.record.acts import act
from casework.record.colleagues import has_meeting, is_steered
from casework.record.desk import Desk, spoken
from casework.record.dossier import Dossier, dossier
from casework.record.editions import is_embargoed, is_held
from casework.record.hand import LONDON
from casework.record.history import anchor, is_anchored
from casework.record.notices import told, write_down
from casework.record.people import addresses_of, people_for, writes_by_hand
from casework.record.post import LetterPlan, prepare_mail
from casework.record.whats_next import is_unseen
from casework.registers.bank_holidays import bank_holidays_around
from casework.reminders.telling import Item, Mark, has_clock, item
from casework.rules.deadlines import days_left
from casework.rules.plan import (
    COMMENTS,
    LAST,
    MEETING,
    STEER,
    escalations_due,
    has_reached,
    milestones,
    milestones_passed,
    reminders_due,
)
from casework.rules.wording import british_date, counted, weekday_date
from models import Case, HistoryEntry
from models.shapes.office_sections import Person
from models.words import FINISHED, CommentsState, MailKind, Stage

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

UNINVITED = frozenset(
    {
        CommentsState.TO_INVITE,
        CommentsState.PREPARED,
        CommentsState.BOUNCED,
        CommentsState.WITHDRAWN,
    }
)

STILL_TO_COME = {
    Stage.CONFIRMED: "its date and findings are not confirmed",
    Stage.IN_REVIEW: "no edited draft has been handed in",
    Stage.SIGNING: "the response is not with its signatories yet",
    Stage.SIGNED: "the response is not signed yet",
    Stage.SCHEDULED: "no moment is set for publication",
    Stage.PUBLISHED: "the response is not published",
}
"""What an escalation says of a case that has not come so far."""

COPIES_AFTER_DAYS = (2, 7, 14)
"""Days after publication on which somebody is told that copies have not gone."""

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
        heads = anchor(desk.session, desk.office_id, desk.hand.today)
        desk.note("anchored", day=desk.hand.today.isoformat(), hash=heads)
    return len(waiting)


def _marks(desk: Desk, file: Dossier) -> list[Mark]:
    """Return everything that is due to be told of a case, told already or not."""
    if is_held(file.case, desk.now):
        return []
    if file.case.responded_on:
        # The statutory clock has stopped; what is still owed are the copies.
        return _after_publication(desk, file)
    if not has_clock(file.case):
        return _unseen(desk, file)
    return [
        *_days_left(desk, file),
        *_milestones(desk, file),
        *_escalations(desk, file),
        *_moved(desk, file),
        *_release(desk, file),
        *_unseen(desk, file),
    ]


def _after_publication(desk: Desk, file: Dossier) -> list[Mark]:
    day = file.case.responded_on or desk.hand.today
    if file.case.stage is not Stage.PUBLISHED:
        return _unseen(desk, file)
    line = (
        f"Published on {british_date(day)}, but both copies of section 55(6) have not gone: send "
        "them, and say so."
    )
    passed = (desk.hand.today - day).days
    return [Mark(f"copies:{day}:{mark}", line) for mark in COPIES_AFTER_DAYS if passed >= mark]


def _unseen(desk: Desk, file: Dossier) -> list[Mark]:
    """Return the warning that the moment of publication has passed, and nobody has seen it."""
    planned, round_ = file.case.planned_for, file.round
    due = file.case.stage is Stage.SCHEDULED and planned and planned <= desk.hand.at
    if not due or round_ is None or planned is None:
        return []
    trouble = next((row.trouble for row in file.publications if row.trouble), "")
    say = "If it is, say where" + (
        "." if desk.front_desk else f": section55 prove {file.case.reference} --address ADDRESS."
    )
    how = say if is_unseen(file) else "It will be tried again."
    day = british_date(planned.astimezone(LONDON).date())
    line = " ".join(filter(None, [f"Due out on {day}, not yet seen to be public.", trouble, how]))
    return [Mark(f"unseen:{round_.number}:{planned.isoformat()}", line)]


def _release(desk: Desk, file: Dossier) -> list[Mark]:
    if not is_embargoed(file.case):
        return []
    command = "" if desk.front_desk else f" with section55 release {file.case.reference}"
    line = f"The embargo has run out: see whether the report is out, then say so{command}."
    return [Mark(f"release:{file.published}", line)]


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
        if one.key not in {LAST, COMMENTS, "press_lines"} and not _is_met(desk, file, one.key)
    ]


def _is_met(desk: Desk, file: Dossier, key: str) -> bool:
    """Return whether nobody need be told of a milestone any more."""
    if key == "invitation":
        return all(force.state not in UNINVITED for force in file.forces)
    if key == STEER and is_steered(desk.session, file.case):
        return True
    if key == MEETING and has_meeting(desk.session, file.case):
        return True
    # A route with two approvals counts them: `approved_3`.
    goal = DONE_BY.get(key.rstrip("_0123456789"), Stage.IN_REVIEW)
    return has_reached(file.case.stage, goal)


def _escalations(desk: Desk, file: Dossier) -> list[Mark]:
    lead = desk.settings.lead_times
    due = escalations_due(file.published, lead, file.case.stage, desk.hand.today)
    left = days_left(file.published, desk.hand.today)
    last = british_date(file.last_day)
    time = f"the last day was {last}" if left < 0 else f"the last day is {last}"
    return [
        Mark(
            f"escalated:{file.published}:{one.days_left}",
            f"Escalated: {STILL_TO_COME.get(one.unless, spoken(one.unless))}, and {time}.",
            one.to,
        )
        for one in due
    ]


def _moved(desk: Desk, file: Dossier) -> list[Mark]:
    """Return the warning, to everybody on the case, that the clock runs from another day now."""
    case = file.case
    times = _corrections(desk, case)
    if case.published_on is None or (case.published_on == case.candidate_on and not times):
        return []
    line = (
        f"The publication date is now {british_date(case.published_on)}: "
        f"the last day is {weekday_date(file.last_day)}, and every other day has moved with it."
    )
    # The lead, and whoever has a step on the route. Numbered: it may move there and back.
    mark = Mark(f"date_moved:{case.published_on}:{times}", line)
    steps = desk.settings.routes[case.route].steps
    return [mark, replace(mark, to=tuple(dict.fromkeys(step.role for step in steps)))]


def _corrections(desk: Desk, case: Case) -> int:
    bodies = desk.session.exec(
        select(HistoryEntry.body).where(HistoryEntry.chain == f"case:{case.id}")
    )
    return sum(json.loads(body)["what"] == "publication_date_corrected" for body in bodies)


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
            to=addresses_of(desk, person),
            template="digest" if many else "reminder",
            fields={"items": items, "person": person},
            by_hand=writes_by_hand(desk, person),
            case=None if many else ordered[0][0].case,
            cases=[file.case for file, _ in ordered] if many else (),
        ),
    )
    for file, marks in ordered:
        write_down(desk, file.case, dict.fromkeys(mark.name for mark in marks), person, mail)
