"""The letter of day one: what came out, until when, and three things to do today."""

import json

from casework.record.acts import act
from casework.record.desk import Desk
from casework.record.dossier import Dossier, dossier
from casework.record.editions import is_held
from casework.record.notices import told, write_down
from casework.record.people import addresses_of, people_for
from casework.record.post import LetterPlan, prepare_mail
from casework.record.tracks import force_name
from casework.reminders.telling import has_clock
from casework.rules.deadlines import explained
from casework.rules.wording import brief_date, counted, joined, sentence_start, weekday_date
from models.words import FINISHED, MailKind

MARK = "day_one"


@act("tell_day_one")
def tell_day_one(desk: Desk, reference: str) -> int:
    """Tell whoever leads a new case, or every policy officer, once. Returns how many."""
    case = desk.case(reference)
    if case.stage in FINISHED or is_held(case, desk.now):
        return 0
    file = dossier(desk.session, case)
    known = told(desk, case)
    fresh = 0
    for person in people_for(desk, case):
        if (MARK, desk.person(person.key).id or 0) in known:
            continue
        plan = LetterPlan(
            kind=MailKind.DAY_ONE,
            key=f"{reference}:day-one:{person.key}",
            to=addresses_of(desk, person),
            template="day_one",
            fields={**_fields(desk, file), "person": person},
            case=case,
        )
        write_down(desk, case, [MARK], person, prepare_mail(desk, plan))
        fresh += 1
    return fresh


def _fields(desk: Desk, file: Dossier) -> dict[str, object]:
    published = file.published
    today = published == desk.hand.today
    return {
        "reference": file.case.reference,
        "address": desk.page(f"/cases/{file.case.reference}"),
        "report": file.report.title,
        "when": "today" if today else f"on {weekday_date(published)}",
        "due_short": brief_date(file.last_day),
        "explained": explained(published),
        "provisional": file.provisional,
        "source": file.case.date_source,
        "because": joined([force_name(desk, force) for force in file.forces]),
        "findings": _findings(file),
        "has_clock": has_clock(file.case),
        "warnings": json.loads(file.report.warnings),
    }


def _findings(file: Dossier) -> str:
    state = " and confirmed" if file.case.findings_confirmed else ", not yet confirmed"
    return f"{sentence_start(counted(len(file.findings), 'finding'))} found{state}."
