"""The acronyms that a response explains, whatever their letters stand for.

Each way to explain one is looked for once in the whole response: an acronym
asked for one by one would have it read again for each.
"""

import re
from collections.abc import Iterator
from typing import Final

_SHORT: Final = r"(?P<short>[A-Z][A-Za-z]{1,9})"
_IN_BRACKETS: Final = re.compile(rf"\(\W{{0,2}}{_SHORT}\W{{0,2}}\)")
"""Violence against women and girls (VAWG)."""
_CALLED: Final = re.compile(
    rf",?\s(?:or|known\s+as|called|shortened\s+to)\s+(?:the\s+)?\W?{_SHORT}\b"
)
_STANDS_FOR: Final = re.compile(
    rf"\b{_SHORT}(?:[’']s)?\s*"
    r"(?:\(|[–—:-]\s|\n|(?:means|(?:is|are)\s+short\s+for|stands?\s+for)\s)"
    r"\s*(?:the\s+)?(?=(?P<words>[^.)\n]{4,100}))"
)
_BEFORE: Final = re.compile(r"[^.\n]{4,120}\Z")
_LOOKED_BACK: Final = 120


def acronyms_explained(whole: str) -> frozenset[str]:
    """Return the acronyms whose letters stand, in order, in the words they are put beside.

    Small letters are common in what they stand for: violence against women and girls.
    """
    return frozenset(
        plain
        for short, words in _put_beside(whole)
        for plain in (short, short.removesuffix("s"))
        if _spells(plain, words)
    )


def _put_beside(whole: str) -> Iterator[tuple[str, str]]:
    for pattern in (_IN_BRACKETS, _CALLED):
        for found in pattern.finditer(whole):
            start = found.start()
            before = _BEFORE.search(whole[max(0, start - _LOOKED_BACK) : start])
            if before:
                yield found["short"], before.group()
    for found in _STANDS_FOR.finditer(whole):
        yield found["short"], found["words"]


def _spells(plain: str, words: str) -> bool:
    """Return whether the letters of an acronym stand, in order, in some words."""
    at_most = " ".join(words.split()[-3 * len(plain) - 2 :]).casefold()
    place = -1
    for letter in plain.casefold():
        place = at_most.find(letter, place + 1)
        if place < 0:
            return False
    return True
