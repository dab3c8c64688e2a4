"""The British dictionary with the words of policing: what is spelt right, and what is meant."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from string import ascii_lowercase
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from casework.registers.word_forms import affixes, word_forms

SHELF: Final = Path(__file__).with_name("words")
PREFIXES: Final = re.compile(
    r"(?:re|un|non|multi|pre|anti|co|inter|sub|cyber|micro|mis|over|under|de|bio|geo|neuro|socio"
    r"|pan|mid|cross|self|semi|super|ultra|intra|post|pro|ex|out|up|hyper|tele|video|photo|auto)-?"
    r"(?=\w{4})"
)
"""What goes before any word."""
FARTHEST: Final = 2
"""Letters by which a word may differ from what is meant; more is another word."""
SHORTEST_PART: Final = 4
"""Letters of each of two words that may be written as one."""
ENDINGS: Final = frozenset({"ally", "able", "ably", "ible", "less", "ness", "ment", "tion", "sing"})
"""Words that, behind another one, are a wrong ending rather than a second word."""


class Dictionary:
    """Knows the words of British English, of policing, and those it is told."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words it is to know."""
        self._words = frozenset(words)
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(self._words):
            self._by_letter.setdefault(word[:1].lower(), []).append(word)

    def knows(self, word: str) -> bool:
        """Return whether a word is spelt as British English spells it; its case is free."""
        plain = word.replace("\u2019", "'")
        return any(map(self._has, _without_possessive(plain))) or self._is_made_of_known(plain)

    def suggest(self, word: str) -> str | None:
        """Return the likeliest word that is meant, in the same case; None if none is near."""
        return _suggested(self, word)

    def _has(self, word: str) -> bool:
        return (
            word in self._words or word.lower() in self._words or word.capitalize() in self._words
        )

    def _is_made_of_known(self, word: str) -> bool:
        parts = word.split("-")
        if len(parts) > 1:
            return self._has("".join(parts)) or all(
                not part or len(part) == 1 or self.knows(part) for part in parts
            )
        low = word.lower()
        if low.endswith("ies") and self._has(f"{low[:-3]}y"):
            return True
        return self._is_put_together(low) and not self._is_nearly_one(low)

    def _is_put_together(self, low: str) -> bool:
        before = PREFIXES.match(low)
        if before and self._has(low[before.end() :]):
            return True
        cuts = range(SHORTEST_PART, len(low) - SHORTEST_PART + 1)
        return any(
            low[:at] in self._words and low[at:] in self._words and low[at:] not in ENDINGS
            for at in cuts
        )

    def _is_nearly_one(self, low: str) -> bool:
        """Return whether a slip of the fingers made two words of one: "co-mission", "un-till".

        Another letter at the head or the end makes another word: "untrusted", "misspelt".
        """
        return any(
            near in self._words
            and (len(near) != len(low) or near[:2] + near[-1] == low[:2] + low[-1])
            for near in _one_slip_away(low)
        )

    def likeliest(self, word: str) -> str | None:
        """Return the nearest word in small letters."""
        low = word.lower().replace("\u2019", "'")
        one_off = [near for near in _one_slip_away(low) if near in self._words]
        if one_off:
            return one_off[0]
        same_letter = self._by_letter.get(low[:1], ())
        best = process.extractOne(
            low, same_letter, scorer=OSA.distance, score_cutoff=FARTHEST, processor=None
        )
        return best[0] if best and len(low) > 2 * FARTHEST + 1 else None


@lru_cache(maxsize=4096)
def _suggested(dictionary: Dictionary, word: str) -> str | None:
    near = dictionary.likeliest(word)
    if near is None:
        return None
    if word.isupper():
        return near.upper()
    return near[:1].upper() + near[1:] if word[:1].isupper() else near


def _without_possessive(word: str) -> Iterator[str]:
    yield word
    if word.endswith("'s"):
        yield word[:-2]
    elif word.endswith("'"):
        yield word[:-1]


def _one_slip_away(word: str) -> Iterator[str]:
    """Yield what a word may have been before one slip of the fingers, the likeliest first."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1)
    yield from (a + b[1:] for a, b in cuts if b and a[-1:] == b[0])
    yield from (a + sign + b for a, b in cuts for sign in ascii_lowercase)
    yield from (a + b[1:] for a, b in cuts if b and a[-1:] != b[0])
    yield from (a + sign + b[1:] for a, b in cuts if b for sign in ascii_lowercase)


@cache
def load_dictionary() -> Dictionary:
    """Return the British dictionary with the words of policing; read once."""
    rules = affixes(_lines("en-GB.aff"))
    stems = _lines("en-GB.dic")[1:]
    return Dictionary([*word_forms(stems, rules), *_entries("sector.txt"), *_entries("welsh.txt")])


@cache
def load_acronyms() -> frozenset[str]:
    """Return the acronyms that need no explanation."""
    return frozenset(_entries("acronyms.txt"))


def _entries(name: str) -> Iterator[str]:
    return (line for line in _lines(name) if not line.startswith("#"))


def _lines(name: str) -> list[str]:
    return SHELF.joinpath(name).read_text(encoding="utf-8").splitlines()
