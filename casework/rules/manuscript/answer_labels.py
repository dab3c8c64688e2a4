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


def in_reply(passage: Passage) -> bool:
    """Return whether a passage is the reply to the chief officer's comments, s.55(5)(c)."""
    return any(TO_THEM.search(heading) for heading in passage.trail)


def is_without_date(passage: Passage) -> bool:
    """Return whether a cell only says that there is no date: that is no reason for no action."""
    under = any(WHEN.fullmatch(head.strip()) for head in passage.heads)
    return under and NOTHING.fullmatch(passage.words) is not None
