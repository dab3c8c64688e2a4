"""The labels of dates: in the head of a table's cell, or before a colon."""

from typing import Final

from casework.rules.manuscript.event_words import Event
from casework.rules.manuscript.phrases import phrase

LABELS: Final = tuple(
    (event, phrase(pattern))
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

BARE_DEADLINE: Final = phrase(
    r"^\W*(?:the\s+)?(?:deadline|due(?:\s+(?:date|by|on))?|latest(?:\s+date)?|time\s+limit)\W*$"
)
"""A label that does not say what is due."""

PUBLISHED: Final = phrase(r"^\W*(?:date\s+(?:of\s+)?)?publi(?:shed|cation)(?:\s+(?:date|on))?\W*$")
"""A label that does not say what is published."""
