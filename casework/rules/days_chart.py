"""The chart of days taken: a row for each year, a mark for each week in which responses came.

Places along a row are in hundredths of its width, heights in pixels: the words of the
chart stay as large on a telephone as on a desk.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from casework.rules.days_taken import Year, altogether
from casework.rules.deadlines import RESPONSE_PERIOD

WEEK: Final = 7
LAST_WEEK: Final = RESPONSE_PERIOD.days // WEEK
"""Fifty-six days are eight weeks: no week holds both lateness and timeliness."""
FEWEST_WEEKS, MOST_WEEKS = 12, 26
"""Of the scale. Whatever took longer than half a year stands at its end."""
FEW_WEEKS: Final = 16
"""On a scale so short every second week has its number; on a longer one every fourth."""
LEFT, RIGHT = 14.0, 78.0
"""Where the scale begins and ends, in hundredths; the year stands before it, words after it."""
HEAD, ROW, FOOT = 46, 26, 6
SIZES: Final = ((FEW_WEEKS, 5.0, 11.0), (MOST_WEEKS, 4.0, 6.5))
"""Radius of the smallest and the largest mark, on a scale of up to so many weeks."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A number of the scale."""

    x: float
    day: int
    and_more: bool = False
    """Whether everything slower stands here too."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The responses of one week of one year."""

    x: float
    size: float
    number: int
    first: int
    """Day with which the week begins."""
    last: int | None
    """Day with which it ends; none for the end of the scale."""
    is_late: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One year."""

    y: int
    year: Year
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class DaysChart:
    """The whole drawing."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    total: Year
    line_x: float
    """Where the last day ends."""
    height: int
    head: int = HEAD
    row: int = ROW
    left: float = LEFT
    right: float = RIGHT
    last_day: int = RESPONSE_PERIOD.days

    @property
    def years(self) -> tuple[Year, ...]:
        """Return the years, the newest first."""
        return tuple(row.year for row in self.rows)


def days_chart(years: Sequence[Year]) -> DaysChart:
    """Return the chart of these years, the first at the top."""
    longest = max((year.longest or 0 for year in years), default=0)
    weeks = min(max(FEWEST_WEEKS, -(-longest // WEEK)), MOST_WEEKS)
    rows = [
        Row(HEAD + n * ROW + ROW // 2, year, _marks(year, weeks)) for n, year in enumerate(years)
    ]
    return DaysChart(
        rows=tuple(rows),
        ticks=_ticks(weeks, longest),
        total=altogether(years),
        line_x=_edge(LAST_WEEK, weeks),
        height=HEAD + len(rows) * ROW + FOOT,
    )


def _ticks(weeks: int, longest: int) -> tuple[Tick, ...]:
    step = 2 if weeks <= FEW_WEEKS else 4
    if longest <= weeks * WEEK:
        return tuple(Tick(_edge(n, weeks), n * WEEK) for n in range(0, weeks + 1, step))
    rest = tuple(Tick(_edge(n, weeks), n * WEEK) for n in range(0, weeks - step + 1, step))
    return (*rest, Tick(RIGHT, weeks * WEEK, and_more=True))


def _marks(year: Year, weeks: int) -> tuple[Mark, ...]:
    counted = Counter(min(max(days - 1, 0) // WEEK, weeks - 1) for days in year.days)
    return tuple(_mark(week, number, weeks) for week, number in sorted(counted.items()))


def _mark(week: int, number: int, weeks: int) -> Mark:
    smallest, largest = next((least, most) for up_to, least, most in SIZES if weeks <= up_to)
    return Mark(
        x=round((_edge(week, weeks) + _edge(week + 1, weeks)) / 2, 2),
        size=round(min(smallest + 1.5 * (sqrt(number) - 1), largest), 2),
        number=number,
        first=week * WEEK + 1,
        last=(week + 1) * WEEK if week + 1 < MOST_WEEKS else None,
        is_late=week >= LAST_WEEK,
    )


def _edge(week: int, weeks: int) -> float:
    """Return where a week begins, counted from 0."""
    return round(LEFT + (RIGHT - LEFT) * week / weeks, 2)
