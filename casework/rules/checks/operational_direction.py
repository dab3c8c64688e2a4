"""Words by which the body seems to direct operations, which are the chief officer's alone."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import around, at, noticed
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "operational_direction"
_WHO: Final = (
    r"(?:officers?|patrols?|cars?|teams?|units?|call[- ](?:takers|handlers)|constables|detectives"
    r"|sergeants|dispatchers|dogs|vans|vehicles)"
)
_DEED: Final = (
    r"(?:stop|cease|posted|deployed|double-crewed|single-crewed|moved|sent|stationed|attend|patrol"
    r"|withdrawn|redeployed|armed|routed|stand|raid|search|arrest|watch|placed|kept)"
)
_DIRECTING: Final = (
    re.compile(
        r"\bI\s+(?:have\s+|will\s+|hereby\s+)?(?:direct|order|instruct|command)(?:ed)?\s+(?:the\s+)?"
        r"(?:Chief Constable|force|constabulary|officers|Commissioner)\b[^.]{0,40}\b"
        r"(?:deploy|arrest|investigat|patrol|charge|stop|search|raid|move)"
    ),
    phrase(
        r"\bI\s+(?:have\s+|had\s+|therefore\s+)?(?:ordered|instructed|directed|commanded|told)\s+(?:the\s+|a\s+)?"
        rf"(?!(?:my|our)\b)(?:\w+\s+){{0,3}}?(?:superintendents?|inspectors?|commanders?|{_WHO})\s+"
        r"(?:\w+\s+){0,3}?to\s+(?!the\b|an?\b|me\b|us\b)\w"
    ),
    phrase(rf"\b{_WHO}\b[^.;]{{0,40}}\b(?:are|is) to (?:be )?{_DEED}\b"),
    phrase(rf"\b{_WHO}\b will be (?:posted|stationed|deployed|sent|placed)\b"),
)


def operational_direction(response: Response) -> Iterator[Observation]:
    """Yield each passage in which the body seems to direct operations, which it must not."""
    for passage in response.own():
        for found in (one for shape in _DIRECTING for one in shape.finditer(passage.words)):
            message = "This reads as if the body directed operations: is it meant so?"
            words = around(passage, *found.span())
            yield noticed(CHECK, Severity.WARNING, message, at(passage, words))
