"""Which row of a force's tracker speaks of which finding."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from casework.rules.findings.normal import comparable
from models.shapes.tracker import KnownFinding, TrackerRow

PROBABLE = 80.0
"""Likeness, of 100, from which a row is taken to speak of a finding."""
UNSURE = 70.0
"""Likeness from which a person is asked; nothing below is even proposed."""
TOO_CLOSE = 3.0
"""Two findings that are alike to this many points cannot be told apart by likeness."""
EXACT = 100.0


class Certainty(StrEnum):
    """How sure it is that a row and a finding belong together."""

    EXACT = "exact"
    PROBABLE = "probable"
    UNSURE = "unsure"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Match:
    """One row of a tracker, and the finding it speaks of, if any."""

    row: TrackerRow
    certainty: Certainty
    key: str = ""
    score: float = 0.0
    why: str = ""
    """Why a person has to decide."""

    @property
    def applies(self) -> bool:
        """Return whether the row is sure enough to be taken over."""
        return self.certainty in {Certainty.EXACT, Certainty.PROBABLE}


@dataclass(frozen=True, slots=True)
class _Pair:
    row: int
    key: str
    score: float
    numbered: bool
    bears: str = ""
    """The number the finding has already, where the row gives it another."""


def matched(rows: Sequence[TrackerRow], findings: Sequence[KnownFinding]) -> list[Match]:
    """Return each row with the finding it speaks of: the likest pairs first, each finding once."""
    known = [(finding, comparable(finding.text)) for finding in findings]
    of_row = [list(_pairs(number, row, known)) for number, row in enumerate(rows)]
    pairs = sorted(
        (pair for those in of_row for pair in those),
        key=lambda pair: (-pair.score, not pair.numbered, pair.row, pair.key),
    )
    told: dict[int, Match] = {}
    taken: dict[str, int] = {}
    for pair in pairs:
        if pair.row in told or pair.key in taken:
            continue
        told[pair.row] = _judged(pair, rows[pair.row], of_row[pair.row], taken)
        if told[pair.row].applies:
            taken[pair.key] = rows[pair.row].line
    return [told.get(n) or _unmatched(row, of_row[n], taken) for n, row in enumerate(rows)]


def _pairs(
    number: int, row: TrackerRow, known: Sequence[tuple[KnownFinding, str]]
) -> Iterator[_Pair]:
    words = comparable(row.text)
    for finding, text in known:
        tracked = _same_number(row.number, finding.inspectors_number)
        if tracked and not words:
            yield _Pair(number, finding.key, EXACT, numbered=True)
            continue
        score = fuzz.token_sort_ratio(words, text, score_cutoff=UNSURE) if words else 0.0
        if not score:
            continue
        # A number of its own that differs is no slip: it may be another finding's row.
        bears = finding.inspectors_number if row.number and not tracked else ""
        printed = _same_number(row.number, finding.number)
        likeness = EXACT if words == text else score
        yield _Pair(number, finding.key, likeness, numbered=tracked or printed, bears=bears)


def _same_number(one: str, other: str) -> bool:
    return bool(other) and comparable(one) == comparable(other)


def _judged(pair: _Pair, row: TrackerRow, pairs: Sequence[_Pair], taken: dict[str, int]) -> Match:
    why = _doubt(pair, pairs, taken)
    if why:
        return Match(row, Certainty.UNSURE, pair.key, pair.score, why)
    certainty = Certainty.EXACT if pair.score == EXACT else Certainty.PROBABLE
    return Match(row, certainty, pair.key, pair.score)


def _doubt(pair: _Pair, pairs: Sequence[_Pair], taken: dict[str, int]) -> str:
    """Return why a person has to decide; nothing if the pair is sure enough."""
    if pair.bears:
        return f"{pair.key} has the number {pair.bears} already"
    if pair.score == EXACT:
        return ""
    for other in pairs:
        free = other.key != pair.key and other.key not in taken
        close = pair.score - other.score < TOO_CLOSE
        if free and close and (other.numbered or not pair.numbered):
            return f"as like {other.key} as {pair.key}"
    return "" if pair.score >= PROBABLE else "the words differ"


def _unmatched(row: TrackerRow, pairs: Sequence[_Pair], taken: dict[str, int]) -> Match:
    near = max(pairs, key=lambda pair: pair.score, default=None)
    if near is None:
        return Match(row, Certainty.NONE)
    why = f"{near.key} is matched by row {taken[near.key]} already"
    return Match(row, Certainty.UNSURE, near.key, near.score, why)
