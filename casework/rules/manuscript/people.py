"""The people of a case, and how near a word comes to one of their names."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from casework.rules.manuscript.phrases import each_of
from models.shapes.checking import Facts

TITLES: Final = each_of(
    "mr mrs ms miss mx dr sir dame lord lady baron baroness prof professor rev cllr "
    "councillor alderman mayor commissioner constable superintendent supt inspector insp "
    "sergeant sgt pc dci cc dcc acc officer executive"
)
"""Words with which one addresses or names a person: a surname may follow."""
_STYLES: Final = TITLES | each_of(
    "rt hon the right honourable chief deputy assistant detective acting temporary t/ his "
    "her majesty’s hm"
)
"""Words before a name that are no part of it."""
_HONOURS: Final = re.compile(
    r"^(?:[A-Z]{2,6}|[A-Z][a-zA-Z]{0,2}\(?Hons\)?|BSc|MSc|PhD|LLB|FRSA|DPhil)$"
)
_POSSESSIVE: Final = re.compile(r"[’']s?$")
_NAME: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
LONG: Final = 7
"""Letters of a name from which on two slips still leave it recognisable."""
SHORT: Final = 3
"""Letters below which a name is too short to be misspelt recognisably."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the case, by the parts of their name."""

    name: str
    """As the facts have it."""
    parts: tuple[str, ...]
    """Without titles and letters behind the name."""
    role: str = ""

    @property
    def surname(self) -> str:
        """Return the last part of the name."""
        return self.parts[-1] if self.parts else ""

    @property
    def forename(self) -> str:
        """Return the first part of the name; empty for one known by the surname alone."""
        return self.parts[0] if len(self.parts) > 1 else ""

    @property
    def plain(self) -> str:
        """Return the name without titles and honours."""
        return " ".join(self.parts)


@lru_cache(maxsize=512)
def person(name: str, role: str = "") -> Person:
    """Return a person by a name as an office writes it: `Dame Ada Marsh KPM`."""
    words = re.sub(r"[,.()]", " ", name).split()
    while words and words[0].casefold() in _STYLES:
        words.pop(0)
    while len(words) > 1 and _HONOURS.match(words[-1]) and not name.isupper():
        words.pop()
    return Person(name, tuple(words), role)


@lru_cache(maxsize=64)
def people_of(facts: Facts) -> tuple[Person, ...]:
    """Return everybody the facts name, each once, holders of offices first."""
    told = [
        person(facts.signatory.name, facts.signatory.title),
        person(facts.local_policing_body.name, facts.local_policing_body.title),
        person(facts.chief_officer.name, facts.chief_officer.title),
        *(person(one.name, one.role) for one in facts.people),
    ]
    named: dict[tuple[str, ...], Person] = {}
    for one in told:
        if one.parts:
            named.setdefault(tuple(map(plain, one.parts)), one)
    return tuple(named.values())


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """Return a name as it is compared: no accents, no capitals, no possessive."""
    bare = _POSSESSIVE.sub("", word.replace("\u2011", "-").replace("‘", "’"))
    split = unicodedata.normalize("NFKD", bare)
    kept = "".join(sign for sign in split if not unicodedata.combining(sign))
    return kept.replace("’", "'").casefold()


@lru_cache(maxsize=16384)
def is_same(word: str, name: str) -> bool:
    """Return whether a word is a name, its possessive, its initial or its short form."""
    one, other = plain(word), plain(name)
    if one == other or plain(word + "s") == other or one == other.rstrip("s") + "s" == other:
        return True
    if _POSSESSIVE.search(word) and one + "s" == other:
        return True
    if len(one.strip(".")) == 1:
        return other.startswith(one.strip("."))
    return len(one) >= SHORT and other.startswith(one) and len(other) - len(one) > 1


@lru_cache(maxsize=16384)
def is_near(word: str, name: str) -> bool:
    """Return whether a word is a name with a slip in it."""
    one, other = plain(word), plain(name)
    if is_same(word, name) or min(len(one), len(other)) < SHORT:
        return False
    allowed = 2 if len(other) >= LONG and len(one) >= LONG - 1 else 1
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed
