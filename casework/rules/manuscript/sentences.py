"""The sentences of a passage, and where each begins and ends."""

import re
from bisect import bisect_right
from collections.abc import Iterator
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
LONGEST: Final = 2_000
"""Signs of a sentence; what goes on without an end is read in pieces, or it takes for ever."""
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
        told += _pieces(words, start, found.end())
        start = found.end()
    return (*told, *_pieces(words, start, len(words)))


def _pieces(words: str, start: int, end: int) -> Iterator[Sentence]:
    """Yield a sentence; one beyond all measure in pieces, parted at spaces."""
    while end - start > LONGEST:
        parted = words.rfind(" ", start, start + LONGEST) + 1 or start + LONGEST
        yield Sentence(start, parted, words[start:parted])
        start = parted
    if start < end:
        yield Sentence(start, end, words[start:end])


def in_pieces(sentence: str) -> Iterator[str]:
    """Yield the words of a sentence; of one beyond all measure, piece by piece."""
    return (one.words for one in _pieces(sentence, 0, len(sentence)))


def sentence_at(words: str, place: int) -> Sentence:
    """Return the sentence in which a place of some words stands."""
    told = sentences_in(words)
    number = bisect_right(told, place, key=lambda one: one.start) - 1
    if number >= 0 and place < told[number].end:
        return told[number]
    return Sentence(0, len(words), words)
