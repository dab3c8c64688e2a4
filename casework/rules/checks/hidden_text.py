"""Words that stand in the file and that no reader sees: never waived."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.left_behind import left_behind
from casework.rules.checks.noticing import Spot, noticed
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import LeftOverKind

CHECK: Final = "hidden_text"


def hidden_text(response: Response) -> Iterator[Observation]:
    """Yield each stretch of words that is hidden, white on white or off the page."""
    for left in left_behind(response, LeftOverKind.HIDDEN_TEXT):
        message = f"“{left.where}” stands in the file, but nobody sees it."
        yield noticed(
            CHECK,
            Severity.ERROR,
            message,
            Spot(None, left.where),
            suggestion="Show it or delete it: whoever opens the published file can read it.",
        )
