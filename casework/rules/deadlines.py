"""The clock of section 55: fifty-six days that begin with publication."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from casework.errors import RefusedInputError
from casework.rules.wording import british_date, weekday_date
from casework.rules.working_days import working_day_on_or_before

RESPONSE_PERIOD = timedelta(days=56)
"""Calendar days, the day of publication being day 1. Police Act 1996 s.55(5A)."""

EARLIEST_REPORT = date(1996, 1, 1)
"""The Police Act is of 1996: an earlier report is a slip of the keyboard."""

LATEST_REPORT = date(2100, 12, 31)
"""A later date is a slip too, and the register of bank holidays ends about here."""


def sensible_publication_date(published: date) -> date:
    """Return the date if a report can have been published on it, else refuse it."""
    if EARLIEST_REPORT <= published <= LATEST_REPORT:
        return published
    message = (
        f"A report cannot have been published on {british_date(published)}: "
        f"give a date between {EARLIEST_REPORT.year} and {LATEST_REPORT.year}."
    )
    raise RefusedInputError(message)


def day_of_period(published: date, number: int) -> date:
    """Return the date of day `number`; day 1 is the day of publication."""
    return published + timedelta(days=number - 1)


def response_due(published: date) -> date:
    """Return the last day on which the response can lawfully be published.

    The period *begins with* the day of publication: a report published on
    14 October 2022 is due on 8 December 2022. Weekends and bank holidays count.
    """
    return day_of_period(sensible_publication_date(published), RESPONSE_PERIOD.days)


def day_number(published: date, today: date) -> int:
    """Return which day of the period today is; 0 or less before publication."""
    return (today - published).days + 1


def days_left(published: date, today: date) -> int:
    """Return how many days remain after today; negative once the last day has passed."""
    return (response_due(published) - today).days


def is_late(published: date, on: date) -> bool:
    """Return whether a response published on this day comes after the last day."""
    return days_left(published, on) < 0


def target_day(published: date, holidays: AbstractSet[date]) -> date:
    """Return the office's own target: the last working day on or before the last day.

    The law grants nothing for weekends and bank holidays, so the move is to the front.
    """
    return working_day_on_or_before(response_due(published), holidays)


def explained(published: date) -> str:
    """Return the arithmetic of the last day in words."""
    last = response_due(published)
    return (
        f"Day 1 is {weekday_date(published)}; day {RESPONSE_PERIOD.days} is "
        f"{weekday_date(last)} (Police Act 1996 s.55(5A))."
    )


@dataclass(frozen=True, slots=True)
class DeadlineAnswer:
    """What `section55 deadline` answers."""

    published: date
    last_day: date
    day_number_today: int
    days_left: int
    target: date
    explained: str

    def as_json(self) -> dict[str, str | int]:
        """Return the answer in the exchange format of `section55 deadline`."""
        return {
            "published": self.published.isoformat(),
            "last_day": self.last_day.isoformat(),
            "day_number_today": self.day_number_today,
            "days_left": self.days_left,
            "target": self.target.isoformat(),
            "explained": self.explained,
        }


def deadline_answer(published: date, today: date, holidays: AbstractSet[date]) -> DeadlineAnswer:
    """Return the whole arithmetic of one publication date, seen from today."""
    return DeadlineAnswer(
        published=published,
        last_day=response_due(published),
        day_number_today=day_number(published, today),
        days_left=days_left(published, today),
        target=target_day(published, holidays),
        explained=explained(published),
    )
