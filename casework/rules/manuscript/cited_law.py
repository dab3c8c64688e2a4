"""The provisions of the law that a sentence cites: `section 55(5) of the Police Act 1996`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from casework.rules.manuscript.sentences import sentence_at

_SUB: Final = r"\(?\s?(?P<sub>\d{1,2}[A-Za-z]?|I{1,3}|IV|V)\s?\)?"

_ACT: Final = (
    r"(?P<act>(?:[A-Z][\w’'-]+,?\s+(?:(?:and|of"
    r"|&)\s+)?){1,6}?Acts?(?:\s+(?:of\s+)?(?P<year>\d{4}))?)"
)

_CITED: Final = re.compile(
    r"\b(?P<cited>(?i:sections?|sect?\.|secs?\.|ss?\.?|clause|§)\s?(?P<section>\d{1,3}[A-Z]?)"
    r"(?:\s?\(\s?(?P<sub>\d{1,2}[A-Za-z]?|[A-Z]|I{1,3}|l)\s?\)|\.(?P<dotted>\d[A-Za-z]?)\b"
    r"|,?\s+(?i:sub-?\s?sections?|sub-?s\.)\s*\(?(?P<named>\d{1,2}[A-Za-z]?)\)?)?)"
)

_BEHIND: Final = re.compile(
    r"^(?:\s?\([a-zA-Z0-9]{1,3}\)|\s?(?:,|and|&|or|to|–"
    r"|-)\s?(?:sections?\s)?(?:55\s?)?\([0-9a-zA-Z]{1,3}\))*"
    r",?\s*(?:(?:of|in|to)\s+)?(?:the\s+)?" + _ACT
)

_SUB_OF: Final = re.compile(
    r"\b(?P<cited>(?i:sub-?\s?sections?"
    r"|paragraph)\s*\(?(?P<sub>\d{1,2}[A-Za-z]?)\)?\s+(?i:of\s+section)\s+"
    r"(?P<section>\d{1,3}))"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision as a sentence cites it."""

    words: str
    section: str
    sub: str
    act: str
    year: str
    sentence: str
    clause: str
    """The part of the sentence the citation belongs to."""
    offset: int
    """Where in that clause it stands."""

    @property
    def before(self) -> str:
        """Return what stands in its clause before it."""
        return self.clause[: self.offset]

    @property
    def behind(self) -> str:
        """Return what stands in its clause behind it."""
        return self.clause[self.offset + len(self.words) :]


def citations_in(words: str) -> Iterator[Citation]:
    """Yield every provision that words cite."""
    for pattern in (_CITED, _SUB_OF):
        for found in pattern.finditer(words):
            told = found.groupdict()
            sub = told.get("sub") or told.get("dotted") or told.get("named") or ""
            behind = _BEHIND.match(words[found.end() : found.end() + 160])
            act = " ".join((behind["act"] if behind else "").split())
            sentence = sentence_at(words, found.start())
            end = found.end() + (behind.end() if behind and behind["year"] else 0)
            yield Citation(
                words[found.start() : end], found["section"], _digit(sub), act,
                (behind["year"] if behind else "") or "", sentence.words,
                *_clause(sentence.words, found.start() - sentence.start),
            )  # fmt: skip


def _digit(sub: str) -> str:
    return {"i": "1", "l": "1", "ii": "2", "iii": "3"}.get(sub.casefold(), sub.casefold())


def _clause(sentence: str, place: int) -> tuple[str, int]:
    """Return the part of a sentence around a place, cut where another clause begins.

    The number is where in it the place is.
    """
    start = max(
        (
            one.end()
            for one in re.finditer(r"[;:]|,\s+(?:and|but|while|whereas|which|who)\s+", sentence)
            if one.end() <= place
        ),
        default=0,
    )
    ends = re.compile(r"[;:]|,\s+(?:and\s+(?!\()|but|while|whereas|which|who)\b")
    found = ends.search(sentence, place)
    return sentence[start : found.start() if found else len(sentence)], place - start
