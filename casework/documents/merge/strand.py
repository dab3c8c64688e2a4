"""Three versions of a list of pieces, brought together piece by piece.

What the service changed is proposed; where a person touched the same piece,
the person's stays and a comment tells both sides.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from casework.documents import wordml as word
from casework.documents.merge import wording
from casework.documents.merge.steady import in_step
from models.shapes.merging import MergeItem
from models.words import MergeOutcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from casework.documents.merge.blocks import Block
    from casework.documents.merge.comments import CommentBook
    from casework.documents.merge.copies import Copyist
    from casework.documents.merge.pen import Pen


@dataclass(slots=True)
class Desk:
    """What a merge works with, and what it has done so far."""

    pen: Pen
    book: CommentBook
    copyist: Copyist
    base_keys: dict[etree._Element, str]
    their_keys: dict[etree._Element, str]
    my_keys: dict[etree._Element, str]
    items: list[MergeItem] = field(default_factory=list)
    unmerged: list[str] = field(default_factory=list)


class Strand(ABC):
    """Blocks of a container, or rows of a table, in three versions."""

    def __init__(
        self,
        desk: Desk,
        versions: tuple[Sequence[Block], Sequence[Block], Sequence[Block]],
        region: str = "",
    ) -> None:
        """Take base, theirs and mine; `region` is the key of pieces that have none."""
        self.desk, self.region = desk, region
        self.base, self.theirs, self.mine = versions
        self._theirs_of: dict[Block, Block] = {}
        self._source_of: dict[Block, Block] = {}
        self._moved_to: dict[Block, Block] = {}

    @abstractmethod
    def align(self, old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
        """Return which piece of one version is which of another."""

    @abstractmethod
    def combine(self, old: Block, theirs: Block, new: Block) -> None:
        """Bring the source's change into a piece that stands in all three."""

    @abstractmethod
    def insert(self, news: Sequence[Block]) -> bool:
        """Put in new pieces at the place reached; False if there is no place for them."""

    @abstractmethod
    def strike(self, theirs: Sequence[Block]) -> None:
        """Take out pieces nobody touched."""

    @abstractmethod
    def reach(self, piece: Block, *, moved: bool) -> None:
        """Take note that the merge has come to a piece of the reviewers' file."""

    @abstractmethod
    def nearest(self) -> etree._Element | None:
        """Return the nearest paragraph at or before the place reached."""

    def merge(self) -> None:
        """Bring the source's changes into the reviewers' pieces."""
        theirs = self.align(self.base, self.theirs)
        source = self.align(self.base, self.mine)
        steps, steady = in_step(source), set(in_step(theirs))
        self._theirs_of = {self.base[i]: self.theirs[j] for i, j in theirs.items()}
        self._source_of = {self.mine[j]: self.base[i] for i, j in source.items() if i not in steps}
        self._moved_to = {old: new for new, old in self._source_of.items()}
        i = j = 0
        for next_i, next_j in [*steps.items(), (len(self.base), len(self.mine))]:
            self._gap(self.base[i:next_i], self.mine[j:next_j])
            if next_i < len(self.base):
                self._step(self.base[next_i], self.mine[next_j], moved=next_i not in steady)
            i, j = next_i + 1, next_j + 1

    def note(self, piece: Block, outcome: MergeOutcome, old: str, new: str, theirs: str) -> None:
        """Write down what was done with one piece."""
        item = MergeItem(piece.key or self.region, outcome, old, new, theirs)
        self.desk.items.append(item)

    def conflict(self, old: Block, new: str, theirs: Block) -> None:
        """Leave what a person wrote, and say what the source was and is."""
        paragraph = last_paragraph(theirs.element)
        if paragraph is not None:
            self.desk.book.add(paragraph, wording.source_changed(old.text, new))
        self.note(old, MergeOutcome.CONFLICT, old.text, new, theirs.text)

    def is_touched(self, old: Block) -> bool:
        """Return whether a person has changed a piece of the base, or taken it out."""
        theirs = self._theirs_of.get(old)
        return theirs is None or theirs.text != old.text or theirs.pending

    def _step(self, old: Block, new: Block, *, moved: bool) -> None:
        theirs = self._theirs_of.get(old)
        if theirs is not None:
            self.reach(theirs, moved=moved)
        if old.text == new.text:
            self.note(
                old, MergeOutcome.UNCHANGED, old.text, new.text, theirs.text if theirs else ""
            )
        elif theirs is None:
            self._gone(old, new.text)
        elif theirs.text == new.text and not theirs.pending:
            self.note(old, MergeOutcome.UNCHANGED, old.text, new.text, theirs.text)
        else:
            self.combine(old, theirs, new)

    def _gone(self, old: Block, new: str) -> None:
        """Tell that the source of something a person took out has changed."""
        paragraph = self.nearest()
        if paragraph is not None:
            self.desk.book.add(paragraph, wording.removed_here(old.text, new))
        self.note(old, MergeOutcome.CONFLICT, old.text, new, "")

    def _gap(self, olds: Sequence[Block], news: Sequence[Block]) -> None:
        """Deal with what the source dropped and what it added between two steps."""
        groups = [(key, list(group)) for key, group in groupby(news, key=lambda new: new.key)]
        keys = {key for key, _ in groups if key is not None}
        self._drop([old for old in olds if old.key not in keys or old in self._moved_to])
        for key, group in groups:
            fresh = [new for new in group if new not in self._source_of]
            moved = [new for new in group if new in self._source_of]
            partners = [o for o in olds if key and o.key == key and o not in self._moved_to]
            if partners and fresh:
                self._replace(partners, fresh)
                olds = [old for old in olds if old not in partners]
            elif partners:
                self._drop(partners)
            else:
                self._add(fresh)
            self._add([new for new in moved if not self.is_touched(self._source_of[new])])

    def _replace(self, olds: Sequence[Block], news: Sequence[Block]) -> None:
        """Put new pieces of a region in place of its old ones, unless a person touched those."""
        if any(map(self.is_touched, olds)):
            standing = [t for old in olds if (t := self._theirs_of.get(old)) is not None]
            self._tell_of_replacement(olds[0], standing, lines_of(olds), lines_of(news))
            return
        for old, new in zip(olds, news, strict=False):
            theirs = self._theirs_of[old]
            self.reach(theirs, moved=False)
            self.combine(old, theirs, new)
        self._drop(olds[len(news) :])
        self._add(news[len(olds) :])

    def _tell_of_replacement(
        self, first: Block, standing: Sequence[Block], old: str, new: str
    ) -> None:
        theirs = lines_of(standing)
        if theirs == new:
            self.note(first, MergeOutcome.UNCHANGED, old, new, theirs)
            return
        paragraph = last_paragraph(standing[-1].element) if standing else self.nearest()
        said = wording.source_changed if standing else wording.removed_here
        if paragraph is not None:
            self.desk.book.add(paragraph, said(old, new))
        for block in standing:
            self.reach(block, moved=False)
        self.note(first, MergeOutcome.CONFLICT, old, new, theirs)

    def _drop(self, olds: Sequence[Block]) -> None:
        """Take out what the source no longer has; what a person edited stays."""
        struck = []
        for old in olds:
            theirs, new = self._theirs_of.get(old), self._moved_to.get(old)
            if theirs is None:
                if new is not None and new.text != old.text:
                    self._gone(old, new.text)
                continue
            self.reach(theirs, moved=False)
            if not self.is_touched(old):
                struck.append(theirs)
                self.note(old, MergeOutcome.REMOVED, old.text, "", theirs.text)
            elif new is None:
                self._keep(old, theirs)
            elif new.text != old.text:
                self.conflict(old, new.text, theirs)
            else:
                self.note(old, MergeOutcome.KEPT, old.text, new.text, theirs.text)
        self.strike(struck)

    def _keep(self, old: Block, theirs: Block) -> None:
        paragraph = last_paragraph(theirs.element)
        if paragraph is not None:
            self.desk.book.add(paragraph, wording.dropped(old.text))
        self.note(old, MergeOutcome.KEPT, old.text, "", theirs.text)

    def _add(self, news: Sequence[Block]) -> None:
        for _, same in groupby(news, key=lambda new: (new.key, new.is_table)):
            group = list(same)
            placed = self.insert(group)
            outcome = MergeOutcome.ADDED if placed else MergeOutcome.CONFLICT
            for new in group:
                self.note(new, outcome, "", new.text, "")
            if not placed:
                self._tell_of_no_room(lines_of(group))

    def _tell_of_no_room(self, new: str) -> None:
        paragraph = self.nearest()
        if paragraph is not None:
            self.desk.book.add(paragraph, wording.no_room(new))


def lines_of(blocks: Sequence[Block]) -> str:
    """Return the words of some blocks, one a line."""
    return "\n".join(block.text for block in blocks)


def last_paragraph(element: etree._Element) -> etree._Element | None:
    """Return the paragraph itself, or the last one of a table or row."""
    if element.tag == word.P:
        return element
    return next(iter(reversed(list(element.iter(word.P)))), None)
