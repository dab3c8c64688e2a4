"""A response signed or to be published on day 57 or later."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from casework.rules.checks.noticing import WHOLE, Spot, at, noticed
from casework.rules.deadlines import RESPONSE_PERIOD
from casework.rules.manuscript.dated import Grain
from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import sentence_at
from casework.rules.manuscript.timeline import TimedEvent
from casework.rules.wording import british_date, weekday_date
from models.shapes.checking import Facts, Observation, Severity

CHECK: Final = "late_publication"
NO_CLOCK: Final = "state_of_policing"
"""The kind of report that nobody is obliged to answer, and so within no time."""

_THIS_PAPER: Final = phrase(
    r"\b(?:this|my|our|the)\s+(?:\w+\s+){0,3}?(?:response|statement|letter|reply|document|comments)\b"
    r"|^\W*publi(?:shed|cation)\b"
)
_ANOTHER: Final = phrase(r"\W{0,9}(?:an?|some|further|another|more|regular|quarterly|monthly)\s")
_IT: Final = phrase(r"\b(?:it|them|these|those|they|both|each)\b")
_THEY: Final = phrase(r"\b(?:they|them|these|those|both|each)\b")
"""More than one thing: a response is one, and only its comments are several."""
_OF_A_NEW_THING: Final = phrase(
    r"\b(?:asked|ask|commission\w*|an?\s+(?!(?:\w+\s+)?(?:response|statement|letter|reply|document|copy)\b)\w+)"
    r"\b[^.;]{5,120}?\bit\s+(?:will|shall|is|can|should)\b"
)
"""What the sentence itself names before its "it": "asked for a dashboard, and it will be …"."""


def late_publication(response: Response) -> Iterator[Observation]:
    """Yield each day of signature or publication after the last day, in the words or on record."""
    last = last_day(response.facts)
    if last is None:
        return
    places = [told for told in response.timeline if _is_late(told, last)]
    for told in places:
        spot = at(told.passage, told.dated.words)
        sure = told.stands_alone or _THIS_PAPER.search(told.sentence) is not None
        yield _told(response, last, (told.first, told.event.value), spot, sure=sure)
    known = {told.first for told in places}
    for day, what in _on_record(response.facts):
        if day > last and day not in known:
            yield _told(response, last, (day, what), WHOLE)


def last_day(facts: Facts) -> date | None:
    """Return day 56, by the record or by the day of publication."""
    published = facts.report.published_on
    if facts.kind == NO_CLOCK and facts.last_day is None:
        return None
    if published is not None:
        return published + RESPONSE_PERIOD - timedelta(days=1)
    return facts.last_day


def _is_late(told: TimedEvent, last: date) -> bool:
    if told.first <= last or told.dated.grain is Grain.YEAR:
        return False
    if told.event is Event.SIGNED:
        return told.stands_alone and told.dated.is_day
    return told.event is Event.OUT and not _is_of_something_else(told)


def _is_of_something_else(told: TimedEvent) -> bool:
    """Return whether what is published is new, or an "it" that is no response."""
    if told.stands_alone or _THIS_PAPER.search(told.sentence):
        return False
    if _ANOTHER.match(told.sentence):
        return True
    if not _IT.search(told.sentence):
        return False
    found = sentence_at(told.passage.words, told.dated.start)
    before = told.passage.words[: found.start].strip()
    if _OF_A_NEW_THING.search(told.sentence) or (not before and _THEY.search(told.sentence)):
        return True
    return bool(before) and _THIS_PAPER.search(before) is None


def _on_record(facts: Facts) -> Iterator[tuple[date, str]]:
    if facts.signed_on:
        yield facts.signed_on, "the signature"
    if facts.planned_publication_on:
        yield facts.planned_publication_on, "the planned publication"


def _told(
    response: Response, last: date, event: tuple[date, str], spot: Spot, *, sure: bool = True
) -> Observation:
    day, what = event
    published = response.facts.report.published_on
    number = f", day {(day - published).days + 1}" if published else ""
    message = (
        f"{british_date(day)} as {what} is late{number}: the last day is {weekday_date(last)}, "
        "Police Act 1996 s.55(5A)."
    )
    excused = bool(response.facts.lateness_reason.strip())
    weight = Severity.ERROR if sure else Severity.WARNING
    severity = Severity.NOTE if excused and _says_why(response) else weight
    suggestion = "Publish by the last day, or say in the response why it is late."
    return noticed(CHECK, severity, message, spot, suggestion=suggestion)


_LATE: Final = phrase(
    r"\b(?:late|later\s+than|delay\w*|(?:after|outside|past|beyond)\s+the\s+(?:statutory|deadline)"
    r"|regret\w*|apolog\w+|missed|overdue)\b"
)


def _says_why(response: Response) -> bool:
    return any(_LATE.search(passage.words) for passage in response.own())
