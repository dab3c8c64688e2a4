"""What goes with a finding where it stands: its row of a table, or what follows it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from casework.rules.manuscript.answer_labels import (
    ANSWERS,
    LABEL,
    LONGEST_LABEL,
    OF_THEM,
    SEE,
    TO_THEM,
    in_reply,
)
from casework.rules.manuscript.citing import Citings, citations_in
from casework.rules.manuscript.in_order import by_order
from casework.rules.manuscript.passages import DEEPEST, Cell, Part, Passage
from casework.rules.manuscript.placing import Placed, Standing
from casework.rules.manuscript.speakers import Speaker

OPENING: Final = 40
"""Signs of a passage in which a citation says what it is about; later ones are asides."""
LEAD: Final = 8
"""Signs before a citation that opens its passage: `On `, `(`."""
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
        self.tables: dict[int, list[int]] = defaultdict(list)
        for passage in passages:
            if passage.cell:
                self.rows[passage.cell.table, passage.cell.row].append(passage.at)
                self.tables[passage.cell.table].append(passage.at)
        self.standing_at: dict[int, list[Standing]] = defaultdict(list)
        for one in places.standings:
            self.standing_at[one.first].append(one)
        self._headings = Counter(p.words.strip().casefold() for p in passages if p.is_heading)
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

    def row_or_card(self, cell: Cell) -> list[int]:
        """Return what goes with a label in a table: its row, or all where the table is its own.

        It is where no other finding stands or is cited in it.
        """
        row = self.rows[cell.table, cell.row]
        if cell.row:
            return row
        rows = self.tables[cell.table]
        cited = {tuple(self.cited_at[at]) for at in rows if at in self.cited_at}
        is_card = len(cited) == 1 and self.standing_at.keys().isdisjoint(rows)
        return rows if is_card else row

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
                found = list(self._behind(standing, self._before_comments(standing, upto)))
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
        found = is_theirs = False
        for passage in self.passages[standing.last + 1 : upto]:
            if passage.part is not Part.BODY:
                continue
            if passage.is_heading:
                if self._ends(passage, around, level, standing.finding, found=found):
                    return
                is_theirs = self._stands_once(passage) and bool(OF_THEM.search(passage.words))
                continue
            if is_theirs or self._lists_others(passage, standing):
                continue
            if standing.finding not in self.ordered.get(passage.at, (standing.finding,)):
                continue
            found = found or self._has_substance(passage.at)
            yield passage.at

    def _before_comments(self, standing: Standing, upto: int) -> int:
        """Return where the last of several findings is answered to, in a letter without headings.

        Behind the chief officer's comments, which stand behind all findings, it is
        they that are answered; where nothing was said before them, it may be both.
        """
        standings = self.places.standings
        if standing is not standings[-1] or len({one.finding for one in standings}) == 1:
            return upto
        theirs = (at for at, who in enumerate(self.speakers) if who is Speaker.CHIEF_OFFICER)
        first = next(theirs, upto)
        said = range(standing.last + 1, first)
        told = any(self._has_substance(at) for at in said)
        headed = any(self.passages[at].is_heading for at in said)
        return first if told and not headed and first < upto else upto

    def _is_label(self, heading: Passage) -> bool:
        """Return whether a heading labels a part of an answer, and opens no section for all."""
        words = heading.words
        if len(words.split()) > LONGEST_LABEL or not LABEL.search(words):
            return False
        of_one = ANSWERS.search(words) or OF_THEM.search(words)
        return of_one is not None or not self._stands_once(heading)

    def _stands_once(self, heading: Passage) -> bool:
        """Return whether a heading is over a section: a label stands with every finding."""
        return len(self.citings.findings) > 1 and (
            self._headings[heading.words.strip().casefold()] == 1
        )

    def _lists_others(self, passage: Passage, standing: Standing) -> bool:
        """Return whether a paragraph opens with the numbers of others, and answers only those.

        With one number alone, where that finding stands before and is answered behind this.
        """
        cited = self.cited_at.get(passage.at, ())
        if not cited or standing.finding in cited or SEE.search(passage.words[: 2 * OPENING]):
            return False
        opening = self.citings.in_words(passage.words[: 2 * OPENING])
        if len(cited) > 1:
            return len(opening) > 1
        first = next(citations_in(passage.words[:OPENING]), None)
        before = (one for one in self.places.standings if one.first < standing.first)
        return (
            first is not None
            and first.start <= LEAD
            and self._waits(cited[0], list(before), standing)
        )

    def _waits(self, finding: int, before: Sequence[Standing], standing: Standing) -> bool:
        """Return whether a finding stands right before another, nothing of the body's between."""
        upto = standing.first
        for one in reversed(before):
            between = self.passages[one.last + 1 : upto]
            if any(p.is_heading or self._has_substance(p.at) for p in between):
                return False
            if one.finding == finding:
                return True
            upto = one.first
        return False

    def _ends(
        self, heading: Passage, around: Passage, level: int, finding: int, *, found: bool
    ) -> bool:
        """Return whether a heading ends what goes with a finding."""
        cited = self.citings.in_words(heading.words)
        if cited:
            return finding not in cited
        if in_reply(heading) or TO_THEM.search(heading.words):
            return True
        if self._is_label(heading) and (
            heading.level >= DEEPEST or len(heading.trail) >= len(around.trail)
        ):
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
