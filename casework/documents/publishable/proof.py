"""Whether a page of any website holds a response, whole and in order."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser

from casework.documents.publishable.words import bare, texts_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

APOSTROPHES: Final = "\u2018\u2019\u201a\u201b`\u00b4\u2032"
QUOTATION_MARKS: Final = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
SAME_SIGN: Final = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(QUOTATION_MARKS, '"')
    | dict.fromkeys(DASHES, "-")
    | {"\u00d7": "x", "\u2022": None, "\u200c": None, "\u200d": None}
)
"""Signs that content management systems turn into one another."""
PARTED: Final = re.compile(r"-+")
FURNITURE: Final = 80
"""How many words of a site's own ("Share this page", an advert) may stand between two of ours."""
SHOWN: Final = 8


def missing_words(page: bytes, words: str) -> str | None:
    """Return the first words of a response that a page does not hold in order, or None.

    Signs are compared as people read them: curly and straight quotes, all
    dashes and hyphens, spaces of every kind are each the same.
    """
    wanted = compared(words)
    tree = LexborHTMLParser(page)
    root = tree.body or tree.root
    shown = compared("" if root is None else bare("".join(texts_of(root))))
    reached = _furthest([word for word, _ in wanted], [word for word, _ in shown])
    if reached == len(wanted):
        return None
    return " ".join(original for _, original in wanted[reached : reached + SHOWN])


def compared(words: str) -> list[tuple[str, str]]:
    """Return each word as it is compared, beside the word as it stands."""
    pairs = []
    for word in bare(words).split():
        plain = unicodedata.normalize("NFKC", word).translate(SAME_SIGN)
        pairs += [(piece, word) for piece in PARTED.sub("-", plain).split()]
    return pairs


def _furthest(wanted: Sequence[str], shown: Sequence[str]) -> int:
    """Return how many of the wanted words are there, from the best place to begin."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(shown):
        places[word].append(place)
    if not wanted:
        return 0
    best = 0
    for start in places.get(wanted[0], ()):
        best = max(best, _run_from(start, wanted, places))
        if best == len(wanted):
            break
    return best


def _run_from(start: int, wanted: Sequence[str], places: Mapping[str, Sequence[int]]) -> int:
    at = start
    for count, word in enumerate(wanted[1:], start=1):
        found = places.get(word, ())
        following = bisect_left(found, at + 1)
        if following == len(found) or found[following] - at > FURNITURE:
            return count
        at = found[following]
    return len(wanted)
