"""Which grade a response gives to which area: in headings, tables, lists and prose."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from casework.rules.findings.areas import grade_alone
from casework.rules.manuscript.area_names import Areas, Found
from casework.rules.manuscript.grade_words import (
    AFTER_GRADE,
    AT,
    BEFORE_NOW,
    EARLIER,
    GRADE,
    GRADING,
    MARK,
    OPENS_LIST,
    SAYS_MORE,
    plain_grade,
)
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.sentences import sentences_in
from casework.rules.manuscript.speakers import Speaker

LONGEST_LINE: Final = 18
"""Words of a line that gives an area and its grade and nothing else."""

LONGEST_BETWEEN: Final = 8
"""Words between two areas of a list: `and, in the last of the eight areas, at`."""


class Way(StrEnum):
    """How a grade is given."""

    HEADING = "heading"
    TABLE = "table"
    LINE = "line"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Given:
    """A grade given to an area."""

    area: str
    """Its key, the same for long and short names."""
    grades: tuple[str, ...]
    """In small letters; several where a row of a table also prints earlier ones."""
    passage: int
    start: int
    end: int
    way: Way
    cell: int | None = None
    """The passage of the grade's own cell, if one alone gives it."""


def given_grades(
    passages: Sequence[Passage], speakers: Sequence[Speaker], areas: Areas
) -> list[Given]:
    """Return every grade that a response gives to an area of the report."""
    told: list[Given] = []
    rows: dict[tuple[int, int], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.part is not Part.BODY or speakers[passage.at] is Speaker.CHIEF_OFFICER:
            continue
        if passage.cell:
            rows[passage.cell.table, passage.cell.row].append(passage)
        told.extend(_in_passage(passage, areas))
    for row in rows.values():
        told.extend(_in_row(row, areas))
    return told


def _in_row(row: Sequence[Passage], areas: Areas) -> Iterator[Given]:
    graded = [(one, grade) for one in row if (grade := _grade_of_cell(one))]
    now = [(one, grade) for one, grade in graded if not _is_of_before(one)]
    if not now:
        return
    grades = tuple(grade for _, grade in now)
    for one in row:
        key = areas.key_of(one.words)
        if key:
            cell = now[0][0].at if len(now) == 1 else None
            yield Given(key, grades, one.at, 0, len(one.words), Way.TABLE, cell)
            return


def _is_of_before(passage: Passage) -> bool:
    """Return whether a cell stands in the column of an earlier inspection."""
    return any(EARLIER.search(head) for head in passage.heads[:1])


def _grade_of_cell(passage: Passage) -> str:
    """Return the grade of a cell: its words, or a mark under a grade's column."""
    alone = grade_alone(passage.words)
    if alone:
        return plain_grade(alone)
    above = next(map(grade_alone, passage.heads), None)
    if above and passage.words.strip().casefold() in MARK:
        return plain_grade(above)
    return ""


def _in_passage(passage: Passage, areas: Areas) -> Iterator[Given]:
    words = passage.words
    found = list(areas.in_words(words))
    if passage.is_heading or len(words.split()) <= LONGEST_LINE:
        line = _of_line(passage, found, areas)
        if line:
            yield line
            return
    if found and GRADE.search(words):
        for sentence in sentences_in(words):
            inside = [f for f in found if sentence.start <= f.start < sentence.end]
            if inside:
                yield from _of_sentence(passage, sentence.start, sentence.words, inside)


def _of_line(passage: Passage, found: Sequence[Found], areas: Areas) -> Given | None:
    """Return what a heading or a line gives: area and grade, or one of them under the other."""
    words = passage.words
    way = Way.HEADING if passage.is_heading else Way.LINE
    above = (*reversed(passage.trail), *passage.heads[:1])
    if alone := grade_alone(words):
        key = next(filter(None, (areas.key_of(one) for one in above)), "")
        return Given(key, (plain_grade(alone),), passage.at, 0, len(words), way) if key else None
    if not found:
        return None
    key = areas.key_of(words)
    if not key:
        return None
    grades = [one for one in GRADE.finditer(words) if not _inside(one, found)]
    if grades:
        return Given(key, (plain_grade(grades[-1].group()),), passage.at, 0, len(words), way)
    graded = next(filter(None, (grade_alone(one) for one in above[:1])), None)
    return (
        Given(key, (plain_grade(graded),), passage.at, 0, len(words), Way.LINE) if graded else None
    )


def _of_sentence(
    passage: Passage, offset: int, words: str, found: Sequence[Found]
) -> Iterator[Given]:
    """Yield the grades a sentence gives: `graded good at A and B, adequate at C`; or reversed."""
    if BEFORE_NOW.search(words):
        return
    graded = GRADING.search(words) is not None
    grades = [
        Found(offset + one.start(), offset + one.end(), plain_grade(one.group()), is_grade=True)
        for one in GRADE.finditer(words)
        if AFTER_GRADE.match(words[one.end() :])
        and not _inside(one, found, offset)
        and (
            graded
            or one.group()[0].isupper()
            or words[: one.start()].endswith(("“", "‘", '"', "'", "(", ": ", "– "))
        )
    ]
    opens = bool(grades) and OPENS_LIST.match(words) is not None
    if not grades or not (graded or opens or len(grades) >= len(found)):
        return
    items = sorted((*grades, *found))
    ahead = opens or any(AT.match(words, one.end - offset) for one in grades)
    forwards = not (ahead or items[0].is_grade)
    line = list(reversed(items)) if forwards else items
    last: Found | None = None
    before: Found | None = None
    for one in line:
        goes_on = before is None or before.is_grade or _is_a_list(passage.words, before, one)
        before = one
        if one.is_grade:
            last = one
        elif last is not None and not goes_on:
            last = None
        elif last is not None:
            start, end = min(one.start, last.start), max(one.end, last.end)
            yield Given(one.told, (last.told,), passage.at, start, end, Way.PROSE)


def _is_a_list(words: str, one: Found, other: Found) -> bool:
    """Return whether two areas stand in one list: nothing is said of either between them."""
    between = words[min(one.end, other.end) : max(one.start, other.start)]
    return len(between.split()) <= LONGEST_BETWEEN and not SAYS_MORE.search(between)


def _inside(one: re.Match[str], found: Sequence[Found], offset: int = 0) -> bool:
    return any(f.start <= one.start() + offset < f.end for f in found)
