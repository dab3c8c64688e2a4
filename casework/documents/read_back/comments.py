"""The comments in the margin: who says what about which words, and what is settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casework.documents.read_back.changes import (
    AUTHOR,
    DATE,
    MOVED_AWAY,
    day_and_time,
    region_around,
    words_now,
)
from casework.documents.read_back.names import W14, W15
from casework.documents.wordml import ID, P, T, w
from models.shapes.word import WordComment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml import etree

    from casework.documents.read_back.story import Story

START, END, REFERENCE = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
PARAGRAPH_MARK: Final = f"{W14}paraId"
MOST_PIECES: Final = 400
"""How many runs a comment is told to be about: it may hang on the whole document."""
ON: Final = frozenset({"1", "true"})


@dataclass(slots=True)
class Hung:
    """Where a comment hangs: the mark it begins at, and which words of its part it is about."""

    mark: etree._Element
    words: Sequence[str] = ()
    start: int = 0
    end: int = 0

    @property
    def about(self) -> str:
        """Return the words it is about; the first of them where it reaches over pages."""
        end = min(self.end, self.start + MOST_PIECES)
        return " ".join("".join(self.words[self.start : end]).split())


def comments_in(
    story: Story, roots: Sequence[etree._Element], words_of: Callable[[etree._Element], str]
) -> Iterator[WordComment]:
    """Yield the comments of a file, in the order in which the file keeps them."""
    comments = story.package.related_root("comments")
    if comments is None or not len(comments):
        return
    hung: dict[str, Hung] = {}
    around: dict[etree._Element, str] = {}
    for root in roots:
        _hang(root, hung)
    settled, parents = _threads(story, comments)
    for comment in comments.iter(w("comment")):
        key = comment.get(ID, "")
        place = hung.get(key)
        paragraph = None if place is None else next(place.mark.iterancestors(P), None)
        if paragraph is not None and paragraph not in around:
            around[paragraph] = words_now(paragraph)
        yield WordComment(
            key,
            comment.get(AUTHOR, ""),
            day_and_time(comment.get(DATE)),
            words_of(comment),
            "" if place is None else place.about,
            "" if paragraph is None else around[paragraph],
            None if place is None else region_around(place.mark, story.places),
            key in settled,
            parents.get(key),
        )


def _hang(root: etree._Element, hung: dict[str, Hung]) -> None:
    """Walk a part once, and note between which of its words each comment is open."""
    words: list[str] = []
    for element in root.iter(START, END, REFERENCE, P, T):
        key = element.get(ID, "")
        if element.tag == START:
            hung[key] = Hung(element, words, len(words), len(words))
        elif element.tag == END and key in hung:
            hung[key].end = len(words)
        elif element.tag == REFERENCE:
            hung.setdefault(key, Hung(element))
        elif element.tag == P:
            words.append("\n")
        elif element.tag == T and next(element.iterancestors(MOVED_AWAY), None) is None:
            words.append(element.text or "")


def _threads(story: Story, comments: etree._Element) -> tuple[set[str], dict[str, str]]:
    """Return the comments that are settled, and which comment each reply answers."""
    owners = {
        paragraph.get(PARAGRAPH_MARK, ""): comment.get(ID, "")
        for comment in comments.iter(w("comment"))
        for paragraph in comment.iter(P)
    }
    settled: set[str] = set()
    parents: dict[str, str] = {}
    entries = story.package.related_root("commentsExtended")
    for entry in () if entries is None else entries:
        key = owners.get(entry.get(f"{W15}paraId", ""), "")
        if entry.get(f"{W15}done") in ON:
            settled.add(key)
        parent = owners.get(entry.get(f"{W15}paraIdParent", ""))
        if parent:
            parents[key] = parent
    return settled | {key for key, parent in parents.items() if parent in settled}, parents
