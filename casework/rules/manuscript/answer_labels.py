"""The labels, headings and filing lines around an answer, which answer nothing themselves."""

from typing import Final

from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import phrase

LABEL: Final = phrase(
    r"\b(?:respon[sd]\w*|answers?|actions?|position|comments?|repl(?:y|ies)|updates?|progress|next\s+steps"
    r"|status|owners?|deadlines?|what\s+(?:I|we)|how\s+(?:I|we)|scrutiny|oversight|commissioner|mayor|lead"
    r"|target|timescales?|activity|assurance|decision|reasons?|view|addressees?|accepted|why)\b"
)
"""Words of a heading that labels a part of one finding's answer."""

ANSWERS: Final = phrase(
    r"\b(?:respon[sd]\w*|answers?|actions?|repl(?:y|ies)|position|decision|reasons?|accepted"
    r"|what\s+(?:I|we)|how\s+(?:I|we)|commissioner|mayor|(?:my|our)\s+comments?)\b"
)
"""Words of a heading over an answer, be it to one finding or to all before it."""

OF_THEM: Final = phrase(r"\bchief\s+(?:constable|officer)\b|\bcc\b")
"""In a heading that stands once: the section of the chief officer's comments."""

WHEN: Final = phrase(
    r"(?:by\s+)?when\??|timescales?|(?:target|due|completion)?\s?dates?|deadlines?|timing"
)
"""The head of a column of dates."""

NOTHING: Final = phrase(r"\W{0,4}(?:not\s+applicable|n/?a|none|nil|tb[ac])?\W{0,4}")
"""A cell of such a column in which no date stands."""

LONGEST_LABEL: Final = 9
"""Words of a label at most."""

SEE: Final = phrase(
    r"\b(?:see|as\s+(?:above|set|with|for)|above|below|same|already|covered|alongside)\b"
)
"""An answer that sends its reader to the answers of others."""

_KEYS: Final = (
    r"(?:addressed\s+to|addressees?|for\s+whom|owners?|lead|deadline|due(?:\s+date)?|class|type"
    r"|grade|area|references?|ref|source|priority|rag|link|page)"
)

METADATA: Final = phrase(
    rf"(?:addressed\s+to\b|{_KEYS}(?:\s*(?:and|&|/)\s*\w+)?\s*[:–])(?:(?!\baction|\bI\b|\bwill\b)[^.]){{0,90}}\.?"
)
"""A line that files a finding and answers nothing: `Addressed to: the Home Office`."""

COLUMN: Final = phrase(rf"{_KEYS}[:.]?")

TO_THEM: Final = phrase(
    r"\b(?:comments?|repl(?:y|ies)|respon[sd]\w*|remarks?|views?|observations?)\b[^.]{0,60}?"
    r"\b(?:to|on|about|regarding|upon)\b(?:(?!report|inspect|recommend|finding|hmic|peel)[^.]){0,40}?"
    r"\b(?:chief(?!\s+inspector)|cc|commissioner[’']s?\s+comments|(?:his|her|their|these|those|force[’']?s?)\s+"
    r"(?:\w+\s+)?comments?|comments?\s+(?:of|by|from|made)(?!\s+(?:by\s+)?(?:the\s+)?(?:hmic|inspect)))\b"
)


_WHO: Final = (
    r"(?:(?:the|my|our|its|his|her|police|policing|crime|fire|and|rescue|commissioner|mayor|mayoral|deputy|authority|board"
    r"|committee|office|o?p(?:f)?cc|mopac|body|local|combined|member|chair|common|council|for|of)(?:[’']s?)?,?\s+)"
)
_ANSWER: Final = (
    r"(?:respon[sc]es?|answers?|actions?|repl(?:y|ies)|comments?|commentary|position|decision|update|view|oversight"
    r"|scrutiny|commitments?|statement|next\s+steps?|reasons?|assurance)"
)
_BEHIND: Final = (
    r"(?:(?:,?\s+(?:and|or|/|&)|,)?\s+(?:(?:its|the|my|our|any)\s+)?"
    rf"(?:{_ANSWER}|taken|proposed|planned|required|if\s+any|none|for\s+none|for\s+no\s+action)){{0,4}}"
    r"(?:\s+(?:to|on|for)\s+(?:this|the)?\s{0,3}(?:recommendation|rec|afi|finding|area\s+for\s+improvement)?\s{0,3}\d{0,3})?"
    r"(?:\s*\([^\n]{0,40}\))?"
)
_BARE_LABEL: Final = phrase(
    rf"\W{{0,4}}(?:{_WHO}{{0,8}}(?:own\s+|proposed\s+|agreed\s+)?{_ANSWER}{_BEHIND}"
    rf"|{_ANSWER}\s+(?:by|of|from|for)\s+{_WHO}{{0,8}}?(?:commissioner|mayor|authority|board|office|o?p(?:f)?cc|mopac|council|body|committee)"
    rf"|(?:what|how|why)\s+(?:I|we|{_WHO}{{1,8}}?)\s{{0,3}}(?:will|shall|am|are|is|was|have|has|had|do|does|did|intends?|plans?"
    r"|proposes?|can)(?:\s+[\w’'-]+){0,6}?"
    rf"|(?:for\s+)?{_WHO}{{1,8}}to\s+(?:complete|respond|answer|reply|comment|fill\s+in|draft)"
    r")\s{0,3}[:?–-]?\W{0,3}"
)
"""A cell or line that only says whose answer, or what, is to stand there."""


def is_bare_label(words: str) -> bool:
    """Return whether words only label an answer that stands elsewhere, or nowhere."""
    told = words.strip()
    short = len(told.split()) <= LONGEST_LABEL and not told.endswith((".", "!"))
    return short and _BARE_LABEL.fullmatch(told) is not None


def in_reply(passage: Passage) -> bool:
    """Return whether a passage is the reply to the chief officer's comments, s.55(5)(c)."""
    return any(TO_THEM.search(heading) for heading in passage.trail)


def is_without_date(passage: Passage) -> bool:
    """Return whether a cell only says that there is no date: that is no reason for no action."""
    under = any(WHEN.fullmatch(head.strip()) for head in passage.heads)
    return under and NOTHING.fullmatch(passage.words) is not None
