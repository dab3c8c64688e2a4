"""That somebody was told something about a case: once, and on the record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import select

from casework.record.desk import Desk, found, spoken
from casework.record.dossier import Dossier
from casework.record.whats_next import whats_next
from casework.registers.bank_holidays import bank_holidays_around
from casework.rules.deadlines import day_number, days_left, target_day
from casework.rules.wording import counted, day_of_period_words, weekday_date
from models import Case, Mail, Notice
from models.shapes.office_sections import Person
from models.words import Regime, Role

LAST_DAY = 56


@dataclass(frozen=True, slots=True)
class Item:
    """One case in a letter: where it stands, and what is said of it."""

    reference: str
    report: str
    headline: str
    day: str
    last_day: str
    target: str
    provisional: bool
    stage: str
    next_act: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to tell about a case."""

    name: str
    """`days_left:7`: told once to each person."""
    line: str
    to: tuple[Role, ...] = ()
    """Roles to be told; empty: whoever leads the case."""


def item(desk: Desk, file: Dossier, lines: Sequence[str]) -> Item:
    """Return a case as a letter shows it."""
    today, published, case = desk.hand.today, file.published, file.case
    left = days_left(published, today)
    words, role = whats_next(desk.settings, file)
    late = f"{counted(-left, 'day')} past the last day"
    return Item(
        reference=case.reference,
        report=file.report.title,
        headline=late if left < 0 else f"{counted(left, 'day')} left",
        day=day_of_period_words(day_number(published, today), LAST_DAY).capitalize(),
        last_day=weekday_date(file.last_day),
        target=weekday_date(target_day(published, bank_holidays_around(published))),
        provisional=file.provisional,
        stage=spoken(case.stage),
        next_act=f"{words} ({spoken(role)})" if role else words,
        lines=tuple(lines),
    )


def has_clock(case: Case) -> bool:
    """Return whether the law sets a clock on this case: a discretionary reply has none."""
    return case.regime is Regime.SECTION_55


def told(desk: Desk, case: Case) -> set[tuple[str, int]]:
    """Return what has been told about a case: (mark, person id)."""
    rows = desk.session.exec(select(Notice).where(Notice.case_id == case.id))
    return {(row.mark, row.person_id) for row in rows}


def write_down(desk: Desk, case: Case, marks: Iterable[str], person: Person, mail: Mail) -> None:
    """Write down that a person is told these things by this letter."""
    for mark in marks:
        desk.session.add(
            Notice(
                office_id=desk.office_id,
                case_id=found(case.id),
                mark=mark,
                person_id=found(desk.person(person.key).id),
                mail_id=found(mail.id),
            )
        )
    desk.session.flush()
