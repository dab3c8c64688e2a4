"""How long responses took, year by year of the reports they answer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import NamedTuple

from casework.rules.deadlines import RESPONSE_PERIOD


class Taken(NamedTuple):
    """A published response: when its report came out, and how long it took."""

    report_published: date
    days: int
    """Counted as the law counts: the day of the report is day 1."""

    @property
    def is_late(self) -> bool:
        """Return whether it came after the last day."""
        return self.days > RESPONSE_PERIOD.days


@dataclass(frozen=True, slots=True)
class Year:
    """The responses to the reports of one year."""

    year: int
    days: tuple[int, ...]
    """Of each response, the shortest first; nothing in a year without one."""

    @property
    def number(self) -> int:
        """Return how many responses there are."""
        return len(self.days)

    @property
    def late(self) -> int:
        """Return how many came after the last day."""
        return sum(days > RESPONSE_PERIOD.days for days in self.days)

    @property
    def on_time(self) -> int:
        """Return how many came in time."""
        return self.number - self.late

    @property
    def middle(self) -> str:
        """Return the median, as it is written: `54`, `54.5`; nothing in an empty year."""
        return f"{median(self.days):g}" if self.days else ""

    @property
    def longest(self) -> int | None:
        """Return how long the slowest took; nothing in an empty year."""
        return max(self.days, default=None)


def years_of(taken: Iterable[Taken]) -> tuple[Year, ...]:
    """Return every year from the newest to the oldest, those without a response among them."""
    by_year: dict[int, list[int]] = defaultdict(list)
    for one in taken:
        by_year[one.report_published.year].append(one.days)
    if not by_year:
        return ()
    every = range(max(by_year), min(by_year) - 1, -1)
    return tuple(Year(year, tuple(sorted(by_year.get(year, ())))) for year in every)


def altogether(years: Sequence[Year]) -> Year:
    """Return the responses of all these years as if they were of one, the year 0."""
    return Year(0, tuple(sorted(days for year in years for days in year.days)))
