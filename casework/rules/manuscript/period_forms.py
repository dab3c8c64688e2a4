"""The forms in which prose writes a longer time: seasons, quarters, years, `within three months`.

When a season, a part of a year or a month ends is read as in the findings' deadlines.
"""

import re
from datetime import date
from typing import Final

from casework.rules.findings.deadline_days import (
    NUMBERS,
    part_of_year_end,
    season_end,
    year_end,
)
from casework.rules.findings.prose_dates import last_of_month
from casework.rules.manuscript.dated import DatedWords, Grain
from casework.rules.manuscript.day_forms import YEAR, form

_SEASON_BEGINS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_PART_BEGINS: Final = {"early": 1, "late": 9}
_MID_YEAR: Final = 4
_QUARTERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_MONTHS_OF: Final = {"month": 1, "year": 12}
_DAYS_OF: Final = {"day": 1, "week": 7, "fortnight": 14}
_COUNT: Final = r"(?P<count>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"


def _season(found: re.Match[str]) -> DatedWords:
    first = date(int(found["year"]), _SEASON_BEGINS[found["season"].lower()], 1)
    return DatedWords.between(found, Grain.PERIOD, first, season_end(found, None))


def _quarter(found: re.Match[str]) -> DatedWords:
    number = int(found["q"]) if found["q"] else _QUARTERS[found["word"].lower()]
    year, month = int(found["year"]), 3 * number - 2
    if found["short"]:
        # Quarter 1 of a financial year begins in April.
        year, month = (year + 1, 1) if number == _QUARTERS["last"] else (year, month + 3)
    return DatedWords.between(
        found, Grain.PERIOD, date(year, month, 1), last_of_month(year, month + 2)
    )


def _financial(found: re.Match[str]) -> DatedWords | None:
    year = int(found["year"])
    if (year + 1) % 100 != int(found["short"]) % 100:
        return None
    return DatedWords.between(found, Grain.PERIOD, date(year, 4, 1), date(year + 1, 3, 31))


def _part_of_year(found: re.Match[str]) -> DatedWords:
    month = _PART_BEGINS.get(found["part"].lower(), _MID_YEAR)
    first = date(int(found["year"]), month, 1)
    return DatedWords.between(found, Grain.PERIOD, first, part_of_year_end(found, None))


def _whole_year(found: re.Match[str]) -> DatedWords:
    last = year_end(found, None)
    return DatedWords.between(found, Grain.YEAR, last.replace(month=1, day=1), last)


def _relative(found: re.Match[str]) -> DatedWords:
    count = NUMBERS.get(found["count"].lower()) or int(found["count"])
    unit = found["unit"].lower().rstrip("s")
    length = (count * _MONTHS_OF.get(unit, 0), count * _DAYS_OF.get(unit, 0))
    return DatedWords(found.group(), found.start(), found.end(), Grain.RELATIVE, length=length)


PERIOD_FORMS: Final = (
    form(
        rf"\b(?P<season>spring|summer|autumn|winter)(?:\s+of)?,?\s+{YEAR}(?:[/–-]\d\d)?",
        _season,
    ),
    form(
        r"\b(?:(?:Q|quarter\s+)(?P<q>[1-4])|(?P<word>first|second|third|fourth|last|final)"
        rf"\s+quarter)(?:\s+of)?(?:\s+the)?(?:\s+financial\s+year)?,?\s+{YEAR}"
        r"(?:[/–-](?P<short>(?:20)?\d\d))?",
        _quarter,
    ),
    form(rf"(?<![\w/–-]){YEAR}[/–-](?P<short>(?:20)?\d\d)(?![\d/–-])", _financial),
    form(
        rf"\b(?P<part>early|mid|middle\s+of|late)[\s–-]+(?:in\s+)?{YEAR}\b(?![/–-]\d)",
        _part_of_year,
    ),
    form(
        r"\b(?:(?<=\bin )|(?<=\bby )|(?<=\bof )|(?<=\bduring )|(?<=\buntil )|(?<=\bsince )"
        rf"|(?<=\bbefore )){YEAR}\b(?![/–-]\d)",
        _whole_year,
    ),
    form(
        r"\b(?:within|in|over|during)\s+(?:(?:the\s+)?(?:next|coming|following)\s+)?"
        rf"{_COUNT}\s+(?:calendar\s+)?(?P<unit>months?|weeks?|days?|years?|fortnight)\b",
        _relative,
    ),
)
"""Each with how it is read; what is a day or a month already is none of these."""
