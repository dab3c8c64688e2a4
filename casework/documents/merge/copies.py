"""New paragraphs and rows, copied from the service's text into the reviewers' file.

A copy brings words and looks only: no marks of its own, no numbers that are
taken, no reference to anything the reviewers' file does not hold.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents import wordml as word
from casework.documents.merge.pen import P_PR_CHANGE, SECTION, Pen, plain_look
from casework.documents.pieces.blocks import blocks_of, cells_of
from casework.documents.pieces.letters import (
    FIELD_SIGN,
    FIXED_AROUND,
    OBJECTS,
    THROUGH,
    words_of,
)
from casework.documents.wordml import parse, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STYLES, NUMBERING = "styles.xml", "numbering.xml"
STYLE_NAMES: Final = (word.P_STYLE, w("rStyle"), w("tblStyle"))
HYPERLINK: Final = w("hyperlink")
RELATION_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
NOT_COPIED: Final = frozenset(
    (
        *OBJECTS,
        FIELD_SIGN,
        w("instrText"),
        w("commentReference"),
        w("annotationRef"),
        w("lastRenderedPageBreak"),
    )
)


class Copyist:
    """Copies pieces of one file into another that may lack its styles, lists and links."""

    def __init__(
        self,
        theirs: Mapping[str, bytes],
        mine: Mapping[str, bytes],
        links: Mapping[str, str],
        mine_links: Mapping[str, str],
    ) -> None:
        """Learn what the reviewers' file holds. `links`: id to target, of either document part."""
        folder = "word/"
        self._styles = _style_names(theirs.get(folder + STYLES))
        self._same_lists = theirs.get(folder + NUMBERING) == mine.get(folder + NUMBERING)
        self._ids = {target: key for key, target in links.items()}
        self._targets = mine_links
        self.left_out: list[str] = []
        """Words around what could not be copied: pictures, notes, formulas."""

    def properties(self, paragraph: etree._Element) -> etree._Element:
        """Return a paragraph's properties as they can stand in the reviewers' file."""
        own = paragraph.find(word.P_PR)
        fresh = etree.Element(word.P_PR) if own is None else deepcopy(own)
        for child in list(fresh):
            unknown = child.tag == w("numPr") and not self._same_lists
            if unknown or child.tag in (SECTION, P_PR_CHANGE, word.R_PR):
                fresh.remove(child)
        self._drop_unknown_styles(fresh)
        return fresh

    def paragraph(self, pen: Pen, paragraph: etree._Element) -> etree._Element:
        """Return a new paragraph whose words are inserted; its end is not marked yet."""
        fresh = etree.Element(word.P)
        properties = self.properties(paragraph)
        if len(properties):
            fresh.append(properties)
        for link, runs in self._runs(paragraph):
            insertion = pen.insertion(runs)
            fresh.append(_linked(insertion, link) if link else insertion)
        return fresh

    def row(self, pen: Pen, row: etree._Element) -> etree._Element:
        """Return a new row, inserted with all its words."""
        fresh = etree.Element(row.tag)
        for child in row:
            if child.tag in (w("tblPrEx"), w("trPr")):
                fresh.append(deepcopy(child))
        fresh.extend(self._cell(pen, cell) for cell in cells_of(row))
        row_look(fresh).append(pen.mark(w("ins")))
        return fresh

    def table(self, pen: Pen, table: etree._Element) -> etree._Element:
        """Return a new table, every row of it inserted."""
        fresh = etree.Element(table.tag)
        for child in table:
            if child.tag in (w("tblPr"), w("tblGrid")):
                fresh.append(deepcopy(child))
        self._drop_unknown_styles(fresh)
        rows = [row for row in table.iter(w("tr")) if next(row.iterancestors(word.TBL)) is table]
        fresh.extend(self.row(pen, row) for row in rows)
        return fresh

    def _cell(self, pen: Pen, cell: etree._Element) -> etree._Element:
        fresh = etree.Element(cell.tag)
        look = cell.find(w("tcPr"))
        if look is not None:
            fresh.append(deepcopy(look))
        found = [block.element for block in blocks_of(cell, {})]
        inner = [
            self.table(pen, block) if block.tag == word.TBL else self.paragraph(pen, block)
            for block in found
        ]
        for block, following in pairwise(inner):
            if block.tag == following.tag == word.P:
                pen.mark_end(block, w("ins"))
        fresh.extend(inner or [etree.Element(word.P)])
        return fresh

    def _runs(self, parent: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
        """Yield stretches of runs with the id of the link they carry, or an empty one."""
        runs: list[etree._Element] = []
        for child in parent:
            if child.tag == word.R:
                runs.extend(self._run(child))
            elif child.tag in THROUGH or child.tag in FIXED_AROUND:
                if runs:
                    yield "", runs
                    runs = []
                target = self._targets.get(child.get(RELATION_ID, ""), "")
                link = self._ids.get(target, "")
                yield from ((inner or link, found) for inner, found in self._runs(child))
            elif child.tag in OBJECTS:
                self.left_out.append(words_of(parent))
        if runs:
            yield "", runs

    def _run(self, run: etree._Element) -> Iterator[etree._Element]:
        fresh = etree.Element(word.R)
        for child in run:
            if child.tag == word.R_PR:
                fresh.append(plain_look(child))
            elif child.tag in NOT_COPIED:
                if child.tag in OBJECTS:
                    self.left_out.append(words_of(word.parent_of(run)))
            else:
                fresh.append(deepcopy(child))
        self._drop_unknown_styles(fresh)
        if any(child.tag != word.R_PR for child in fresh):
            yield fresh

    def _drop_unknown_styles(self, element: etree._Element) -> None:
        for name in list(element.iter(*STYLE_NAMES)):
            if name.get(word.VAL) not in self._styles:
                word.parent_of(name).remove(name)


def row_look(row: etree._Element) -> etree._Element:
    """Return the properties of a row, made if they are not there."""
    found = row.find(w("trPr"))
    if found is None:
        found = etree.Element(w("trPr"))
        exceptions = row.find(w("tblPrEx"))
        row.insert(0 if exceptions is None else 1, found)
    return found


def end_of(paragraph: etree._Element) -> etree._Element | None:
    """Return a copy of how a paragraph's end mark looks, without marks of tracked changes."""
    properties = paragraph.find(word.P_PR)
    look = None if properties is None else properties.find(word.R_PR)
    return None if look is None else plain_look(look)


def _linked(insertion: etree._Element, link: str) -> etree._Element:
    around = etree.Element(HYPERLINK, {RELATION_ID: link})
    around.append(insertion)
    return around


def _style_names(styles: bytes | None) -> set[str]:
    if styles is None:
        return set()
    return {style.get(w("styleId"), "") for style in parse(styles).iter(w("style"))}
