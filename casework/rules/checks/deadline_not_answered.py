"""A finding with a deadline of its own, whose answer says nothing of it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from casework.rules.checks.noticing import Spot, at, noticed
from casework.rules.checks.pointing import spot_of
from casework.rules.checks.unanswered_recommendation import wants_answer
from casework.rules.manuscript.answered import Answered, Reply
from casework.rules.manuscript.dated import DatedWords, Grain
from casework.rules.manuscript.dated_words import dates_in
from casework.rules.manuscript.deed_words import is_asked
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.wording import MONTHS
from models.shapes.checking import DeadlineFacts, FindingFacts, Observation, Severity

CHECK: Final = "deadline_not_answered"
_SPOKEN_OF: Final = phrase(
    r"\bdeadlines?\b|\btime\s?scales?\b|\btime[\s-]?(?:frame|limit|table)s?\b|\bby\s+then\b|\b(?:in|on)\s+time\b"
    r"|\b(?:that|this|due|target|required|set|same|inspectors[’']|the)\s+dates?\b|\bimmediate(?:ly)?\b|\bat\s+once\b"
    r"|\bstraight\s?away\b|\bwithout\s+delay\b|\b(?:later|longer|earlier|sooner)\s+than\b|\bextension\b"
    r"|\bwithin\s+(?:the|that|this|these|those)\s+(?:\w+\s+){0,2}?(?:period|months?|weeks?|days?)\b"
    r"|\bin\s+place\s+since\b"
)
_IS_DONE: Final = phrase(
    r"\b(?:already|now|been|is|was|were|are|work)\s+(?:\w+\s+)?(?:complete[d]?|done|met|closed|discharged"
    r"|implemented|in\s+place|delivered|achieved)\b"
)
_AT_ONCE: Final = phrase(r"\bimmediate|at\s+once|straight\s?away")
_SINCE: Final = phrase(r"\b(?:have|has|[’']ve|am|is\s+being|are\s+being)\b")
_UPTO: Final = phrase(
    r"\b(?:by|before|until|no(?:t)?\s+later\s+than|at\s+the\s+latest)\s+(?:the\s+)?"
    r"(?:(?:start|middle|end)\s+of\s+(?:the\s+)?)?$"
)
LONGEST_PERIOD: Final = timedelta(days=93)
"""A quarter or a season tells a deadline; a year does not."""
LOOKED_BACK: Final = 40
"""Signs before a date in which `by` may stand."""


def deadline_not_answered(response: Response) -> Iterator[Observation]:
    """Yield each finding whose deadline no answer speaks of, and each answer that leaves it out."""
    for number, finding in enumerate(response.facts.findings):
        reply, due = response.replies[number], finding.deadline
        if due is None or not (due.raw or due.day) or not wants_answer(response, finding):
            continue
        if not _wants_date(response, reply) or _answers(due, reply.words, response):
            continue
        spot = _spot(response, reply, number)
        if spot.passage is None:
            continue
        asked = _asked(response, number)
        if asked is not None and asked.passage != spot.passage:
            hint = "Take up this date in the answer."
            message = f"The answer to {finding.ref or 'this'} says nothing of this date."
            yield noticed(CHECK, Severity.NOTE, message, asked, suggestion=hint)
        yield noticed(
            CHECK,
            Severity.ERROR,
            f"The inspectors ask for {finding.ref or 'this'} “{_raw(finding)}”; the response says "
            "neither that it will be met nor why not.",
            spot,
            suggestion="Say whether it will be done by then, is done already, or when it will be.",
        )


def _wants_date(response: Response, reply: Reply) -> bool:
    """Return whether an answer has to speak of the date: a reason for none need not."""
    if reply.answered is Answered.TOGETHER:
        return False
    return not response.body.declines(reply.words)


def _answers(due: DeadlineFacts, words: str, response: Response) -> bool:
    if _SPOKEN_OF.search(words) or (due.raw and due.raw.casefold() in words.casefold()):
        return True
    if any(not is_asked(words, one.end()) for one in _IS_DONE.finditer(words)):
        return True
    if _AT_ONCE.search(due.raw) and _SINCE.search(words):
        return True
    if due.day and re.search(rf"\b{MONTHS[due.day.month - 1]}\b(?!\s+\d{{4}})", words):
        return True
    published = response.facts.report.published_on
    return any(_tells(one, due.day, words, published) for one in dates_in(words))


def _tells(one: DatedWords, day: date | None, words: str, published: date | None) -> bool:
    """Return whether a date in an answer is the deadline, or an end before it."""
    if one.grain is Grain.RELATIVE:
        return True
    if day is None:
        return False
    span = one.days(published or day)
    if span is None:
        return False
    brief = span[1] - span[0] <= LONGEST_PERIOD
    if (brief and span[0] <= day <= span[1]) or (span[1].year, span[1].month) == (
        day.year,
        day.month,
    ):
        return True
    return (
        span[1] <= day
        and _UPTO.search(words[max(one.start - LOOKED_BACK, 0) : one.start]) is not None
    )


def _raw(finding: FindingFacts) -> str:
    due = finding.deadline
    return due.raw or f"by {due.day:%d/%m/%Y}" if due else ""


def _spot(response: Response, reply: Reply, number: int) -> Spot:
    """Return the answer that acts, else the finding's own deadline."""
    for one in reply.passages:
        if response.body.acts(response.passages[one].words):
            return at(response.passages[one])
    return _asked(response, number) or spot_of(response, number)


def _asked(response: Response, number: int) -> Spot | None:
    """Return the inspectors' own words for the date, where the finding stands."""
    due = response.facts.findings[number].deadline
    for standing in response.placed.of(number):
        for passage in response.passages[standing.first : standing.last + 1]:
            place = passage.words.casefold().find(due.raw.casefold()) if due and due.raw else -1
            if due and place >= 0:
                return Spot(passage.at, passage.words[place : place + len(due.raw)])
    return None
