"""Comments that nobody has resolved yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.gate.changes import AUTHOR, W14, words_of
from models.shapes.word import LeftOver, LeftOverKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
PARA_ID: Final = f"{W14}paraId"


def open_comments(roots: Mapping[str, etree._Element]) -> Iterator[LeftOver]:
    """Yield the comments that are not resolved; an answer belongs to the comment it answers."""
    comments = {
        comment: _marks(comment)
        for root in roots.values()
        if root.tag == word.w("comments")
        for comment in root.iter(word.w("comment"))
    }
    known = {mark for marks in comments.values() for mark in marks}
    settled, answers = _threads(roots, known)
    for comment, marks in comments.items():
        if not marks & settled and not marks & answers:
            yield LeftOver(LeftOverKind.COMMENT, comment.get(AUTHOR, ""), words_of(comment))


def _marks(comment: etree._Element) -> set[str]:
    return {p.get(PARA_ID, "").casefold() for p in comment.iter(word.P)} - {""}


def _threads(roots: Mapping[str, etree._Element], known: set[str]) -> tuple[set[str], set[str]]:
    """Return the paragraph marks of comments that are resolved, and of answers to others.

    An answer to a comment that is gone stands for itself.
    """
    settled, answers = set(), set()
    for root in roots.values():
        if root.tag == f"{W15}commentsEx":
            for entry in root.iterchildren(f"{W15}commentEx"):
                mark = entry.get(f"{W15}paraId", "").casefold()
                parent = entry.get(f"{W15}paraIdParent", "").casefold()
                if entry.get(f"{W15}done") in {"1", "true"}:
                    settled.add(mark)
                if parent in known and parent != mark:
                    answers.add(mark)
    return settled, answers
