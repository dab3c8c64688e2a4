"""A finding under the wrong area, out of its order, or an area with the wrong grade."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from casework.rules.checks.finding_numbers import under_wrong_numbers
from casework.rules.checks.moved_sections import moved_sections, strays_in
from casework.rules.checks.noticing import Spot, around, at, noticed
from casework.rules.checks.pointing import spot_of_place
from casework.rules.findings.areas import area_key, grade_alone
from casework.rules.manuscript.citing import numbered_as
from casework.rules.manuscript.grades import Way
from casework.rules.manuscript.placing import Standing
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "finding_order_or_grade"
FEWEST: Final = 3
"""Findings of one list from which on they have an order."""
SEVERAL: Final = 2
"""Areas with headings of their own from which on a response is set out by area."""
SHARE: Final = 4
"""One finding in so many, at most, stands out of order; more is another order."""


def finding_order_or_grade(response: Response) -> Iterator[Observation]:
    """Yield each finding in the wrong place, and each grade that is not the report's."""
    yield from _wrong_grades(response)
    sections, headed = _sections(response), _headed(response)
    elsewhere = [
        one
        for standing in response.placed.standings
        for one in _wrong_area(response, standing, sections, headed)
    ]
    # Where many stand elsewhere the office groups them in a way of its own.
    own_way = len(elsewhere) > max(1, len(response.facts.findings) // SHARE)
    for one in elsewhere:
        yield replace(one, severity=Severity.WARNING) if own_way else one
    yield from _out_of_order(response)
    yield from moved_sections(response, CHECK)
    yield from under_wrong_numbers(response, CHECK)


def _wrong_grades(response: Response) -> Iterator[Observation]:
    areas = response.areas
    for one in response.grades:
        right = areas.grades.get(one.area)
        if not right or right in one.grades:
            continue
        passage = response.passages[one.passage]
        name = areas.named[one.area]
        message = f"{name} is graded {right} in the report, here {' and '.join(one.grades)}."
        whole = one.start == 0 and one.end == len(passage.words)
        spot = at(passage) if whole else Spot(passage.at, around(passage, one.start, one.end))
        # Which grade of a sentence is whose is read from its order.
        severity = Severity.WARNING if one.way is Way.PROSE else Severity.ERROR
        yield noticed(CHECK, severity, message, spot, suggestion=right.capitalize())
        if one.cell is not None and one.cell != one.passage:
            yield noticed(
                CHECK, Severity.NOTE, message, at(response.passages[one.cell]), suggestion=right
            )


def _headed(response: Response) -> frozenset[str]:
    """Return the areas that a heading names, or a cell of a table in which findings stand."""
    cells = (response.passages[one.first].cell for one in response.placed.standings)
    tables = {cell.table for cell in cells if cell}
    return frozenset(
        response.areas.key_of(one.words)
        for one in response.passages
        if one.is_heading or (one.cell and one.cell.table in tables)
    )


def _wrong_area(
    response: Response,
    standing: Standing,
    sections: Mapping[tuple[int, int], str],
    headed: Container[str],
) -> Iterator[Observation]:
    """Tell a finding that stands under the heading, or beside the name, of another area."""
    finding = response.facts.findings[standing.finding]
    passage = response.passages[standing.first]
    ref = finding.ref or "This finding"
    if finding.area.strip():
        right = area_key(finding.area)
        found = next(filter(None, map(response.areas.key_of, reversed(passage.trail))), "")
        found = _area_beside(response, standing, sections) or found
        runs_on = right not in headed and _runs_on(response, standing, headed)
        elsewhere = bool(found) and found != right and not runs_on
        if elsewhere and not _stands_right(response, standing, right):
            told = response.areas.named[found]
            message = f"{ref} belongs to “{finding.area}”; it stands under “{told}”."
            spot = spot_of_place(response, standing)
            # An area without a heading of its own may be told under a neighbour's.
            severity = Severity.ERROR if right in headed else Severity.WARNING
            hint = f"Move it to “{finding.area}”."
            yield noticed(CHECK, severity, message, spot, suggestion=hint)
    graded = grade_alone(passage.trail[-1]) if passage.trail else None
    if graded and finding.grade and graded.casefold() != finding.grade.casefold():
        message = f"{ref} belongs to an area graded {finding.grade.lower()}, not {graded.lower()}."
        yield noticed(CHECK, Severity.ERROR, message, spot_of_place(response, standing))


def _runs_on(response: Response, standing: Standing, headed: Container[str]) -> bool:
    """Return whether a finding without a heading of its area stands in the report's order.

    Where others have theirs, what follows under the heading before only runs on;
    but an area that the report grades is one that nobody leaves out.
    """
    finding = response.facts.findings[standing.finding]
    if finding.grade or response.areas.grades.get(area_key(finding.area)):
        return False
    areas = {area_key(one.area) for one in response.facts.findings if one.area.strip()}
    if response.passages[standing.first].cell or sum(one in headed for one in areas) < SEVERAL:
        return False
    standings = response.placed.standings
    place = standings.index(standing)
    order = [one.finding for one in standings[max(place - 1, 0) : place + 2]]
    return len(order) > 1 and order == sorted(set(order))


def _stands_right(response: Response, standing: Standing, right: str) -> bool:
    """Return whether a finding stands in its own area as well: here it is printed again."""
    trails = (
        response.passages[one.first].trail
        for one in response.placed.of(standing.finding)
        if one is not standing
    )
    return any(right in map(response.areas.key_of, trail) for trail in trails)


def _sections(response: Response) -> dict[tuple[int, int], str]:
    """Return, for each row of a table, the area that a row of its own names above it."""
    rows: dict[tuple[int, int], list[str]] = defaultdict(list)
    for passage in response.passages:
        if passage.cell:
            rows[passage.cell.table, passage.cell.row].append(passage.words)
    told: dict[tuple[int, int], str] = {}
    area: dict[int, str] = {}
    for (table, row), words in rows.items():
        key = response.areas.key_of(words[0]) if len(words) == 1 else ""
        area[table] = key or area.get(table, "")
        told[table, row] = area[table]
    return told


def _area_beside(
    response: Response, standing: Standing, sections: Mapping[tuple[int, int], str]
) -> str:
    """Return the area named in another cell of the finding's row, or in a row above it."""
    passage = response.passages[standing.first]
    beside = next(filter(None, map(response.areas.key_of, passage.heads)), "")
    if beside or passage.cell is None:
        return beside
    return sections.get((passage.cell.table, passage.cell.row), "")


def _out_of_order(response: Response) -> Iterator[Observation]:
    """Tell single findings that leave the report's order inside one list.

    A grouping by area, theme or addressee has headings of its own, or leaves
    the order altogether: that is no fault.
    """
    seen: set[int] = set()
    lists: dict[tuple[object, ...], list[Standing]] = defaultdict(list)
    keys = _lists(response)
    for standing in response.placed.standings:
        if standing.finding not in seen:
            seen.add(standing.finding)
            klass = response.facts.findings[standing.finding].klass
            lists[(*keys[standing.first], klass)].append(standing)
    for listed in lists.values():
        order = [one.finding for one in listed]
        strays = strays_in(order)
        if len(order) < FEWEST or not 0 < len(strays) <= max(1, len(order) // SHARE):
            continue
        if _by_addressee(response, order, strays) or _by_date_or_number(response, order):
            continue
        # Of two that changed places either is the stray: look from both ends.
        backwards = strays_in([-number for number in reversed(order)])
        either = sorted({*strays, *(len(order) - 1 - n for n in backwards)})
        for at_place in either if len(either) <= 2 * len(strays) else strays:
            standing = listed[at_place]
            ref = response.facts.findings[standing.finding].ref or "This finding"
            message = f"{ref} stands out of the report's order here."
            spot = spot_of_place(response, standing)
            hint = "Put the findings in the report's order."
            yield noticed(CHECK, Severity.WARNING, message, spot, suggestion=hint)


def _lists(response: Response) -> dict[int, tuple[object, ...]]:
    """Return, for each finding's first passage, the headings and the table it stands in.

    A heading of the finding's own, over that one finding as its siblings are
    over theirs, is no list, and neither is a table of one finding.
    """
    below: dict[tuple[str, ...], set[int]] = defaultdict(set)
    children: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for one in response.placed.standings:
        trail = response.passages[one.first].trail
        below[trail].add(one.finding)
        if trail:
            children[trail[:-1]].add(trail)
    in_table: dict[int, set[int]] = defaultdict(set)
    for one in response.placed.standings:
        in_table[_table(response, one)].add(one.finding)
    told: dict[int, tuple[object, ...]] = {}
    for one in response.placed.standings:
        trail, table = response.passages[one.first].trail, _table(response, one)
        if trail and all(len(below[child]) == 1 for child in children[trail[:-1]]):
            trail = trail[:-1]
        told[one.first] = (trail, table if len(in_table[table]) > 1 else -1)
    return told


def _table(response: Response, standing: Standing) -> int:
    """Return the table that a finding stands in; -1 outside of all."""
    cell = response.passages[standing.first].cell
    return cell.table if cell else -1


def _by_addressee(response: Response, order: Sequence[int], strays: Sequence[int]) -> bool:
    """Return whether the list is ordered by addressee or area, and then by the report.

    An order by groups gathers what the report has apart, or moves whole groups:
    where the stray is alone in its own, it only stands in the wrong place.
    """
    findings = response.facts.findings
    for keys in ([findings[n].addressee for n in order], [findings[n].area for n in order]):
        groups = [key for n, key in enumerate(keys) if n == 0 or key != keys[n - 1]]
        parted = [[n for n, key in zip(order, keys, strict=True) if key == one] for one in groups]
        if (
            len(groups) > 1
            and len(groups) == len(set(groups))
            and all(p == sorted(p) for p in parted)
            and (_gathers(parted) or any(keys.count(keys[n]) > 1 for n in strays))
        ):
            return True
    return False


def _gathers(groups: Sequence[Sequence[int]]) -> bool:
    """Return whether a group holds findings between which the report has those of another."""
    others = sorted(number for group in groups for number in group)
    place = {number: at_place for at_place, number in enumerate(others)}
    return any(place[group[-1]] - place[group[0]] >= len(group) for group in groups)


def _by_date_or_number(response: Response, order: Sequence[int]) -> bool:
    """Return whether the list follows the findings' deadlines, or the numbers they bear."""
    findings = [response.facts.findings[number] for number in order]
    days = [one.deadline.day if one.deadline and one.deadline.day else date.max for one in findings]
    numbers = [numbered_as(one)[1] for one in findings]
    by_date = len(set(days)) > 1 and days == sorted(days)
    return by_date or (len(set(numbers)) == len(numbers) and numbers == sorted(numbers))
