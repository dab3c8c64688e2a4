"""How much a slip weighs outside the words that nobody in the office may change."""

from typing import Final

from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import Severity

_QUOTED: Final = {Speaker.CHIEF_OFFICER, Speaker.INSPECTORS}


def severity_outside_quotations(
    response: Response, passage: Passage, severity: Severity
) -> Severity:
    """Return only a note for the chief officer's and the inspectors' words.

    What stands under a label as the force's position is written in the office:
    a slip there is the office's.
    """
    return Severity.NOTE if response.speakers[passage.at] in _QUOTED else severity
