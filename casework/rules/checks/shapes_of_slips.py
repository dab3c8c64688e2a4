"""Patterns in which a wrong word stands, each tried only where its letters stand at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from casework.rules.manuscript.phrases import phrase

_LETTERS: Final = re.compile(r"\(\?P<wrong>(?:\(\?-i:)?([a-z]+)")


@dataclass(frozen=True, slots=True)
class Shape:
    """A wrong word among others, what is meant by it, and letters it cannot do without."""

    pattern: re.Pattern[str]
    meant: str
    letters: str


def shape(pattern: str, meant: str) -> Shape:
    """Return a shape; its pattern names the group `wrong`, which begins with small letters.

    Raises:
        ValueError: no such group.
    """
    letters = _LETTERS.search(pattern)
    if letters is None:
        message = f"No wrong word is named in {pattern!r}."
        raise ValueError(message)
    return Shape(phrase(pattern), meant, letters[1])


def found_in(words: str, shapes: Sequence[Shape]) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each wrong word of a text, with the word that is meant."""
    low = words.casefold()
    for one in shapes:
        if one.letters in low:
            for found in one.pattern.finditer(words):
                yield found, one.meant
