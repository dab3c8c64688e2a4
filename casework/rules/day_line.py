"""Where a case is in its fifty-six days, in one line for a letter or a list."""

from datetime import date

from casework.rules.deadlines import RESPONSE_PERIOD, day_number, response_due
from casework.rules.wording import MONTHS, WEEKDAYS, day_of_period_words, sentence_start


def day_line(published: date, today: date, *, provisional: bool = False) -> str:
    """Return `Day 12 of 56; last day Thursday 8 December`."""
    number = day_number(published, today)
    words = sentence_start(day_of_period_words(number, RESPONSE_PERIOD.days))
    last = response_due(published)
    day = f"{WEEKDAYS[last.weekday()]} {last.day} {MONTHS[last.month - 1]}"
    named = day if last.year == today.year else f"{day} {last.year}"
    was = "last day was" if number > RESPONSE_PERIOD.days else "last day"
    return f"{words}; {was} {named}{' (provisional)' if provisional else ''}"
