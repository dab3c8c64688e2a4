"""What goes with a finding where it stands: its row of a table, or what follows it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from casework.rules.manuscript.answer_labels import LABEL, LONGEST_LABEL, SEE, TO_THEM, in_reply
from casework.rules.manuscript.citing import Citings
from casework.rules.manuscript.in_order import by_order
from casework.rules.manuscript.passages import DEEPEST, Part, Passage
from casework.rules.manuscript.placing import Placed, Standing
from casework.rules.manuscript.speakers import Speaker

OPENING: Final = 40
"""Signs of a passage in which a citation says what it is about; later ones are asides."""
SUBSTANCE: Final = 4
"""Words a cell must hold to be an answer and no label, number or date."""


class Beside:
    """The passages around the findings, and which of them cite some by number."""

    def __init__(
        self,
        passages: Sequence[Passage],
        speakers: Sequence[Speaker],
        places: Placed,
        citings: Citings,
    ) -> None:
        """Take the passages, who speaks in them, and where the findings stand."""
        self.passages, self.speakers = passages, speakers
        self.places, self.citings = places, citings
        self.rows: dict[tuple[int, int], list[int]] = defaultdict(list)
        for passage in passages:
            if passage.cell:
                self.rows[passage.cell.table, passage.cell.row].append(passage.at)
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
        self.ordered = dict(by_order(passages, speakers, places, citings.findings))
        """The passages that tell by order which findings of a run they answer."""
        for at, cited in self.ordered.items():
            known = self.cited_at.get(at, [])
            self.cited_at[at] = [*known, *(one for one in cited if one not in known)]

    def near(self) -> dict[int, list[int]]:
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
            if standing.finding not in self.ordered.get(passage.at, (standing.finding,)):
                continue
            found = found or self._has_substance(passage.at)
            yield passage.at

    def _lists_others(self, at: int, finding: int) -> bool:
        """Return whether a paragraph opens with the numbers of several findings, not of this."""
        cited = self.cited_at.get(at, ())
        if len(cited) <= 1 or finding in cited:
            return False
        opening = self.citings.in_words(self.passages[at].words[: 2 * OPENING])
        return len(opening) > 1 and not SEE.search(self.passages[at].words[: 2 * OPENING])

    def _ends(
        self, heading: Passage, around: Passage, level: int, finding: int, *, found: bool
    ) -> bool:
        """Return whether a heading ends what goes with a finding."""
        cited = self.citings.in_words(heading.words)
        if cited:
            return finding not in cited
        if in_reply(heading) or TO_THEM.search(heading.words):
            return True
        is_label = len(heading.words.split()) <= LONGEST_LABEL and LABEL.search(heading.words)
        if is_label and (heading.level >= DEEPEST or len(heading.trail) >= len(around.trail)):
            return False
        if heading.level <= level <= DEEPEST or len(heading.trail) < len(around.trail):
            return True
        return found


def _with_ends(standings: Sequence[Standing], end: int) -> Iterator[tuple[Standing, int]]:
    """Yield each place and the passage at which the next finding begins."""
    for one, following in pairwise(standings):
        yield one, following.first
    if standings:
        yield standings[-1], end
