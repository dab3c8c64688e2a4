"""Days as a letter in Welsh writes them."""

from datetime import date

WELSH_MONTHS = (
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
)
WELSH_WEEKDAYS = ("Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul")
"""Written out, because `strftime` speaks the language of the machine it runs on."""


def welsh_date(day: date) -> str:
    """Return `14 Hydref 2022`."""
    return f"{day.day} {WELSH_MONTHS[day.month - 1]} {day.year}"


def welsh_weekday_date(day: date) -> str:
    """Return `dydd Gwener 4 Tachwedd 2022`: *dydd* tells Mawrth, a Tuesday, from the month."""
    return f"dydd {WELSH_WEEKDAYS[day.weekday()]} {welsh_date(day)}"
