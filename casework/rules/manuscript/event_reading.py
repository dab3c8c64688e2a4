"""What happened on a date, read from the sentence around it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from casework.rules.manuscript.event_words import (
    BARE_PUBLISHED,
    ON_OUR_SITE,
    REPORT_OF,
    SINCE_PUBLICATION,
    Cue,
    Event,
    nearest_cue,
)
from casework.rules.manuscript.last_day_words import (
    BEGINS,
    FOR_COMMENTS,
    IS_FIRST_DAY,
    IS_LAST_DAY,
    LAST_DAY,
)
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.publication_words import whose_publication

if TYPE_CHECKING:
    from casework.rules.manuscript.response import Response
from casework.rules.manuscript.around import FARTHEST_CUE, LONGEST_OPENING, Around
from casework.rules.manuscript.last_day_reading import (
    asks_for_comments,
    is_day_for_reply,
    tells_last_day,
)
from casework.rules.manuscript.paper_reading import SOUGHT, is_of_comments, of_a_letter, of_a_paper


def event_of(around: Around, response: "Response") -> Event:
    """Return what a date is the date of, by the words around it."""
    for read in _READINGS:
        event = read(around, response)
        if event is not None:
            return event
    return Event.OTHER


def of_bare_publication(around: Around, response: "Response") -> Event:
    """Return what `Published: …` without more is the date of: the report's is weeks earlier."""
    published, signed = response.facts.report.published_on, response.facts.signed_on
    if published is None or signed is None:
        return Event.OTHER
    return Event.REPORT if abs(around.day - published) < abs(around.day - signed) else Event.OUT


def _by_set_phrases(around: Around, response: "Response") -> Event | None:
    if BARE_PUBLISHED.match(around.before):
        return of_bare_publication(around, response)
    phrases = (
        (BEGINS.search(around.before) and LAST_DAY.search(around.sentence), Event.REPORT),
        (IS_LAST_DAY.match(around.tail), Event.LAST_DAY),
        (IS_FIRST_DAY.match(around.tail) and LAST_DAY.search(around.sentence), Event.REPORT),
        (FOR_COMMENTS.search(around.clause), Event.DUE),
        (is_day_for_reply(around), Event.DUE),
        (ON_OUR_SITE.search(around.before), Event.OUT),
        (REPORT_OF.search(around.before), Event.REPORT),
    )
    return next((event for found, event in phrases if found), None)


def _by_bounds(around: Around, _: "Response") -> Event | None:
    if around.is_bound and asks_for_comments(around) and not LAST_DAY.search(around.clause):
        return Event.DUE
    if tells_last_day(around):
        return Event.LAST_DAY
    return Event.OTHER if around.is_bound else None


def _by_the_words_before(around: Around, response: "Response") -> Event | None:
    cue = around.cue
    if cue is None:
        return None
    offset = len(around.before) - min(len(around.clause), FARTHEST_CUE)
    return _of_cue(cue, around, around.before, offset, response)


def _by_the_words_behind(around: Around, response: "Response") -> Event | None:
    if len(around.clause.split()) > LONGEST_OPENING:
        return None
    tail = SINCE_PUBLICATION.sub(lambda found: " " * len(found.group()), around.tail)
    cue = nearest_cue(tail[:FARTHEST_CUE], last=False)
    return _of_cue(cue, around, tail, 0, response) if cue else None


_READINGS: Final[tuple[Callable[[Around, "Response"], Event | None], ...]] = (
    _by_set_phrases,
    _by_bounds,
    _by_the_words_before,
    _by_the_words_behind,
)


_OF_OTHER_PAPERS: Final = phrase(
    r"\s{1,9}(?:its|the|their|his|her|an?|this|that|these|those)\s{1,9}(?:\w{1,30}\s{1,9})?"
    r"(?:results?|figures?|findings|report|review|assurance|briefing|update|data|papers?|minutes)\b"
)
"""Right behind `received`: it was no comment on the report."""


def _of_cue(cue: Cue, around: Around, words: str, offset: int, response: "Response") -> Event:
    commented = is_of_comments(around, response)
    match cue.event:
        case Event.REPORT:
            at = Cue(cue.event, cue.start + offset, cue.end + offset, cue.words)
            return whose_publication(words, at, response.facts.report.title) or Event.OTHER
        case Event.INVITED:
            if cue.words in SOUGHT and not commented:
                return Event.OTHER
            return of_a_letter(around, commented=commented)
        case Event.RECEIVED if not commented or _OF_OTHER_PAPERS.match(words, cue.end):
            invitation = "invitation" in around.sentence.casefold()
            return Event.INVITED if invitation else Event.OTHER
        case Event.SIGNED:
            return of_a_paper(around, commented=commented)
        case _:
            return cue.event
