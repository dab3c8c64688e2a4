"""A whole section of the report, its findings in it, that left the report's order."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from casework.rules.checks.noticing import noticed
from casework.rules.checks.pointing import spot_of_place
from casework.rules.findings.areas import area_key
from casework.rules.manuscript.citing import numbered_as
from casework.rules.manuscript.placing import Standing
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.words import FindingClass

FEWEST_SECTIONS: Final = 4
"""Sections from which on they have an order."""


def moved_sections(response: Response, check: str) -> Iterator[Observation]:
    """Yield the first finding of each section that stands in another place than in the report.

    Two neighbours that changed places are both told: either may be the one. A
    section set first or last, or an order by grade or name, is the office's own.
    """
    for listed in _by_class(response).values():
        sections = _sections(response, listed)
        for place in _moved(response, sections):
            standing = sections[place][0]
            area = response.facts.findings[standing.finding].area
            message = f"“{area}” stands out of the report's order here."
            spot = spot_of_place(response, standing)
            hint = "Put the sections in the report's order."
            yield noticed(check, Severity.WARNING, message, spot, suggestion=hint)


def _by_class(response: Response) -> dict[FindingClass, list[Standing]]:
    """Return the first places of the findings, class by class; none that is not in its area."""
    told: dict[FindingClass, list[Standing]] = defaultdict(list)
    seen: set[int] = set()
    for one in response.placed.standings:
        if one.finding not in seen:
            seen.add(one.finding)
            told[response.facts.findings[one.finding].klass].append(one)
    return {
        klass: listed
        for klass, listed in told.items()
        if all(_is_in_its_area(response, one) for one in listed)
    }


def _is_in_its_area(response: Response, standing: Standing) -> bool:
    area = _area(response, standing)
    trail = response.passages[standing.first].trail
    return bool(area) and area in map(response.areas.key_of, trail)


def _area(response: Response, standing: Standing) -> str:
    area = response.facts.findings[standing.finding].area
    return area_key(area) if area.strip() else ""


def _sections(response: Response, listed: Sequence[Standing]) -> list[list[Standing]]:
    return [list(group) for _, group in groupby(listed, lambda one: _area(response, one))]


def _moved(response: Response, sections: Sequence[Sequence[Standing]]) -> list[int]:
    """Return the places of the one section that left the order, or of two that changed places."""
    if len(sections) < FEWEST_SECTIONS or not _are_whole(sections):
        return []
    order = [section[0].finding for section in sections]
    strays = strays_in(order)
    if len(strays) != 1 or _is_own_order(response, sections):
        return []
    backwards = strays_in([-number for number in reversed(order)])
    either = sorted({*strays, *(len(order) - 1 - n for n in backwards)})
    return [] if either[0] == 0 or either[-1] == len(order) - 1 else either


def _are_whole(sections: Sequence[Sequence[Standing]]) -> bool:
    """Return whether each section holds all its findings in order, and none of another between."""
    spans = [[one.finding for one in section] for section in sections]
    if any(span != sorted(span) for span in spans):
        return False
    return all(one[-1] < other[0] for one, other in pairwise(sorted(spans)))


def _is_own_order(response: Response, sections: Sequence[Sequence[Standing]]) -> bool:
    """Return whether the sections go by grade, by name, or by the numbers of their findings."""
    findings = [response.facts.findings[section[0].finding] for section in sections]
    grades = [one.grade.casefold() for one in findings]
    by_grade = len(set(grades)) == len(list(groupby(grades))) > 1
    areas = [one.area.casefold() for one in findings]
    numbers = [numbered_as(one)[1] for one in findings]
    by_number = len(set(numbers)) == len(numbers) and numbers == sorted(numbers)
    return by_grade or by_number or areas == sorted(areas)


def strays_in(order: Sequence[int]) -> list[int]:
    """Return the places of the fewest numbers without which the rest ascend."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at_place, number in enumerate(order):
        place = bisect_left(tails, number)
        tails[place:] = [number] if place == len(tails) else [number, *tails[place + 1 :]]
        ends[place:] = [at_place] if place == len(ends) else [at_place, *ends[place + 1 :]]
        before.append(ends[place - 1] if place else -1)
    kept: set[int] = set()
    at_place = ends[-1] if ends else -1
    while at_place >= 0:
        kept.add(at_place)
        at_place = before[at_place]
    return [n for n in range(len(order)) if n not in kept]
