"""Where each finding of the report stands in a response, word for word or altered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.speakers import Speaker
from casework.rules.manuscript.word_stream import Difference, Occurrence, WordStream
from models.shapes.checking import FindingFacts

LEAST: Final = 0.55
"""Share of a finding's words a place must hold to be that finding, altered."""
MOSTLY: Final = 0.6
"""Share of a passage's words from which on it is the inspectors' and nobody else's."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One place where one finding stands."""

    finding: int
    """Its number among the facts' findings, from 0."""
    first: int
    """Number of the first passage that holds words of it."""
    last: int
    start: int
    """Where in the first passage it begins."""
    end: int
    """Where in the last passage it ends."""
    kept: float
    differences: tuple[Difference, ...]

    @property
    def exact(self) -> bool:
        """Return whether it stands there word for word."""
        return not self.differences


@dataclass(frozen=True, slots=True)
class Placed:
    """Every finding with the places where it stands, in the order of the document."""

    standings: tuple[Standing, ...]
    inspectors: frozenset[int]
    """Numbers of the passages that are the inspectors' words for the most part."""

    def of(self, finding: int) -> tuple[Standing, ...]:
        """Return the places where one finding stands."""
        return tuple(one for one in self.standings if one.finding == finding)


def placed(
    passages: Sequence[Passage], speakers: Sequence[Speaker], findings: Sequence[FindingFacts]
) -> Placed:
    """Find every finding in the passages that are not the chief officer's."""
    told = [p for p in passages if speakers[p.at] is not Speaker.CHIEF_OFFICER]
    stream = WordStream(told)
    found: list[tuple[int, Occurrence]] = []
    # The longest first: a short finding may stand word for word inside a longer one.
    longest = sorted(range(len(findings)), key=lambda n: -len(findings[n].text))
    for number in longest:
        for place in stream.whole(findings[number].text):
            stream.take(place)
            found.append((number, place))
    whole = {number for number, _ in found}
    for number in longest:
        least = LEAST if number not in whole else MOSTLY
        altered = stream.like(findings[number].text, least)
        if altered is not None:
            stream.take(altered)
            found.append((number, altered))
    found.sort(key=lambda one: one[1].start)
    standings = tuple(_standing(number, place, stream) for number, place in found)
    return Placed(standings, _mostly(stream, [place for _, place in found]))


def _standing(number: int, place: Occurrence, stream: WordStream) -> Standing:
    first, last = stream.tokens[place.start], stream.tokens[place.end - 1]
    return Standing(
        number, first.passage, last.passage, first.start, last.end, place.kept, place.differences
    )


def _mostly(stream: WordStream, places: Sequence[Occurrence]) -> frozenset[int]:
    quoted: dict[int, int] = {}
    said: dict[int, int] = {}
    for token in stream.tokens:
        said[token.passage] = said.get(token.passage, 0) + 1
    for place in places:
        for token in stream.tokens[place.start : place.end]:
            quoted[token.passage] = quoted.get(token.passage, 0) + 1
    return frozenset(at for at, count in quoted.items() if count >= MOSTLY * said[at])
