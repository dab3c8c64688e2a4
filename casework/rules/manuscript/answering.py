"""What a response answers to each finding: the passages after it, beside it, or that cite it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.placing import Placed, Standing
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import FindingFacts
from models.words import FindingClass

_CLASS: Final = {
    FindingClass.RECOMMENDATION: r"(?:recommendations?|recs?\.?|r)",
    FindingClass.AREA_FOR_IMPROVEMENT: r"(?:areas?\s+for\s+improvement|afis?)",
    FindingClass.CAUSE_OF_CONCERN: r"(?:causes?\s+of\s+concern|cocs?)",
}
_NUMBERS: Final = (
    r"(?:\s|\(|numbers?\s|nos?\.?\s)*"
    r"(?P<numbers>\d{1,3}(?:[a-z]\b)?(?:\s*(?:,|and|&|or|to|-|–|,\s*and)\s*\d{1,3}(?:[a-z]\b)?)*)"
)
_NUMBER: Final = re.compile(r"(\d{1,3})[a-z]?(?:\s*(?:to|-|–)\s*(\d{1,3}))?")
LONGEST_RANGE: Final = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """The passages that answer a finding, by who speaks in them."""

    own: tuple[int, ...] = ()
    """The body's own, right after the finding or beside it."""
    force: tuple[int, ...] = ()
    """The force's position, under its own label."""
    citing: tuple[int, ...] = ()
    """Passages elsewhere in the body's own words that cite the finding by its number."""


def answers(
    passages: Sequence[Passage],
    speakers: Sequence[Speaker],
    places: Placed,
    findings: Sequence[FindingFacts],
) -> list[Answer]:
    """Return what answers each finding, in the order of the findings."""
    cited = citations(passages, speakers, findings)
    near: dict[int, list[int]] = {}
    for standing, upto in _with_ends(places.standings, len(passages)):
        beside = _in_its_row(passages, standing) if passages[standing.first].cell else None
        found = beside if beside is not None else _behind(passages, standing, upto)
        near.setdefault(standing.finding, []).extend(found)
    told = []
    for number in range(len(findings)):
        mine = [at for at in near.get(number, ()) if at not in places.inspectors]
        told.append(
            Answer(
                tuple(at for at in mine if speakers[at] is Speaker.BODY),
                tuple(at for at in mine if speakers[at] is Speaker.FORCE),
                tuple(cited.get(number, ())),
            )
        )
    return told


def _with_ends(standings: Sequence[Standing], end: int) -> Iterator[tuple[Standing, int]]:
    """Yield each place and the passage at which the next finding begins."""
    for one, following in pairwise(standings):
        yield one, following.first
    if standings:
        yield standings[-1], end


def _in_its_row(passages: Sequence[Passage], standing: Standing) -> list[int] | None:
    """Return the other passages of a table's row; None where the row holds the finding alone."""
    cell = passages[standing.first].cell
    if cell is None:
        return None
    beside = [
        p.at
        for p in passages
        if p.cell
        and (p.cell.table, p.cell.row) == (cell.table, cell.row)
        and not standing.first <= p.at <= standing.last
    ]
    return beside if any(passages[at].cell != cell for at in beside) else None


def _behind(passages: Sequence[Passage], standing: Standing, upto: int) -> list[int]:
    """Return what follows a finding until the next one, or the heading of another section."""
    around = passages[standing.first]
    level = min(
        (p.level for p in passages[standing.first : standing.last + 1] if p.is_heading), default=99
    )
    found: list[int] = []
    for passage in passages[standing.last : upto]:
        if passage.at == standing.last:
            if passage.words[standing.end :].strip(" .;:”\"’'"):
                found.append(passage.at)
            continue
        if passage.part is not Part.BODY:
            continue
        if passage.is_heading:
            if len(passage.trail) < len(around.trail) or passage.level <= level < 99:  # noqa: PLR2004
                break
            continue
        found.append(passage.at)
    return found


def citations(
    passages: Sequence[Passage], speakers: Sequence[Speaker], findings: Sequence[FindingFacts]
) -> dict[int, list[int]]:
    """Return, for each finding, the passages in the body's own words that cite it by its number."""
    numbered = {numbered_as(one): number for number, one in enumerate(findings)}
    cited: dict[int, list[int]] = {}
    for passage in passages:
        if speakers[passage.at] is not Speaker.BODY or passage.part is not Part.BODY:
            continue
        for klass, number in cited_in(passage.words):
            if (klass, number) in numbered:
                cited.setdefault(numbered[klass, number], []).append(passage.at)
    return cited


_CITED: Final = {
    klass: re.compile(rf"\b{words}{_NUMBERS}", re.IGNORECASE) for klass, words in _CLASS.items()
}


def cited_in(words: str) -> Iterator[tuple[FindingClass, int]]:
    """Yield the findings that words cite: `Recommendations 3, 7 and 9 to 11`, `AFI 2`."""
    for klass, pattern in _CITED.items():
        for found in pattern.finditer(words):
            for one in _NUMBER.finditer(found["numbers"]):
                first, last = int(one[1]), int(one[2] or one[1])
                for number in range(first, min(last, first + LONGEST_RANGE) + 1):
                    yield klass, number


def numbered_as(finding: FindingFacts) -> tuple[FindingClass, int]:
    """Return the class and the number by which a finding is cited; -1 for one without a number."""
    number = re.search(r"(\d{1,3})\D*\Z", finding.ref)
    return finding.klass, int(number[1]) if number else -1
