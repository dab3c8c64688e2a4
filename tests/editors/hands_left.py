"""What people leave in a file: their marks, their pending changes, their comments."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from tests.editors.lines import lines_of
from tests.editors.markup import (
    AUTHOR,
    DATE,
    DEL_TEXT,
    DOCUMENT,
    ID,
    RANGE_END,
    RANGE_START,
    REFERENCE,
    TRACKED,
    T,
    parse,
)
from tests.editors.notes import notes_of
from tests.editors.verdict import LOOKS, MOVE_STARTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

MARK: Final = re.compile(r"hxq\d{4}")
MARK_IN_PART: Final = re.compile(rb"hxq\d{4}")


def marks_in(part: bytes) -> Counter[bytes]:
    """Return the words only people write, wherever they stand in a part."""
    return Counter(MARK_IN_PART.findall(part))


def visible_marks(root: etree._Element) -> set[str]:
    """Return those of them that a reader sees."""
    return {mark for line in lines_of(root) for mark in MARK.findall(line.text)}


def changes_by_people(parts: Mapping[str, bytes], service: str) -> Counter[tuple[str, ...]]:
    """Return the pending changes of everybody but the service: whose, when, which words."""
    return Counter(
        (
            change.tag,
            change.get(AUTHOR, ""),
            change.get(DATE, ""),
            change.get(ID, ""),
            _said(change),
        )
        for change in parse(parts[DOCUMENT]).iter(*TRACKED, *LOOKS, *MOVE_STARTS)
        if change.get(AUTHOR) != service
    )


def _said(change: etree._Element) -> str:
    return "".join(words.text or "" for words in change.iter(T, DEL_TEXT))


def comments_by_people(parts: Mapping[str, bytes], service: str) -> Counter[tuple[str, ...]]:
    """Return the comments of everybody but the service, and how often each is anchored."""
    anchors = Counter(
        (mark.tag, mark.get(ID, ""))
        for mark in parse(parts[DOCUMENT]).iter(RANGE_START, RANGE_END, REFERENCE)
    )
    return Counter(
        (
            note.number,
            note.author,
            note.text,
            *(str(anchors[tag, note.number]) for tag in (RANGE_START, RANGE_END, REFERENCE)),
        )
        for note in notes_of(parts)
        if note.author != service
    )
