"""The strip of fifty-six days: day 1, today, the milestones, the last working day, day 56."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Final

from casework.rules.deadlines import (
    RESPONSE_PERIOD,
    day_number,
    day_of_period,
    response_due,
    target_day,
)
from casework.rules.plan import LAST, TARGET, Milestone
from casework.rules.working_days import is_working_day

LAST_DAY: Final = RESPONSE_PERIOD.days
EDGE: Final = 12
"""Room at both ends, for a mark that stands outside of the period."""
CELL: Final = 16
"""Width of a day."""
WIDTH: Final = 2 * EDGE + LAST_DAY * CELL
ENDS: Final = frozenset({TARGET, LAST})
"""Milestones the strip shows in a way of their own."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the period."""

    x: int
    number: int
    is_past: bool
    is_rest: bool
    """Whether offices are closed: a weekend or a bank holiday. The law counts it all the same."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone on the strip."""

    x: int
    milestone: Milestone
    is_past: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip as it is drawn: widths and places in units of the picture."""

    first: date
    last: date
    last_working: date
    today: date
    day: int
    """Which day of the period today is; below 1 before it, above 56 after it."""
    cells: tuple[Cell, ...]
    marks: tuple[Mark, ...]
    today_x: int
    last_working_x: int
    width: int = WIDTH
    cell: int = CELL
    last_number: int = LAST_DAY

    @property
    def days_left(self) -> int:
        """Return how many days remain after today; negative once the last has passed."""
        return self.last_number - self.day


def strip(
    published: date, today: date, plan: Sequence[Milestone], holidays: AbstractSet[date]
) -> Strip:
    """Return the strip of a case whose report came out on this day."""
    day, target = day_number(published, today), target_day(published, holidays)
    return Strip(
        first=published,
        last=response_due(published),
        last_working=target,
        today=today,
        day=day,
        cells=tuple(_cell(published, number, day, holidays) for number in range(1, LAST_DAY + 1)),
        marks=tuple(
            Mark(middle_of(one.day), one, one.on < today) for one in plan if one.key not in ENDS
        ),
        today_x=middle_of(day),
        last_working_x=middle_of(day_number(published, target)),
    )


def middle_of(day: int) -> int:
    """Return where the middle of a day stands; before day 1 and after day 56, the edge."""
    if day < 1:
        return EDGE // 2
    if day > LAST_DAY:
        return WIDTH - EDGE // 2
    return EDGE + (day - 1) * CELL + CELL // 2


def _cell(published: date, number: int, today: int, holidays: AbstractSet[date]) -> Cell:
    on = day_of_period(published, number)
    rest = not is_working_day(on, holidays)
    return Cell(EDGE + (number - 1) * CELL, number, number < today, rest)
