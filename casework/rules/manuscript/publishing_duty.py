"""The words of a sentence that goes on about the duty to publish, and bounds it by a day."""

from typing import Final

from casework.rules.manuscript.phrases import phrase

_WE: Final = r"(?:I|we|commissioner|mayor|board|authority|body|office|it|this|that)"
_MUST: Final = (
    r"(?:must|ha(?:s|ve|d)\s+to|(?:am|are|is|was|were)\s+(?:\w+\s+)?(?:required|obliged|bound)\s+to"
    r"|ha(?:s|ve|d)\s+until|needs?\s+to)"
)

DUTY_TO_PUBLISH: Final = phrase(
    r"\b(?:required|requires?|obliged|obliges?|must|ha(?:s|ve)\s+to|duty|bound)\b[^.;]{0,110}?"
    r"\b(?:publish\s+(?:it|this|(?:[\w’']+\s+){0,5}?(?:comments|response|statement|reply|answer))"
    r"|respond|reply)\b|\b55\s?\(5A?\)|\bstatutory\s+(?:duty|response)\b"
)
"""In the sentences before: what the law asks of the body."""

MUST_DO_SO: Final = phrase(
    rf"\b{_WE}\s+{_MUST}\s+(?:be\s+done|do\s+(?:so|this|it|that)|(?:happen|appear|reach\s+the\s+public)"
    r"|comply)\b"
    r"|\bthis\s+(?:has\s+to|must|is\s+to)\s+be\s+done\b"
)
"""What the body must do is what the sentence before said."""

THEIR_DUTY: Final = phrase(
    r"\b(?:force|constabulary|chief\s+constable|he|she|they|inspectors?|HMIC\w*|panel)\s+"
    r"(?:must|ha(?:s|ve)\s+to)\b|\bcomments?\b[^.;]{0,40}$"
)
"""It is the duty of another, or the comments are what is asked for."""

THEY_HAVE_UNTIL: Final = phrase(
    r"\b(?:constable|officer|force|constabulary|panel|council|partners?|partnership|supplier)\s+(?:\w+\s+)?"
    r"(?:ha(?:s|ve)|(?:is|are)\s+given)\s+(?:\w+\s+)?until\s+(?:the\s+end\s+of\s+)?$"
)
"""Right before a day: another has time until then."""

NOT_LATER: Final = phrase(
    r"\b(?:publication|response|statement|comments|letter|it|this|that)\s+"
    r"(?:(?:may|must|can|could|shall|should)\s*(?:not|never)|cannot)\s+"
    r"(?:be\s+(?:published\s+|made\s+|issued\s+)?(?:any\s+)?(?:later\s+than|after)|appear\s+(?:later\s+than"
    r"|after)|(?:wait|slip|run)\s+(?:beyond|past|after))\s+(?:the\s+|on\s+)?$"
)
"""Right before the day after which something is too late."""

PUBLICATION: Final = phrase(
    r"\b(?:publication\s+(?:is|was|of|may|must|can)"
    r"|publish(?:ed|ing)?\s+(?:this|it|my|our|the)|(?:response|statement|letter|comments)\b)"
)
"""In the sentences before: it is the publication of the response that may not be later."""

AHEAD_OF_IT: Final = phrase(
    r"^\W*(?:(?:and|so|which\s+is|that\s+is|is|a|an|some|more\s+than|about|nearly|well|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|\d{1,2}|few|full|whole|clear|good|days?|weeks?"
    r"|fortnight|month)\s+){0,7}"
    r"(?:before|ahead\s+of|in\s+advance\s+of|short\s+of|earlier\s+than|inside)\s+(?:\w+\s+){0,3}?"
    r"(?:last|final|statutory|legal|deadline|limit|period|56|fifty-six|time|days?)\b"
)
"""Right behind a day that is told to be before the last one."""
