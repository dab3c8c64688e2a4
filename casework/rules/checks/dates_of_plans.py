"""What is told as past and is still to come, and what is promised for a day that is over."""

from datetime import date
from typing import Final

from casework.rules.checks.dates_that_differ import Fault
from casework.rules.manuscript.dated import Grain
from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.tense import is_promised, is_told_as_done
from casework.rules.manuscript.timeline import TimedEvent
from casework.rules.wording import british_date

ROW: Final = 12
"""Passages before and behind a cell in which the rest of its row is looked for."""
A_STATUS: Final = 12
"""Words of a cell that says how far something is; a longer one tells of other things."""
_DONE: Final = phrase(
    r"\b(?:completed?|closed|done|achieved|met|discharged|implemented|delivered|overdue)\b"
)
_OF_THOSE_WEEKS: Final = phrase(
    r"\b(?:visit|meeting|letter|notes?|minutes|decision|what|how|why|whether|results?|evidence|findings?|report|paper"
    r"|statement|comments|response|\w{2,}ed|saw|met|wrote|told|said|gave|heard"
    r"|beginning|starting|each|every|first)\b[^.;:]{0,90}$"
)
"""Before a day of the weeks since the report: it was the day of what they name."""
_WILL: Final = phrase(r"\b(?:will|shall)\b")


def still_to_come(told: TimedEvent, response: Response) -> Fault | None:
    """Return that something told as done lies after the signature, or after today."""
    signed = response.facts.signed_on or response.today
    bounds = {Event.LAST_DAY, Event.DUE}
    if told.first <= signed or told.dated.grain is Grain.PERIOD or told.event in bounds:
        return None
    if told.event is Event.OUT and response.facts.planned_publication_on:
        signed = max(signed, response.facts.planned_publication_on)
        if told.first <= signed:
            return None
    if told.event is Event.SIGNED and told.dated.is_day and told.stands_alone:
        return _dated_ahead(told, response)
    if not is_told_as_done(told):
        return None
    message = (
        f"“{told.dated.words}” is told as past, but it is after {british_date(signed)}, "
        f"{'the day of signature' if response.facts.signed_on else 'today'}."
    )
    return message, None


def _dated_ahead(told: TimedEvent, response: Response) -> Fault | None:
    facts = response.facts
    upto = max(filter(None, (facts.signed_on, facts.planned_publication_on)), default=None)
    if upto is None or told.first <= upto:
        return None
    message = (
        f"The response is dated “{told.dated.words}”, after its signature on "
        f"{british_date(facts.signed_on or upto)}."
    )
    return message, british_date(facts.signed_on) if facts.signed_on else None


def promised_in_the_past(told: TimedEvent, response: Response) -> Fault | None:
    """Return that something is promised for a day before the report, or before the signature."""
    published = response.facts.report.published_on
    if published is None or told.event in {Event.REPORT, Event.INVITED}:
        return None
    signed = response.facts.signed_on
    late = signed is not None and published <= told.last < signed and _is_no_day_of_theirs(told)
    if told.last >= published and not late:
        return None
    if told.dated.grain is Grain.WITHOUT_YEAR:
        # The year was read into it: none was written that could be wrong.
        return None
    of_a_finding = _is_a_findings_deadline(told, response)
    if of_a_finding or not is_promised(told) or is_done_in_its_row(told, response):
        return None
    if late and signed:
        message = (
            f"“{told.dated.words}” is promised as still to come, but it is before the signature on "
            f"{british_date(signed)}."
        )
        return message, None
    message = (
        f"“{told.dated.words}” is promised as still to come, but it is before the report’s "
        f"publication on {british_date(published)}. Look at the year."
    )
    return message, _a_year_later(told, published)


def _is_no_day_of_theirs(told: TimedEvent) -> bool:
    """Return whether a day between report and signature is that of the promise, and no other's."""
    if not told.dated.is_day or told.event not in {Event.OTHER, Event.MET}:
        return False
    led = _WILL.search(told.before) or not told.before.strip(" On")
    return bool(led) and _OF_THOSE_WEEKS.search(told.before) is None


def is_done_in_its_row(told: TimedEvent, response: Response) -> bool:
    """Return whether the row of a table says beside a date that it is done."""
    cell = told.passage.cell
    if cell is None:
        return False
    near = response.passages[max(0, told.passage.at - ROW) : told.passage.at + ROW]
    row = (one for one in near if one.cell and one.cell[:2] == cell[:2])
    return any(_DONE.search(one.words) for one in row if len(one.words.split()) <= A_STATUS)


def _is_a_findings_deadline(told: TimedEvent, response: Response) -> bool:
    return any(
        one.deadline and one.deadline.day and told.may_be(one.deadline.day)
        for one in response.facts.findings
    )


def _a_year_later(told: TimedEvent, published: date) -> str | None:
    """Return the words with the next year that is not over, if only the year was wrong."""
    year = told.first.year
    later = next((y for y in (published.year, published.year + 1) if _in(told, y) >= published), 0)
    return told.dated.words.replace(str(year), str(later)) + "?" if later else None


def _in(told: TimedEvent, year: int) -> date:
    try:
        return told.last.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
