"""Three versions of a list of pieces, brought together piece by piece.

What the service changed is proposed; where a person touched the same piece,
the person's stays and a comment tells both sides.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.merge import wording
from casework.documents.merge.moves import Moves
from casework.documents.pieces.steady import in_step
from models.review_words import MergeOutcome
from models.shapes.merging import MergeItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from casework.documents.merge.comments import CommentBook
    from casework.documents.merge.copies import Copyist
    from casework.documents.merge.pen import Pen
    from casework.documents.pieces.blocks import Block


SHORTEST_JOINED: Final = 12
"""Characters a paragraph must have to be looked for inside others: "Yes." stands everywhere."""


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
        self._steady: set[Block] = set()
        self.ahead: dict[Block, str | None] = {}
        """The reviewers' pieces that stay, not yet come to, with the keys they were given."""
        self._moves = Moves()

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
    def reach(self, piece: Block) -> None:
        """Take note of a piece the merge has come to: what is new goes on after it."""

    def lead(self, key: str | None, piece: Block) -> None:
        """Take note that a region goes on after a piece, wherever a person put it."""
        del key, piece  # rows follow one another, whatever region they are of

    @abstractmethod
    def nearest(self) -> etree._Element | None:
        """Return the nearest paragraph at or before the place reached."""

    def merge(self) -> None:
        """Bring the source's changes into the reviewers' pieces."""
        theirs = self.align(self.base, self.theirs)
        source = self.align(self.base, self.mine)
        steps = in_step(source)
        self._theirs_of = {self.base[i]: self.theirs[j] for i, j in theirs.items()}
        self._steady = {self.base[i] for i in in_step(theirs)}
        self._moves = Moves.between(self.base, self.mine, (source, steps), self.is_touched)
        self.ahead = {self.theirs[theirs[i]]: self.base[i].key for i in steps if i in theirs}
        i = j = 0
        for next_i, next_j in [*steps.items(), (len(self.base), len(self.mine))]:
            self._gap(self.base[i:next_i], self.mine[j:next_j])
            if next_i < len(self.base):
                self._step(self.base[next_i], self.mine[next_j])
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

    def _step(self, old: Block, new: Block) -> None:
        theirs = self._theirs_of.get(old)
        if theirs is not None:
            self._pass(old, theirs, leads=True)
            self.ahead.pop(theirs, None)
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
        holder = self._holder(old)
        if holder is not None:
            self.conflict(old, new, holder)
            return
        paragraph = self.nearest()
        if paragraph is not None:
            self.desk.book.add(paragraph, wording.removed_here(old.text, new))
        self.note(old, MergeOutcome.CONFLICT, old.text, new, "")

    def _pass(self, old: Block, theirs: Block, *, leads: bool) -> None:
        """Reach a piece, unless a person moved it: then it leads on its own region alone."""
        if old in self._steady:
            self.reach(theirs)
        if leads:
            self.lead(old.key, theirs)

    def _gap(self, olds: Sequence[Block], news: Sequence[Block]) -> None:
        """Deal with what the source dropped and what it added between two steps."""
        groups = [(key, list(group)) for key, group in groupby(news, key=lambda new: new.key)]
        keys = {key for key, _ in groups if key is not None}
        stays = [old.key in keys and not self._moves.goes(old) for old in olds]
        first = stays.index(True) if True in stays else len(olds)
        self._drop(olds[:first])
        # What leaves after a region that stays must not lead what is new past that region.
        left = [old for old, stay in zip(olds, stays, strict=True) if not stay][first:]
        for key, group in groups:
            fresh = [new for new in group if not self._moves.comes(new)]
            partners = [o for o in olds if key and o.key == key and not self._moves.goes(o)]
            if partners and fresh == group:
                self._replace(partners, fresh)
                olds = [old for old in olds if old not in partners]
                continue
            self._drop(partners)
            self._add([new for new in group if new in fresh or self._moves.arrives(new)])
        self._drop(left)

    def _replace(self, olds: Sequence[Block], news: Sequence[Block]) -> None:
        """Put new pieces of a region in place of its old ones, unless a person touched those."""
        if any(map(self.is_touched, olds)):
            standing = [t for old in olds if (t := self._theirs_of.get(old)) is not None]
            self._tell_of_replacement(olds[0], standing, lines_of(olds), lines_of(news))
            return
        for old, new in zip(olds, news, strict=False):
            theirs = self._theirs_of[old]
            self._pass(old, theirs, leads=True)
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
        self.note(first, MergeOutcome.CONFLICT, old, new, theirs)

    def _drop(self, olds: Sequence[Block]) -> None:
        """Take out what the source no longer has; what a person edited stays."""
        struck = []
        for old in olds:
            theirs, new = self._theirs_of.get(old), self._moves.goes(old)
            if new is not None and self._moves.stays(old):
                self._leave(old, new)
            elif theirs is None:
                self._tell_of_holder(old)
            else:
                self._pass(old, theirs, leads=False)
                if new is None and self.is_touched(old):
                    self._keep(old, theirs)
                else:
                    struck.append(theirs)
                    self.note(old, MergeOutcome.REMOVED, old.text, "", theirs.text)
        self.strike(struck)

    def _tell_of_holder(self, old: Block) -> None:
        """Tell of words the source dropped, if a person joined them to another paragraph."""
        holder = self._holder(old)
        if holder is not None:
            self._keep(old, holder)

    def _holder(self, old: Block) -> Block | None:
        """Return the piece into which a person joined a paragraph, if they did."""
        if len(old.text) < SHORTEST_JOINED:
            return None
        return next((block for block in self.theirs if old.text in block.text), None)

    def _leave(self, old: Block, new: Block) -> None:
        """Leave what the source moved where it stands: a person edited it there."""
        self._step(old, new)
        theirs = self._theirs_of.get(old)
        if theirs is not None and self._moves.leads(old):
            paragraph = last_paragraph(theirs.element)
            if paragraph is not None:
                self.desk.book.add(paragraph, wording.moved())
            self.note(old, MergeOutcome.KEPT, old.text, new.text, theirs.text)

    def _keep(self, old: Block, theirs: Block) -> None:
        if theirs.pending and not theirs.text.strip():  # a person strikes it out as well
            self.note(old, MergeOutcome.UNCHANGED, old.text, "", theirs.text)
            return
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
