"""The blocks of a body or cell, and the rows of a table, in three versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from casework.documents import wordml as word
from casework.documents.merge.copies import row_look
from casework.documents.merge.placing import (
    delete,
    follows_paragraph,
    has_room_for_table,
    insert_after,
    insert_before,
    out_of_regions,
)
from casework.documents.merge.settled import with_settled
from casework.documents.merge.strand import Desk, Strand, last_paragraph
from casework.documents.merge.weave import weave
from casework.documents.pieces.alignment import Piece, align
from casework.documents.pieces.blocks import TC, Block, blocks_of, cells_of, rows_of
from casework.documents.pieces.letters import DEL, INS, runs_of, stretches, words_of
from models.review_words import MergeOutcome

if TYPE_CHECKING:
    from collections.abc import Sequence


class Story(Strand):
    """The paragraphs and tables of the body, or of a cell."""

    def __init__(
        self,
        desk: Desk,
        containers: tuple[etree._Element, etree._Element, etree._Element],
        region: str = "",
    ) -> None:
        """Take the same container of base, theirs and mine."""
        keys = desk.base_keys, desk.their_keys, desk.my_keys
        base, theirs, mine = map(blocks_of, containers, keys)
        super().__init__(desk, with_settled(base, theirs, mine), region)
        self._home = containers[1]
        self._last: etree._Element | None = None
        self._last_in: dict[str | None, etree._Element] = {}

    def align(self, old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
        """Return which block is which, by key and words; a cell's only paragraph is that."""
        if self._home.tag == TC and len(old) == len(new) == 1:
            return {0: 0} if old[0].is_table == new[0].is_table else {}
        return align([block.piece for block in old], [block.piece for block in new])

    def reach(self, piece: Block) -> None:
        """Take note of a block."""
        self._last = piece.element

    def lead(self, key: str | None, piece: Block) -> None:
        """Take note that a region goes on after a block."""
        self._last_in[key] = piece.element

    def nearest(self) -> etree._Element | None:
        """Return the paragraph reached, or the container's first."""
        reached = None if self._last is None else last_paragraph(self._last)
        return next(self._home.iter(word.P), None) if reached is None else reached

    def combine(self, old: Block, theirs: Block, new: Block) -> None:
        """Merge a paragraph word by word, a table row by row."""
        if old.is_table and theirs.is_table and new.is_table:
            tables = old.element, theirs.element, new.element
            Rows(self.desk, tables, old.key or self.region).merge()
        elif self._fills(old, theirs, new):
            self._fill(theirs, new)
            self.note(old, MergeOutcome.UPDATED, old.text, new.text, theirs.text)
        elif old.is_table or theirs.is_table or new.is_table:
            self.conflict(old, new.text, theirs)
        else:
            self._weave(old, theirs, new)

    def _weave(self, old: Block, theirs: Block, new: Block) -> None:
        """Merge a paragraph word by word; what a person has written already is left."""
        made = weave(self.desk.pen, theirs.element, old.text, new.text)
        if made is None:
            self.conflict(old, new.text, theirs)
            return
        looks = self._set_looks(old, theirs, new)
        outcome = MergeOutcome.UPDATED if made or looks else MergeOutcome.UNCHANGED
        self.note(old, outcome, old.text, new.text, theirs.text)

    @staticmethod
    def _fills(old: Block, theirs: Block, new: Block) -> bool:
        """Return whether the source writes where nothing stood, and a new paragraph can."""
        if old.is_table or new.is_table or old.text or theirs.text or theirs.pending:
            return False
        return bool(new.text) and follows_paragraph(theirs.element)

    def _fill(self, theirs: Block, new: Block) -> None:
        """Put a new paragraph in place of an empty one."""
        fresh = self.desk.copyist.paragraph(self.desk.pen, new.element)
        theirs.element.addprevious(fresh)
        self.desk.pen.mark_end(fresh, INS)
        delete(self.desk.pen, [theirs.element])

    def _set_looks(self, old: Block, theirs: Block, new: Block) -> bool:
        """Let changed words look as the source has them, unless a person changed the look."""
        wanted = self.desk.copyist.properties(new.element)
        before = self.desk.copyist.properties(old.element)
        if _bare(wanted) == _bare(before):
            return False
        own = theirs.element.find(word.P_PR)
        if own is not None and own.find(word.w("pPrChange")) is not None:
            return False
        self.desk.pen.set_properties(theirs.element, wanted)
        return True

    def insert(self, news: Sequence[Block]) -> bool:
        """Put new blocks after the last of their region, else after the place reached."""
        if news[0].is_table:
            return self._insert_table(news[0])
        paragraphs = [self.desk.copyist.paragraph(self.desk.pen, new.element) for new in news]
        key = news[0].key
        after, before = self._place(key)
        placed = (after is not None and insert_after(self.desk.pen, after, paragraphs)) or (
            before is not None and insert_before(self.desk.pen, before, paragraphs)
        )
        if not placed:
            return False
        self._last_in[key] = paragraphs[-1]
        self._last = paragraphs[-1]
        return True

    def _place(self, key: str | None) -> tuple[etree._Element | None, etree._Element | None]:
        """Return the block new ones follow, or the one they precede."""
        if key is not None and key in self._last_in:
            return self._last_in[key], None
        if key is not None:
            later = self._later_in_region(key)
            if later is not None:
                return None, later
        if self._last is not None:
            return out_of_regions(self._last, key), None
        first = next(self._home.iterchildren(word.P, word.TBL, word.SDT), None)
        return None, first

    def _later_in_region(self, key: str) -> etree._Element | None:
        """Return the first block of a region that the merge has not come to yet."""
        return next((block.element for block, own in self.ahead.items() if own == key), None)

    def _insert_table(self, new: Block) -> bool:
        after, before = self._place(new.key)
        if after is None or before is not None or not has_room_for_table(after):
            return False
        table = self.desk.copyist.table(self.desk.pen, new.element)
        after.addnext(table)
        self._last = self._last_in[new.key] = table
        return True

    def strike(self, theirs: Sequence[Block]) -> None:
        """Strike out paragraphs, and tables row by row."""
        for block in theirs:
            if block.is_table:
                for row in rows_of(block.element, {}):
                    strike_row(self.desk, row.element)
        delete(self.desk.pen, [block.element for block in theirs if not block.is_table])


class Rows(Strand):
    """The rows of one table."""

    def __init__(
        self,
        desk: Desk,
        tables: tuple[etree._Element, etree._Element, etree._Element],
        region: str,
    ) -> None:
        """Take the same table of base, theirs and mine."""
        keys = desk.base_keys, desk.their_keys, desk.my_keys
        base, theirs, mine = map(rows_of, tables, keys)
        super().__init__(desk, (base, theirs, mine), region)
        self._table = tables[1]
        self._last: etree._Element | None = None

    def align(self, old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
        """Return which row is which: by region or first cell, then by words alone."""
        found = align(
            *([Piece(_row_key(row), row.piece.text) for row in rows] for rows in (old, new))
        )
        if new is self.mine:
            return found  # the service never renames a row: it takes one out and puts one in
        left = [i for i in range(len(old)) if i not in found]
        free = [j for j in range(len(new)) if j not in set(found.values())]
        more = align(
            [Piece(None, old[i].piece.text) for i in left],
            [Piece(None, new[j].piece.text) for j in free],
        )
        return dict(sorted({**found, **{left[i]: free[j] for i, j in more.items()}}.items()))

    def reach(self, piece: Block) -> None:
        """Take note of a row."""
        self._last = piece.element

    def nearest(self) -> etree._Element | None:
        """Return the last paragraph of the row reached, or the table's first."""
        reached = None if self._last is None else last_paragraph(self._last)
        return next(self._table.iter(word.P), None) if reached is None else reached

    def combine(self, old: Block, theirs: Block, new: Block) -> None:
        """Merge a row cell by cell."""
        cells = [cells_of(block.element) for block in (old, theirs, new)]
        if len({len(row) for row in cells}) > 1:
            self.conflict(old, new.text, theirs)
            return
        for before, now, wanted in zip(*cells, strict=True):
            Story(self.desk, (before, now, wanted), old.key or self.region).merge()

    def insert(self, news: Sequence[Block]) -> bool:
        """Put new rows after the row reached."""
        for new in news:
            row = self.desk.copyist.row(self.desk.pen, new.element)
            if self._last is not None:
                self._last.addnext(row)
            elif self.theirs:
                self.theirs[0].element.addprevious(row)
            else:
                return False
            self._last = row
        return True

    def strike(self, theirs: Sequence[Block]) -> None:
        """Strike out rows."""
        for block in theirs:
            strike_row(self.desk, block.element)


def strike_row(desk: Desk, row: etree._Element) -> None:
    """Mark a row and all its words as deleted."""
    for paragraph in row.iter(word.P):
        desk.pen.strike(runs_of(stretches(paragraph)))
    look = row_look(row)
    change = look.find(word.w("trPrChange"))
    if change is None:
        look.append(desk.pen.mark(DEL))
    else:
        change.addprevious(desk.pen.mark(DEL))


def _row_key(row: Block) -> str | None:
    cells = cells_of(row.element)
    first = " ".join(map(words_of, cells[0].iter(word.P))).strip() if cells else ""
    return row.key or first or None


def _bare(properties: etree._Element) -> bytes:
    return etree.tostring(properties, method="c14n")
