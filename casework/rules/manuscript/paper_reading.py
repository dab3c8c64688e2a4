"""Whose paper or letter bears a date: the invitation, the comments, the response, another's."""

import re
from typing import TYPE_CHECKING, Final

from casework.rules.manuscript.around import FARTHEST_CUE, Around
from casework.rules.manuscript.event_words import COMMENTING, INVITING, Event
from casework.rules.manuscript.phrases import phrase

if TYPE_CHECKING:
    from casework.rules.manuscript.response import Response

_TO_US: Final = phrase(
    r"\b(?:wrote|written|writing|e-?mail(?:ed)?|letter)\s+(?:back\s+)?to\s+(?:me|us|my|our)\b"
)

SOUGHT: Final = frozenset({"sought", "requested"})

_ANOTHER_PAPER: Final = phrase(
    r"\b(?:report|inspection|PEEL|plan|agreement|comments|minutes|contract|schemes?|delegation|policy"
    r"|memorandum|audit|survey|guidance|evaluation|analysis|instruction|circular|protocol|order|charter|concordat|bid|lease|warrant)\b"
    r"|\bsigned\s+(?:up|off|the|an?|our|its|their)\s+(?!response|letter|statement|document)\w+"
)

_A_PAPER: Final = phrase(
    r"\b(?:an?|his|her|its|their|whose|that|another|previous|earlier|last)\s+(?:[\w’'-]+\s+){1,4}?"
    r"(?:which\s+(?:is|was)\s+|that\s+(?:is|was)\s+)?(?:dated|signed)\b"
)
"""Some paper or other that bears a date: `by an arrangement dated`."""

_THIS_PAPER: Final = phrase(
    r"\b(?:this|my|our)\s+(?:\w+\s+)?(?:response|statement|letter|document)\b|^\W*(?:signed|dated)\b"
)

_THEIRS: Final = phrase(
    r"\b(?:these|following|his|her|their|whose)\b|\bcomments\s+(?:below|above|were|are)\b"
)

_THEY_REPLIED: Final = re.compile(
    r"^\W*(?:On\b[^,;:]{0,40}?,?\s+)?(?:[Hh]e|[Ss]he|[Tt]hey)\s+(?:\w+ly\s+)?(?:replied|responded"
    r"|commented|answered|did\s+so|wrote|submitted|sent|made|provided)\b"
)
"""At the head of a sentence that follows the one about the invitation."""

_WE_SENT: Final = phrase(
    r"\b(?:I|we)\s+(?:have\s+|had\s+|then\s+|also\s+)?(?:sent|provided|gave|replied|responded"
    r"|supplied|forwarded|made|wrote|submitted)\b"
)

_THEY_WROTE: Final = phrase(
    r"\b(?:he|she|they|constable|officer)\s+(?:\w+ly\s+)?(?:wrote|writes|has\s+written)\b"
    r"(?!\s+to\s+(?:him|her|them|the\s+chief))"
)
_INVITED: Final = phrase(r"\binvited\b")
_TO_DO_ELSE: Final = phrase(
    r"\binvit(?:ed?|ing|es)\s+(?:it\b|(?:[\w’'-]+\s+){1,9}?to\s+(?!comment|submit|respond|reply|make|give"
    r"|let|say|send|tell|write|set|offer|provide|add|do\s+so|consider|present|share)\w+)"
)
"""Somebody is invited to look, to attend, to explain; a panel, "it", never comments on a report."""
_STILL_TO_DO: Final = phrase(
    r"\b(?:will|shall|(?:intend|propose|plan)s?\s+to|going\s+to)\s+(?:\w+\s+)?invite\b"
)


def of_a_letter(around: Around, *, commented: bool) -> Event:
    """Return what was written or asked on a date: the invitation, or the comments."""
    if commented and (_TO_US.search(around.before) or _they_wrote(around)):
        return Event.RECEIVED
    if _invites_to_something_else(around):
        return Event.OTHER
    return Event.INVITED if INVITING.search(around.sentence) else Event.OTHER


def _invites_to_something_else(around: Around) -> bool:
    """Return whether somebody is invited to do something else than to comment on the report."""
    if COMMENTING.search(around.sentence):
        return False
    return _STILL_TO_DO.search(around.before) is not None or any(
        _TO_DO_ELSE.search(words) for words in (around.clause, around.tail)
    )


def _they_wrote(around: Around) -> bool:
    """Return whether it is the chief officer who wrote, right before their own words."""
    told = _THEY_WROTE.search(around.clause[-FARTHEST_CUE:] + " " + around.tail[:FARTHEST_CUE])
    return told is not None and (around.introduces or INVITING.search(around.earlier) is not None)


def of_a_paper(around: Around, *, commented: bool) -> Event:
    """Return what is dated or signed on a date: the response, the comments, another paper."""
    if commented and ("comment" in around.clause or around.introduces):
        return Event.RECEIVED
    if around.introduces and not _THIS_PAPER.search(around.before):
        return Event.OTHER
    named = _ANOTHER_PAPER.search(around.before) and not _THIS_PAPER.search(around.before)
    another = named or _A_PAPER.search(around.clause)
    return Event.OTHER if another else Event.SIGNED


def is_of_comments(around: Around, response: "Response") -> bool:
    """Return whether a sentence tells of the chief officer's comments."""
    if _THEY_REPLIED.match(around.sentence) and INVITING.search(around.earlier):
        return True
    if COMMENTING.search(around.heads) and _INVITED.search(around.sentence):
        return True
    if around.introduces and not _WE_SENT.search(around.sentence):
        return True
    theirs = _THEIRS.search(around.sentence) or response.names.chief.search(around.sentence)
    return COMMENTING.search(around.sentence) is not None and theirs is not None
