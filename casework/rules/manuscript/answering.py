"""What a response answers to each finding: what stands behind it, beside it, or cites it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casework.rules.manuscript.answer_labels import (
    COLUMN,
    LABEL,
    LONGEST_LABEL,
    METADATA,
    TO_THEM,
    in_reply,
    is_bare_label,
    is_without_date,
)
from casework.rules.manuscript.beside import OPENING, Beside
from casework.rules.manuscript.citing import Citings
from casework.rules.manuscript.matched_lists import matched_lists
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.placing import Placed
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import FindingFacts


@dataclass(frozen=True, slots=True)
class Answer:
    """The passages that answer a finding, by who speaks in them."""

    own: tuple[int, ...] = ()
    """The body's own, right after the finding or beside it."""
    force: tuple[int, ...] = ()
    """The force's position, under its own label."""
    citing: tuple[int, ...] = ()
    """Passages elsewhere in the body's own comments that cite it, and what goes with them."""
    words: str = ""
    """What the body says behind or beside the finding, one passage on a line."""


def answers(
    passages: Sequence[Passage],
    speakers: Sequence[Speaker],
    places: Placed,
    findings: Sequence[FindingFacts],
) -> list[Answer]:
    """Return what answers each finding, in the order of the findings."""
    return list(_Answering(passages, speakers, places, findings).told())


class _Answering:
    def __init__(
        self,
        passages: Sequence[Passage],
        speakers: Sequence[Speaker],
        places: Placed,
        findings: Sequence[FindingFacts],
    ) -> None:
        self.passages, self.speakers, self.places = passages, speakers, places
        self.findings, self.count = findings, len(findings)
        self.citings = Citings(findings)
        self.beside = Beside(passages, speakers, places, self.citings)
        self.holding: dict[int, list[int]] = defaultdict(list)
        for one in places.standings:
            # What else stands there is told among the rests.
            self.holding[one.finding].append(one.first)

    def told(self) -> Iterator[Answer]:
        near = self.beside.near()
        cited = self._cited(near)
        rests = self._rests()
        silent = [n for n in range(self.count) if not self._is_spoken_to(n, near, cited)]
        cited |= matched_lists(self.passages, self.speakers, self.places, self.findings, silent)
        for number in range(self.count):
            mine = near.get(number, [])
            words = list(rests.get(number, ()))
            own = [at for at in mine if self._is_own(at)]
            words += [self.passages[at].words for at in own]
            yield Answer(
                tuple(own),
                tuple(at for at in mine if self.speakers[at] is Speaker.FORCE),
                tuple(cited.get(number, ())),
                "\n".join(filter(None, words)),
            )

    def _is_spoken_to(
        self, number: int, near: dict[int, list[int]], cited: dict[int, list[int]]
    ) -> bool:
        """Return whether more than a label or a title stands with a finding, or cites it."""
        own = (at for at in near.get(number, ()) if self._is_own(at))
        return bool(cited.get(number)) or any(
            len(self.passages[at].words.split()) > LONGEST_LABEL for at in own
        )

    def _is_own(self, at: int) -> bool:
        passage = self.passages[at]
        return (
            self.speakers[at] is Speaker.BODY
            and at not in self.places.inspectors
            and not METADATA.fullmatch(passage.words.strip())
            and not any(COLUMN.fullmatch(head.strip()) for head in passage.heads)
            and not is_without_date(passage)
            and not is_bare_label(passage.words)
        )

    def _rests(self) -> dict[int, list[str]]:
        """Return what the passages in which each finding stands say besides it."""
        rests: dict[int, list[str]] = defaultdict(list)
        said_upto: dict[int, int] = {}
        standings = self.places.standings
        for at, standing in enumerate(standings):
            first, last = self.passages[standing.first], self.passages[standing.last]
            following = standings[at + 1] if at + 1 < len(standings) else None
            upto = following.start if following and following.first == last.at else len(last.words)
            before = first.words[said_upto.get(first.at, 0) : standing.start]
            said_upto[last.at] = standing.end
            if not in_reply(first):
                parts = (before, last.words[standing.end : upto])
                rests[standing.finding].extend(p for p in parts if len(p.split()) > 1)
        return rests

    def _cited(self, near: dict[int, list[int]]) -> dict[int, list[int]]:
        """Return, for each finding, the passages elsewhere that cite it and what goes with them."""
        whose = {at: number for number, told in near.items() for at in told}
        cited: dict[int, list[int]] = defaultdict(list)
        for at, numbers in self.beside.cited_at.items():
            passage = self.passages[at]
            if in_reply(passage) or (passage.is_heading and TO_THEM.search(passage.words)):
                continue
            told = [one for one in self._goes_with(passage) if self._is_own(one)]
            for number in numbers:
                if self._is_aside(at, number, numbers, whose):
                    continue
                known = {*near.get(number, ()), *self.holding.get(number, ())}
                cited[number].extend(one for one in told if one not in known)
        return cited

    def _is_aside(
        self, at: int, number: int, numbers: Sequence[int], whose: dict[int, int]
    ) -> bool:
        """Return whether the answer of one finding only mentions another: it answers it not."""
        other = whose.get(at)
        if other is None or other == number or other in numbers:
            return False
        opening = self.citings.in_words(self.passages[at].words[:OPENING])
        return number not in opening and len(numbers) == 1

    def _goes_with(self, passage: Passage) -> Iterator[int]:
        """Yield a citing passage and what it heads: its row, or what follows it."""
        if passage.cell:
            yield from self.beside.row_or_card(passage.cell)
            return
        if not passage.is_heading:
            yield passage.at
            if len(passage.words.split()) > LONGEST_LABEL:
                return
        for following in self.passages[passage.at + 1 :]:
            ends = following.at in self.beside.standing_at or following.at in self.beside.cited_at
            if ends or following.cell or following.part is not Part.BODY:
                return
            if following.is_heading:
                inside = passage.is_heading and len(following.trail) >= len(passage.trail)
                if inside and LABEL.search(following.words):
                    continue
                return
            yield following.at
