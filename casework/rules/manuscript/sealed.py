"""Where the chief officer's submitted words stand in a response, as often as they are printed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.word_stream import Occurrence, WordStream
from models.shapes.checking import Facts

LEAST_OF_COMMENT: Final = 0.6
"""Share of a paragraph of the chief officer's that a place must hold to be that paragraph."""
FILLED: Final = 0.6
"""Share of a passage from which on words are what it says, and not quoted in passing."""
TOLD_APART: Final = 8
"""Words from which on a paragraph is nobody else's; shorter ones anybody may say."""


class Sealed(NamedTuple):
    """A passage that holds words of the chief officer's."""

    start: int
    """Where in the passage these begin."""
    paragraph: int
    """Which paragraph of their submission stands there, from 0."""


def sealed_places(passages: Sequence[Passage], facts: Facts) -> dict[int, Sealed]:
    """Return the passages that hold the chief officer's words, in the order of the document.

    A paragraph that was cut in two, or run together with another, is found all
    the same, and so is one that is printed again in an annex; one that the report
    itself prints is not taken for theirs.
    """
    stream = WordStream(passages)
    length = Counter(token.passage for token in stream.tokens)
    sealed: dict[int, Sealed] = {}
    for number, paragraph in enumerate(facts.chief_officer_comments):
        for place in _places(stream, paragraph, length):
            stream.take(place)
            for token in stream.tokens[place.start : place.end]:
                before = sealed.get(token.passage, Sealed(token.start, number))
                sealed[token.passage] = min(before, Sealed(token.start, number))
    return dict(sorted(sealed.items()))


def _places(stream: WordStream, paragraph: str, length: Counter[int]) -> Iterator[Occurrence]:
    """Yield where a paragraph stands: where it is all that is said there, before other places."""
    whole = stream.whole(paragraph)
    filled = [place for place in whole if _fills(stream, place, length)]
    if filled and filled[0].wanted >= TOLD_APART:
        yield from filled
    elif filled or whole:
        yield (filled or whole)[0]
    elif place := stream.like(paragraph, LEAST_OF_COMMENT):
        yield place


def _fills(stream: WordStream, place: Occurrence, length: Counter[int]) -> bool:
    touched = {token.passage for token in stream.tokens[place.start : place.end]}
    return place.end - place.start >= FILLED * sum(length[one] for one in touched)
