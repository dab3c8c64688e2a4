"""The Police Act that responses are published under, and years in which there was none."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.law_words import OTHER_LAW, RESPONDING, WE_DO
from casework.rules.manuscript.sentences import sentence_at

ACT: Final = "Police Act 1996"
_POLICE_ACT: Final = re.compile(r"\bPolice\s+Act,?\s+(?:of\s+)?(?P<year>\d{4})\b")
_REAL_POLICE_ACTS: Final = frozenset(
    {"1919", "1946", "1964", "1969", "1972", "1976", "1996", "1997"}
)


def acts_that_are_none(words: str) -> Iterator[str]:
    """Yield each Police Act as named that does not exist, or that is not the one meant here."""
    for found in _POLICE_ACT.finditer(words):
        wrong = found["year"] not in _REAL_POLICE_ACTS
        if not wrong:
            sentence = sentence_at(words, found.start()).words
            wrong = found["year"] != ACT[-4:] and _is_our_law(sentence)
        if wrong:
            yield found.group()


def _is_our_law(sentence: str) -> bool:
    return (
        RESPONDING.search(sentence) is not None
        and WE_DO.search(sentence) is not None
        and not OTHER_LAW.search(sentence)
    )
