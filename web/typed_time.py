"""A time of day as people type it: 9:30, 09.30, 9am."""

import re
from datetime import time
from typing import Final

from web.forms import FieldError

TIME: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?")
NOON: Final = 12


def a_time(typed: str, field: str) -> time:
    """Return a time of day; refuse what is none."""
    found = TIME.fullmatch(typed.strip().casefold())
    if found is None or not (found[2] or found[3]):
        raise FieldError(field, "Give a time of day, such as 9:30 or 14:00.")
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= NOON:
            raise FieldError(field, "Give a time of day, such as 9:30am or 2pm.")
        hour = hour % NOON + (NOON if found[3] == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError as fault:
        raise FieldError(field, "Give a time of day, such as 9:30 or 14:00.") from fault
