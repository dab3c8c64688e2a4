"""Headings that skip a level: a reader who hears the page loses the thread."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.passages import DEEPEST, Part
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import TextKind

CHECK: Final = "heading_order"


def heading_order(response: Response) -> Iterator[Observation]:
    """Yield each heading that stands more than one level below the one before it.

    The first may be of the second level, as below a title.
    """
    last = 0
    for passage in response.passages:
        is_heading = passage.kind is TextKind.HEADING and passage.part is Part.BODY
        if not is_heading or passage.level == DEEPEST:
            continue
        if passage.level > max(last, 1) + 1:
            before = f"follows one of level {last}" if last else "comes first"
            message = f"A heading of level {passage.level} {before}."
            yield noticed(CHECK, Severity.NOTE, message, at(passage), style=True)
        last = passage.level
