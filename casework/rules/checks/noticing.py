"""How a check says what it noticed, and where."""

from typing import Final, NamedTuple

from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

LONGEST: Final = 160
"""Signs of the document's words that are shown of one place."""
AROUND: Final = 30
"""Signs shown before and behind words that say little alone."""


class Spot(NamedTuple):
    """Where something was noticed: words of a passage, or the whole document."""

    passage: int | None = None
    words: str = ""


WHOLE: Final = Spot()
"""The whole document."""


def at(passage: Passage, words: str | None = None) -> Spot:
    """Return the spot of some words of a passage, or of all of it."""
    return Spot(passage.at, shortened(passage.words if words is None else words))


def noticed(
    check: str,
    severity: Severity,
    message: str,
    spot: Spot = WHOLE,
    *,
    suggestion: str | None = None,
    replaces: bool = False,
    style: bool = False,
) -> Observation:
    """Return what was noticed; `replaces` if the suggestion fits in the place of the words."""
    line = message.replace("\n", " ")
    return Observation(check, severity, spot.words, line, suggestion, spot.passage, replaces, style)


def shortened(words: str) -> str:
    """Return the beginning of long words, cut between two; it still stands in the document."""
    told = words.strip()
    if len(told) <= LONGEST:
        return told
    return told[:LONGEST].rsplit(None, 1)[0]


def around(passage: Passage, start: int, end: int) -> str:
    """Return the words at a place of a passage with a few before and behind, whole words only."""
    words = passage.words
    first = words.rfind(" ", 0, start - AROUND) + 1 if start > AROUND else 0
    last = words.find(" ", min(end + AROUND, len(words)))
    return words[first : last if last >= 0 else len(words)]


def at_most_a_note(response: Response, passage: Passage, severity: Severity) -> Severity:
    """Return how much a slip weighs: only a note in words that are not the body's own."""
    return Severity.NOTE if response.is_quoted(passage) else severity
