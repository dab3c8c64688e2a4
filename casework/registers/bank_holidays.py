"""Bank holidays of England and Wales, by the library that keeps them."""

from datetime import date
from functools import cache

import holidays

FORECAST_YEARS = 2
"""A plan reaches at most into the year after next; see `bank_holidays_around`."""


@cache
def bank_holidays(first_year: int, last_year: int) -> frozenset[date]:
    """Return the bank holidays of these years, both included.

    Wales keeps the same days as England. Days proclaimed later for one year
    (a coronation, a funeral) come with a newer version of the library.
    """
    years = range(first_year, last_year + 1)
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=years))


def bank_holidays_around(day: date) -> frozenset[date]:
    """Return the bank holidays that can touch a case whose report came out on this day."""
    return bank_holidays(day.year - 1, day.year + FORECAST_YEARS)
