"""What the checks noticed, put into the Word file as comments at the places they speak of.

The words of the file stay as they are: whoever checked it decides.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from casework.documents import wordml as word
from casework.documents.merge.comments import CommentBook
from casework.documents.merge.merging import main_part
from casework.documents.packing import pack_parts, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from lxml import etree


class Noted(NamedTuple):
    """One comment: at which words, at which of their places, and what it says."""

    words: str
    """Empty for the whole document: the comment stands at its beginning."""
    place: int
    """Which of the paragraphs with these words is meant, from 0."""
    lines: tuple[str, ...]


def with_notes(data: bytes, notes: Sequence[Noted], at: datetime) -> bytes:
    """Return the file with a comment for each note; a note whose words are not found stands first.

    `at` is the moment that the comments bear, aware UTC.
    """
    parts = unpack(data)
    main = main_part(parts)
    root = word.parse(parts[main])
    paragraphs = [(p, _evened(word.text_of(p))) for p in root.iter(word.P)]
    if not notes or not paragraphs:
        return data
    book = CommentBook(parts, main, root, at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    for paragraph, some in _by_paragraph(paragraphs, notes).items():
        for note in some:
            book.add(paragraph, note.lines)
    return pack_parts({**parts, **book.changed_parts(), main: word.serialise(root)})


def _by_paragraph(
    paragraphs: Sequence[tuple[etree._Element, str]], notes: Iterable[Noted]
) -> dict[etree._Element, list[Noted]]:
    found: dict[etree._Element, list[Noted]] = defaultdict(list)
    for note in notes:
        words = _evened(note.words)
        places = [p for p, text in paragraphs if words and words in text]
        nearest = places[min(note.place, len(places) - 1)] if places else paragraphs[0][0]
        found[nearest].append(note)
    return found


def _evened(words: str) -> str:
    return " ".join(words.split())
