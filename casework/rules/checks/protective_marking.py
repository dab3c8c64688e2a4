"""The protective marking of a draft on a response that is to be published."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "protective_marking"
LONGEST: Final = 10
"""Words of a line that is a marking and no sentence, at most."""
_MARKING: Final = re.compile(
    r"\bOFFICIAL\b(?:\s{0,9}[-–:]?\s{0,9}SENSITIVE)?|\bOfficial\s{0,9}[-–:]?\s{0,9}Sensitive\b"
    r"|\b(?:NOT )?PROTECTIVELY MARKED\b|\bRESTRICTED\b|\bCONFIDENTIAL\b|\bTOP SECRET\b|\bSECRET\b"
    r"|\b(?:GSC|Classification|Protective marking|Security classification)\s*[:–-]\s*\w+"
    r"|\bEMBARGO(?:ED)?\b|\bNot for (?:publication|onward|wider)\b"
    r"|\bDRAFT\b|^\s{0,9}Draft(?:\s{1,9}(?:v|version)?\s{0,9}\d|\s{0,9}[-–:(]|\s{0,9}$)",
)


def protective_marking(response: Response) -> Iterator[Observation]:
    """Yield each marking of a draft that still stands in a signed response."""
    if response.facts.is_draft:
        return
    seen: set[str] = set()
    for passage in response.passages:
        found = _MARKING.search(passage.words) if _is_a_line(passage) else None
        if found and found.group() not in seen:
            seen.add(found.group())
            message = f"The marking “{found.group().strip()}” stands in a response to be published."
            yield noticed(
                CHECK,
                Severity.ERROR,
                message,
                at(passage, found.group()),
                suggestion="Take it off.",
            )


def _is_a_line(passage: Passage) -> bool:
    if passage.part in {Part.HEADER, Part.FOOTER}:
        return True
    return len(passage.words.split()) <= LONGEST and not passage.words.rstrip().endswith(".")
