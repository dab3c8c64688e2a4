"""Dates as prose and metadata write them."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from models.words import DatePrecision

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
DAY_MONTH_YEAR = (
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"(?P<month>{MONTH}),?\s+(?P<year>(?:19|20)\d\d)"
)
_FULL = re.compile(rf"\b{DAY_MONTH_YEAR}\b", re.IGNORECASE)
_AMERICAN = re.compile(
    rf"\b(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH}),?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_SLASHED = re.compile(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)\b")


class ProseDate(NamedTuple):
    """A date as written: to the day, or to the month (then the first of it)."""

    raw: str
    day: date
    precision: DatePrecision


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def real_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None if no such day exists."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """Return the number of a month by its name or number."""
    return int(name) if name.isdigit() else MONTHS[name.lower().rstrip(".")]


def first_date(text: str) -> ProseDate | None:
    """Return the first date in the text, a full one before a mere month."""
    text = text.replace("\xa0", " ")
    for pattern in (_FULL, _AMERICAN, _ISO, _SLASHED):
        for found in pattern.finditer(text):
            day = _day_of(found)
            if day:
                return ProseDate(found.group(), day, DatePrecision.DAY)
    month = _MONTH_YEAR.search(text)
    if month is None:
        return None
    first = date(int(month["year"]), month_number(month["month"]), 1)
    return ProseDate(month.group(), first, DatePrecision.MONTH)


def _day_of(found: re.Match[str]) -> date | None:
    return real_date(int(found["year"]), month_number(found["month"]), int(found["day"]))
