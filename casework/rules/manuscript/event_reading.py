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
    DATE_FOR_REPLY,
    ENDS_THEN,
    FOR_COMMENTS,
    INVITING,
    IS_FIRST_DAY,
    IS_LAST_DAY,
    LAST_DAY,
    LAST_DAY_RIGHT_BEFORE,
    OF_THAT_TIME,
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
LOOKED_BACK: Final = 300
"""Signs of the sentences before in which the duty or its time is looked for."""
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
    r"|repl|answer|doing|this\b|it\b))\w+",
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
_UNTIL: Final = re.compile(
    r"\b(?:constable|commissioner|officer|he|she|they|him|her|them)\s+(?:\w+\s+)?until\s+"
    r"(?:the\s+end\s+of\s+)?$",
    re.IGNORECASE,
)
_TO_COMMENT: Final = re.compile(
    r"^\W*to\s+(?:comment|submit\s+(?:\w+\s+)?(?:comments|observations)|make\s+(?:\w+\s+)?comments)\b",
    re.IGNORECASE,
)
"""Right behind a date until which there is time to comment."""
_SOUGHT: Final = frozenset({"sought", "requested"})
_ANOTHER_PAPER: Final = re.compile(
    r"\b(?:report|inspection|PEEL|plan|agreement|comments|minutes|contract|schemes?|delegation|policy"
    r"|memorandum|protocol|order|charter|concordat|bid|lease|warrant)\b"
    r"|\bsigned\s+(?:up|off|the|an?|our|its|their)\s+(?!response|letter|statement|document)\w+",
    re.IGNORECASE,
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
    r"^\W*(?:On\b[^,;:]{0,40}?,?\s+)?(?:[Hh]e|[Ss]he|[Tt]hey)\s+(?:\w+ly\s+)?(?:replied|responded"
    r"|commented|answered|did\s+so|wrote|submitted|sent|made|provided)\b"
)
"""At the head of a sentence that follows the one about the invitation."""
_WE_SENT: Final = re.compile(
    r"\b(?:I|we)\s+(?:have\s+|had\s+|then\s+|also\s+)?(?:sent|provided|gave|replied|responded"
    r"|supplied|forwarded|made|wrote|submitted)\b",
    re.IGNORECASE,
)
_THEY_WROTE: Final = re.compile(
    r"\b(?:he|she|they|constable|officer)\s+(?:\w+ly\s+)?(?:wrote|writes|has\s+written)\b"
    r"(?!\s+to\s+(?:him|her|them|the\s+chief))",
    re.IGNORECASE,
)


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
    """The sentences before its own, those of the paragraph before included."""
    day: date
    introduces: bool = False
    """Whether the chief officer's own words follow right behind."""
    heads: str = ""
    """The heading and the heads of the table that it stands under."""

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
        (IS_LAST_DAY.match(around.tail), Event.LAST_DAY),
        (IS_FIRST_DAY.match(around.tail) and LAST_DAY.search(around.sentence), Event.REPORT),
        (FOR_COMMENTS.search(around.clause), Event.DUE),
        (_is_day_for_reply(around), Event.DUE),
        (ON_OUR_SITE.search(around.before), Event.OUT),
        (REPORT_OF.search(around.before), Event.REPORT),
    )
    return next((event for found, event in phrases if found), None)


def _is_day_for_reply(around: Around) -> bool:
    """Return whether a date is the one that an invitation sets: `with a date for reply of`."""
    if _UNTIL.search(around.before) and _TO_COMMENT.match(around.tail):
        return True
    invited = INVITING.search(around.before) and not LAST_DAY.search(around.clause)
    return bool(invited) and DATE_FOR_REPLY.search(around.before) is not None


def _by_bounds(around: Around, _: "Response") -> Event | None:
    if around.is_bound and _asks_for_comments(around) and not LAST_DAY.search(around.clause):
        return Event.DUE
    if _tells_last_day(around):
        return Event.LAST_DAY
    return Event.OTHER if around.is_bound else None


def _asks_for_comments(around: Around) -> bool:
    """Return whether the words right before a bound ask the chief officer for comments."""
    near = around.clause if len(around.clause.split()) > LONGEST_OPENING else around.before
    if COMMENTING.search(around.heads) and INVITING.search(around.before):
        return True
    return COMMENTING.search(near) is not None and not _OTHERS_COMMENT.search(near)


def _tells_last_day(around: Around) -> bool:
    if around.before.rstrip().endswith("until") and _TO_RESPOND.match(around.tail):
        return True
    last_day = LAST_DAY.search(around.sentence) or _goes_on_about_it(around)
    if _OUR_OWN_AIM.search(around.clause.rpartition(";")[2]) or _OF_OTHERS.search(around.clause):
        return False
    if not last_day or not LAST_DAY_RIGHT_BEFORE.search(around.before):
        return False
    if around.is_bound or ENDS_THEN.search(around.before) or not LAST_DAY.search(around.sentence):
        return True
    cue, clause = around.cue, around.clause
    gap = clause[-FARTHEST_CUE:][cue.end :] if cue and cue.event is Event.REPORT else ""
    return LAST_DAY.search(clause) is not None and not _PUBLISHED_THEN.match(gap)


def _goes_on_about_it(around: Around) -> bool:
    """Return whether a sentence goes on about the time that the sentence before gave."""
    before = around.before
    if OF_THAT_TIME.match(before) is None or COMMENTING.search(around.earlier[-90:]):
        return False
    ends = ENDS_THEN.search(before) or around.is_bound or "last day" in before.casefold()
    return bool(ends) and LAST_DAY.search(around.earlier[-LOOKED_BACK:]) is not None


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
            if cue.words in _SOUGHT and not commented:
                return Event.OTHER
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
    if commented and (_TO_US.search(around.before) or _they_wrote(around)):
        return Event.RECEIVED
    return Event.INVITED if INVITING.search(around.sentence) else Event.OTHER


def _they_wrote(around: Around) -> bool:
    """Return whether it is the chief officer who wrote, right before their own words."""
    told = _THEY_WROTE.search(around.clause[-FARTHEST_CUE:] + " " + around.tail[:FARTHEST_CUE])
    return told is not None and (around.introduces or INVITING.search(around.earlier) is not None)


def _of_a_paper(around: Around, *, commented: bool) -> Event:
    """Return what is dated or signed on a date: the response, the comments, another paper."""
    if commented and ("comment" in around.clause or around.introduces):
        return Event.RECEIVED
    if around.introduces and not _THIS_PAPER.search(around.before):
        return Event.OTHER
    another = _ANOTHER_PAPER.search(around.before) and not _THIS_PAPER.search(around.before)
    return Event.OTHER if another else Event.SIGNED


def _is_of_comments(around: Around, response: "Response") -> bool:
    """Return whether a sentence tells of the chief officer's comments."""
    if _THEY_REPLIED.match(around.sentence) and INVITING.search(around.earlier):
        return True
    if COMMENTING.search(around.heads) and re.search(
        r"\binvited\b", around.sentence, re.IGNORECASE
    ):
        return True
    if around.introduces and not _WE_SENT.search(around.sentence):
        return True
    theirs = _THEIRS.search(around.sentence) or response.names.chief.search(around.sentence)
    return COMMENTING.search(around.sentence) is not None and theirs is not None
