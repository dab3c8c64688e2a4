"""A date as it is written: how closely it tells a day, and the days it may mean."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Self

from casework.rules.findings.prose_dates import last_of_month, real_date

_MONTHS: Final = range(1, 13)


class Grain(StrEnum):
    """How closely words tell a date."""

    DAY = "day"
    MONTH = "month"
    PERIOD = "period"
    """A season, a quarter, a financial year, a part of a year."""
    YEAR = "year"
    WITHOUT_YEAR = "without_year"
    """A day and a month: `12 March`."""
    DAY_ALONE = "day_alone"
    """A day of a month: `the 24th`."""
    RELATIVE = "relative"
    """So long after another day: `within three months`."""


@dataclass(frozen=True, slots=True)
class DatedWords:
    """A date as written, and the days it may mean."""

    words: str
    start: int
    """Where in the passage its words begin, its weekday included."""
    end: int
    grain: Grain
    first: date | None = None
    """The first and the last day it may mean; None where only `days` can tell them."""
    last: date | None = None
    weekday: int | None = None
    """The day of the week written with it: 0 is Monday."""
    exists: bool = True
    """False for a day the calendar does not have: 31 November."""
    day: int = 0
    month: int = 0
    length: tuple[int, int] = (0, 0)
    """Of a relative one: months and days."""

    @classmethod
    def between(cls, found: re.Match[str], grain: Grain, first: date, last: date) -> Self:
        """Return the date that was found, of which the first and the last day are told."""
        return cls(found.group(), found.start(), found.end(), grain, first, last)

    @property
    def is_day(self) -> bool:
        """Return whether it tells one day, its year included."""
        return self.grain is Grain.DAY and self.exists

    def days(self, near: date) -> tuple[date, date] | None:
        """Return the first and the last day it may mean when read near, or from, a day."""
        if self.first is not None and self.last is not None:
            return self.first, self.last
        match self.grain:
            case Grain.WITHOUT_YEAR:
                found = _nearest(near, (self.month,), self.day)
            case Grain.DAY_ALONE:
                found = _nearest(near, tuple(_MONTHS), self.day)
            case Grain.RELATIVE:
                found = _later(near, *self.length)
            case _:
                found = None
        return (found, found) if found else None


def _nearest(near: date, months: tuple[int, ...], day: int) -> date | None:
    years = (near.year - 1, near.year, near.year + 1)
    real = (real_date(year, month, day) for year in years for month in months)
    told = [one for one in real if one is not None]
    return min(told, key=lambda one: abs((one - near).days), default=None)


def _later(start: date, months: int, days: int) -> date | None:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not date.min.year <= year < date.max.year:
        return None
    whole = last_of_month(year, month + 1)
    return whole.replace(day=min(start.day, whole.day)) + timedelta(days=days)
