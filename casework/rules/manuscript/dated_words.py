"""Every date that prose tells, and where it stands."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from casework.rules.manuscript.dated import DatedWords
from casework.rules.manuscript.day_forms import DAY_FORMS
from casework.rules.manuscript.period_forms import PERIOD_FORMS

_ALIKE: Final = str.maketrans("\u00a0\u202f\u2009\u2011", "   -")


def plain_signs(words: str) -> str:
    """Return words with the spaces and hyphens of Word as plain ones; each stays in its place."""
    return words.translate(_ALIKE)


@lru_cache(maxsize=4096)
def dates_in(words: str) -> tuple[DatedWords, ...]:
    """Return every date some words tell, in their order; none overlaps another."""
    plain = plain_signs(words)
    taken: list[DatedWords] = []
    used = bytearray(len(plain))
    for found in _all(plain):
        if not any(used[found.start : found.end]):
            used[found.start : found.end] = b"\1" * (found.end - found.start)
            taken.append(found)
    taken.sort(key=lambda one: one.start)
    return tuple(replace(one, words=words[one.start : one.end]) for one in taken)


def _all(plain: str) -> Iterator[DatedWords]:
    for pattern, read in (*DAY_FORMS, *PERIOD_FORMS):
        for found in pattern.finditer(plain):
            told = read(found)
            if told is not None:
                yield told
