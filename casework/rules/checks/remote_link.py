"""Pictures, templates and other things the file fetches from elsewhere when it is opened."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import noticed
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "remote_link"


def remote_link(response: Response) -> Iterator[Observation]:
    """Yield each thing the file fetches, or leads to, that a published file must not."""
    for blocked in response.reaching_out:
        yield noticed(CHECK, Severity.ERROR, blocked.message)
