"""The words by which a response says what a date is the date of."""

import re
from enum import StrEnum
from typing import Final, NamedTuple


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


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


BOUND: Final = _words(
    r"\b(?:by|before|until|till|no(?:t)?\s+later\s+than|on\s+or\s+before|not\s+after|latest|due|"
    r"deadline\s+(?:of|was|is)|close\s+on|end\s+of|noon\s+on)\s*"
    r"(?:the\s+|on\s+|5\s?pm\s+|noon\s+|midday\s+|close\s+of\s+(?:business|play)\s+"
    r"|end\s+of\s+)*\(?$"
)
"""Right before a date: it is a bound."""
COMMENTING: Final = _words(
    r"\b(?:comments?|commenting|observations|submission|reply|response\s+from\s+the\s+chief)\b"
)
INVITING: Final = _words(
    r"\b(?:wish(?:ed|es)?\s+to\s+(?:add|say|comment|reply)|anything\s+to\s+(?:add|say)|invit\w+"
    r"|comments?\b|respond\b|observations)"
)
AGAIN: Final = _words(
    r"\b(?:again|remind\w*|chas\w+|exten\w+|further|second|revised|re-?sent|follow\w*[- ]up|draft"
    r"|before\s+publication|pre-?publication|embargo\w*|originally|postponed|rescheduled"
    r"|re-?issued)"
)
"""In a sentence about another invitation or other comments than the first ones."""
LAST_DAY: Final = _words(
    r"\b(?:56|fifty[- ]six)[- ](?:calendar[- ])?days?\b|\bwithin\s+(?:8|eight)\s+weeks\b"
    r"|\b(?:56th|fifty-sixth)\b|\btime\s+(?:for|in\s+which)\b[^.]{0,50}\b(?:up|ends?|out"
    r"|expires?)\b"
    r"|\blast\s+(?:possible\s+|lawful\s+)?(?:day|date)\b"
    r"|\bstatutory\s+(?:\w+\s+)?(?:deadline|period|time|limit|date|duty|requirement)"
    r"|\btime[- ]?limit\b"
    r"|\b55\s*\(5A\)|\((?:5A)\)"
    r"|\bresponse\s+(?:is|was|must\s+be|falls?)\s+(?:therefore\s+)?(?:due|required|needed)"
    r"|\b(?:I|we|it|this|commissioner|mayor|board|body|bodies|response|statement|letter|document"
    r"|comments)\s+(?:(?:am|are|is|was)\s+)?(?:must|(?:legally\s+)?(?:required"
    r"|obliged)\s+(?:by\s+law\s+)?to"
    r"|ha(?:s|ve|d)\s+to|needs?\s+to|should)\s+(?:be\s+)?(?:publish(?:ed)?|respond|reply)"
    r"(?:\s+(?:it|this|(?:my|our|the|a|its|this)\s+(?:response|comments|statement|letter"
    r"|reply)))?(?:\s+on\s+(?:it|them|the\s+report))?"
    r"\W+(?:by|within|before|no|not|to|and|at)\b"
    r"|\b(?:law|act)\s+(?:requires|obliges)\s+(?:\w+\s+){1,4}?to\s+(?:publish|respond)\b"
    r"|\bdeadline\s+(?:for|to)\s+(?:\w+\s+){0,4}?(?:respon\w+|publi\w+|repl\w+)"
    r"|\bresponse\s+deadline\b|\bpublication\s+deadline\b|\bdue\s+date\s+(?:for"
    r"|of)\s+(?:\w+\s+)?response"
)
LAST_DAY_RIGHT_BEFORE: Final = _words(
    r"(?:\b(?:by|before|until|than|on|is|was|i\.?e\.?|namely|ends?|ended|ending|up|out"
    r"|expire[sd]?|falls?|"
    r"fell|of|being|to|runs?|due|deadline|day|date|limit|holiday)\b|[:,(–—-])\s*"
    r"(?:on\s+|the\s+|at\s+the\s+end\s+of\s+|end\s+of\s+|midnight\s+|i\.?e\.?,?\s+|that\s+is,?\s+"
    r"|by\s+|before\s+|is\s+)*$"
)
FOR_COMMENTS: Final = _words(
    r"\b(?:last\s+day|deadline|due\s+date|closing\s+date|time\s+limit"
    r"|period)\s+(?:\w+\s+){0,4}?comments?\b"
)
"""A last day that is not the law's: the one for the chief officer's comments."""
ON_OUR_SITE: Final = _words(
    r"^\W*(?:this|the|my|our|it)\s+(?:\w+\s+){0,3}?(?:is|will\s+be|was"
    r"|has\s+been)\s+(?:\w+\s+){0,3}?"
    r"(?:on|at|via)\s+(?:\w+\s+){0,5}?web\s?site\s+(?:from|on|since)\s+(?:the\s+)?$"
)
"""Right before the day on which the response appears."""
BEGINS: Final = _words(
    r"\b(?:begin(?:ning|s)?|start(?:ing|s|ed)?|began|counting|counted|running|runs|ran"
    r"|day\s+(?:1|one))"
    r"\W+(?:with|on|from|is|was|being|at)?\s*(?:the\s+)?$|\bdays?\s+(?:from|of"
    r"|after)\s+(?:the\s+)?$"
)
"""Right before the first day of the fifty-six."""

LABELS: Final = tuple(
    (event, _words(pattern))
    for event, pattern in (
        (
            Event.OTHER,
            (
                r"\b(?:next|previous|earlier|inspect(?:ed|ion\s+(?:date|period|began"
                r"|took))|fieldwork|review|period\b)"
            ),
        ),
        (
            Event.DUE,
            (
                r"\bto\s+(?:reply|comment)\s+by\b|\b(?:reply|comment)\s+by\b"
                r"|comments?\s+(?:were\s+|was\s+)?(?:due|requested|wanted|asked|to\s+be|by\b"
                r"|required)"
                r"|(?:due|deadline|date)\s+(?:date\s+)?for\s+(?:\w+\s+){0,3}?comments?"
            ),
        ),
        (
            Event.RECEIVED,
            (
                r"^\W*(?:replied|commented)(?:\s+on)?\W*$"
                r"|comments?\b.{0,40}(?:received|submitted|dated|made|provided)"
                r"|received\b.{0,30}comments?|(?:date|receipt)\s+of\s+(?:\w+\s+){0,3}?comments"
            ),
        ),
        (Event.INVITED, r"\binvit"),
        (
            Event.REPORT,
            (
                r"(?:report|inspection)\b.{0,40}(?:publi|issued|released|dated?\b)"
                r"|(?:publi\w+|date|issued?)\s+(?:of|by)\s+(?:\w+\s+){0,3}?(?:report|HMICFRS"
                r"|inspectors)|HMICFRS\s+publication"
            ),
        ),
        (
            Event.LAST_DAY,
            (
                r"\bby\s+which\s+(?:\w+\s+){1,3}?(?:respond|reply|publish)|last\s+day"
                r"|deadline|\bdue\b|latest|56|publish(?:ed)?\s+by|statutory"
            ),
        ),
        (
            Event.OUT,
            (
                r"(?:response|statement)\b.{0,30}publi|publi\w+\s+(?:of"
                r"|date\s+of)\s+(?:\w+\s+){0,3}?(?:response|statement)|\bto\s+be\s+published"
                r"|planned\s+publi"
            ),
        ),
        (Event.MET, r"\b(?:meeting|met|board)\b"),
        (
            Event.SIGNED,
            (
                r"^\W*(?:date|dated|date\s+of\s+(?:this\s+)?(?:response|letter|statement"
                r"|signature)|response\s+date|(?:response\s+)?signed\b.{0,60}|signature(?:\s+date)?"
                r"|date\s+signed|letter\s+date|signed\s+on|date\s+of\s+issue)\W*$"
            ),
        ),
    )
)
"""Labels of a date in a table or before a colon, the more exact ones first."""

PUBLISHED: Final = _words(r"^\W*(?:date\s+(?:of\s+)?)?publi(?:shed|cation)(?:\s+(?:date|on))?\W*$")
"""A label that does not say what is published."""
BARE_PUBLISHED: Final = _words(r"^\W*published\s+(?:online\s+)?(?:on\s+)?(?:the\s+)?$")
"""All that stands before a date in a sentence that does not say what was published."""
SINCE_PUBLICATION: Final = _words(
    r"\b(?:after|before|of|following|since|from)\s+(?:its\s+|the\s+"
    r"|the\s+report[’']s\s+)?publication\b"
)
"""Behind a date: it is told how far from publication it was, not that it was then."""
REPORT_OF: Final = _words(
    r"\b(?:HMICFRS|HMICFRS[’']s?|the|your|this|their|its|inspection|PEEL"
    r"|above)\s+report\s+(?:of|dated)"
    r"\s+(?:the\s+)?$"
)
"""Right before the date of a report."""

_CUES: Final = tuple(
    (event, _words(pattern))
    for event, pattern in (
        (Event.REPORT, r"\b(?:publish(?:ed|es|ing)?|publication|issued|released|appeared)\b"),
        (
            Event.INVITED,
            (
                r"\binvit(?:ed|ing|ation|ations|es)\b|\b(?:wrote|written|writing|letter"
                r"|e-?mail(?:ed)?|asked|sent\s+a\s+request)\b"
            ),
        ),
        (
            Event.RECEIVED,
            (
                r"\b(?:received|submitted|replied|responded|provided|sent|supplied"
                r"|returned|gave|commented|furnished|reached|arrived|forwarded|reply|submission)\b"
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
