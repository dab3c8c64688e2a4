"""The words by which a response says what a date is the date of."""

from enum import StrEnum
from typing import Final, NamedTuple

from casework.rules.manuscript.phrases import phrase


class Event(StrEnum):
    """What happens on a date of a response."""

    REPORT = "the report’s publication"
    INVITED = "the invitation"
    DUE = "the day the comments were asked for"
    RECEIVED = "the chief officer’s comments"
    MET = "a meeting"
    SIGNED = "the date of the response"
    OUT = "the response’s publication"
    LAST_DAY = "the last day"
    OTHER = "something else"


COMMENTING: Final = phrase(
    r"\b(?:comments?|commenting|observations|submission|reply|response\s+from\s+the\s+chief"
    r"|hear(?:ing)?\s+(?:back|from))\b"
)

INVITING: Final = phrase(
    r"\b(?:wish(?:ed|es)?\s+to\s+(?:add|say|comment|reply)|anything\s+to\s+(?:add|say)|invit\w+"
    r"|comments?\b|respond\b|observations)"
)

AGAIN: Final = phrase(
    r"\b(?:(?<!began )(?<!begins )again"
    r"|remind\w*|chas\w+|exten\w+|further|second|revised|re-?sent|follow\w*[- ]up|draft"
    r"|before\s+publication|pre-?publication|embargo\w*|originally|postponed|rescheduled"
    r"|re-?issued)"
)
"""In a sentence about another invitation or other comments than the first ones."""

ON_OUR_SITE: Final = phrase(
    r"^\W*(?:it|this(?:\s+(?:\w+\s+){0,2}?(?:response|statement|letter|reply|document|answer|paper))?|(?:the|my|our)\s+"
    r"(?:\w+\s+){0,2}?(?:response|statement|letter|reply|document|comments|answer|paper))\s+(?:is|will\s+be|was"
    r"|has\s+been)\s+(?:\w+\s+){0,3}?"
    r"(?:on|at|via)\s+(?:\w+\s+){0,5}?web\s?site\s+(?:from|on|since)\s+(?:the\s+)?$"
)
"""Right before the day on which the response appears."""

BARE_PUBLISHED: Final = phrase(r"^\W*published\s+(?:online\s+)?(?:on\s+)?(?:the\s+)?$")
"""All that stands before a date in a sentence that does not say what was published."""

SINCE_PUBLICATION: Final = phrase(
    r"\b(?:after|before|of|following|since|from)\s+(?:its\s+|the\s+"
    r"|the\s+report[’']s\s+)?publication\b"
)
"""Behind a date: it is told how far from publication it was, not that it was then."""

REPORT_OF: Final = phrase(
    r"\b(?:HMICFRS|HMICFRS[’']s?|the|your|this|their|its|inspection|PEEL"
    r"|above)\s+report\s+(?:of|dated)"
    r"\s+(?:the\s+)?$"
)
"""Right before the date of a report."""

_CUES: Final = tuple(
    (event, phrase(pattern))
    for event, pattern in (
        (
            Event.REPORT,
            (
                r"\b(?:(?<!the )(?<!this )(?<!your )(?<!their )publish(?:ed|es|ing)?|publication"
                r"|issued|released|appear(?:ed|s)?"
                r"|c[ao]mes?\s+out|go(?:es)?\s+online|went\s+online|put\s+online|placed\s+online"
                r"|posted\s+online|laid\s+before|made\s+public|(?:put|goes?|went|placed|posted)\s+"
                r"(?:\w+\s+){0,3}?on\s+(?:my|our|the)\s+(?:[\w’']+\s+){0,3}?web\s?site)\b"
            ),
        ),
        (
            Event.INVITED,
            (
                r"\b(?:invitation|mine\s+to\b[^.;:]{0,80})\s+(?:was|is)\s+dated\b|\binvit(?:ed|ing|ation|ations|es)\b"
                r"|\b(?:wrote|written|writing|letter"
                r"|e-?mail(?:ed)?|(?<!will be )asked|sought|requested|sent\s+a\s+request)\b"
            ),
        ),
        (
            Event.RECEIVED,
            (
                r"\b(?:received|submitted|replied|responded|provided|sent|supplied"
                r"|returned|gave|commented|furnished|reached|arrived|forwarded|reply|submission)\b"
                r"|\bcame\s+(?:back\s+)?(?:to\s+(?:me|us)\s+)?(?=on\b)"
                r"|\bdid\s+so\b|\bmade\s+(?:on\s+)?(?:the\s+)?$"
                r"|\bcomments\s+(?:are\s+|were\s+)?(?:dated|of)\b|\bmade\s+(?:the\s+following\s+"
                r"|these\s+|his\s+|her\s+|their\s+)?comments\b"
            ),
        ),
        (
            Event.MET,
            (
                r"\b(?:met|meet|meeting|discuss(?:ed|ion|ions)?|spoke|challenged|raised"
                r"|questioned|scrutini[sz]ed|board|panel|considered|convened|sat\s+down"
                r"|took\s+(?:\w+\s+)?through|went\s+through|briefed|presented|session|call)\b"
            ),
        ),
        (Event.SIGNED, r"\b(?:signed|dated)\b"),
        (
            Event.OTHER,
            (
                r"\b(?:fieldwork|inspected|visited|elected|appointed|took\s+office"
                r"|introduced|launched|opened|since|recruited|effect|force\s+on|joined|retire[ds]?"
                r"|amended|enacted|inserted|substituted|repealed|replaced|royal\s+assent|commenced"
                r"|baseline|data|figures|compared|recorded|ended|ending|started|began|census|budget"
                r"|plan|strategy)\b"
            ),
        ),
    )
)


class Cue(NamedTuple):
    """A word that says what a date is the date of."""

    event: Event
    start: int
    end: int
    words: str


def nearest_cue(words: str, *, last: bool) -> Cue | None:
    """Return the last cue of some words, or their first one."""
    found = [
        Cue(event, one.start(), one.end(), one.group().lower())
        for event, pattern in _CUES
        for one in pattern.finditer(words)
    ]
    if not found:
        return None
    return max(found, key=lambda c: c.end) if last else min(found, key=lambda c: c.start)
