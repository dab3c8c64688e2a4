"""A finding that is printed twice, so that another may be missing."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from casework.rules.checks.noticing import noticed
from casework.rules.checks.pointing import spot_of_place
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.placing import Standing
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.word_stream import LABELLED
from models.shapes.checking import Observation, Severity

CHECK: Final = "duplicate_finding"
HALF: Final = 2
_LISTED_AGAIN: Final = phrase(
    r"\b(?:annex\w*|appendi(?:x|ces)|schedule|summary|overview|at\s+a\s+glance|index|in\s+brief|list\s+of"
    r"|contents|headlines?|register|tracker|action\s+plan)\b"
)


def duplicate_finding(response: Response) -> Iterator[Observation]:
    """Yield each place where a finding stands once more than its like do.

    A response that lists all findings and answers them again below prints each
    twice by its layout, and so does an annex: that is no fault.
    """
    printed = _printed(response)
    seen: dict[int, list[Standing]] = {}
    for one in printed:
        seen.setdefault(one.finding, []).append(one)
    standing = {one.finding for one in response.placed.standings}
    usual = _usual(response, [max(len(seen.get(number, ())), 1) for number in standing])
    next_to = {b.first for a, b in pairwise(printed) if a.finding == b.finding and _adjoin(a, b)}
    lost = len(standing) < len(response.facts.findings)
    for number, places in seen.items():
        again = [one for one in places if one.first in next_to]
        told = again or places[usual:]
        for one in told:
            # In another section it may be meant to stand again, unless one is missing.
            sure = lost or _stands_beside(response, one, places)
            severity = Severity.ERROR if sure else Severity.WARNING
            ref = response.facts.findings[number].ref or "This finding"
            message = f"{ref} is printed twice: is another finding missing in its place?"
            spot = spot_of_place(response, one)
            yield noticed(CHECK, severity, message, spot, suggestion="Take it out here.")


def _stands_beside(response: Response, one: Standing, places: Sequence[Standing]) -> bool:
    """Return whether a finding stands in the same section, or the same table, as once before."""
    mine = response.passages[one.first]
    others = (response.passages[place.first] for place in places if place is not one)
    return any(
        (other.trail, other.cell and other.cell.table)
        == (mine.trail, mine.cell and mine.cell.table)
        for other in others
    )


def _usual(response: Response, counts: Sequence[int]) -> int:
    """Return how often most findings stand in this layout: the lower median."""
    told = sorted(counts)
    return max(told[(len(told) - 1) // HALF], 1) if len(response.facts.findings) > 1 and told else 2


def _adjoin(one: Standing, following: Standing) -> bool:
    """Return whether a finding stands twice in a row, nothing between."""
    return 0 <= following.first - one.last <= 1


def _printed(response: Response) -> list[Standing]:
    """Return the places where findings are printed, not only quoted in a sentence or an annex."""
    passages, inspectors = response.passages, response.placed.inspectors
    told: list[Standing] = []
    listed: list[Standing] = []
    said: set[tuple[int, str]] = set()
    for one in response.placed.standings:
        passage = passages[one.first]
        key = (one.finding, passage.words)
        opens = one.exact and one.start <= LABELLED
        if one.first == one.last and one.first not in inspectors and not opens and key not in said:
            said.add(key)
            continue
        in_annex = any(_LISTED_AGAIN.search(heading) for heading in passage.trail)
        (listed if in_annex else told).append(one)
    elsewhere = {one.finding for one in told}
    told += [one for one in listed if one.finding not in elsewhere]
    again = {one.finding for one in told if (one.finding, passages[one.first].words) in said}
    return sorted(
        [
            *told,
            *(one for one in response.placed.standings if one.finding in again and one not in told),
        ],
        key=lambda one: (one.first, one.start),
    )
