"""The report's grades left out, or run together where a table was."""

from collections.abc import Container, Iterator, Sequence
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.findings.areas import grade_alone
from casework.rules.manuscript.grade_words import named_in
from casework.rules.manuscript.grades import Given, Way
from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.run_together import run_together
from casework.rules.wording import joined
from models.shapes.checking import Observation, Severity
from models.shapes.word import TextKind

CHECK: Final = "grade_table_lost"
FEW: Final = 3
"""Areas from which on a list of grades is a table, or was one."""
_ANNOUNCED: Final = phrase(
    r"\bgrad(?:e|es|ed|ings?)\b[^.]{0,80}\b(?:table|below|as\s+follows|following|overleaf)\b|\btable\b[^.]{0,60}\bgrad(?:e|es|ings?)\b"
    r"|\b(?:these|the|their|its)\s+grad(?:es|ings)\b[^.:]{0,30}:\s*$"
)


_GRADES: Final = phrase(r"\b(?:grades|gradings|graded\s+judge?ments)\b")
_MORE: Final = phrase(
    r"\b(?:my|our|findings?|recommendations?|areas?\s+for|comments?|respon[sd]\w*|answers?|why|what|how|previous|earlier)\b"
)
"""In a heading: what stands under it is more than the grades."""
LONGEST_HEADING: Final = 7
_FOLLOW: Final = phrase(r"\b(?:tables?|below|follow\w*|beneath|overleaf|chart|figure)\b|[:–-]\s*$")
"""In words that announce the grades: they stand right behind."""


def grade_table_lost(response: Response) -> Iterator[Observation]:
    """Tell where the grades of the report are lost, wholly or in part."""
    areas = response.areas
    wanted = [key for key in areas.table if areas.grades.get(key)]
    if not wanted or response.is_welsh:
        return
    collapsed = list(_collapsed(response))
    yield from collapsed
    if collapsed:
        return
    told = {one.area for one in response.grades}
    missing = [areas.named[key] for key in wanted if key not in told]
    announced = _announced(response) if missing else None
    if announced is not None:
        message = "The grades are announced here and do not follow: was the table lost?"
        sure = _FOLLOW.search(announced.words) is not None
        severity = Severity.ERROR if sure else Severity.WARNING
        yield noticed(CHECK, severity, message, at(announced), suggestion="Put them back.")
    elif len(missing) == len(wanted) and _told_in_prose(response, wanted):
        return
    elif len(missing) * FEW > len(wanted) * (FEW - 1):
        what = f"grades of {joined(missing)}" if len(missing) < len(wanted) else "report's grades"
        message = f"The response does not give the {what}."
        # A short letter may leave the grades to the report.
        yield noticed(CHECK, Severity.WARNING, message, suggestion="Give every area its grade.")
    elif missing and (place := _list_of(response, response.grades)) is not None:
        message = f"The grades of {joined(missing)} are missing from the list."
        yield noticed(CHECK, Severity.ERROR, message, at(place), suggestion="Put them back.")


def _told_in_prose(response: Response, wanted: Sequence[str]) -> bool:
    """Return whether one paragraph gives as many grades, and the same, under shorter names."""
    right = {response.areas.grades[key] for key in wanted}
    for passage in response.own():
        told = [] if passage.is_heading or passage.cell else named_in(passage.words)
        if right.issubset(told) and len(told) >= min(len(wanted), FEW, len(right) + 1):
            return True
    return False


def _collapsed(response: Response) -> Iterator[Observation]:
    """Tell a table that became one line, or a line for each of its cells."""
    hint = "Set the grades as a table with a row for each area."
    alone: list[Passage] = []
    for passage in response.passages:
        if passage.part is not Part.BODY or passage.is_heading or passage.cell:
            continue
        if run_together(passage, response.areas) >= FEW:
            message = "Areas and grades are run together here: a table was lost."
            yield noticed(CHECK, Severity.ERROR, message, at(passage), suggestion=hint)
        if passage.kind is TextKind.PARAGRAPH and grade_alone(passage.words):
            before = response.passages[passage.at - 1] if passage.at else None
            if before and before.kind is TextKind.PARAGRAPH and response.areas.key_of(before.words):
                alone.append(before)
    if len(alone) >= FEW:
        message = "Areas and grades stand in lines of their own here: a table was lost."
        yield noticed(CHECK, Severity.ERROR, message, at(alone[0]), suggestion=hint)


def _announced(response: Response) -> Passage | None:
    """Return the sentence or heading that announces grades where none follow."""
    given = {one.passage for one in response.grades}
    for passage in response.own():
        if passage.is_heading or passage.cell or not _ANNOUNCED.search(passage.words):
            continue
        after = range(passage.at, min(passage.at + 4, len(response.passages)))
        if not given.intersection(after) and not _is_table(response, passage.at + 1):
            return passage
    return next(_headings_over_nothing(response, given), None)


def _is_over_grades(heading: str) -> bool:
    """Return whether a heading names the grades and nothing else: `Annex A: grades`."""
    brief = len(heading.split()) <= LONGEST_HEADING
    return brief and bool(_GRADES.search(heading)) and not _MORE.search(heading)


def _headings_over_nothing(response: Response, given: Container[int]) -> Iterator[Passage]:
    """Yield each heading over grades under which no grade stands and no table."""
    for passage in response.own():
        if not (passage.is_heading and _is_over_grades(passage.words)):
            continue
        under: list[Passage] = []
        for below in response.passages[passage.at + 1 :]:
            if below.is_heading and below.level <= passage.level:
                break
            under.append(below)
        if not any(p.cell or p.at in given or named_in(p.words) for p in under):
            yield passage


def _is_table(response: Response, number: int) -> bool:
    return number < len(response.passages) and response.passages[number].cell is not None


def _list_of(response: Response, given: Sequence[Given]) -> Passage | None:
    """Return where the grades are listed, if they are: a table, or lines of a list."""
    for way in (Way.TABLE, Way.LINE):
        listed = [one for one in given if one.way is way]
        if len({one.area for one in listed}) >= FEW:
            return response.passages[listed[0].passage]
    return None
