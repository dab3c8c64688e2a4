"""The findings of a case as a response prints them."""

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from casework.record.dossier import Dossier
from casework.record.letters import DAY_WORDS
from casework.rules.welsh_words import WELSH_CLASS_WORDS
from casework.rules.wording import joined
from models import Finding
from models.shapes.response import FindingFields, FindingGroup
from models.words import FindingClass, Language

CLASS_WORDS = {
    FindingClass.RECOMMENDATION: ("recommendation", "Recommendation"),
    FindingClass.AREA_FOR_IMPROVEMENT: ("area for improvement", "AFI"),
    FindingClass.CAUSE_OF_CONCERN: ("cause of concern", "Cause of concern"),
}
"""Class, and the word it is cited by."""

WORDS = {Language.ENGLISH: CLASS_WORDS, Language.WELSH: WELSH_CLASS_WORDS}
LISTED = {
    Language.ENGLISH: ("and", "taken as {day}"),
    Language.WELSH: ("a/ac", "{day}, tybiedig"),
}
"""What joins the last of a list, and how a date is told that nobody printed."""


def references(findings: list[Finding], language: Language = Language.ENGLISH) -> dict[str, str]:
    """Return the reference of each finding by its key: numbered through the response.

    A recommendation keeps the inspectors' own number where the report prints one.
    """
    counted: dict[FindingClass, int] = {}
    named = {}
    for finding in findings:
        counted[finding.klass] = counted.get(finding.klass, 0) + 1
        word = WORDS[language][finding.klass][1]
        printed = finding.number if finding.klass is FindingClass.RECOMMENDATION else ""
        named[finding.key] = f"{word} {printed or counted[finding.klass]}"
    return named


def finding_fields(
    file: Dossier, language: Language = Language.ENGLISH
) -> tuple[FindingFields, ...]:
    """Return every finding that stands, in the report's order."""
    cited = references(file.findings, language)
    return tuple(_finding(file, finding, cited, language) for finding in file.findings)


def groups_of(
    file: Dossier, findings: Sequence[FindingFields], graded: Callable[[str], str]
) -> tuple[FindingGroup, ...]:
    """Return the findings under the areas they stand under, each with its grade."""
    grades = {area.area: area.grade for area in file.areas}
    placed = zip(file.findings, findings, strict=True)
    return tuple(
        FindingGroup(area, graded(grades.get(area, "")), tuple(fields for _, fields in found))
        for area, found in groupby(placed, key=lambda pair: pair[0].area)
    )


def _finding(
    file: Dossier, finding: Finding, cited: Mapping[str, str], language: Language
) -> FindingFields:
    answer = file.answers.get(f"{finding.key}_answer")
    return FindingFields(
        key=finding.key,
        reference=cited[finding.key],
        class_name=WORDS[language][finding.klass][0],
        text=tuple(finding.text.split("\n")),
        addressees=joined(json.loads(finding.addressees), LISTED[language][0]),
        deadline=_deadline(finding, language),
        concerns=finding.concerns.value,
        answer=file.words_at(f"{finding.key}_answer"),
        owner=answer.owner if answer else "",
        due=DAY_WORDS[language](answer.due) if answer and answer.due else "",
        force_position=file.words_at(f"{finding.key}_force"),
        confirmed=file.case.findings_confirmed,
        parent=cited.get(finding.parent, ""),
    )


def _deadline(finding: Finding, language: Language) -> str:
    if not finding.deadline_raw:
        return ""
    if finding.deadline_on is None:
        return finding.deadline_raw
    day = DAY_WORDS[language](finding.deadline_on)
    if day in finding.deadline_raw:
        return finding.deadline_raw  # said twice it reads like a slip
    said = LISTED[language][1].format(day=day) if finding.deadline_assumed else day
    return f"{finding.deadline_raw} ({said})"
