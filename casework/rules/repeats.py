"""Findings that were made before: what was answered then, and what was promised."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

from casework.rules.findings.normal import comparable, plain
from casework.rules.manuscript.dated import Grain
from casework.rules.manuscript.dated_words import dates_in
from casework.rules.manuscript.phrases import phrase

LONGEST_BY = 40
"""Signs before a date in which the words stand that make it a bound."""
NEARLY_IDENTICAL = 80.0
"""Likeness, of 100, from which an earlier finding is shown beside a new one."""

_LOOKS_BACK = phrase(
    r"\b(?:our|the|its|we (?:said|found|reported)(?: this)? in our)\s+(?:previous\s+)?"
    r"(?P<year>20\d\d)(?:[/–-]\d{2,4})?\s+(?:\w+\s+){0,2}?(?:report|inspection)\b"
)
_BY = phrase(r"\b(?:by|before|no\s+later\s+than|until)\s+(?:(?:the\s+)?end\s+of\s+)?(?:the\s+)?$")
_BY_WHEN = frozenset({Grain.DAY, Grain.MONTH, Grain.PERIOD, Grain.YEAR})
"""How closely a promise tells its day: what tells no year, or no day at all, is none."""


@dataclass(frozen=True, slots=True)
class NewFinding:
    """A finding of the case at hand."""

    key: str
    text: str
    narrative: str = ""


@dataclass(frozen=True, slots=True)
class EarlierFinding:
    """A finding of an earlier case of the office, and what was answered."""

    case: str
    title: str
    published: date
    key: str
    reference: str
    """As the response cites it: `Recommendation 2`."""
    text: str
    answer: str = ""
    due: date | None = None
    """The date the office itself noted beside its answer."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A day by which something was promised."""

    raw: str
    day: date


@dataclass(frozen=True, slots=True)
class Repeat:
    """An earlier finding that a new one nearly repeats."""

    key: str
    earlier: EarlierFinding
    score: float
    promises: tuple[Promise, ...]


def repeats(new: Sequence[NewFinding], earlier: Sequence[EarlierFinding]) -> list[Repeat]:
    """Return every earlier finding that a new one nearly repeats, the likest first for each."""
    known = [(one, _sorted_words(one.text)) for one in earlier]
    return [repeat for finding in new for repeat in _repeats_of(finding, known)]


@lru_cache(maxsize=20_000)
def _sorted_words(text: str) -> str:
    """Return the words of a finding in the order of the alphabet: compared, never shown.

    Kept, since an office's earlier findings do not change and each is compared
    with every new one whenever a list of findings is looked at.
    """
    return " ".join(sorted(comparable(text).split()))


def _repeats_of(finding: NewFinding, known: Sequence[tuple[EarlierFinding, str]]) -> list[Repeat]:
    words = _sorted_words(finding.text)
    if not words:
        return []
    alike = [
        Repeat(finding.key, one, score, promises_in(one.answer, one.due))
        for one, text in known
        if (score := fuzz.ratio(words, text, score_cutoff=NEARLY_IDENTICAL))
    ]
    return sorted(alike, key=lambda one: (-one.score, -one.earlier.published.toordinal()))


def promises_in(answer: str, due: date | None = None) -> tuple[Promise, ...]:
    """Return the days by which an answer promises something, in its own order."""
    noted = [Promise("its date", due)] if due else []
    found = [promise for promise in _promises(plain(answer)) if promise.day != due]
    return (*noted, *found)


def _promises(text: str) -> Iterator[Promise]:
    for one in dates_in(text):
        by = _BY.search(text[max(0, one.start - LONGEST_BY) : one.start])
        if by and one.last and one.grain in _BY_WHEN:
            yield Promise(by.group() + one.words, one.last)


def years_looked_back_to(finding: NewFinding) -> tuple[int, ...]:
    """Return the years of earlier reports a finding speaks of ("Our 2019 report said …")."""
    told = plain(f"{finding.text}\n{finding.narrative}")
    return tuple(dict.fromkeys(int(found["year"]) for found in _LOOKS_BACK.finditer(told)))
