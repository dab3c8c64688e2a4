"""The forms in which prose writes a day or a month: `Monday 3 May 2024`, `the 24th`, `May 2024`."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from casework.rules.findings.deadline_days import month_end
from casework.rules.findings.prose_dates import MONTH, MONTHS, month_number, real_date
from casework.rules.manuscript.dated import DatedWords, Grain
from casework.rules.manuscript.phrases import phrase

Reading = Callable[[re.Match[str]], DatedWords | None]

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_NUMBERS: Final = (
    {name: number for number, name in enumerate(_WEEKDAYS)}
    | {name[:3]: number for number, name in enumerate(_WEEKDAYS)}
    | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
)
_CENTURY: Final = 2000
_LATEST_SHORT_YEAR: Final = 99
_MONTHS_IN_A_YEAR: Final = 12
_LONGEST_MONTH: Final = 31
_LEAP_YEAR: Final = 2024
YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_NAMED: Final = "|".join(sorted(_DAY_NUMBERS, key=len, reverse=True))
_WEEKDAY: Final = rf"(?:\b(?P<weekday>{_NAMED})\b\.?,?\s+(?:the\s+)?)?"
_DAY: Final = r"(?<![\d£])(?<!\d[.,/])(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?"
_NO_FILE: Final = r"(?<![A-Za-z])(?<![A-Za-z][/-])"
"""Not right behind the letters of a file's number: `S55/24/11`, `OPCC/12/03/24`."""
_CAPITAL_MONTH: Final = (
    "(?-i:"
    + "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
    + r")\b"
)


def _full(found: re.Match[str]) -> DatedWords:
    day, month = int(found["day"]), month_number(found["month"])
    if month > _MONTHS_IN_A_YEAR >= day:
        # The American order.
        day, month = month, day
    year = int(found["year"])
    year += _CENTURY if year <= _LATEST_SHORT_YEAR else 0
    real = real_date(year, month, day)
    told = _of_day(found, Grain.DAY, day, month)
    return replace(told, first=real, last=real, exists=real is not None)


def _without_year(found: re.Match[str]) -> DatedWords:
    day, month = int(found["day"]), month_number(found["month"])
    told = _of_day(found, Grain.WITHOUT_YEAR, day, month)
    return replace(told, exists=real_date(_LEAP_YEAR, month, day) is not None)


def _of_day(found: re.Match[str], grain: Grain, day: int, month: int) -> DatedWords:
    named = found.groupdict().get("weekday")
    weekday = _DAY_NUMBERS[named.lower()] if named else None
    return DatedWords(
        found.group(), found.start(), found.end(), grain, weekday=weekday, day=day, month=month
    )


def _day_alone(found: re.Match[str]) -> DatedWords | None:
    day = int(found["day"])
    if not 1 <= day <= _LONGEST_MONTH:
        return None
    return DatedWords(found.group(), found.start(), found.end(), Grain.DAY_ALONE, day=day)


def _whole_month(found: re.Match[str]) -> DatedWords:
    last = month_end(found, None)
    return DatedWords.between(found, Grain.MONTH, last.replace(day=1), last)


def form(pattern: str, read: Reading) -> tuple[re.Pattern[str], Reading]:
    """Return a form of dates, and how what is found in that form is read."""
    return phrase(rf"{pattern}(?![\d/])"), read


DAY_FORMS: Final = (
    form(rf"{_WEEKDAY}{_DAY},?\s*(?:of\s+)?\b(?P<month>{MONTH}),?\s*(?:of\s+)?{YEAR}", _full),
    form(rf"{_WEEKDAY}\b(?P<month>{MONTH})\s+{_DAY},?\s+{YEAR}", _full),
    form(rf"(?<![\w-]){YEAR}-(?P<month>\d\d)-(?P<day>\d\d)", _full),
    form(
        rf"{_WEEKDAY}(?<!\d-){_NO_FILE}{_DAY}(?P<sign>[/.-])(?P<month>\d{{1,2}})(?P=sign){YEAR}",
        _full,
    ),
    form(rf"{_WEEKDAY}{_NO_FILE}{_DAY}/(?P<month>\d{{1,2}})/(?P<year>\d\d)", _full),
    form(rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?(?P<month>{_CAPITAL_MONTH})", _without_year),
    form(
        rf"{_WEEKDAY}\b(?P<month>{_CAPITAL_MONTH})\s+(?:the\s+)?"
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)\b",
        _without_year,
    ),
    form(rf"\b(?P<month>{MONTH}),?\s+(?:of\s+)?{YEAR}", _whole_month),
    form(r"\bthe\s+(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?!\s+[a-z])", _day_alone),
)
"""Each with how it is read, the more exact ones first."""
