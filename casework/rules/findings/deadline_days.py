"""The day that a deadline's printed words mean."""

import re
from calendar import monthrange
from datetime import date, timedelta

from casework.rules.findings.number_words import AN, TO_TWENTY
from casework.rules.findings.prose_dates import last_of_month, month_number, real_date

NUMBERS = TO_TWENTY | AN | {"twenty-four": 24, "thirty-six": 36}
_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11}
"""The last month of each season. Winter ends in February of the next year."""

_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def full_date(words: re.Match[str], _: date | None) -> date | None:
    """Return the day as printed."""
    return real_date(int(words["year"]), month_number(words["month"]), int(words["day"]))


def day_before(words: re.Match[str], published: date | None) -> date | None:
    """Return the last day before it."""
    day = full_date(words, published)
    return day - timedelta(days=1) if day else None


def month_end(words: re.Match[str], _: date | None) -> date:
    """Return the last day of the month."""
    return last_of_month(int(words["year"]), month_number(words["month"]))


def season_end(words: re.Match[str], _: date | None) -> date:
    """Return the season's last day."""
    year, season = int(words["year"]), words["season"].lower()
    if season == "winter":
        return last_of_month(year + 1, 2)
    return last_of_month(year, _SEASON_ENDS[season])


def quarter_end(words: re.Match[str], _: date | None) -> date:
    """Return the quarter's last day."""
    quarter = int(words["q"]) if words["q"] else _QUARTERS[words["word"].lower()]
    return last_of_month(int(words["year"]), 3 * quarter)


def financial_year_end(words: re.Match[str], _: date | None) -> date:
    """Return 31 March of its second year."""
    return date(2000 + int(words["short"]), 3, 31)


def year_end(words: re.Match[str], _: date | None) -> date:
    """Return the year's last day."""
    return date(int(words["year"]), 12, 31)


def part_of_year_end(words: re.Match[str], _: date | None) -> date:
    """Return the end of March, June or December."""
    month = {"early": 3, "late": 12}.get(words["part"].lower(), 6)
    return last_of_month(int(words["year"]), month)


def at_once(_: re.Match[str], published: date | None) -> date | None:
    """Return the day of publication."""
    return published


def relative(words: re.Match[str], published: date | None) -> date | None:
    """Return the day so long after publication."""
    if published is None:
        return None
    count = NUMBERS.get(words["count"].lower()) or int(words["count"])
    unit = " ".join(words["unit"].lower().split()).removeprefix("calendar ").rstrip("s")
    if unit == "working day":
        return None
    if unit in {"day", "week"}:
        return published + timedelta(days=count * (7 if unit == "week" else 1))
    return _months_later(published, count * (12 if unit == "year" else 1))


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
