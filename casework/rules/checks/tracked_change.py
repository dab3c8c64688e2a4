"""Edits with tracking on that nobody has accepted or rejected: never waived."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.left_behind import left_behind
from casework.rules.checks.noticing import Spot, noticed, shortened
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import ChangeKind, LeftOverKind, TrackedChange

CHECK: Final = "tracked_change"
REMEDY: Final = "Accept or reject it in Word."
_DID: Final = {
    ChangeKind.INSERTED: "put in",
    ChangeKind.DELETED: "took out",
    ChangeKind.MOVED_HERE: "moved here",
    ChangeKind.MOVED_AWAY: "moved away",
    ChangeKind.FORMATTED: "set in another way",
}


def tracked_change(response: Response) -> Iterator[Observation]:
    """Yield each change that waits for a decision."""
    for change in response.read.changes:
        words = shortened(change.words or change.around)
        yield noticed(CHECK, Severity.ERROR, _message(change), Spot(None, words), suggestion=REMEDY)
    if not response.read.changes:
        for left in left_behind(response, LeftOverKind.TRACKED_CHANGE):
            message = f"A tracked change{_by(left.author)} has not been accepted or rejected."
            yield noticed(CHECK, Severity.ERROR, message, Spot(None, left.where), suggestion=REMEDY)


def _message(change: TrackedChange) -> str:
    words = f" “{shortened(change.words)}”" if change.words else ""
    who = change.author or "Somebody"
    return f"{who} {_DID[change.kind]}{words}, and nobody has accepted or rejected it."


def _by(author: str) -> str:
    return f" by {author}" if author else ""
