"""What somebody typed into a search: words, “phrases”, -words, and how text is compared with it.

Letters are compared without their accents and without regard to capitals, so
that `Wrexham`, `wrexham`, `tŷ` and `ty` are found by either spelling.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

LONGEST_ASKED: Final = 300
"""Characters that are read of what was typed."""
MOST_TERMS: Final = 20
LONGEST_WORD: Final = 60
"""Letters of a word that are compared: what is longer is a number or an address."""
SHORTEST_BEGINNING: Final = 2
"""Letters from which the last word also finds longer ones."""
_WORD: Final = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_TYPED: Final = re.compile(r'([-\u2212]?)(?:"([^"]*)"?|([^\s"]+))')
_QUOTES: Final = str.maketrans(dict.fromkeys("“”„«»", '"'))


class Found(NamedTuple):
    """A word of a text: as it is compared, and where it stands."""

    word: str
    start: int
    end: int


class Term(NamedTuple):
    """Words that must follow one another; the last may be the beginning of a longer one."""

    words: tuple[str, ...]
    beginning: bool = False

    def at(self, text: list[Found], n: int) -> bool:
        """Return whether the term stands in a text, its first word being word `n`."""
        if not text[n].word.startswith(self.words[0]):
            return False
        these = [found.word for found in text[n : n + len(self.words)]]
        if len(these) < len(self.words) or tuple(these[:-1]) != self.words[:-1]:
            return False
        last = self.words[-1]
        return these[-1].startswith(last) if self.beginning else these[-1] == last


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: every term of `terms`, and none of `without`."""

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether nothing can be looked for: words to leave out alone find nothing."""
        return not self.terms


def asked(typed: str) -> Asked:
    """Return what was typed as terms. Any text is understood, or left out: none is refused."""
    pieces = list(_TYPED.finditer(typed[:LONGEST_ASKED].translate(_QUOTES)))[:MOST_TERMS]
    terms: list[Term] = []
    without: list[Term] = []
    for piece in pieces:
        minus, quoted, plain = piece.groups()
        words = tuple(found.word for found in words_of(quoted or plain or ""))
        if not words:
            continue
        is_last = piece is pieces[-1] and quoted is None and not minus
        term = Term(words, is_last and len(words[-1]) >= SHORTEST_BEGINNING)
        (without if minus else terms).append(term)
    return Asked(tuple(dict.fromkeys(terms)), tuple(dict.fromkeys(without)))


def words_of(text: str) -> Iterator[Found]:
    """Yield the words of a text as they are compared, with their places."""
    for match in _WORD.finditer(text):
        word = _folded(match[0])
        if word:
            yield Found(word, match.start(), match.end())


def _folded(word: str) -> str:
    if word.isascii():
        return word[:LONGEST_WORD].lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(sign for sign in plain if sign.isalnum())[:LONGEST_WORD]
