"""Working days. The bank holidays are handed in: this room keeps no register."""

from collections.abc import Set as AbstractSet
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SATURDAY = 5


def is_working_day(day: date, holidays: AbstractSet[date]) -> bool:
    """Return whether offices work on this day: Monday to Friday, no bank holiday."""
    return day.weekday() < SATURDAY and day not in holidays


def working_day_on_or_before(day: date, holidays: AbstractSet[date]) -> date:
    """Return the day itself if it is a working day, else the last one before it."""
    while not is_working_day(day, holidays):
        day -= ONE_DAY
    return day


def working_day_on_or_after(day: date, holidays: AbstractSet[date]) -> date:
    """Return the day itself if it is a working day, else the first one after it."""
    while not is_working_day(day, holidays):
        day += ONE_DAY
    return day


def next_working_day(day: date, holidays: AbstractSet[date]) -> date:
    """Return the first working day after this day."""
    return working_day_on_or_after(day + ONE_DAY, holidays)


def previous_working_day(day: date, holidays: AbstractSet[date]) -> date:
    """Return the last working day before this day."""
    return working_day_on_or_before(day - ONE_DAY, holidays)


def working_days_between(first: date, last: date, holidays: AbstractSet[date]) -> int:
    """Return how many working days there are from first to last, both included."""
    span = (last - first).days + 1
    return sum(is_working_day(first + timedelta(days=n), holidays) for n in range(span))
