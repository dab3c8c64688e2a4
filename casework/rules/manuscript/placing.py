"""Where each finding of the report stands in a response, word for word or altered."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.speakers import Speaker
from casework.rules.manuscript.word_stream import Difference, Occurrence, WordStream, tokens
from models.shapes.checking import FindingFacts

LEAST: Final = 0.55
"""Share of a finding's words a place must hold to be that finding, altered."""
LEAST_OF_A_PART: Final = 0.3
"""Share of a finding's words that must stand together for a finding cut in half."""
NEAR_COPY: Final = 0.85
"""Share from which on a second place is the finding again, and no answer that echoes it."""
_MODALS: Final = frozenset({"should", "must", "needs", "need"})
LEAST_CLEAN: Final = 0.5
"""Share of a place's own words that must be the finding's."""
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
    passages: Sequence[Passage],
    speakers: Sequence[Speaker],
    findings: Sequence[FindingFacts],
    sealed: Container[int] = (),
) -> Placed:
    """Find every finding in the passages that are not the chief officer's.

    One that stands in none of these is looked for in their section as well, but
    never in the words that they submitted.
    """
    theirs = [p.at for p in passages if speakers[p.at] is Speaker.CHIEF_OFFICER]
    stream = WordStream(p for p in passages if speakers[p.at] is not Speaker.CHIEF_OFFICER)
    standings, mostly = _found(stream, findings, range(len(findings)))
    told = {one.finding for one in standings}
    missing = [number for number in range(len(findings)) if number not in told]
    among = [passages[at] for at in theirs if at not in sealed]
    if missing and among:
        others, also = _found(WordStream(among), findings, missing)
        standings, mostly = standings + others, mostly | also
    standings.sort(key=lambda one: (one.first, one.start))
    return Placed(tuple(standings), mostly)


def _found(
    stream: WordStream, findings: Sequence[FindingFacts], wanted: Sequence[int]
) -> tuple[list[Standing], frozenset[int]]:
    """Return where some findings stand in a stream, and the passages they mostly fill."""
    found: list[tuple[int, Occurrence]] = []
    # The longest first: a short finding may stand word for word inside a longer one.
    longest = sorted(wanted, key=lambda n: -len(findings[n].text))
    twins: dict[tuple[str, ...], list[int]] = {}
    for number in longest:
        words = tuple(token.word for token in tokens(findings[number].text))
        twins.setdefault(words, []).append(number)
    for alike in twins.values():
        for at, place in enumerate(stream.whole(findings[alike[0]].text)):
            stream.take(place)
            found.append((sorted(alike)[at % len(alike)], place))
    whole = {number for number, _ in found}
    for number in longest:
        altered = _altered(stream, findings[number].text, again=number in whole)
        if altered is not None:
            stream.take(altered)
            found.append((number, altered))
    standings = [_standing(number, place, stream) for number, place in found]
    return standings, _mostly(stream, [place for _, place in found])


def _altered(stream: WordStream, text: str, *, again: bool) -> Occurrence | None:
    """Return the place where a text stands altered; where it stands elsewhere, only a near copy."""
    place = stream.like(text, LEAST_OF_A_PART)
    if place is None:
        return None
    if again:
        copied = place.kept >= NEAR_COPY and stream.opens(place) and not _is_echo(place)
        return place if copied else None
    if place.kept >= LEAST and place.clean >= LEAST_CLEAN:
        return place
    return place if place.is_part and stream.opens(place) and not _is_echo(place) else None


def _is_echo(place: Occurrence) -> bool:
    """Return whether the finding's "should" is gone: an answer that takes up its words."""
    return any(_MODALS.intersection(one.wanted.split()) for one in place.differences)


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
