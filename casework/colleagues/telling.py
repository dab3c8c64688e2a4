"""One letter for each thing wanted of a colleague, with one link to the page that shows it."""

from collections.abc import Sequence
from hashlib import sha256

from sqlmodel import col, select

from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.dossier import Dossier
from casework.record.editions import is_embargoed, is_held
from casework.record.notices import write_down
from casework.record.people import writes_by_hand
from casework.record.post import LetterPlan, prepare_mail
from casework.record.wants import CaseWants, wants_of
from casework.rules.day_line import day_line
from casework.rules.wanted import COLLEAGUES, Want
from casework.rules.wording import brief_date, weekday_date
from models import Case, Notice, Person, Question
from models.shapes.office_sections import Person as Colleague
from models.words import MailKind, Regime


@act("tell_colleagues")
def tell_colleagues(desk: Desk) -> int:
    """Tell every colleague what is wanted of them, each thing once. Returns how many letters."""
    wants = wants_of(desk.session, desk.office_id, desk.settings, COLLEAGUES, desk.hand.at)
    told = _told(desk, [one.case.id or 0 for one in wants])
    letters = 0
    for one in wants:
        for key, fresh in _by_person(desk, one, told).items():
            _write(desk, one, found(desk.settings.person(key)), fresh)
            letters += 1
    return letters


def _told(desk: Desk, cases: Sequence[int]) -> set[tuple[int, str, int]]:
    rows = select(Notice.case_id, Notice.mark, Notice.person_id)
    return set(desk.session.exec(rows.where(col(Notice.case_id).in_(cases))))


def _by_person(
    desk: Desk, one: CaseWants, told: set[tuple[int, str, int]]
) -> dict[str, dict[str, Want]]:
    """Return what each person has not been told of a case, by its mark."""
    fresh: dict[str, dict[str, Want]] = {}
    for role, wants in one.by_role.items():
        for person in desk.settings.holders_of(role, desk.hand.today):
            number = found(desk.person(person.key).id)
            for want in wants:
                mark = f"wanted:{want.key}"
                if (one.case.id, mark, number) not in told:
                    fresh.setdefault(person.key, {})[mark] = want
    return fresh


def _write(desk: Desk, one: CaseWants, person: Colleague, fresh: dict[str, Want]) -> None:
    wants = sorted(fresh.values(), key=lambda want: want.by)
    names = "|".join([one.case.reference, *sorted(fresh)])
    mail = prepare_mail(
        desk,
        LetterPlan(
            kind=MailKind.WANTED,
            key=f"wanted:{person.key}:{sha256(names.encode()).hexdigest()[:24]}",
            to=[(person.name, person.email)],
            template="wanted",
            fields={
                "reference": one.case.reference,
                "report": _named(one.case, one.title),
                "by": brief_date(wants[0].by),
                "wants": [(want.words, weekday_date(want.by)) for want in wants],
                "day_line": one.day_line,
                "address": desk.page("/mine"),
                "person": person,
            },
            by_hand=_by_hand(desk, person),
            case=one.case,
        ),
    )
    write_down(desk, one.case, list(fresh), person, mail)


def tell_of_question(desk: Desk, file: Dossier, row: Question) -> None:
    """Prepare the letter that puts a question before whoever is asked."""
    case = file.case
    asked = found(desk.settings.person(found(desk.session.get(Person, row.asked_id)).key))
    asking = found(desk.session.get(Person, row.asked_by_id)).name
    path = f"/cases/{case.reference}/colleagues/questions/{row.number}"
    line = day_line(file.published, desk.hand.today, provisional=file.provisional)
    mail = prepare_mail(
        desk,
        LetterPlan(
            kind=MailKind.QUESTION,
            key=f"{case.reference}:question:{row.number}",
            to=[(asked.name, asked.email)],
            template="question",
            fields={
                "reference": case.reference,
                "report": _named(case, file.report.title),
                "asking": asking,
                "number": row.number,
                "words": row.words,
                "due_short": brief_date(row.due),
                "due": weekday_date(row.due),
                "day_line": line if case.regime is Regime.SECTION_55 else "",
                "address": desk.page(path),
                "person": asked,
            },
            by_hand=_by_hand(desk, asked) or is_held(case, desk.now),
            case=case,
        ),
    )
    write_down(desk, case, [f"question:{row.number}"], asked, mail)


def _named(case: Case, title: str) -> str:
    """Return the report's title for a letter; nothing while an embargo has not been lifted."""
    return "" if is_embargoed(case) else title


def _by_hand(desk: Desk, person: Colleague) -> bool:
    # Two classes of letters an office may let the service send; neither without its word.
    return writes_by_hand(desk, person) or not desk.settings.mail.send_to_colleagues
