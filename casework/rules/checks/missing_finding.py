"""A finding of the report that stands nowhere in the response."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import noticed
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "missing_finding"
SHOWN: Final = 90
"""Signs of a finding's words by which a person knows it again."""


def missing_finding(response: Response) -> Iterator[Observation]:
    """Yield each finding that the response neither quotes nor cites by its number."""
    standing = {one.finding for one in response.placed.standings}
    for number, finding in enumerate(response.facts.findings):
        if number in standing or response.answers[number].citing:
            continue
        first = " ".join(finding.text.split())[:SHOWN]
        message = f"{finding.ref} is not in the response: “{first}…”"
        yield noticed(CHECK, Severity.ERROR, message, suggestion="Add it, word for word.")
