"""The marks by which a region is known again: tag, title, hidden bookmark."""

from __future__ import annotations

from typing import Final

from lxml import etree

from casework.documents import wordml as word
from casework.documents.region_places import BOOKMARK_PREFIX, TAG_PREFIX

TITLE_LENGTH: Final = 64
"""Word cuts longer titles and tags off."""
BLANK_LINE: Final = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
"""One point high: what is left of a region that says nothing."""
SIDES: Final = ("top", "left", "bottom", "right")


def title_of(words: str, key: str) -> str:
    """Return the title of a control: what a person calls the region, then its key."""
    suffix = f" · {TAG_PREFIX}{key}"
    return words[: TITLE_LENGTH - len(suffix)] + suffix


def put_bookmark(root: etree._Element, key: str, blocks: tuple[etree._Element, ...]) -> None:
    """Put the hidden bookmark of a region around its blocks, in place of an older one."""
    name = BOOKMARK_PREFIX + key
    number = _take_bookmark_away(root, name) or _fresh_number(root)
    _surround(blocks, name, number)


def _surround(blocks: tuple[etree._Element, ...], name: str, number: str) -> None:
    start = etree.Element(word.BOOKMARK_START, {word.ID: number, word.NAME: name})
    end = etree.Element(word.BOOKMARK_END, {word.ID: number})
    first, last = blocks[0], blocks[-1]
    if first.tag == word.P:
        first.insert(1 if first.find(word.P_PR) is not None else 0, start)
    else:
        first.addprevious(start)
    if last.tag == word.P:
        last.append(end)
    else:
        last.addnext(end)


def _take_bookmark_away(root: etree._Element, name: str) -> str | None:
    starts = [s for s in root.iter(word.BOOKMARK_START) if s.get(word.NAME) == name]
    numbers = {start.get(word.ID) for start in starts}
    ends = [end for end in root.iter(word.BOOKMARK_END) if end.get(word.ID) in numbers]
    for mark in (*starts, *ends):
        word.parent_of(mark).remove(mark)
    return starts[0].get(word.ID) if starts else None


def _fresh_number(root: etree._Element) -> str:
    used = (start.get(word.ID, "0") for start in root.iter(word.BOOKMARK_START))
    return str(max((int(number) for number in used if number.isdigit()), default=0) + 1)


def close_up(paragraph: etree._Element) -> None:
    """Make a paragraph that says nothing one point high, without rules or shading."""
    properties = word_style_only(paragraph)
    sides = etree.SubElement(properties, word.w("pBdr"))
    for side in SIDES:
        etree.SubElement(sides, word.w(side), {word.VAL: "nil"})
    etree.SubElement(
        properties,
        word.w("shd"),
        {word.VAL: "clear", word.w("color"): "auto", word.w("fill"): "auto"},
    )
    spacing = {word.w(name): value for name, value in BLANK_LINE.items()}
    etree.SubElement(properties, word.w("spacing"), spacing)


def is_closed_up(properties: etree._Element | None) -> bool:
    """Return whether paragraph properties are those of a closed-up paragraph."""
    spacing = properties.find(word.w("spacing")) if properties is not None else None
    return spacing is not None and all(
        spacing.get(word.w(name)) == value for name, value in BLANK_LINE.items()
    )


def word_style_only(paragraph: etree._Element) -> etree._Element:
    """Return a paragraph's properties, cut down to its style."""
    properties = paragraph.find(word.P_PR)
    if properties is None:
        properties = etree.Element(word.P_PR)
        paragraph.insert(0, properties)
    for child in list(properties):
        if child.tag not in (word.P_STYLE, word.w("sectPr")):
            properties.remove(child)
    return properties
