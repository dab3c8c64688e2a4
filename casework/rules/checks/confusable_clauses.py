"""Words taken for one another that are known by what the clause around them can be."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.clause_words import (
    BEFORE_FROM,
    BEFORE_OFF,
    BEFORE_THERE,
    BEFORE_TOO,
    BEHIND_IS,
    BEHIND_IT_IS,
    BEHIND_OF,
    BEHIND_OFF,
    BEHIND_THERE,
    BEHIND_TOO,
    HIGHER,
    HOW_MANY,
    MONTHS_AND_SEASONS,
    ONLY_WHERE,
    PARTICIPLE,
    PLURAL,
    PREPOSITION,
    SUBJECT,
    TO_COMPARE,
)
from casework.rules.checks.shapes_of_slips import Shape, found_in, shape

_A_WORD: Final = r"[^\W\d_]{3,}"
_ANY_WORD: Final = r"[^\W\d_]+"
_BEHIND_DONE: Final = (
    r"(?:by|to|in|on|at|with|within|for|from|as|that|about|of|a|an|the|not|and|or|no|when|again"
    r"|before|after|out)\b"
)
_IS: Final = r"(?:is|are|was|were|has|have|had|can|could|do|does|did)"
_NOTHING_COMPARED: Final = rf"(?:^|(?<=[.;:!?]\s))(?:(?!\b{TO_COMPARE}\b)[^.;:!?]){{0,400}}?"
"""From where a clause begins: nothing that "than" could go back to."""
_CLAUSES: Final[tuple[Shape, ...]] = (
    shape(
        rf"(?<![\w-])(?!{BEFORE_THERE}\b){_ANY_WORD}\s+(?P<wrong>there)\s+"
        rf"(?!{BEHIND_THERE}\b){_A_WORD}",
        "their",
    ),
    shape(
        r"\b(?P<wrong>their)(?=\s*[.;?!](?:\s|$))",
        "there",
    ),
    shape(
        rf"\b(?P<wrong>who[’']?s)\s+(?!{BEHIND_IS}\b){_A_WORD}",
        "whose",
    ),
    shape(
        rf"\b(?P<wrong>they[’']re)\s+(?!{BEHIND_IS}\b){_A_WORD}",
        "their",
    ),
    shape(
        rf"\b(?P<wrong>you[’']re)\s+(?!{BEHIND_IS}\b){_A_WORD}",
        "your",
    ),
    shape(
        rf"\b{PREPOSITION}\s+(?P<wrong>it[’']s)\s+[^\W\d_]",
        "its",
    ),
    shape(
        rf"\b(?P<wrong>it[’']s)\s+\w+(?:ing|ed)\s+(?!(?:{PREPOSITION}|{BEHIND_IT_IS})\b){_A_WORD}",
        "its",
    ),
    shape(
        rf"\b(?P<wrong>it[’']s)\s+(?!{BEHIND_IS}\b){_A_WORD}\s+(?!{BEHIND_IT_IS}\b)[^\W\d_]",
        "its",
    ),
    shape(
        rf"\b{HIGHER}\s+(?P<wrong>then)\s+[\w£]",
        "than",
    ),
    shape(
        rf"\b(?:more|less|fewer|rather)\s+(?:{_ANY_WORD}\s+){{3,6}}(?P<wrong>then)\s+"
        rf"(?:(?:they|it|we|I|he|she)\s+{_IS}|(?:in|last|before|expected)\s+"
        r"(?:year|month|week|any|the|20\d\d))\b",
        "than",
    ),
    shape(
        rf"{_NOTHING_COMPARED}\b(?:will|shall|and|which|has|have|was|were|is)\s+"
        rf"(?P<wrong>than)\s+{_A_WORD}",
        "then",
    ),
    shape(
        rf"{_NOTHING_COMPARED}\b(?P<wrong>than)\s+(?:will|shall|must|may|can)\b",
        "then",
    ),
    shape(
        rf"(?<![\w’'-])(?!{BEFORE_TOO}\b)[\w’]+,?\s+(?P<wrong>too)\s+"
        rf"(?:comment\b|present\s|(?!{BEHIND_TOO}\b)[^\W\d_])",
        "to",
    ),
    shape(
        rf"(?<![\w’'-])(?!{BEFORE_OFF}\b)(?:{_ANY_WORD}|[\w(]+\))\s+(?P<wrong>off)\s+"
        rf"(?!{BEHIND_OFF}\b)[£\w]",
        "of",
    ),
    shape(
        rf"\b{PLURAL}\s+(?P<wrong>where)\s+(?:not\s+|being\s+)?{ONLY_WHERE}{PARTICIPLE}"
        rf"(?:\s+{_BEHIND_DONE}|(?=\s*[.;,)]))",
        "were",
    ),
    shape(
        rf"(?:\d%?|\b{HOW_MANY})\s+(?P<wrong>where)\s+(?!{SUBJECT}\b){_A_WORD}",
        "were",
    ),
    shape(
        r"(?:,|\b(?:areas|cases|suites|places|homes|stations|instances))\s+(?P<wrong>were)\s+"
        r"(?:the|a|an|it|they|we|I|he|she|there|officers|victims|people|this|possible|necessary"
        r"|appropriate)\s+\w",
        "where",
    ),
    shape(
        rf"[^\W\d_]\s+(?<!nor )(?<!only )(?P<wrong>were)\s+(?:they|we|he|she|it|I|there)\s+"
        rf"(?:{_IS}|need|live|work|want)\b",
        "where",
    ),
    shape(
        rf"\b(?P<wrong>our)\s+{PARTICIPLE}(?:\s+{_BEHIND_DONE}|(?=\s*(?:[.;,)]|$)))",
        "are",
    ),
    shape(
        r"\b(?:of|into|across|within|towards|between|against|by|from|during|under|throughout)"
        rf"\s+(?P<wrong>are)\s+(?!{BEHIND_OF}\b){_A_WORD}",
        "our",
    ),
    shape(
        rf"(?<!orce )(?P<wrong>(?-i:form))\s+(?:(?:the\s+)?\d{{1,2}}\s+{MONTHS_AND_SEASONS}"
        rf"|{MONTHS_AND_SEASONS}\b|now\s+on\b|£|\d[\d,.]{{0,9}}\s+(?:to|in|when|a)\b)",
        "from",
    ),
    shape(
        rf"(?:^|(?<=[\s(“‘\"'])){BEFORE_FROM}(?P<wrong>from)(?=\s*[.;](?:\s|$))",
        "form",
    ),
    shape(
        rf"\bput(?:ting|s)?\s+(?:{_ANY_WORD}\s+){{0,2}}(?P<wrong>write)\b",
        "right",
    ),
)


def by_clause(words: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each wrong word that its clause gives away, with the word that is meant."""
    return found_in(words, _CLAUSES)
