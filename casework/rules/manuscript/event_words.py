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


DATE_FOR_REPLY: Final = _words(
    r"\b(?:(?:closing|return|reply)\s+)?(?:date|deadline|time\s+limit)\s+"
    r"(?:for\s+(?:\w+\s+){0,2}?(?:repl(?:y|ies)|comments?|responses?|submissions?)\s+)?"
    r"(?:of|was|is|being)\s+(?:the\s+)?$"
)
"""Right before the day that an invitation sets."""
IS_LAST_DAY: Final = _words(
    r"^\W{0,3}(?:(?:is|was|will\s+be|being|falls\s+as|as|the|therefore|thus|also)\s+){0,4}"
    r"(?:day\s+(?:number\s+)?(?:56|fifty-six)\b|(?:56th|fifty-sixth)\b"
    r"|(?:last|final)\s+(?:lawful\s+|possible\s+|permitted\s+|statutory\s+)?da(?:y|te)\s+"
    r"(?:for\s+(?:publi|respon|doing)|on\s+which\s+(?:I|we|it|this)|of\s+the\s+(?:56|fifty|statut"
    r"|period)|allowed|permitted|by\s+law)|(?:my|our|the)\s+statutory\s+(?:deadline|limit))"
)
"""Right behind a date that is told to be the last day."""
IS_FIRST_DAY: Final = _words(
    r"^\W{0,3}(?:(?:is|was|being|as|therefore|thus)\s+){0,3}(?:day\s+(?:1|one)|the\s+first\s+day"
    r"\s+of\s+the\s+(?:56|fifty|statutory|period))\b"
)
"""Right behind the day with which the fifty-six begin."""
ENDS_THEN: Final = _words(
    r"\b(?:ends?|ended|ending|expire[sd]?|runs?\s+(?:out|until|to)|ran\s+(?:out|until)|clos(?:es?|ed)"
    r"|lapse[sd]?|is\s+up|stops?|falls?|fell|finish(?:es|ed)?)\s+(?:on\s+|at\s+the\s+end\s+of\s+)?(?:the\s+)?$"
)
"""Right before a date on which a time is over."""
OF_THAT_TIME: Final = _words(
    r"^\W*(?:\w+\s+){0,4}?(?:do(?:ing)?\s+(?:so|this|that|it)\b|(?:my|our)\s+(?:\w+\s+)?(?:answer|reply"
    r"|response|statement|comments|time)\b|(?:they|it|these|this|that|those|which)\s+(?:\w+\s+){0,2}?"
    r"(?:end|expire|run|close|lapse|is\s+up|fall)|(?:the|this|that)\s+(?:\w+\s+)?(?:period|time|clock"
    r"|deadline|window|days)\b)"
)
"""A sentence that goes on about the duty, or the time, of the sentence before."""
BOUND: Final = _words(
    r"\b(?:by|before|until|till|no(?:t)?\s+later\s+than|on\s+or\s+before|not\s+after|latest|due|"
    r"deadline\s+(?:of|was|is)|close\s+on|end\s+of|noon\s+on)\s*"
    r"(?:the\s+|on\s+|5\s?pm\s+|noon\s+|midday\s+|close\s+of\s+(?:business|play)\s+"
    r"|end\s+of\s+)*\(?$"
)
"""Right before a date: it is a bound."""
COMMENTING: Final = _words(
    r"\b(?:comments?|commenting|observations|submission|reply|response\s+from\s+the\s+chief"
    r"|hear(?:ing)?\s+(?:back|from))\b"
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
    r"|\bpublication\s+(?:is|was)\s+(?:required|due|needed)"
    r"|\b(?:our|my|the)\s+(?:time|clock)\s+(?:to\s+\w+\s+)?(?:runs?\s+out|is\s+up|ends?|expires?|stops?)"
    r"|\b(?:response|(?:my|our)\s+(?:\w+\s+)?(?:answer|reply|statement|comments))"
    r"\s+(?:is|was|are|must\s+be|falls?)\s+(?:therefore\s+)?(?:due|required|needed)"
    r"|\b(?:I|we|it|this|commissioner|mayor|board|body|bodies|response|statement|letter|document"
    r"|comments)\s+(?:(?:am|are|is|was)\s+)?(?:must|(?:legally\s+)?(?:required"
    r"|obliged)\s+(?:by\s+law\s+)?to"
    r"|ha(?:s|ve|d)\s+to|needs?\s+to|should)\s+(?:be\s+)?(?:publish(?:ed)?|respond|reply)"
    r"(?:\s+(?:it|this|(?:my|our|the|a|its|this)\s+(?:response|comments|statement|letter"
    r"|reply)))?(?:\s+on\s+(?:it|them|the\s+report))?"
    r"\W+(?:by|within|before|no|not|to|and|at)\b"
    r"|\b(?:law|act|legislation|statute|section\s+55\S*)\s+(?:requires|obliges)\s+(?:\w+\s+){1,4}?to\s+(?:publish|respond)\b"
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
                r"\bby\s+which\s+(?:\w+\s+){1,3}?(?:respond|reply|publish)|last\s+da(?:y|te)"
                r"|(?:response|reply|answer|publication|publish\w*|statement)\b.{0,40}\b(?:deadline"
                r"|due|latest|limit)|(?:deadline|due|latest|limit)\b.{0,40}\b(?:respon\w+|publi\w+"
                r"|reply|answer|statement)|\b56|fifty-six|publish(?:ed)?\s+by|statutory|section\s+55"
                r"|answer(?:ed)?\s+by|respond(?:ed)?\s+(?:to\s+)?by|response\s+by"
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
                r"^\W*(?:date|dated|date\s+of\s+(?:this\s+|our\s+|my\s+|the\s+)?(?:response|letter"
                r"|statement|answer|reply|signature)|(?:response|answer|reply)\s+date"
                r"|(?:this|our|my|the)\s+(?:response|statement|letter|reply|answer)"
                r"|(?:(?:this|our|my|the)\s+)?(?:response|statement|letter|reply|answer)\s+"
                r"(?:dated?|made|agreed|approved|adopted|issued|given)(?:\s+on)?"
                r"|(?:answered|made|agreed|approved|adopted)(?:\s+on)?"
                r"|(?:(?:this|our|my|the)\s+)?(?:response\s+)?signed\b.{0,60}|signature(?:\s+date)?"
                r"|date\s+signed|letter\s+date|signed\s+on|date\s+of\s+issue)\W*$"
            ),
        ),
    )
)
"""Labels of a date in a table or before a colon, the more exact ones first."""

BARE_DEADLINE: Final = _words(
    r"^\W*(?:the\s+)?(?:deadline|due(?:\s+(?:date|by|on))?|latest(?:\s+date)?|time\s+limit)\W*$"
)
"""A label that does not say what is due."""
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
        (
            Event.REPORT,
            (
                r"\b(?:publish(?:ed|es|ing)?|publication|issued|released|appear(?:ed|s)?"
                r"|c[ao]mes?\s+out|go(?:es)?\s+online|went\s+online|put\s+online|placed\s+online"
                r"|posted\s+online|laid\s+before|(?:put|goes?|went|placed|posted)\s+"
                r"(?:\w+\s+){0,3}?on\s+(?:my|our|the)\s+(?:\w+[’']s\s+)?web\s?site)\b"
            ),
        ),
        (
            Event.INVITED,
            (
                r"\binvit(?:ed|ing|ation|ations|es)\b|\b(?:wrote|written|writing|letter"
                r"|e-?mail(?:ed)?|asked|sought|requested|sent\s+a\s+request)\b"
            ),
        ),
        (
            Event.RECEIVED,
            (
                r"\b(?:received|submitted|replied|responded|provided|sent|supplied"
                r"|returned|gave|commented|furnished|reached|arrived|forwarded|reply|submission)\b"
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
