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
_SENDS: Final = phrase(
    r"(?:(?:only|simply|merely|also|therefore|must|should|might|would|can)\s+){0,2}(?:"
    r"(?:refer|direct|point|signpost|steer|send|commend)(?:s|ed|ing)?\s+(?:you|them|readers?|anyone|everyone|inspectors"
    r"|the\s+(?:readers?|inspect\w{1,10}|public|panel|home\s+secretary|secretary\s+of\s+state))\s+(?:back\s+|on\s+|instead\s+)?to"
    r"|(?:refer|defer|point)(?:s|red|ring|ed|ing)?\s+to|rel(?:y|ies|ying)\s+on|adopts?"
    r"|draws?\s{1,3}(?:(?:your|the\s\w{1,20}[’']s?|readers?[’'])\s{1,3})?attention\s+to"
    r"|leaves?\s+(?:this|it|that|the\s+answer)\s+to)\b"
)
"""At the body's verb: it sends its reader on."""
_AND_ELSE: Final = phrase(r"\b(?:and|but|so|which|while|because|until|will|shall|have|has|am)\b|;")
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
        rf"|\bwhat\s+(?:the\s+)?(?:{force})\s+(?:says?|said|has\s+said|writes|wrote|has\s+written)\b"
    )


def points_to(sentence: str, theirs: re.Pattern[str]) -> bool:
    """Return whether a sentence points to others' words, and to none of the body's own."""
    pointed = _POINTS.search(sentence) and theirs.search(sentence)
    return bool(pointed) and not _OWN_WORDS.search(sentence)


def sends_on(sentence: str, at: int, theirs: re.Pattern[str]) -> bool:
    """Return whether the body, whose verb is given, only sends its reader to others' words."""
    sent = _SENDS.match(sentence, at)
    pointed = theirs.search(sentence, sent.end()) if sent else None
    return bool(pointed) and not (
        _OWN_WORDS.search(sentence) or (pointed and _AND_ELSE.search(sentence, pointed.end()))
    )
