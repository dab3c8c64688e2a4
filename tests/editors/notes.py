"""The comments of a file, as any reader of the format finds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.editors.markup import AUTHOR, ID, P, parse, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMENTS: Final = "word/comments.xml"


@dataclass(frozen=True, slots=True)
class Note:
    """One comment."""

    number: str
    author: str
    text: str


def notes_of(parts: Mapping[str, bytes]) -> list[Note]:
    """Return the comments of a file, in the order of their part."""
    if COMMENTS not in parts:
        return []
    return [
        Note(
            note.get(ID, ""),
            note.get(AUTHOR, ""),
            "\n".join(words_of(paragraph) for paragraph in note.iter(P)),
        )
        for note in parse(parts[COMMENTS])
    ]
