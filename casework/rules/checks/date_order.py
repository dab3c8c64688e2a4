"""Dates that cannot be: days that do not exist, and things that happen in an impossible order."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.dates_beside_dates import at_odds
from casework.rules.checks.dates_of_plans import promised_in_the_past, still_to_come
from casework.rules.checks.dates_that_differ import Fault, differing, out_of_order
from casework.rules.checks.days_of_the_record import of_another_year
from casework.rules.checks.deeds_a_year_early import a_year_early
from casework.rules.checks.deeds_a_year_late import a_year_late
from casework.rules.checks.noticing import at, at_most_a_note, noticed
from casework.rules.checks.plans_a_year_early import plan_a_year_early
from casework.rules.checks.told_plainly import severity_of
from casework.rules.manuscript.dated import DatedWords, Grain
from casework.rules.manuscript.dated_words import dates_in
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.timeline import TimedEvent
from casework.rules.wording import WEEKDAYS, weekday_date
from models.shapes.checking import Observation, Severity

CHECK: Final = "date_order"
LOOKED_BACK: Final = 40
"""Signs before a date in which a label may say that it is the number of a file."""
_FILE_NUMBER: Final = phrase(
    r"\b(?:ref(?:erence)?s?|files?|case|no|numbers?|URN|crime)\b\W{0,4}(?:(?:is|no|number)\b\W{0,3})?"
    r"[\w/-]{0,12}$"
)


def date_order(response: Response) -> Iterator[Observation]:
    """Yield each date that cannot be right, by the calendar or beside the others.

    What is only read as about the report, as past or as promised is a warning.
    """
    for passage in response.passages:
        for dated in dates_in(passage.words):
            yield from _by_the_calendar(response, passage, dated)
    for told in response.timeline:
        fault = differing(told, response) or out_of_order(told, response)
        severity = severity_of(told)
        if fault is None:
            fault = still_to_come(told, response)
        if fault is None:
            fault = _read_between_the_lines(told, response)
            severity = Severity.WARNING
        if fault is not None:
            message, suggestion = fault
            spot = at(told.passage, told.dated.words)
            yield noticed(CHECK, severity, message, spot, suggestion=suggestion)


def _read_between_the_lines(told: TimedEvent, response: Response) -> Fault | None:
    """Return what the words around a date, and the days on record, say against its year."""
    readings = (
        promised_in_the_past,
        a_year_early,
        a_year_late,
        of_another_year,
        at_odds,
        plan_a_year_early,
    )
    return next((fault for read in readings if (fault := read(told, response))), None)


def _by_the_calendar(
    response: Response, passage: Passage, dated: DatedWords
) -> Iterator[Observation]:
    severity = at_most_a_note(response, passage, Severity.ERROR)
    spot = at(passage, dated.words)
    if not dated.exists:
        before = passage.words[max(0, dated.start - LOOKED_BACK) : dated.start]
        if "/" in dated.words and _FILE_NUMBER.search(before):
            return
        if dated.grain is Grain.DAY or dated.weekday is not None or dated.month:
            message = f"“{dated.words}” is no day of the calendar."
            yield noticed(CHECK, severity, message, spot, suggestion="Look the day up.")
    elif dated.weekday is not None and dated.first is not None:
        right = dated.first.weekday()
        if right != dated.weekday:
            message = (
                f"“{dated.words}”: that day is a {WEEKDAYS[right]}; "
                "either the weekday or the date is wrong."
            )
            suggestion = f"If the date is right: {weekday_date(dated.first)}"
            yield noticed(CHECK, severity, message, spot, suggestion=suggestion)
