"""Comments in the margin that nobody has settled: never waived."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.left_behind import left_behind
from casework.rules.checks.noticing import Spot, noticed, shortened
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import LeftOverKind

CHECK: Final = "open_comment"
REMEDY: Final = "Settle it, then delete the comment in Word."


def open_comment(response: Response) -> Iterator[Observation]:
    """Yield each comment that is not resolved; an answer belongs to what it answers."""
    open_now = [c for c in response.read.comments if not c.resolved and c.answers is None]
    for comment in open_now:
        who = comment.author or "Somebody"
        message = f"{who} asks in the margin: “{shortened(comment.words)}”."
        spot = Spot(None, shortened(comment.about or comment.around))
        yield noticed(CHECK, Severity.ERROR, message, spot, suggestion=REMEDY)
    if not open_now:
        for left in left_behind(response, LeftOverKind.COMMENT):
            message = f"A comment in the margin is open: “{left.where}”."
            yield noticed(CHECK, Severity.ERROR, message, Spot(None, left.where), suggestion=REMEDY)
