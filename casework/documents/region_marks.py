"""The marks by which a region is known again: tag, title, hidden bookmark."""

from __future__ import annotations

from typing import Final

from lxml import etree

from casework.documents import wordml as word
from casework.documents.region_places import (
    BOOKMARK_PREFIX,
    TAG_PREFIX,
    key_of_control,
    places_in,
)

TITLE_LENGTH: Final = 64
"""Word cuts longer titles and tags off."""
FIRST_CONTROL_ID: Final = 550_001
BLANK_LINE: Final = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
"""One point high: what is left of a region that says nothing."""
LOCK: Final = word.w("lock")
MARKS: Final = (word.ALIAS, word.TAG, word.ID)
"""In the order in which they stand in a control."""


def mark_regions(root: etree._Element, *, bookmarks: bool) -> None:
    """Give every region of a fresh part its marks, and close up those that say nothing.

    A header carries no bookmarks: their names must be unique in a whole file.
    """
    for number, control in enumerate(root.iter(word.SDT), start=FIRST_CONTROL_ID):
        key = key_of_control(control)
        if key is not None:
            _name_control(control, key, number)
    taken = int(_fresh_number(root))
    for number, place in enumerate(places_in(root).values(), start=taken):
        if not any(word.text_of(block).strip() for block in place.blocks):
            for paragraph in place.paragraphs:
                close_up(paragraph)
        if bookmarks:
            _surround(place.blocks, BOOKMARK_PREFIX + place.key, str(number))


def _name_control(control: etree._Element, key: str, number: int) -> None:
    properties = control.find(word.SDT_PR)
    if properties is None:  # no key without properties: such a control is never named
        return
    marks = {child.tag: child for child in properties}
    lock = marks.get(LOCK)
    if lock is not None:
        properties.remove(lock)
    title = _mark(properties, marks, word.ALIAS)
    words, suffix = title.get(word.VAL, "").partition("·")[0].strip(), f" · {TAG_PREFIX}{key}"
    title.set(word.VAL, words[: TITLE_LENGTH - len(suffix)] + suffix)
    _mark(properties, marks, word.TAG).set(word.VAL, TAG_PREFIX + key)
    _mark(properties, marks, word.ID).set(word.VAL, str(number))


def _mark(properties: etree._Element, marks: dict[str, etree._Element], tag: str) -> etree._Element:
    """Return one of the marks of a control; a new one follows those that come before it."""
    if tag not in marks:
        marks[tag] = etree.Element(tag)
        before = [
            marks[other] for other in (word.R_PR, *MARKS[: MARKS.index(tag)]) if other in marks
        ]
        properties.insert(properties.index(before[-1]) + 1 if before else 0, marks[tag])
    return marks[tag]


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
    for side in ("top", "left", "bottom", "right"):
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
