"""A day that the record or a finding knows, written with another year."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from casework.rules.checks.dates_that_differ import Fault
from casework.rules.checks.deeds_a_year_early import LONG_AGO
from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.timeline import TimedEvent
from casework.rules.wording import british_date
from models.shapes.checking import Facts

_OF_A_PERIOD: Final = phrase(
    r"\b(?:(?:years?|months|quarter|period|weeks)\s{1,9}(?:to|ended|ending|up\s{1,9}to|until|since)"
    r"|between|compared\s{1,9}(?:with|to)|from|as\s{1,9}(?:at|of)|since"
    r"|(?:contracts?|grants?|funding|funds?|lease|term|plan|strategy|budget|agreement|licences?)\b[^.;,]{0,40}"
    r"\b(?:to|until|till|by|on))\s{1,9}(?:the\s{1,9})?$"
)
"""Right before a day that bounds a year or a contract: such days come again each year."""
_A_YEAR_ON: Final = phrase(
    r"\b(?:(?:one|each|every|last|next|following|previous|second|further|full)\s{1,9}years?"
    r"|years?\s{1,9}(?:later|earlier|before|after|ago|to\s{1,9}the\s{1,9}day|longer|on)|anniversary|annual\w*|longer"
    r"|exten\w{1,9}|cannot|not\s{1,9}(?:until|before|by)|delay\w*|instead|rather\s{1,9}than"
    r"|twelve\s{1,9}months|12\s{1,9}months|elect(?:ed|ion)|appointed|in\s{1,9}20\d\d|an?other|second|further)\b"
)
"""In a sentence that means another year, or that says why it is another one."""
_BOUND: Final = phrase(
    r"\b(?:by|before|until|till|for|of|deadlines?|dates?|(?:end|expire|close|run\s{1,9}out|fall\s{1,9}due|finish)s?"
    r"(?:\s{1,9}on)?|over\s{1,9}on|up\s{1,9}on|than|meets?|is|are|inspectors[’'])"
    r"\s{1,9}(?:[\w’']{1,30}\s{1,9}){0,2}?$"
)
"""Right before a day by which something is to be done."""
_THE_DEADLINE: Final = phrase(
    r"\b(?:deadlines?|dates?|HMICFRS|inspect\w{1,12}|requires?d?|requirements?|recommend\w{1,12}|months|findings?"
    r"|standard|that\s{1,9}day)\b"
)
"""In a sentence that speaks of what the inspectors set."""
_TO_COME: Final = phrase(
    r"\b(?:will|shall|must|next|going\s{1,9}to|plan\w*|due|intend\w*|reviews?|expir\w+|valid|renew\w*|ends?|runs?"
    r"|until|lasts?)\b|[’']ll\b"
)
_OF_THE_CASE: Final = phrase(
    r"\b(?:reports?|publi\w+|comment\w*|invit\w+|letter|response|statement|reply|replied|findings|wrote|received|sent"
    r"|signed|dated|approved|agreed|asked|draft|version|website)\b"
)
"""In a sentence about the report, the comments on it or the response."""
_NEVER_OURS: Final = phrase(
    r"\b(?:last(?!\s{1,9}day\b|\s*[.;,)])|Act|Royal|contract|force[’']s\s{1,9}own)\b"
)
_THEIR_REPORT: Final = phrase(
    r"\b(?:HMICFRS|HMIC|inspectorate|constabulary|services)\W{1,4}(?:published\s{1,9})?(?:on\s{1,9}|dated\s{1,9})?$"
)
"""Right before a date: who published the report."""
_NEXT: Final = phrase(r"\bnext\b")
_PUBLISHED: Final = phrase(r"\b(?:publish\w*|publication|website|online|appears?|issued?|days)\b")
A_LINE: Final = 14
"""Words of a line that is a title with a date and no sentence."""
_LAST_OF_A_QUARTER: Final = {(31, 3), (30, 6), (30, 9), (31, 12), (1, 4), (1, 1)}
"""Days and months at which everything ends or begins, in any year."""


def of_another_year(told: TimedEvent, response: Response) -> Fault | None:
    """Return that a date has the day and month of a recorded one, a year before or after it."""
    facts = response.facts
    if not told.dated.is_day or told.first in {*_steps(facts), *_deadlines(facts)}:
        return None
    if _A_YEAR_ON.search(told.sentence) or _OF_A_PERIOD.search(told.before):
        return None
    meant = next((one for one in _steps(facts) if _is_it(told, one, facts)), None)
    if meant is None:
        ends = (one for one in _deadlines(facts) if _is_meant(told, one, response))
        meant = next(ends, None)
    if meant is None or _is_quoted_elsewhere(told, facts):
        return None
    message = (
        f"“{told.dated.words}” has the day and month of {british_date(meant)}, which the record "
        "knows, but another year. Look at the year."
    )
    return message, british_date(meant)


def _steps(facts: Facts) -> Iterator[date]:
    """Yield the days on which the response came about."""
    steps = (
        facts.signed_on,
        facts.planned_publication_on,
        facts.comments_received_on,
        facts.comments_due_on,
        facts.invited_on,
        facts.report.published_on,
        facts.last_day,
    )
    yield from (one for one in steps if one is not None)


def _deadlines(facts: Facts) -> Iterator[date]:
    yield from (one.deadline.day for one in facts.findings if one.deadline and one.deadline.day)


def _is_a_year_off(told: TimedEvent, other: date) -> bool:
    same = (told.first.day, told.first.month) == (other.day, other.month)
    return same and abs(told.first.year - other.year) == 1


def _is_it(told: TimedEvent, step: date, facts: Facts) -> bool:
    """Return whether a date is that of a step of the response but for its year."""
    if not _is_a_year_off(told, step) or told.event is Event.LAST_DAY:
        return False
    if told.first > step and _TO_COME.search(told.sentence):
        # What is to come may well come on such a day; the response itself comes out once.
        own = step in {facts.planned_publication_on, facts.last_day, facts.comments_due_on}
        comes_out = own and _PUBLISHED.search(told.sentence) is not None
        return comes_out and _NEXT.search(told.sentence) is None
    if step == facts.report.published_on and _THEIR_REPORT.search(told.before):
        return True
    return told.first > step or told.stands_alone or _is_of_the_case(told)


def _is_of_the_case(told: TimedEvent) -> bool:
    """Return whether a sentence tells of the report and the answer, and not of what was before."""
    old = LONG_AGO.search(told.sentence) or _NEVER_OURS.search(told.sentence)
    words = told.sentence.strip()
    is_line = len(words.split()) <= A_LINE and not words.endswith(".")
    return old is None and (is_line or _OF_THE_CASE.search(told.sentence) is not None)


def _is_meant(told: TimedEvent, deadline: date, response: Response) -> bool:
    """Return whether a date is the deadline of a finding but for its year."""
    published = response.facts.report.published_on
    if not _is_a_year_off(told, deadline) or published is None:
        return False
    bound = told.stands_alone or _BOUND.search(told.before) or _TO_COME.search(told.before)
    if not bound or (told.first < published and _is_of_then(told)):
        return False
    if told.first < published or (told.first.day, told.first.month) not in _LAST_OF_A_QUARTER:
        return True
    beside = str(deadline.year) in told.sentence
    return _is_in_its_answer(told, deadline, response) or (
        not beside and _THE_DEADLINE.search(told.sentence) is not None
    )


def _is_of_then(told: TimedEvent) -> bool:
    """Return whether a day before the report is told as one of old, and not as a deadline."""
    return _THE_DEADLINE.search(told.sentence) is None and _BOUND.search(told.before) is None


def _is_in_its_answer(told: TimedEvent, deadline: date, response: Response) -> bool:
    """Return whether a date stands in the answer to a finding of that deadline, and it does not."""
    at = told.passage.at
    for finding, reply in zip(response.facts.findings, response.replies, strict=True):
        if finding.deadline and finding.deadline.day == deadline and at in reply.passages:
            return british_date(deadline) not in reply.words
    return False


def _is_quoted_elsewhere(told: TimedEvent, facts: Facts) -> bool:
    """Return whether the report or the chief officer names the very day."""
    day = british_date(told.first)
    said = (*facts.chief_officer_comments, *(one.text for one in facts.findings))
    return any(day in one for one in said) or day in facts.report.title
