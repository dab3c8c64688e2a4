"""How like one another Word files are: one that lost its mark and our own, edits side by side."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.packing import unpack
from casework.documents.regions import read_regions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEAST_KEPT: Final = 0.6
"""Share of a version's words that a file made from it still holds, paragraph by paragraph.

Measured: a response whose every answer was written at length keeps nine tenths
of the draft, since nobody edits the findings. Responses to different reports
share up to half where there are few findings, a fifth where there are many.
"""


def paragraphs_of(data: bytes) -> tuple[str, ...]:
    """Return the paragraphs of a Word file that say something, spaces evened out."""
    root = word.parse(unpack(data)[word.DOCUMENT_PART])
    lines = (" ".join(word.text_of(paragraph).split()) for paragraph in root.iter(word.P))
    return tuple(filter(None, lines))


def may_come_from(data: bytes, version: bytes) -> bool:
    """Return whether a file can have been made from this version, by its words."""
    wanted = _texts(version, marked=False)
    return _weight(_texts(data, marked=False) & wanted) >= LEAST_KEPT * _weight(wanted)


def most_like(data: bytes, known: Mapping[int, bytes]) -> int:
    """Return the number of the file this one was most likely made from; 0 if it is like none.

    Of files equally like it, the newest counts. Where the file still has
    marked places, their words count with their keys, too.
    """
    shares = {
        number: _likeness(data, other)
        for number, other in known.items()
        if may_come_from(data, other)
    }
    return max(shares, key=lambda number: (shares[number], number), default=0)


def _likeness(one: bytes, other: bytes) -> float:
    marked = bool(read_regions(one))
    first, second = _texts(one, marked=marked), _texts(other, marked=marked)
    return _weight(first & second) / max(_weight(first), _weight(second), 1)


def _texts(data: bytes, *, marked: bool) -> set[str]:
    """Return what a file says, each text once: labels repeated at every finding weigh little."""
    texts = set(paragraphs_of(data))
    if marked:
        regions = read_regions(data).items()
        texts |= {f"{key}\n{' '.join(' '.join(words).split())}" for key, words in regions}
    return texts


def _weight(texts: set[str]) -> int:
    return sum(map(len, texts))


def paragraphs_changed(old: Sequence[str], new: Sequence[str]) -> int:
    """Return in how many paragraphs two texts differ: changed, added or taken out."""
    spans = SequenceMatcher(None, old, new).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for what, i1, i2, j1, j2 in spans if what != "equal")
