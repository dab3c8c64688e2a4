"""Every graded area of a report, from headings, tables and lists, each once."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from rapidfuzz import fuzz

from casework.rules.findings.areas import AreaGrade, area_key, grade_alone, with_grade
from casework.rules.findings.places import AreaHeading
from models.shapes.reading import Block, BlockKind, GradedArea

MOST_GRADES = 300
"""Grades looked at. Fifty is the most a report has printed, repetitions included."""
_BETWEEN_AREAS = re.compile(r"\n|;\s")
_BY_FORCE = re.compile(
    r"(?:the\s+|police\s+)?(?:forces?|constabular(?:y|ies))(?:\s+name)?", re.IGNORECASE
)
_A_FORCE = re.compile(r".*\b(?:Police(?:\s+Service)?|Constabulary)")
_SAME_AREA = 88
_MARKS = frozenset({"✓", "✔", "x", "X", "●", "•", "■", "yes", "Yes"})
_FEWEST_GRADES_IN_A_HEADER = 3


class Grades(NamedTuple):
    """The graded areas, and what the report says in two ways."""

    areas: tuple[GradedArea, ...]
    warnings: tuple[str, ...]


class _Seen(NamedTuple):
    key: str
    area: str
    grade: str
    in_body: bool


def grades_of(blocks: Sequence[Block], headings: dict[int, AreaHeading]) -> Grades:
    """Return the graded areas, those of the body first; the body's wording wins."""
    merged: list[_Seen] = []
    warnings: list[str] = []
    for seen in islice(_all(blocks, headings), MOST_GRADES):
        index = next((n for n, one in enumerate(merged) if _is_same(one.key, seen.key)), None)
        if index is None:
            merged.append(seen)
            continue
        earlier = merged[index]
        if earlier.grade.lower() != seen.grade.lower():
            warnings.append(
                f"“{seen.area}” is graded {earlier.grade.lower()} in one place and "
                f"{seen.grade.lower()} in another."
            )
        if seen.in_body and not earlier.in_body:
            merged[index] = seen
    # The body's sections stand in the report's own order; a table sorts by grade.
    merged.sort(key=lambda one: not one.in_body)
    areas = tuple(GradedArea(one.area, one.grade) for one in merged)
    return Grades(areas, tuple(dict.fromkeys(warnings)))


def _is_same(one: str, other: str) -> bool:
    return one == other or fuzz.token_sort_ratio(one, other) >= _SAME_AREA


def _all(blocks: Sequence[Block], headings: dict[int, AreaHeading]) -> Iterator[_Seen]:
    for heading in headings.values():
        if heading.grade:
            yield _Seen(area_key(heading.area), heading.area, heading.grade, in_body=True)
    for at, block in enumerate(blocks):
        if at in headings:
            continue
        if block.kind is BlockKind.TABLE:
            for row in _in_table(block.rows):
                yield _Seen(area_key(row.area), row.area, row.grade, in_body=False)
        elif block.kind is not BlockKind.HEADING:
            line = with_grade(block.text)
            if line and not _A_FORCE.fullmatch(line.area):
                yield _Seen(area_key(line.area), line.area, line.grade, in_body=False)


def _in_table(rows: Sequence[Sequence[str]]) -> Iterator[AreaGrade]:
    if rows and any(_BY_FORCE.fullmatch(cell.strip()) for cell in rows[0]):
        return  # the grades of several forces beside one another
    header = [grade_alone(cell) for cell in rows[0]] if rows else []
    if sum(grade is not None for grade in header) >= _FEWEST_GRADES_IN_A_HEADER:
        yield from _by_columns(header, rows[1:])
        return
    for row in rows:
        yield from _in_row(row)


def _by_columns(header: Sequence[str | None], rows: Sequence[Sequence[str]]) -> Iterator[AreaGrade]:
    """Yield from a table whose columns are the grades: names in the cells, or marks."""
    for row in rows:
        named = row[0] if row and header[0] is None else None
        for grade, cell in zip(header, row, strict=False):
            if grade is None or not cell.strip():
                continue
            marked = cell.strip() in _MARKS or grade_alone(cell)
            for line in [named] if marked else _BETWEEN_AREAS.split(cell):
                if line and line.strip():
                    yield AreaGrade(line.strip(), grade)


def _in_row(row: Sequence[str]) -> Iterator[AreaGrade]:
    """Yield from a row of area and grade, or of grade and the areas that have it."""
    grades = [(at, grade) for at, cell in enumerate(row) if (grade := grade_alone(cell))]
    if len(grades) != 1 or len(row) == 1:
        return
    ((at, grade),) = grades
    other = row[at - 1] if at else row[1]
    for line in _BETWEEN_AREAS.split(other):
        if line.strip() and not _A_FORCE.fullmatch(line.strip()):
            yield AreaGrade(line.strip(), grade)
