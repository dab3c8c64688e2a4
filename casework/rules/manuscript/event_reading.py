"""What happened on a date, read from the sentence around it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from casework.rules.manuscript.event_words import (
    BARE_PUBLISHED,
    BEGINS,
    BOUND,
    COMMENTING,
    FOR_COMMENTS,
    INVITING,
    LAST_DAY,
    LAST_DAY_RIGHT_BEFORE,
    ON_OUR_SITE,
    REPORT_OF,
    SINCE_PUBLICATION,
    Cue,
    Event,
    nearest_cue,
)
from casework.rules.manuscript.publication_words import whose_publication

if TYPE_CHECKING:
    from casework.rules.manuscript.response import Response

LONGEST_OPENING: Final = 4
"""Words before a date that opens its sentence: `Then, on the evening of`."""
FARTHEST_CUE: Final = 160
"""Signs between a date and the words that say what it is the date of."""
_PUBLISHED_THEN: Final = re.compile(
    r"^\s*(?:of\s+(?:\w+\s+){1,4})?(?:by\s+(?:\w+\s+){1,6})?(?:online\s+)?on\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Between "published" and the date on which that was: it is no last day."""
_OUR_OWN_AIM: Final = re.compile(
    r"\b(?:aim\w*|target\w*|own|plan\w*|intend\w*|hope\w*|internal\w*)\b[^.;]{0,40}$", re.IGNORECASE
)
"""Right before a date: it is the office's own target, not the law's."""
_OF_OTHERS: Final = re.compile(
    r"\b(?:deadline|time\s+limit|last\s+day|period)\s+for\s+(?!(?:\w+\s+){0,3}?(?:respon|publi"
    r"|repl))\w+",
    re.IGNORECASE,
)
"""A last day for something else than the response."""
_TO_US: Final = re.compile(
    r"\b(?:wrote|written|writing|e-?mail(?:ed)?|letter)\s+(?:back\s+)?to\s+(?:me|us|my|our)\b",
    re.IGNORECASE,
)
_TO_RESPOND: Final = re.compile(
    r"^\W*(?:in\s+which\s+)?to\s+(?:publish|respond|reply)\b(?!.{0,40}\b(?:plan|data|budget"
    r"|minutes)\b)",
    re.IGNORECASE,
)
"""Right behind a date until which there is time."""
_ANOTHER_PAPER: Final = re.compile(
    r"\b(?:report|inspection|PEEL|plan|agreement|comments|minutes|contract)\b", re.IGNORECASE
)
_THIS_PAPER: Final = re.compile(
    r"\b(?:this|my|our)\s+(?:\w+\s+)?(?:response|statement|letter|document)\b|^\W*(?:signed|dated)\b",
    re.IGNORECASE,
)
_OTHERS_COMMENT: Final = re.compile(
    r"\b(?:panel|public|partners?|council\w*|stakeholders?|residents|staff|consultation)\b",
    re.IGNORECASE,
)
_THEIRS: Final = re.compile(
    r"\b(?:these|following|his|her|their|whose)\b|\bcomments\s+(?:below|above|were|are)\b",
    re.IGNORECASE,
)
_THEY_REPLIED: Final = re.compile(
    r"^\W*(?:He|She|They)\s+(?:\w+ly\s+)?(?:replied|responded|commented|answered|did\s+so|wrote)\b"
)
"""At the head of a sentence that follows the one about the invitation."""


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a date."""

    sentence: str
    before: str
    """What stands in the sentence before the date."""
    clause: str
    """The same, but only what follows an earlier date."""
    tail: str
    """What stands behind it, up to the next date or the end of the sentence."""
    earlier: str
    """The sentences before its own in the passage."""
    day: date

    @property
    def cue(self) -> Cue | None:
        """Return the nearest word before the date that says what it is the date of."""
        return nearest_cue(self.clause[-FARTHEST_CUE:], last=True)

    @property
    def is_bound(self) -> bool:
        """Return whether the date is one by which something is to be done."""
        return BOUND.search(self.before) is not None


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
        (FOR_COMMENTS.search(around.clause), Event.DUE),
        (ON_OUR_SITE.search(around.before), Event.OUT),
        (REPORT_OF.search(around.before), Event.REPORT),
    )
    return next((event for found, event in phrases if found), None)


def _by_bounds(around: Around, _: "Response") -> Event | None:
    if around.is_bound and _asks_for_comments(around) and not LAST_DAY.search(around.clause):
        return Event.DUE
    if _tells_last_day(around):
        return Event.LAST_DAY
    return Event.OTHER if around.is_bound else None


def _asks_for_comments(around: Around) -> bool:
    """Return whether the words right before a bound ask the chief officer for comments."""
    near = around.clause if len(around.clause.split()) > LONGEST_OPENING else around.before
    return COMMENTING.search(near) is not None and not _OTHERS_COMMENT.search(near)


def _tells_last_day(around: Around) -> bool:
    if around.before.rstrip().endswith("until") and _TO_RESPOND.match(around.tail):
        return True
    last_day = LAST_DAY.search(around.sentence)
    if _OUR_OWN_AIM.search(around.clause.rpartition(";")[2]) or _OF_OTHERS.search(around.clause):
        return False
    if not last_day or not LAST_DAY_RIGHT_BEFORE.search(around.before):
        return False
    if around.is_bound:
        return True
    cue, clause = around.cue, around.clause
    gap = clause[-FARTHEST_CUE:][cue.end :] if cue and cue.event is Event.REPORT else ""
    return LAST_DAY.search(clause) is not None and not _PUBLISHED_THEN.match(gap)


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


def _of_cue(cue: Cue, around: Around, words: str, offset: int, response: "Response") -> Event:
    commented = _is_of_comments(around, response)
    match cue.event:
        case Event.REPORT:
            at = Cue(cue.event, cue.start + offset, cue.end + offset, cue.words)
            return whose_publication(words, at, response.facts.report.title) or Event.OTHER
        case Event.INVITED:
            return _of_a_letter(around, commented=commented)
        case Event.RECEIVED if not commented:
            invitation = "invitation" in around.sentence.casefold()
            return Event.INVITED if invitation else Event.OTHER
        case Event.SIGNED:
            return _of_a_paper(around, commented=commented)
        case _:
            return cue.event


def _of_a_letter(around: Around, *, commented: bool) -> Event:
    """Return what was written or asked on a date: the invitation, or the comments."""
    if commented and _TO_US.search(around.before):
        return Event.RECEIVED
    return Event.INVITED if INVITING.search(around.sentence) else Event.OTHER


def _of_a_paper(around: Around, *, commented: bool) -> Event:
    """Return what is dated or signed on a date: the response, the comments, another paper."""
    if commented and "comment" in around.clause:
        return Event.RECEIVED
    another = _ANOTHER_PAPER.search(around.before) and not _THIS_PAPER.search(around.before)
    return Event.OTHER if another else Event.SIGNED


def _is_of_comments(around: Around, response: "Response") -> bool:
    """Return whether a sentence tells of the chief officer's comments."""
    if _THEY_REPLIED.match(around.sentence) and INVITING.search(around.earlier):
        return True
    theirs = _THEIRS.search(around.sentence) or response.names.chief.search(around.sentence)
    return COMMENTING.search(around.sentence) is not None and theirs is not None
