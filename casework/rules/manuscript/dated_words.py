"""Every date that prose tells, where it stands, and the days it may mean."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

from casework.rules.findings.deadline_days import NUMBERS
from casework.rules.findings.prose_dates import (
    MONTH,
    MONTHS,
    last_of_month,
    month_number,
    real_date,
)

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_WEEKDAYS: Final = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_DAY_NUMBERS: Final = (
    {name: number for number, name in enumerate(_WEEKDAYS)}
    | {name[:3]: number for number, name in enumerate(_WEEKDAYS)}
    | _SHORT_WEEKDAYS
)
_WEEKDAY: Final = "|".join(sorted(_DAY_NUMBERS, key=len, reverse=True))
_SEASON_MONTHS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_PARTS: Final = {"early": (1, 3), "mid": (4, 6), "late": (9, 12)}
"""The first and the last month, as deadlines in findings are read."""
_HALF: Final = 183
"""Days on either side of a day within which a date without a year is looked for."""
_CENTURY: Final = 2000
_LATEST_SHORT_YEAR: Final = 99
_MONTHS_IN_A_YEAR: Final = 12
_LEAP_YEAR: Final = 2024


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
                found = _nearest(near, tuple(range(1, 13)), self.day)
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


_Reading = Callable[[re.Match[str]], DatedWords | None]
_ORDINAL: Final = r"(?:\s?(?:st|nd|rd|th))?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_WITH_WEEKDAY: Final = rf"(?:\b(?P<weekday>{_WEEKDAY})\b\.?,?\s+(?:the\s+)?)?"
_DAY: Final = rf"(?<![\d£])(?<!\d[.,/])(?P<day>\d{{1,2}}){_ORDINAL}"
_CAPITAL_MONTH: Final = (
    "(?-i:"
    + "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
    + r")\b"
)
_COUNT: Final = r"(?P<count>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"


def _written(found: re.Match[str], grain: Grain, first: date, last: date) -> DatedWords:
    return DatedWords(found.group(), found.start(), found.end(), grain, first, last)


def _full(found: re.Match[str]) -> DatedWords | None:
    day, month = int(found["day"]), _month(found["month"])
    if month > _MONTHS_IN_A_YEAR >= day:
        # The American order.
        day, month = month, day
    year = int(found["year"])
    year += _CENTURY if year <= _LATEST_SHORT_YEAR else 0
    real = real_date(year, month, day)
    named = found.groupdict().get("weekday")
    return DatedWords(
        found.group(), found.start(), found.end(), Grain.DAY, real, real,
        _DAY_NUMBERS[named.lower()] if named else None, real is not None, day, month,
    )  # fmt: skip


def _month(name: str) -> int:
    return month_number(name)


def _without_year(found: re.Match[str]) -> DatedWords | None:
    day, month = int(found["day"]), _month(found["month"])
    named = found["weekday"]
    return DatedWords(
        found.group(), found.start(), found.end(), Grain.WITHOUT_YEAR, None, None,
        _DAY_NUMBERS[named.lower()] if named else None,
        real_date(_LEAP_YEAR, month, day) is not None, day, month,
    )  # fmt: skip


def _day_alone(found: re.Match[str]) -> DatedWords | None:
    day = int(found["day"])
    if not 1 <= day <= 31:  # noqa: PLR2004 - days of the longest month
        return None
    return DatedWords(found.group(), found.start(), found.end(), Grain.DAY_ALONE, day=day)


def _whole_month(found: re.Match[str]) -> DatedWords | None:
    year, month = int(found["year"]), _month(found["month"])
    return _written(found, Grain.MONTH, date(year, month, 1), last_of_month(year, month))


def _season(found: re.Match[str]) -> DatedWords | None:
    year = int(found["year"])
    first, last = _SEASON_MONTHS[found["season"].lower()]
    end = last_of_month(year + (last < first), last)
    return _written(found, Grain.PERIOD, date(year, first, 1), end)


def _quarter(found: re.Match[str]) -> DatedWords | None:
    named = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
    number = int(found["q"]) if found["q"] else named[found["word"].lower()]
    year, month = int(found["year"]), 3 * number - 2
    if found["short"]:
        # Quarter 1 of a financial year begins in April.
        year, month = (year + 1, 1) if number == max(named.values()) else (year, month + 3)
    return _written(found, Grain.PERIOD, date(year, month, 1), last_of_month(year, month + 2))


def _financial(found: re.Match[str]) -> DatedWords | None:
    year = int(found["year"])
    if (year + 1) % 100 != int(found["short"]) % 100:
        return None
    return _written(found, Grain.PERIOD, date(year, 4, 1), date(year + 1, 3, 31))


def _part_of_year(found: re.Match[str]) -> DatedWords | None:
    year = int(found["year"])
    part = next((one for one in _PARTS if found["part"].lower().startswith(one)), "mid")
    first, last = _PARTS[part]
    return _written(found, Grain.PERIOD, date(year, first, 1), last_of_month(year, last))


def _whole_year(found: re.Match[str]) -> DatedWords | None:
    year = int(found["year"])
    return _written(found, Grain.YEAR, date(year, 1, 1), date(year, 12, 31))


def _relative(found: re.Match[str]) -> DatedWords | None:
    count = NUMBERS.get(found["count"].lower()) or int(found["count"])
    unit = found["unit"].lower().rstrip("s")
    months = {"month": count, "year": 12 * count}.get(unit, 0)
    days = {"week": 7 * count, "day": count, "fortnight": 14 * count}.get(unit, 0)
    return DatedWords(
        found.group(), found.start(), found.end(), Grain.RELATIVE, length=(months, days)
    )


_PROSE: Final[tuple[tuple[str, _Reading], ...]] = (
    (rf"{_WITH_WEEKDAY}{_DAY},?\s*(?:of\s+)?\b(?P<month>{MONTH}),?\s*(?:of\s+)?{_YEAR}", _full),
    (rf"{_WITH_WEEKDAY}\b(?P<month>{MONTH})\s+{_DAY},?\s+{_YEAR}", _full),
    (rf"(?<![\w-]){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)", _full),
    (rf"{_WITH_WEEKDAY}(?<!\d-){_DAY}(?P<sign>[/.-])(?P<month>\d{{1,2}})(?P=sign){_YEAR}", _full),
    (rf"{_WITH_WEEKDAY}{_DAY}/(?P<month>\d{{1,2}})/(?P<year>\d\d)", _full),
    (rf"{_WITH_WEEKDAY}{_DAY}\s+(?:of\s+)?(?P<month>{_CAPITAL_MONTH})", _without_year),
    (
        (
            rf"{_WITH_WEEKDAY}\b(?P<month>{_CAPITAL_MONTH})\s+(?:the\s+)?(?P<day>\d{{1,2}})"
            r"(?:st|nd|rd|th)\b"
        ),
        _without_year,
    ),
    (rf"\b(?P<month>{MONTH}),?\s+(?:of\s+)?{_YEAR}", _whole_month),
    (r"\bthe\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+[a-z])", _day_alone),
)
_LONGER: Final[tuple[tuple[str, _Reading], ...]] = (
    (
        rf"\b(?P<season>spring|summer|autumn|winter)(?:\s+of)?,?\s+{_YEAR}(?:[/–-]\d\d)?",
        _season,
    ),
    (
        (
            r"\b(?:(?:Q|quarter\s+)(?P<q>[1-4])|(?P<word>first|second|third|fourth|last|final)"
            rf"\s+quarter)(?:\s+of)?(?:\s+the)?(?:\s+financial\s+year)?,?\s+{_YEAR}"
            r"(?:[/–-](?P<short>(?:20)?\d\d))?"
        ),
        _quarter,
    ),
    (rf"(?<![\w/–-]){_YEAR}[/–-](?P<short>(?:20)?\d\d)(?![\d/–-])", _financial),
    (
        rf"\b(?P<part>early|mid|middle\s+of|late)[\s–-]+(?:in\s+)?{_YEAR}\b(?![/–-]\d)",
        _part_of_year,
    ),
    (
        (
            r"\b(?:(?<=\bin )|(?<=\bby )|(?<=\bof )|(?<=\bduring )|(?<=\buntil )|(?<=\bsince )"
            rf"|(?<=\bbefore )){_YEAR}\b(?![/–-]\d)"
        ),
        _whole_year,
    ),
    (
        (
            rf"\b(?:within|in|over|during)\s+(?:(?:the\s+)?(?:next|coming|following)\s+)?{_COUNT}"
            r"\s+(?:calendar\s+)?(?P<unit>months?|weeks?|days?|years?|fortnight)\b"
        ),
        _relative,
    ),
)
_READINGS: Final = tuple(
    (re.compile(rf"{pattern}(?![\d/])", re.IGNORECASE), read) for pattern, read in _PROSE + _LONGER
)
_ALIKE: Final = str.maketrans("\u00a0\u202f\u2009\u2011", "   -")


def plain_signs(words: str) -> str:
    """Return words with the spaces and hyphens of Word as plain ones; each stays in its place."""
    return words.translate(_ALIKE)


@lru_cache(maxsize=4096)
def dates_in(words: str) -> tuple[DatedWords, ...]:
    """Return every date some words tell, in their order; none overlaps another."""
    plain = plain_signs(words)
    taken: list[DatedWords] = []
    used = bytearray(len(plain))
    for found in _all(plain):
        if not any(used[found.start : found.end]):
            used[found.start : found.end] = b"\1" * (found.end - found.start)
            taken.append(found)
    taken.sort(key=lambda one: one.start)
    return tuple(replace(one, words=words[one.start : one.end]) for one in taken)


def _all(plain: str) -> Iterator[DatedWords]:
    for pattern, read in _READINGS:
        for found in pattern.finditer(plain):
            told = read(found)
            if told is not None:
                yield told
