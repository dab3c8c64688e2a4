"""Sentences that send their reader to others' words, or nowhere: they answer nothing."""

import re
from typing import Final

from casework.rules.manuscript.phrases import phrase

POINTS_ONLY: Final = phrase(
    r"\W{0,4}(?:(?:please|again|also)[\s,]{1,9})?(?:see|refer\s+to)\s+(?:the\s+)?(?:text\s+|page\s+)?"
    r"(?:above|below|overleaf|elsewhere|attached)\W{0,9}"
)
"""A sentence that sends its reader nowhere in particular: `Please see above.`"""
_POINTS: Final = phrase(
    r"\b(?:see|refer(?:red)?\s+to|(?:set\s+out|answered|covered|dealt\s+with|explained|addressed|given|found|contained)\b"
    r"[^.]{0,20}\b(?:in|by))\b"
)
_WORDS: Final = (
    r"(?:comments?|response|reply|answer|submission|statement|position|update|remarks|words)"
)
_OWN_WORDS: Final = phrase(
    r"\b(?:my|our|commissioner[’']s|mayor[’']s|board[’']s|recommendations?\s+\d|paragraphs?\s+\d)\b"
)


def words_of(force: str) -> re.Pattern[str]:
    """Return a pattern of words that somebody said: `the force's response`."""
    return phrase(
        rf"(?:{force})(?:[’']s)?\s+(?:own\s+|full\s+|written\s+)?{_WORDS}\b"
        rf"|\b{_WORDS}\s+(?:of|by|from)\s+(?:the\s+)?(?:{force})"
    )


def points_to(sentence: str, theirs: re.Pattern[str]) -> bool:
    """Return whether a sentence points to others' words, and to none of the body's own."""
    pointed = _POINTS.search(sentence) and theirs.search(sentence)
    return bool(pointed) and not _OWN_WORDS.search(sentence)
