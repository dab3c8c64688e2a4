"""A last day of the fifty-six, or a length of the period, that is not the law's."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from casework.rules.checks.late_publication import last_day
from casework.rules.checks.noticing import at, noticed
from casework.rules.deadlines import RESPONSE_PERIOD
from casework.rules.findings.deadline_days import NUMBERS
from casework.rules.manuscript.dated import Grain
from casework.rules.manuscript.dated_words import dates_in
from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import sentence_at
from casework.rules.manuscript.timeline import TimedEvent
from casework.rules.wording import weekday_date
from models.shapes.checking import Observation, Severity

CHECK: Final = "wrong_last_day"
A_SLIP: Final = 10
"""Days by which a last day is miscounted; farther off it is more likely that of something else."""
_WEEKS: Final = RESPONSE_PERIOD.days // 7
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_COUNTS: Final = (
    NUMBERS
    | _TENS
    | {"ninety": 90}
    | {
        f"{tens}{between}{ones}": number + offset
        for tens, offset in _TENS.items()
        for between in ("-", " ")
        for ones, number in list(NUMBERS.items())[:9]
    }
)
_PERIOD: Final = phrase(
    r"\b(?P<count>\d{1,3}|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + r")[\s-]+"
    r"(?P<kind>(?:calendar|working|business|clear)[\s-]+)?(?P<unit>day|week|month)s?\b"
)
_LENGTH: Final = phrase(r"(?:days?|weeks?|months?)\b")
_OUR_DUTY: Final = phrase(
    r"\bstatutory\s+(?:\w+\s+)?(?:period|deadline|time|limit|duty|response|requirement)|\b55\b"
    r"|\b5A\b|\bpolice\s+act\b|\bthe\s+(?:act|law)\b"
    r"|\brequired\s+(?:by\s+law\s+)?to\s+(?:\w+\s+)?(?:publish|respond|reply)"
    r"|\b(?:must|obliged\s+to|duty\s+to|ha(?:s|ve)\s+to|need\s+to)\s+"
    r"(?:\w+\s+)?(?:publish|respond|reply|be\s+published)"
    r"|\b(?:respond|response|reply|publish\w*\s+(?:this|my|our|its|a|the)\s+(?:response|comments))"
    r"\b[^.]{0,50}\bwithin\b|\bwithin\b[^.]{0,60}\bof\s+(?:\w+\s+){0,4}?publication\b"
    r"|\bdeadline\s+for\s+(?:\w+\s+){0,3}?(?:response|publication)\b"
    r"|\b(?:I|we)\s+have\b[^.;]{0,40}\bin\s+which\s+to\s+(?:publish|respond|reply)\b"
)
_THE_DUTY: Final = phrase(
    r"\b(?:56|fifty-six|56th|fifty-sixth|(?:no|not)\s+(?:be\s+)?later\s+than|at\s+the\s+latest"
    r"|statutory|law|lawful|time\s+(?:runs|is|ends|limit)|deadline"
    r"|(?:my|our|this)\s+(?:response|answer|reply|comments)|must|(?:they|it|that|period|days)\s+"
    r"(?:therefore\s+)?(?:ends?|runs?|expires?|closes?))\b"
)
_PLANNED: Final = phrase(
    r"\b(?:will|shall|plan\w*|propos\w+|intend\w*|expect\w*|to\s+(?:be|go|appear)|due\s+to)\b"
)
_BEFORE_IT: Final = phrase(r"(?<!\bor )\bbefore\s+(?:the\s+)?$")
"""Before the day after the last one: that is right."""
_NOT_THE_DUTY: Final = phrase(
    r"\b(?:will|panel|board|meeting|meets?|force|recommendation|months?|constabulary|review|plan"
    r"|contract|audit|committee|AFI|owner)\b"
)
"""Words of a sentence in which the day after the last is that of something else."""
_NOT_OURS: Final = phrase(
    r"\b(?:should|force|chief\s+constable|review|implement\w*|action\s+plan|inspectors?\s+will"
    r"|revisit"
    r"|progress|update|complain\w*|victims?|calls?|crimes?|freedom\s+of\s+information|comments\s+by"
    r"|recommendation\s+\d|AFI|panel|report\s+back|board|extension|extended|training)\b"
)


def wrong_last_day(response: Response) -> Iterator[Observation]:
    """Yield each last day that is not day 56, and each period that is not of fifty-six days."""
    for told in response.timeline:
        if (told.event is Event.LAST_DAY and not told.again) or _is_day_57(told, response):
            yield from _of_day(told, response)
    for passage in response.own():
        if passage.part is Part.BODY:
            yield from _of_length(passage, response)


def _is_day_57(told: TimedEvent, response: Response) -> bool:
    """Return whether a day is the one after the last, in a sentence about the duty."""
    right = last_day(response.facts)
    if right is None or told.first != right + timedelta(days=1) or not told.dated.is_day:
        return False
    facts = response.facts
    ours = {facts.comments_due_on, facts.signed_on, facts.planned_publication_on}
    unread = told.event in {Event.OTHER, Event.DUE} and told.first not in ours
    duty = _THE_DUTY.search(told.sentence) and not _NOT_THE_DUTY.search(told.sentence)
    return unread and bool(duty) and not told.again


def _of_day(told: TimedEvent, response: Response) -> Iterator[Observation]:
    published = response.facts.report.published_on
    right = last_day(response.facts)
    if right is None or told.may_be(right) or told.dated.grain is Grain.YEAR:
        return
    if told.first in {published, response.facts.last_day} or _is_only_planned(told, right):
        return
    if told.first == right + timedelta(days=1) and _BEFORE_IT.search(told.before):
        return
    later = " That is one day late." if told.first == right + timedelta(days=1) else ""
    message = (
        f"“{told.dated.words}” is not the last day: the {RESPONSE_PERIOD.days} days begin with the "
        f"day of publication and end on {weekday_date(right)}, Police Act 1996 s.55(5A).{later}"
    )
    spot = at(told.passage, told.dated.words)
    severity = Severity.ERROR if told.stands_alone or _is_near(told, right) else Severity.WARNING
    yield noticed(CHECK, severity, message, spot, suggestion=weekday_date(right))


def _is_only_planned(told: TimedEvent, right: date) -> bool:
    """Return whether a sentence that plans an earlier day gives the right last one beside it."""
    if told.first >= right or told.stands_alone or not _PLANNED.search(told.before):
        return False
    days = (one for one in dates_in(told.sentence) if one.start != told.dated.start)
    return any(one.first == right for one in days if one.is_day)


def _is_near(told: TimedEvent, right: date) -> bool:
    """Return whether a day misses the last one by a slip, and is not the end of something else."""
    if abs((told.first - right).days) <= A_SLIP:
        return True
    return (told.first.day, told.first.month) == (right.day, right.month)


def _of_length(passage: Passage, response: Response) -> Iterator[Observation]:
    if not _LENGTH.search(passage.words):
        return
    for found in _PERIOD.finditer(passage.unquoted):
        count, unit = found["count"].lower(), found["unit"].lower()
        number = int(count) if count.isdigit() else _COUNTS[count]
        kind = (found["kind"] or "").strip().lower()
        right = (number, unit) == (RESPONSE_PERIOD.days, "day") and kind in {"", "calendar"}
        if right or not _is_of_our_duty(passage, found):
            continue
        if (number, unit) == (_WEEKS, "week") and _names_the_day(passage, found, response):
            continue
        weeks = (number, unit) == (_WEEKS, "week")
        message = (
            f"The law gives {RESPONSE_PERIOD.days} days that begin with the day of publication, "
            f"not “{found.group()}”, Police Act 1996 s.55(5A)."
        )
        spot = at(passage, passage.words[found.start() : found.end()])
        severity = Severity.WARNING if weeks else Severity.ERROR
        right_words = f"{RESPONSE_PERIOD.days} days"
        yield noticed(CHECK, severity, message, spot, suggestion=right_words, replaces=True)


def _names_the_day(passage: Passage, found: re.Match[str], response: Response) -> bool:
    """Return whether the sentence gives the right last day beside a round length of time."""
    right = last_day(response.facts)
    sentence = sentence_at(passage.words, found.start()).words
    return any(one.first == right for one in dates_in(sentence) if one.is_day)


def _is_of_our_duty(passage: Passage, found: re.Match[str]) -> bool:
    """Return whether a length of time is said to be that of the duty to respond."""
    sentence = sentence_at(passage.words, found.start()).words
    if str(RESPONSE_PERIOD.days) in sentence and found["count"] != str(RESPONSE_PERIOD.days):
        return False
    clause = re.sub(r"\bcomments?\s+of\s+the\s+chief\s+\w+", " ", sentence, flags=re.IGNORECASE)
    if not _OUR_DUTY.search(clause):
        return False
    statutory = re.search(
        r"\bstatutory\s+(?:\w+\s+)?(?:period|deadline|time|limit|duty"
        r"|response)|\b55\s*\(5A?\)|\bPolice\s+Act\b",
        clause,
        re.IGNORECASE,
    )
    return statutory is not None or not _NOT_OURS.search(clause)
