"""What a sentence cites a sub-section of section 55 for, where it says so right beside it."""

import re
from typing import Final, NamedTuple

from casework.rules.manuscript.cited_law import Citation
from casework.rules.manuscript.phrases import phrase

_UNDER: Final = (
    r"(?:under|by|in\s+(?:accordance|line|keeping|compliance)\s+with|pursuant\s+to|to\s+comply\s+with"
    r"|as\s+required\s+(?:by|under|in)|for\s+the\s+purposes?\s+of|in\s+terms\s+of|as|see|per)"
)
_THE: Final = r"\s+(?:the\s+(?:provisions\s+of\s+|terms\s+of\s+)?)?$"
_ENDS_UNDER: Final = rf"\b{_UNDER}{_THE}"
_TIME: Final = (
    r"(?:period|days|time(?:\s+limit|scale|frame)?|deadline|limit|weeks|clock|last\s+day)"
)
_SET: Final = (
    r"(?:set|given|allowed|laid\s+down|fixed|prescribed|required|imposed|specified|stipulated"
    r"|provided(?:\s+for)?|permitted|started|named|stated)"
)

_OF_THE_ACT: Final = r"^(?:\s+of\s+(?:the\s+(?:Police\s+)?|that\s+|Police\s+)?Act(?:\s+1996)?)?"

_COMMENTS: Final = phrase(
    r"\binvit\w+|\bcomments?\b[^.;]{0,30}\b(?:period|deadline)|\bfor\s+comments?\b"
)
_COPY_TO: Final = phrase(
    r"\b(?:cop(?:y|ies|ied|ying)|sen[dt]|sending|forward\w*|suppl(?:y|ied|ying)|provid(?:e|ed|ing))\b"
)
_PUBLISH: Final = phrase(
    r"\bpublish\w*|\brespon(?:d|ds|ded|ding)\b|\bcomments?\b|\binvit\w+|\bobligations?\b"
)
INSPECTORS_COPY: Final = phrase(
    r"\b(?:sent|copied|received|sends?)\b[^.;]{0,50}\b(?:to\s+(?:me|us)|by\s+(?:HMIC\w*|the\s+insp\w+))\b"
    r"|\b(?:inspectors?|inspectorate|HMIC\w*)\s+(?:\w+\s+){0,2}?(?:sent|copied|send|sends|must|shall|provided)\b"
    r"|\breport\b[^.;]{0,30}\b(?:sent|copied)\b"
)


class _Role(NamedTuple):
    what: str
    right: str
    may_be: frozenset[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    not_with: re.Pattern[str]


_ROLES: Final = (
    _Role(
        "the time for publishing this response",
        "5A",
        frozenset({"5", "5a"}),
        phrase(
            rf"\b{_TIME}\s+(?:of\s+[\w-]{{1,20}}\s+days\s+)?(?:(?:that|which)\s+)?(?:(?:is|are|was)\s+)?(?:for\s+(?:\w+\s+){{1,4}}?)?"
            rf"(?:{_SET}\s+)?(?:out\s+|down\s+)?(?:by|in|under|of){_THE}"
        ),
        phrase(
            rf"^[^.;,]{{0,40}}?\b(?:gives?|allows?|sets?|provides?|fixes|prescribes|imposes)\b[^.;]{{0,40}}\b{_TIME}\b"
            rf"|{_OF_THE_ACT}\s+(?:gives|allows)\s+(?:me|us|the\s+\w+)\s+until\b|{_OF_THE_ACT}\s+allows\b"
        ),
        _COMMENTS,
    ),
    _Role(
        "the copies of what is published",
        "6",
        frozenset({"6"}),
        phrase(
            r"\b(?:cop(?:y|ies|ied|ying)|sen[dt]|sending|forwarded)\b[^.;]{0,110}"
            rf"{_ENDS_UNDER}"
        ),
        phrase(
            r"^(?:\s+of\s+the\s+(?:Police\s+)?Act(?:\s+1996)?)?(?:\s+requires?(?=,))?\W{0,3}(?:requires?\s+(?:me|us|that|a\b)|(?:(?:and\s+)?(?:I|we)\s+)"
            r"|(?:a\s+)?cop(?:y|ies)\b|(?:this|my|our|the)\s+(?:\w+\s+)?(?:response|letter|statement|document)\s+"
            r"(?:is|are|has|have|will)\b)[^.;]{0,60}\b(?:cop(?:y|ies|ied|ying)|sen[dt]|sending|forward\w*)\b"
        ),
        phrase(rf"{_PUBLISH.pattern}|{INSPECTORS_COPY.pattern}"),
    ),
    _Role(
        "the answers to recommendations",
        "5B",
        frozenset({"5", "5b"}),
        phrase(
            r"\b(?:explain\w*|explanation|action|reasons?|answer\w*)\b[^.;]{0,40}\brecommendations?\b[^.;]{0,40}"
            rf"{_ENDS_UNDER}|\brecommendations?\b[^.;]{{0,60}}\b(?:explain\w*|explanation|reasons?)\b[^.;]{{0,40}}{_ENDS_UNDER}"
        ),
        phrase(
            r"^[^.;,]{0,40}?\b(?:requires?|asks?|obliges)\b[^.;]{0,40}\b(?:explain|explanation|say|set\s+out|action)\b"
            r"[^.;]{0,60}\b(?:recommendations?|action|why|what\s+(?:I|we)\s+(?:have|will|am|are|propose|intend))\b"
            rf"|{_OF_THE_ACT}\s+that\s+(?:I|we)\s+(?:must|have\s+to|should)\s+(?:say|explain|set\s+out|answer)\b"
            rf"|{_OF_THE_ACT}\s+(?:is|does|was|did)\s+(?:\w+\s+)?not\s+(?:\w+\s+)?(?:engaged|apply|arise|relevant)\b"
        ),
        phrase(r"\binvit\w+|\bcop(?:y|ies)\b"),
    ),
    _Role(
        "the duty to publish this response",
        "5",
        frozenset({"1", "2", "3", "4", "5", "5a", "5b"}),
        phrase(
            r"\b(?:respond\w*|response|reply|answer|publish\w*|publication|statement|comments|comment|letter|write|obligations?"
            rf"|duty|made|issued|prepared)\b[^.;]{{0,80}}(?:{_ENDS_UNDER}|\b(?:obligations?|duty)\s+(?:in|of){_THE})"
        ),
        phrase(
            r"^[^.;,]{0,40}?\b(?:requires?|obliges|asks)\s+(?:me|us|the\s+\w+|local\s+policing\s+bodies)\s+"
            r"to\s+(?:\w+\s+)?(?:publish|respond|reply|comment)\b"
            r"|^(?:\s+of\s+the\s+(?:Police\s+)?Act(?:\s+1996)?)?\s+to\s+(?:\w+\s+)?(?:publish|respond|reply)\b"
        ),
        phrase(
            rf"{_COPY_TO.pattern}|{INSPECTORS_COPY.pattern}|\binvit\w+|\binspectors?\b|\bHMIC\w*"
        ),
    ),
)
"""What section 55 is cited for; of the duty itself only the later sub-sections are told here."""


def cited_for(one: Citation) -> tuple[str, str] | None:
    """Return what a sub-section is cited for, and the right one, where it is the wrong one."""
    for role in _ROLES:
        if one.sub in role.may_be or role.not_with.search(one.clause):
            continue
        if role.before.search(one.before) or role.behind.match(one.behind):
            return role.what, role.right
    return None
