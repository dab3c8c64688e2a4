"""The words around a report on a listing page: its date, types and forces; how many there are."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from casework.rules.wording import MONTHS

_MONTHS = [month.lower() for month in MONTHS]
_DAY = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?\s+(" + "|".join(f"{m[:3]}(?:{m[3:]})?" for m in _MONTHS) + r")"
    r"\.?,?\s+(\d{4})\b|\b(\d{1,2})/(\d{1,2})/(\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(published|publication date|date)\b", re.IGNORECASE)
_TYPES = re.compile(r"^(?:publication |report )?types?\s*:\s*(.+)$", re.IGNORECASE)
_FORCES = re.compile(r"^(?:police )?forces?\s*:\s*(.+)$", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\bof\s+([\d,]+)\s+(?:results|publications|reports|items)\b"
    r"|\b([\d,]+)\s+(?:results|publications|reports)\s+found\b",
    re.IGNORECASE,
)


def day_in(lines: Sequence[str], moments: Sequence[str] = ()) -> date | None:
    """Return the day an item was published: as its words say, else as its markup does."""
    said = [line for line in lines if _PUBLISHED.search(line)]
    # Where a line says "Published on", no other date is taken for it.
    days = (_day(text) for text in (*said, *moments, *(() if said else lines)))
    return next((day for day in days if day), None)


def types_listed(lines: Sequence[str]) -> tuple[str, ...]:
    """Return what follows “Publication types:”."""
    return _after(_TYPES, lines)


def forces_listed(lines: Sequence[str]) -> tuple[str, ...]:
    """Return what follows “Police Forces:”."""
    return _after(_FORCES, lines)


def announced_in(text: str) -> int | None:
    """Return how many reports the page says there are: “Showing 1 to 10 of 312 results”."""
    found = _ANNOUNCED.search(text)
    return int((found[1] or found[2]).replace(",", "")) if found else None


def _after(label: re.Pattern[str], lines: Sequence[str]) -> tuple[str, ...]:
    # A label may stand alone, with its value on the next line.
    joined = [
        f"{line} {after}" if line.rstrip().endswith(":") else line
        for line, after in zip_longest(lines, lines[1:], fillvalue="")
    ]
    said = next((found[1] for line in joined if (found := label.match(line))), "")
    return tuple(filter(None, (part.strip() for part in re.split(r"[,;·|]", said))))


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    if found is None:
        return None
    d, month, y, day, number, year, iso_year, iso_month, iso_day = found.groups()
    try:
        if d:
            names = [name[:3] for name in _MONTHS]
            return date(int(y), names.index(month[:3].lower()) + 1, int(d))
        if day:
            return date(int(year), int(number), int(day))
        return date(int(iso_year), int(iso_month), int(iso_day))
    except ValueError:
        return None
