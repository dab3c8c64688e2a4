"""Words by which the body seems to direct operations, which are the chief officer's alone."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import around, at, noticed
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "operational_direction"
_DIRECTING: Final = re.compile(
    r"\bI\s+(?:have\s+|will\s+|hereby\s+)?(?:direct|order|instruct|command)(?:ed)?\s+(?:the\s+)?"
    r"(?:Chief Constable|force|constabulary|officers|Commissioner)\b[^.]{0,40}\b"
    r"(?:deploy|arrest|investigat|patrol|charge|stop|search|raid|move)",
)


def operational_direction(response: Response) -> Iterator[Observation]:
    """Yield each passage in which the body seems to direct operations, which it must not."""
    for passage in response.own():
        for found in _DIRECTING.finditer(passage.words):
            message = "This reads as if the body directed operations: is it meant so?"
            words = around(passage, *found.span())
            yield noticed(CHECK, Severity.WARNING, message, at(passage, words))
