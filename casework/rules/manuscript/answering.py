"""What a response answers to each finding: what stands behind it, beside it, or cites it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from casework.rules.manuscript.citing import Citings
from casework.rules.manuscript.passages import DEEPEST, Part, Passage
from casework.rules.manuscript.placing import Placed, Standing
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import FindingFacts

OPENING: Final = 40
"""Signs of a passage in which a citation says what it is about; later ones are asides."""
SUBSTANCE: Final = 4
"""Words a cell must hold to be an answer and no label, number or date."""
LABEL: Final = re.compile(
    r"\b(?:respon[sd]\w*|answers?|actions?|position|comments?|repl(?:y|ies)|updates?|progress|next\s+steps"
    r"|status|owners?|deadlines?|what\s+(?:I|we)|how\s+(?:I|we)|scrutiny|oversight|commissioner|mayor|lead"
    r"|target|timescales?|activity|assurance|decision|reasons?|view|addressees?|accepted|why)\b",
    re.IGNORECASE,
)
"""Words of a heading that labels a part of one finding's answer."""
LONGEST_LABEL: Final = 9
"""Words of a label at most."""
_SEE: Final = re.compile(
    r"\b(?:see|as\s+(?:above|set|with|for)|above|below|same|already|covered|alongside)\b",
    re.IGNORECASE,
)
"""An answer that sends its reader to the answers of others."""
_KEYS: Final = (
    r"(?:addressed\s+to|addressees?|for\s+whom|owners?|lead|deadline|due(?:\s+date)?|class|type"
    r"|grade|area|references?|ref|source|priority|rag|link|page)"
)
_METADATA: Final = re.compile(
    rf"(?:addressed\s+to\b|{_KEYS}(?:\s*(?:and|&|/)\s*\w+)?\s*[:–])(?:(?!\baction|\bI\b|\bwill\b)[^.]){{0,90}}\.?",
    re.IGNORECASE,
)
"""A line that files a finding and answers nothing: `Addressed to: the Home Office`."""
_COLUMN: Final = re.compile(rf"{_KEYS}[:.]?", re.IGNORECASE)
_TO_THEM: Final = re.compile(
    r"\b(?:comments?|repl(?:y|ies)|respon[sd]\w*|remarks?|views?|observations?)\b[^.]{0,60}?"
    r"\b(?:to|on|about|regarding|upon)\b(?:(?!report|inspect|recommend|finding|hmic|peel)[^.]){0,40}?"
    r"\b(?:chief(?!\s+inspector)|cc|commissioner[’']s?\s+comments|(?:his|her|their|these|those|force[’']?s?)\s+"
    r"(?:\w+\s+)?comments?|comments?\s+(?:of|by|from|made)(?!\s+(?:by\s+)?(?:the\s+)?(?:hmic|inspect)))\b",
    re.IGNORECASE,
)


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


def in_reply(passage: Passage) -> bool:
    """Return whether a passage is the reply to the chief officer's comments, s.55(5)(c)."""
    return any(_TO_THEM.search(heading) for heading in passage.trail)


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
        self.count = len(findings)
        self.citings = Citings(findings)
        self.rows: dict[tuple[int, int], list[int]] = defaultdict(list)
        for passage in passages:
            if passage.cell:
                self.rows[passage.cell.table, passage.cell.row].append(passage.at)
        self.first_of = {one.first for one in places.standings}
        self.holding: dict[int, list[int]] = defaultdict(list)
        for one in places.standings:
            # What else stands there is told among the rests.
            self.holding[one.finding].append(one.first)
        self.standing_at: dict[int, list[Standing]] = defaultdict(list)
        for one in places.standings:
            self.standing_at[one.first].append(one)
        self.cited_at = {
            p.at: cited
            for p in passages
            if p.part is Part.BODY
            and speakers[p.at] is Speaker.BODY
            and (cited := self.citings.in_words(p.words))
        }

    def told(self) -> Iterator[Answer]:
        near = self._near()
        cited = self._cited(near)
        rests = self._rests()
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

    def _is_own(self, at: int) -> bool:
        passage = self.passages[at]
        return (
            self.speakers[at] is Speaker.BODY
            and at not in self.places.inspectors
            and not _METADATA.fullmatch(passage.words.strip())
            and not (passage.cell and any(_COLUMN.fullmatch(h.strip()) for h in passage.cell.heads))
        )

    def _near(self) -> dict[int, list[int]]:
        """Return the passages that go with each finding where it stands."""
        near: dict[int, list[int]] = defaultdict(list)
        tables = self._answering_tables()
        for standing, upto in _with_ends(self.places.standings, len(self.passages)):
            cell = self.passages[standing.first].cell
            if in_reply(self.passages[standing.first]):
                continue
            if cell and cell.table in tables:
                found = self._in_its_row(standing)
            else:
                found = list(self._behind(standing, upto))
            near[standing.finding].extend(found)
        return near

    def _answering_tables(self) -> frozenset[int]:
        """Return the tables that answer findings in their own rows."""
        told: set[int] = set()
        for standing in self.places.standings:
            cell = self.passages[standing.first].cell
            if cell and any(self._has_substance(at) for at in self._in_its_row(standing)):
                told.add(cell.table)
        return frozenset(told)

    def _has_substance(self, at: int) -> bool:
        return self.speakers[at] is not Speaker.INSPECTORS and (
            len(self.passages[at].words.split()) > SUBSTANCE
        )

    def _in_its_row(self, standing: Standing) -> list[int]:
        cell = self.passages[standing.first].cell
        if cell is None:
            return []
        row = self.rows[cell.table, cell.row]
        shared = {one.finding for at in row for one in self.standing_at.get(at, ())}
        return [
            at
            for at in row
            if not standing.first <= at <= standing.last
            and not self._answers_others(at, standing.finding, shared)
        ]

    def _answers_others(self, at: int, finding: int, shared: set[int]) -> bool:
        """Return whether a cell beside several findings cites some of them, and not this one."""
        cited = self.cited_at.get(at, ())
        return finding not in cited and not shared.isdisjoint(cited)

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

    def _behind(self, standing: Standing, upto: int) -> Iterator[int]:
        """Yield what follows a finding until the next one, or the heading of something else."""
        around = self.passages[standing.first]
        heads = [p for p in self.passages[standing.first : standing.last + 1] if p.is_heading]
        level = min((p.level for p in heads), default=DEEPEST + 1)
        found = False
        for passage in self.passages[standing.last + 1 : upto]:
            if passage.part is not Part.BODY:
                continue
            if passage.is_heading:
                if self._ends(passage, around, level, standing.finding, found=found):
                    return
                continue
            if self._lists_others(passage.at, standing.finding):
                continue
            found = found or self._has_substance(passage.at)
            yield passage.at

    def _lists_others(self, at: int, finding: int) -> bool:
        """Return whether a paragraph opens with the numbers of several findings, not of this."""
        cited = self.cited_at.get(at, ())
        if len(cited) <= 1 or finding in cited:
            return False
        opening = self.citings.in_words(self.passages[at].words[: 2 * OPENING])
        return len(opening) > 1 and not _SEE.search(self.passages[at].words[: 2 * OPENING])

    def _ends(
        self, heading: Passage, around: Passage, level: int, finding: int, *, found: bool
    ) -> bool:
        """Return whether a heading ends what goes with a finding."""
        cited = self.citings.in_words(heading.words)
        if cited:
            return finding not in cited
        if in_reply(heading) or _TO_THEM.search(heading.words):
            return True
        is_label = len(heading.words.split()) <= LONGEST_LABEL and LABEL.search(heading.words)
        if is_label and (heading.level >= DEEPEST or len(heading.trail) >= len(around.trail)):
            return False
        if heading.level <= level <= DEEPEST or len(heading.trail) < len(around.trail):
            return True
        return found

    def _cited(self, near: dict[int, list[int]]) -> dict[int, list[int]]:
        """Return, for each finding, the passages elsewhere that cite it and what goes with them."""
        whose = {at: number for number, told in near.items() for at in told}
        cited: dict[int, list[int]] = defaultdict(list)
        for at, numbers in self.cited_at.items():
            passage = self.passages[at]
            if in_reply(passage) or (passage.is_heading and _TO_THEM.search(passage.words)):
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
            yield from self.rows[passage.cell.table, passage.cell.row]
            return
        if not passage.is_heading:
            yield passage.at
            if len(passage.words.split()) > LONGEST_LABEL:
                return
        for following in self.passages[passage.at + 1 :]:
            ends = following.at in self.first_of or following.at in self.cited_at
            if ends or following.cell or following.part is not Part.BODY:
                return
            if following.is_heading:
                if passage.is_heading and LABEL.search(following.words):
                    continue
                return
            yield following.at


def _with_ends(standings: Sequence[Standing], end: int) -> Iterator[tuple[Standing, int]]:
    """Yield each place and the passage at which the next finding begins."""
    for one, following in pairwise(standings):
        yield one, following.first
    if standings:
        yield standings[-1], end
