"""Which grade a response gives to which area: in headings, tables, lists and prose."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from casework.rules.findings.areas import GRADES, area_key, grade_alone
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.sentences import sentences_in
from casework.rules.manuscript.speakers import Speaker
from casework.rules.manuscript.word_stream import tokens
from models.shapes.checking import Facts

_GRADE: Final = re.compile(
    r"(?<!\w)(?:"
    + "|".join(
        g.replace("requires", r"requir(?:es?|ed|ing)").replace(" ", r"\s+")
        for g in sorted(GRADES, key=len, reverse=True)
    )
    + r")(?!\w)",
    re.IGNORECASE,
)
_AT: Final = re.compile(r"[”’\"']?\s+(?:in|at|for|on)\b", re.IGNORECASE)
_OPENS_LIST: Final = re.compile(rf"\W*{_GRADE.pattern}\s*[:–-]", re.IGNORECASE)
"""`Good: preventing crime, managing offenders`."""
_EDGES: Final = " :–-—()|.\u00a0\t"
_GRADE_BEHIND: Final = re.compile(
    r"[\s:–—(|-]*(?:\bgraded?\b(?:\s+as)?[\s:–-]*)?(?:"
    + "|".join(g.replace(" ", r"\s+") for g in sorted(GRADES, key=len, reverse=True))
    + r")\W*$",
    re.IGNORECASE,
)
_GRADING: Final = re.compile(
    r"\b(?:grad(?:e|es|ed|ing|ings)|rat(?:ed|ing|ings)|judged|judge?ments?|assessed\s+as)\b"
    r"|\b(?:force|constabulary|service|police)\s+(?:is|was|are|were)\s+(?:found\s+(?:to\s+be\s+)?)?"
    r"(?:outstanding|good|adequate|inadequate)\s+(?:at|for|in)\b",
    re.IGNORECASE,
)
_BEFORE_NOW: Final = re.compile(
    r"\b(?:previous\w*|last|earlier|formerly|before|prior|improv(?:ed|ement|ing)\s+(?:from|on)|moved|up\s+from|down\s+from"
    r"|from\s+[“‘\"']?(?:outstanding|good|adequate|inadequate|requires)|had\s+been|used\s+to|will|aim|towards|should|could"
    r"|nationally|other\s+forces|another\s+force|was\s+then|ambition|target|next)\b|\bin\s+(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_AFTER_GRADE: Final = re.compile(
    r"[”’\"')\]]*\s*(?:$|[.,;:)\]–|]|-\s|(?:both|in|at|for|and|but|with|on|or|to|across|overall|grades?|ratings?)\b)",
    re.IGNORECASE,
)
_GRADE_ANYWHERE: Final = re.compile(
    "|".join(g.replace(" ", r"\s*") for g in sorted(GRADES, key=len, reverse=True)), re.IGNORECASE
)
MOST_BESIDE: Final = 4
"""Words beside areas and grades that a table's head may leave: `Area`, `Grade`."""
_EARLIER: Final = re.compile(r"\b(?:last|previous\w*|earlier|before|prior)\b", re.IGNORECASE)
_MARK: Final = frozenset({"✓", "✔", "x", "●", "•", "■", "yes", "y", "√"})
LONGEST_LINE: Final = 18
"""Words of a line that gives an area and its grade and nothing else."""


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


class _Found(NamedTuple):
    start: int
    end: int
    told: str
    is_grade: bool


class Areas:
    """The areas of the report, and how to find their names in words."""

    def __init__(self, facts: Facts) -> None:
        """Take the areas and grades of the facts; one with two grades has none."""
        self.grades: dict[str, str] = {}
        self.named: dict[str, str] = {}
        pairs = [(one.area, one.grade) for one in facts.graded_areas]
        pairs += [(one.area, one.grade) for one in facts.findings]
        for area, grade in pairs:
            if not area.strip():
                continue
            key = area_key(area)
            self.named.setdefault(key, area)
            plain = " ".join(grade.split()).casefold()
            if plain not in GRADES:
                continue
            if self.grades.setdefault(key, plain) != plain:
                self.grades[key] = ""
        self.table = list(
            dict.fromkeys(area_key(a.area) for a in facts.graded_areas if a.area.strip())
        )
        self._starts: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for key, name in self.named.items():
            for written in {key, name}:
                words = tuple(token.word for token in tokens(written))
                if words:
                    self._starts[words[0]].append((words, key))
        for told in self._starts.values():
            told.sort(key=lambda one: -len(one[0]))

    def key_of(self, words: str) -> str:
        """Return the key of the area that words name, a grade behind it left out; else nothing."""
        bare = _GRADE_BEHIND.sub("", words)
        for one in (words, bare):
            key = area_key(one.strip(_EDGES))
            if key in self.named:
                return key
        return ""

    def in_words(self, words: str) -> Iterator[_Found]:
        """Yield every area that words name, the longest name at each place."""
        there = list(tokens(words))
        at = 0
        while at < len(there):
            for name, key in self._starts.get(there[at].word, ()):
                if tuple(t.word for t in there[at : at + len(name)]) == name:
                    yield _Found(
                        there[at].start, there[at + len(name) - 1].end, key, is_grade=False
                    )
                    at += len(name) - 1
                    break
            at += 1


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
    heads = passage.cell.heads if passage.cell else ()
    return bool(heads) and _EARLIER.search(heads[0]) is not None


def _grade_of_cell(passage: Passage) -> str:
    """Return the grade of a cell: its words, or a mark under a grade's column."""
    alone = grade_alone(passage.words)
    if alone:
        return _plain(alone)
    heads = passage.cell.heads if passage.cell else ()
    above = grade_alone(heads[0]) if heads else None
    if above and passage.words.strip().casefold() in _MARK:
        return _plain(above)
    return ""


def _in_passage(passage: Passage, areas: Areas) -> Iterator[Given]:
    words = passage.words
    found = list(areas.in_words(words))
    if passage.is_heading or len(words.split()) <= LONGEST_LINE:
        line = _of_line(passage, found, areas)
        if line:
            yield line
            return
    if found and _GRADE.search(words):
        for sentence in sentences_in(words):
            inside = [f for f in found if sentence.start <= f.start < sentence.end]
            if inside:
                yield from _of_sentence(passage, sentence.start, sentence.words, inside)


def _of_line(passage: Passage, found: Sequence[_Found], areas: Areas) -> Given | None:
    """Return what a heading or a line gives: area and grade, or one of them under the other."""
    words = passage.words
    way = Way.HEADING if passage.is_heading else Way.LINE
    above = (*reversed(passage.trail), *(passage.cell.heads[:1] if passage.cell else ()))
    if alone := grade_alone(words):
        key = next(filter(None, (areas.key_of(one) for one in above)), "")
        return Given(key, (_plain(alone),), passage.at, 0, len(words), way) if key else None
    if not found:
        return None
    key = areas.key_of(words)
    if not key:
        return None
    grades = [one for one in _GRADE.finditer(words) if not _inside(one, found)]
    if grades:
        return Given(key, (_plain(grades[-1].group()),), passage.at, 0, len(words), way)
    graded = next(filter(None, (grade_alone(one) for one in above[:1])), None)
    return Given(key, (_plain(graded),), passage.at, 0, len(words), Way.LINE) if graded else None


def _of_sentence(
    passage: Passage, offset: int, words: str, found: Sequence[_Found]
) -> Iterator[Given]:
    """Yield the grades a sentence gives: `graded good at A and B, adequate at C`; or reversed."""
    if _BEFORE_NOW.search(words):
        return
    graded = _GRADING.search(words) is not None
    grades = [
        _Found(offset + one.start(), offset + one.end(), _plain(one.group()), is_grade=True)
        for one in _GRADE.finditer(words)
        if _AFTER_GRADE.match(words[one.end() :])
        and not _inside(one, found, offset)
        and (
            graded
            or one.group()[0].isupper()
            or words[: one.start()].endswith(("“", "‘", '"', "'", "(", ": ", "– "))
        )
    ]
    opens = bool(grades) and _OPENS_LIST.match(words) is not None
    if not grades or not (graded or opens or len(grades) >= len(found)):
        return
    items = sorted((*grades, *found))
    ahead = opens or any(_AT.match(words, one.end - offset) for one in grades)
    forwards = not (ahead or items[0].is_grade)
    line = list(reversed(items)) if forwards else items
    last: _Found | None = None
    for one in line:
        if one.is_grade:
            last = one
        elif last is not None:
            start, end = min(one.start, last.start), max(one.end, last.end)
            yield Given(one.told, (last.told,), passage.at, start, end, Way.PROSE)


def named_in(words: str) -> list[str]:
    """Return every grade that words name, whatever for."""
    return [_plain(one.group()) for one in _GRADE.finditer(words)]


def _inside(one: re.Match[str], found: Sequence[_Found], offset: int = 0) -> bool:
    return any(f.start <= one.start() + offset < f.end for f in found)


def _plain(grade: str) -> str:
    return re.sub(r"^requir\w+", "requires", " ".join(grade.split()).casefold())


def run_together(passage: Passage, areas: Areas) -> int:
    """Return how many areas follow one another with their grades and nothing between."""
    if not _GRADE_ANYWHERE.search(passage.words):
        return 0
    plain = " ".join(passage.words.split()).casefold()
    named = {*areas.named, *(name.casefold() for name in areas.named.values())}
    count = 0
    for name in sorted(named, key=len, reverse=True):
        plain, found = re.subn(rf"(?<![a-z]){re.escape(name)}|{re.escape(name)}", "\0", plain)
        count += found
    plain, grades = _GRADE_ANYWHERE.subn("\0", plain)
    rest = re.findall(r"\w+", plain)
    parted = len(re.findall(r"[,;:–|()•-]", plain)) + passage.words.strip().count("\n")
    if grades < count or len(rest) > MOST_BESIDE or parted >= max(count - 1, 1):
        return 0
    return count
