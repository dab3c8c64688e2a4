"""Where the regions of a Word file are.

A region is one generated piece with a key. No single mark survives every
editor, so it is looked for by the tag of its content control, then by the
key in the control's title, then by its hidden bookmark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word

if TYPE_CHECKING:
    from collections.abc import Container

    from lxml import etree

TAG_PREFIX: Final = "s55:"
BOOKMARK_PREFIX: Final = "_s55_"
KEY_AT_END: Final = re.compile(r"s55:(\w+)\s*$", re.ASCII)
BLOCKS: Final = (word.P, word.TBL, word.SDT)


@dataclass(frozen=True, slots=True)
class Place:
    """The blocks of one region: neighbours under one parent, never empty."""

    key: str
    blocks: tuple[etree._Element, ...]

    @property
    def paragraphs(self) -> list[etree._Element]:
        """Return the region's paragraphs, those in its table cells among them."""
        return [p for block in self.blocks for p in block.iter(word.P)]

    @property
    def prompt(self) -> etree._Element | None:
        """Return the mark of a control whose words were all deleted: Word shows a prompt there."""
        around = word.parent_of(self.blocks[0])
        control = around.getparent() if around.tag == word.SDT_CONTENT else None
        return None if control is None else control.find(f"{word.SDT_PR}/{word.PROMPT}")

    @property
    def has_table(self) -> bool:
        """Return whether a table stands in the region."""
        return any(next(block.iter(word.TBL), None) is not None for block in self.blocks)


def key_of_control(control: etree._Element) -> str | None:
    """Return the region key a content control carries, by its tag, else by its title."""
    properties = control.find(word.SDT_PR)
    if properties is None:
        return None
    for name in (word.TAG, word.ALIAS):
        mark = properties.find(name)
        found = KEY_AT_END.search(mark.get(word.VAL, "")) if mark is not None else None
        if found:
            return found[1]
    return None


def places_in(root: etree._Element) -> dict[str, Place]:
    """Return the regions of one part by key; the strongest mark decides."""
    found: dict[str, Place] = {}
    elsewhere: list[tuple[str, etree._Element]] = []
    for control in root.iter(word.SDT):
        key = key_of_control(control)
        if key is not None and key not in found:
            place = _held_by(control, key)
            if place is None:
                elsewhere.append((key, control))
            else:
                found[key] = place
    bookmarked = _bookmarked(root, found.keys())
    for key, control in elsewhere:
        if key not in found and key not in bookmarked:
            place = _around(control, key)
            if place is not None:
                found[key] = place
    return {**found, **bookmarked}


def _held_by(control: etree._Element, key: str) -> Place | None:
    content = control.find(word.SDT_CONTENT)
    if content is None or next(control.iterancestors(word.P), None) is not None:
        return None
    blocks = tuple(child for child in content if child.tag in BLOCKS)
    return Place(key, blocks) if blocks else None


def _around(control: etree._Element, key: str) -> Place | None:
    """Return the paragraph a control stands in: one editor moves controls into paragraphs."""
    paragraph = next(control.iterancestors(word.P), None)
    return None if paragraph is None else Place(key, (paragraph,))


def _bookmarked(root: etree._Element, known: Container[str]) -> dict[str, Place]:
    """Return the regions told by their bookmarks alone, but for those that are known already.

    One editor splits a bookmark over several paragraphs in two of the same
    name: the region reaches from the first start to the last end.
    """
    ends = {end.get(word.ID): end for end in root.iter(word.BOOKMARK_END)}
    starts: dict[str, list[etree._Element]] = {}
    for start in root.iter(word.BOOKMARK_START):
        name = start.get(word.NAME, "")
        key = name.removeprefix(BOOKMARK_PREFIX)
        if key != name and key not in known:
            starts.setdefault(key, []).append(start)
    found = {}
    for key, marks in starts.items():
        closing = [end for mark in marks if (end := ends.get(mark.get(word.ID))) is not None]
        blocks = _between(marks[0], closing[-1] if closing else None)
        if blocks:
            found[key] = Place(key, blocks)
    return found


def _between(start: etree._Element, end: etree._Element | None) -> tuple[etree._Element, ...]:
    first = _block_at(start, forwards=True)
    if first is None:
        return ()
    last = _beside(first, first if end is None else _block_at(end, forwards=False))
    if last is not first and _opens(end, last):
        before = _neighbour(last, forwards=False)
        last = first if before is None else before
    blocks = [first]
    while blocks[-1] is not last:
        following = _neighbour(blocks[-1], forwards=True)
        if following is None:  # the end lies elsewhere: what surely belongs is the first block
            return (first,)
        blocks.append(following)
    return tuple(blocks)


def _beside(first: etree._Element, last: etree._Element | None) -> etree._Element:
    """Return the block around the last one that stands beside the first: the table of a cell."""
    while last is not None and last.getparent() is not first.getparent():
        last = last.getparent()
    return first if last is None else last


def _block_at(mark: etree._Element, *, forwards: bool) -> etree._Element | None:
    inside = next(mark.iterancestors(word.P), None)
    return inside if inside is not None else _neighbour(mark, forwards=forwards)


def _neighbour(element: etree._Element, *, forwards: bool) -> etree._Element | None:
    return next(element.itersiblings(*BLOCKS, preceding=not forwards), None)


def _opens(end: etree._Element | None, paragraph: etree._Element) -> bool:
    """Return whether a bookmark ends before any word: Word's way to hold the paragraph above."""
    if end is None or end.getparent() is not paragraph:
        return False
    return next(end.itersiblings(word.R, word.SDT, preceding=True), None) is None
