"""The sentences of a passage, and where each begins and ends."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final, NamedTuple

_END: Final = re.compile(
    r"(?<=[.!?])[”’\"')\]]{0,2}\s+(?=[A-Z“‘\"'(\[\d])|\s{0,9}\n\s*|\s{1,9}[|·•]\s+"
)
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Rt|Hon|St|Sir|Supt|Insp|Sgt|Cllr|No|Nos|Art|Sch|para|paras|sec|"
    r"ss|s|p|pp|vs|etc|e\.g|i\.e|cf|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
    r"|(?<![\w.])[A-Z]|^\d{1,2})\.$"
)
_LOOKED_BACK: Final = 10
"""Signs before a full stop in which an abbreviation is recognised."""


class Sentence(NamedTuple):
    """One sentence of a passage."""

    start: int
    end: int
    words: str


@lru_cache(maxsize=4096)
def sentences_in(words: str) -> tuple[Sentence, ...]:
    """Return the sentences of some words, in order; between them only space is left out."""
    told: list[Sentence] = []
    start = 0
    for found in _END.finditer(words):
        if _ABBREVIATED.search(words, max(0, found.start() - _LOOKED_BACK), found.start()):
            continue
        told.append(Sentence(start, found.end(), words[start : found.end()]))
        start = found.end()
    if start < len(words):
        told.append(Sentence(start, len(words), words[start:]))
    return tuple(told)


def sentence_at(words: str, place: int) -> Sentence:
    """Return the sentence in which a place of some words stands."""
    told = sentences_in(words)
    number = bisect_right(told, place, key=lambda one: one.start) - 1
    if number >= 0 and place < told[number].end:
        return told[number]
    return Sentence(0, len(words), words)
