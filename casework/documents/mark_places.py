"""The places of the marks in a template's source, found once, when it is made ready.

Every control with a key is given its title, tag and number; a sign is left
wherever its bookmark may begin or end and wherever its look may have to go.
`printed_marks.py` turns the signs of a printed part into marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents import wordml as word
from casework.documents.printed_marks import CLOSE, EDGE, OPEN, PART
from casework.documents.region_places import BLOCKS, TAG_PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

TAG_OF_JINJA: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
STAND_IN: Final = re.compile("(?:<\\?s55 )?\ue000([0-9]+)\ue001(?:\\?>)?")
ROW: Final = word.w("tr")
CELL: Final = word.w("tc")
CHANGE: Final = word.w("pPrChange")
REPLACED: Final = (word.ALIAS, word.TAG, word.ID, word.w("lock"))
"""What is made anew in a control, and the lock that is taken away."""


class _Source:
    """A source that can be read as XML, because other words stand in for Jinja's tags."""

    def __init__(self, source: str) -> None:
        self._kept: list[str] = []
        self.root = word.parse(TAG_OF_JINJA.sub(lambda tag: self.hide(tag[0]), source).encode())

    def hide(self, words: str) -> str:
        """Return what stands in for words that XML could not hold."""
        self._kept.append(words)
        return f"\ue000{len(self._kept) - 1}\ue001"

    def sign(self, sign: str) -> etree._Element:
        """Return a node that stands in for a sign."""
        return etree.ProcessingInstruction("s55", self.hide(sign))

    def shown(self) -> str:
        """Return the source with everything hidden put back."""
        text = word.serialise(self.root).decode()
        return STAND_IN.sub(lambda found: self._kept[int(found[1])], text)


def with_mark_places(patched: str) -> str:
    """Return the source of a part (already patched by docxtpl) with the places of its marks."""
    source = _Source(patched)
    for control in list(source.root.iter(word.SDT)):
        properties, content = control.find(word.SDT_PR), control.find(word.SDT_CONTENT)
        if properties is None or content is None:
            continue
        key = _key(properties)
        if key:
            _name(properties, key, source)
            for paragraph in content.iter(word.P):
                _clear_look(paragraph)
            _sign_edges(content, source)
            content.append(source.sign(CLOSE))
        else:  # a loop would print its number twice: Word gives it a fresh one
            _take_away(properties, word.ID)
    return source.shown()


def _key(properties: etree._Element) -> str:
    """Return the key in a control's tag, else in its title; Jinja may fill in some of it."""
    for name in (word.TAG, word.ALIAS):
        _, prefix, key = _value(properties, name).rpartition(TAG_PREFIX)
        if prefix:
            return key.strip()
    return ""


def _value(properties: etree._Element, name: str) -> str:
    mark = properties.find(name)
    return "" if mark is None else mark.get(word.VAL, "")


def _name(properties: etree._Element, key: str, source: _Source) -> None:
    """Give a control its title, tag and number."""
    words = _value(properties, word.ALIAS).partition("·")[0].strip()
    _take_away(properties, *REPLACED)
    part = source.hide(PART)
    values = (source.hide(OPEN) + words + part + key + part, TAG_PREFIX + key, part)
    at = 1 if properties.find(word.R_PR) is not None else 0
    properties[at:at] = [
        etree.Element(name, {word.VAL: value})
        for name, value in zip((word.ALIAS, word.TAG, word.ID), values, strict=True)
    ]


def _take_away(properties: etree._Element, *names: str) -> None:
    for mark in [child for child in properties if child.tag in names]:
        properties.remove(mark)


def _clear_look(paragraph: etree._Element) -> None:
    """Make the properties of a paragraph such that it can be closed up when it is printed."""
    look = paragraph.find(word.P_PR)
    if look is None:
        look = etree.Element(word.P_PR)
        _put_first(paragraph, look)
    _take_away(look, CHANGE)
    look.text = ""  # written as two tags, even if it is empty


def _sign_edges(content: etree._Element, source: _Source) -> None:
    """Sign where the bookmark of a region may begin and end: at the edges of its blocks."""
    blocks = list(_blocks(content))
    for block in blocks:
        look = block.find(word.P_PR)
        if block.tag == word.P and look is not None:
            _put_after(look, source.sign(EDGE))
            block.append(source.sign(EDGE))
        else:
            block.addprevious(source.sign(EDGE))
            _put_after(block, source.sign(EDGE))
    if not blocks:  # words within a paragraph
        _put_first(content, source.sign(EDGE))
        content.append(source.sign(EDGE))
    elif blocks[0].getparent() is not content:  # rows or cells, where no paragraph may stand alone
        content.extend((source.sign(EDGE), source.sign(EDGE)))


def _blocks(content: etree._Element) -> Iterator[etree._Element]:
    """Yield the blocks of a region; of a region of rows or cells, the blocks in its cells."""
    for child in content:
        if child.tag in BLOCKS:
            yield child
        elif child.tag in (ROW, CELL):
            yield from _blocks(child)


def _put_first(parent: etree._Element, child: etree._Element) -> None:
    """Put a child before everything else, the text before the first child included."""
    child.tail, parent.text = parent.text, None
    parent.insert(0, child)


def _put_after(element: etree._Element, sibling: etree._Element) -> None:
    """Put a sibling directly behind an element, before the text that follows it."""
    sibling.tail, element.tail = element.tail, None
    parent = word.parent_of(element)
    parent.insert(parent.index(element) + 1, sibling)
