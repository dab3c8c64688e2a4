"""A case as a letter about it shows it, and the things there are to tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from casework.record.desk import Desk, spoken
from casework.record.dossier import Dossier
from casework.record.whats_next import whats_next
from casework.registers.bank_holidays import bank_holidays_around
from casework.rules.deadlines import day_number, days_left, target_day
from casework.rules.wording import counted, day_of_period_words, weekday_date
from models import Case
from models.words import Regime, Role

LAST_DAY = 56


@dataclass(frozen=True, slots=True)
class Item:
    """One case in a letter: where it stands, and what is said of it."""

    reference: str
    address: str
    """Of the case's page; empty where there is no front desk."""
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
        address=desk.page(f"/cases/{case.reference}"),
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
