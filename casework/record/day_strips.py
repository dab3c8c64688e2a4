"""The 56 days of a case as a letter shows them: the line in words, and the strip."""

from datetime import date

from casework.record.desk import Desk
from casework.registers.bank_holidays import bank_holidays_around
from casework.rules.day_line import day_line
from casework.rules.strip import Strip, strip
from models import Case
from models.words import FINISHED, Regime


def day_line_of(desk: Desk, case: Case | None) -> str:
    """Return the day line of a case; none where no clock runs."""
    published = clock_of(case)
    if case is None or published is None:
        return ""
    return day_line(published, desk.hand.today, provisional=case.published_on is None)


def strip_of(desk: Desk, case: Case | None) -> Strip | None:
    """Return the strip of a case, without its milestones; none where no clock runs."""
    published = clock_of(case)
    if case is None or published is None:
        return None
    return strip(published, desk.hand.today, (), bank_holidays_around(published))


def clock_of(case: Case | None) -> date | None:
    """Return day 1 of a case whose clock runs: the law's, and not stopped by a publication."""
    if case is None or case.regime is not Regime.SECTION_55:
        return None
    ended = case.stage in FINISHED or case.responded_on is not None
    return None if ended else case.published_on or case.candidate_on
