"""The regions of a Word file: read their words, replace their words, and nothing else."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents import wordml as word
from casework.documents.packing import pack_parts, unpack
from casework.documents.region_marks import (
    close_up,
    is_closed_up,
    put_bookmark,
    word_style_only,
)
from casework.documents.region_places import Place, places_in
from casework.documents.stamp import restamp, stamped
from casework.errors import RefusedInputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from models.shapes.word import Stamp

__all__ = ["fill_regions", "read_regions", "restamp"]

STORIES: Final = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
"""The parts in which a region can stand."""
CHANGE_MARKS: Final = tuple(map(word.w, ("pPrChange", "rPrChange", "highlight", "ins", "del")))
PROMPT_STYLE: Final = "PlaceholderText"
ANCHORS: Final = (
    word.BOOKMARK_START,
    word.BOOKMARK_END,
    word.w("commentRangeStart"),
    word.w("commentRangeEnd"),
)


def read_regions(data: bytes) -> dict[str, tuple[str, ...]]:
    """Return the words of every region of a Word file, one string a paragraph."""
    found: dict[str, tuple[str, ...]] = {}
    for _, root in _stories(unpack(data)):
        for key, place in places_in(root).items():
            found.setdefault(key, tuple(_lines(place)))
    return found


def fill_regions(
    data: bytes, contents: Mapping[str, Sequence[str]], stamp: Stamp | None = None
) -> bytes:
    """Return the Word file with the words of the named regions replaced.

    Each new paragraph takes the look of the paragraph it replaces, the last
    one's if there are more; a region without words is closed up. Other parts
    stay equal to the byte. A region that already says so is not touched.
    """
    parts = unpack(data)
    missing = set(contents)
    for name, root in list(_stories(parts)):
        here = {key: place for key, place in places_in(root).items() if key in contents}
        missing -= set(here)
        changed = [_fill(root, place, contents[key], name) for key, place in here.items()]
        if any(changed):
            parts[name] = word.serialise(root)
    if missing:
        raise RefusedInputError(_missing(sorted(missing)))
    return pack_parts(parts if stamp is None else stamped(parts, stamp))


def _missing(keys: list[str]) -> str:
    return (
        f"The Word file no longer holds the marked place for {', '.join(keys)}: "
        "put it back from the last version, or check in a file that still has it."
    )


def _stories(parts: Mapping[str, bytes]) -> Iterator[tuple[str, etree._Element]]:
    for name in sorted(filter(STORIES.fullmatch, parts)):
        try:
            yield name, word.parse(parts[name])
        except etree.XMLSyntaxError as error:
            message = "The Word file is damaged: open it in Word, let Word repair it, and save it."
            raise RefusedInputError(message) from error


def _lines(place: Place) -> list[str]:
    if place.prompt is not None:
        return []
    lines = [word.text_of(paragraph) for paragraph in place.paragraphs]
    return lines if any(line.strip() for line in lines) else []


def _fill(root: etree._Element, place: Place, contents: Sequence[str], part: str) -> bool:
    lines = [word.cleaned(line) for line in contents]
    lines = lines if any(line.strip() for line in lines) else []
    if _lines(place) == lines:
        return False
    if place.has_table:
        message = f"The place {place.key} holds a table, which cannot be replaced by paragraphs."
        raise RefusedInputError(message)
    donors, prompt = place.paragraphs, place.prompt
    if prompt is not None:
        word.parent_of(prompt).remove(prompt)
    fresh = [_paragraph(donors[min(n, len(donors) - 1)], line) for n, line in enumerate(lines)]
    if not fresh:
        fresh = [_paragraph(donors[0], "")]
        close_up(fresh[0])
    fresh[0].extend(_anchors(place))
    _exchange(place.blocks, fresh)
    if part == word.DOCUMENT_PART:
        put_bookmark(root, place.key, tuple(fresh))
    return True


def _exchange(old: tuple[etree._Element, ...], fresh: list[etree._Element]) -> None:
    parent = word.parent_of(old[0])
    at = parent.index(old[0])
    for block in old:
        parent.remove(block)
    parent[at:at] = fresh


def _anchors(place: Place) -> list[etree._Element]:
    """Return the marks of others (bookmarks, comments) that must outlive the old words."""
    found = []
    for block in place.blocks:
        found += list(block.iter(*ANCHORS))
        found += [word.parent_of(reference) for reference in block.iter(word.w("commentReference"))]
    return [deepcopy(mark) for mark in found]


def _paragraph(donor: etree._Element, line: str) -> etree._Element:
    paragraph = etree.Element(word.P)
    look = donor.find(word.P_PR)
    if look is not None:
        paragraph.append(_without_marks(look))
        if is_closed_up(look):
            word_style_only(paragraph)
    if line:
        paragraph.append(_run(donor, line))
    return paragraph


def _run(donor: etree._Element, line: str) -> etree._Element:
    run = etree.Element(word.R)
    first = next((r for r in donor.iter(word.R) if r.find(word.T) is not None), None)
    look = first.find(word.R_PR) if first is not None else None
    if look is not None:
        run.append(_without_marks(look))
    for piece in re.split(r"([\t\n])", line):
        if piece in ("\t", "\n"):
            etree.SubElement(run, word.TAB if piece == "\t" else word.BR)
        elif piece:
            text = etree.SubElement(run, word.T)
            text.set(f"{{{word.XML_NAMESPACE}}}space", "preserve")
            text.text = piece
    return run


def _without_marks(look: etree._Element) -> etree._Element:
    copy = deepcopy(look)
    copy.tail = None
    marks = [mark for mark in copy.iter(word.w("rStyle")) if mark.get(word.VAL) == PROMPT_STYLE]
    for mark in [*marks, *copy.iter(*CHANGE_MARKS)]:
        word.parent_of(mark).remove(mark)
    return copy
