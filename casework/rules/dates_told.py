"""What is odd about a publication date: told in words, for the person who confirms it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from casework.rules.wording import british_date, joined
from models.shapes.reading import DateCandidate
from models.words import DatePrecision

_TITLE_YEARS = re.compile(r"\b(20\d\d)(?:\s*[/–-]\s*(\d\d(?:\d\d)?))?\b")
MOST_YEARS_AFTER = 3
"""A cycle's reports come out over some three years; later, a page was moved to a new site."""
NOT_OF_PUBLICATION = frozenset({"PDF creation date"})
"""Sources that tell when a file was made, not when a report was published."""
BY_HAND = "said by the person who handed it in"
"""The source of a date that stands on no page."""
_CENTURY = 2000
_SHORT_YEAR = 2


def oddities(day: date, title: str, candidates: Sequence[DateCandidate]) -> list[str]:
    """Return what speaks against a publication date; nothing is the best answer.

    `candidates` are the dates the report and its copies give, each with its source.
    """
    return [*_years_off(day, title), *_told_otherwise(day, candidates)]


def _years_off(day: date, title: str) -> Iterator[str]:
    years = [year for found in _TITLE_YEARS.finditer(title) for year in _years(found)]
    if not years:
        return
    if day.year - max(years) > MOST_YEARS_AFTER:
        yield (
            f"{british_date(day)} is {day.year - max(years)} years after the year in the title "
            f"({max(years)}): it may be the day the page was moved to a new site."
        )
    if day.year < min(years):
        yield f"{british_date(day)} is before the year in the title ({min(years)})."


def _years(found: re.Match[str]) -> Iterator[int]:
    yield int(found[1])
    if found[2]:
        short = len(found[2]) == _SHORT_YEAR
        yield _CENTURY + int(found[2]) if short else int(found[2])


def _told_otherwise(day: date, candidates: Sequence[DateCandidate]) -> Iterator[str]:
    told = _of_publication(candidates)
    others = [one for one in told if not _agrees(one, day)]
    printed = dict.fromkeys(f"{one.raw} ({one.source})" for one in others if one.source != BY_HAND)
    if printed and any(_agrees(one, day) for one in told):
        yield f"The report also gives {joined(list(printed))}."
    elif printed:
        yield f"No copy of the report gives {british_date(day)}: it gives {joined(list(printed))}."
    said = dict.fromkeys(one.raw for one in others if one.source == BY_HAND)
    if said:
        yield f"The person who handed the report in said {joined(list(said))}."


def is_told(day: date, candidates: Sequence[DateCandidate]) -> bool:
    """Return whether anything gives this day as the day of publication, or nothing gives any."""
    told = _of_publication(candidates)
    return not told or any(_agrees(one, day) for one in told)


def _of_publication(candidates: Sequence[DateCandidate]) -> list[DateCandidate]:
    return [one for one in candidates if one.day and one.source not in NOT_OF_PUBLICATION]


def _agrees(one: DateCandidate, day: date) -> bool:
    if one.day and one.precision is DatePrecision.MONTH:
        return (one.day.year, one.day.month) == (day.year, day.month)
    return one.day == day
