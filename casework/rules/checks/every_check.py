"""Every check, in the order in which people look for faults."""

from collections.abc import Callable, Iterator
from typing import Final

from casework.rules.checks.missing_finding import missing_finding
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation

Check = Callable[[Response], Iterator[Observation]]

CHECKS: Final[tuple[Check, ...]] = (missing_finding,)


def examined(response: Response) -> tuple[Observation, ...]:
    """Return all that the checks notice, each thing once, in the order of the document.

    What concerns the whole document stands first.
    """
    seen = dict.fromkeys(one for check in CHECKS for one in check(response))
    return tuple(sorted(seen, key=lambda one: -1 if one.passage is None else one.passage))
