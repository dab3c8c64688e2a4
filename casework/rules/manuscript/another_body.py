"""Whether a date is another's: another force's, or that of another paper than the report."""

import re
from typing import TYPE_CHECKING, Final

from casework.rules.manuscript.force_names import others, own_names
from casework.rules.manuscript.people import is_near, is_same, person
from casework.rules.manuscript.phrases import phrase

if TYPE_CHECKING:
    from casework.rules.manuscript.response import Response
    from casework.rules.manuscript.timeline import TimedEvent

LOOKED_BACK: Final = 400
"""Signs before a date in which a chief officer is named."""
LONGEST_LABEL: Final = 80
"""Signs of a paragraph, or of a table's head, in which a force labels what follows."""
NEAR_ROWS: Final = 24
"""Passages before and behind a cell in which the rest of its table is looked at."""
_BARE_REPORT: Final = phrase(r"^\W*(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?report(?:\s+dated?)?\W*$")
_DECISION: Final = phrase(
    r"\b(?:decisions?|report\s+(?:of|by|author|from|to)|key\s+decision|agenda\s+item|cabinet)\b"
)
_CHIEF_OF: Final = re.compile(r"\bChief\s+(?:Constable|Officer)\s+(?:of|for)\s+([A-Z][\w-]+)")
_CHIEF_NAMED: Final = re.compile(
    r"\b(?:Chief\s+(?:Constable|Officer)|CC),?\s+(?:(?:Dr|Sir|Dame|Mrs|Mr|Ms)\s+)?"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){0,3})"
)
_LABEL: Final = re.compile(r"^\W{0,4}([A-Z][^.:\n]{2,78}?)\s{0,3}[.:–—]")


def is_of_another_body(told: "TimedEvent", response: "Response") -> bool:
    """Return whether a date is told of the chief officer of another force."""
    facts = response.facts
    surname = person(facts.chief_officer.name).surname
    if surname and surname in told.sentence:
        return False
    return (
        _is_of_another_area(told, response)
        or _names_another_chief(told.sentence, surname, facts.chief_officer.name)
        or _is_labelled_as_another(told, response)
    )


def _is_of_another_area(told: "TimedEvent", response: "Response") -> bool:
    facts = response.facts
    before = told.passage.words[max(0, told.dated.start - LOOKED_BACK) : told.dated.start]
    named = _CHIEF_OF.findall(f"{before} {told.after}")
    if not named or not facts.force.name:
        return False
    return not any(named[-1] in one for one in (facts.force.name, *facts.force.aliases))


def _names_another_chief(sentence: str, surname: str, name: str) -> bool:
    """Return whether a chief officer is named in a sentence, and none of the case's own name."""
    named = [one["name"].split() for one in _CHIEF_NAMED.finditer(sentence)]
    if not named or not surname:
        return False
    return not any(
        is_same(word, one) or is_near(word, one)
        for words in named
        for word in words
        for one in person(name).parts
    )


def _is_labelled_as_another(told: "TimedEvent", response: "Response") -> bool:
    """Return whether the row, or the opening of the paragraph, is that of another force."""
    label = _LABEL.match(told.passage.words[:LONGEST_LABEL])
    opening = label[1] if label and label.end() <= told.dated.start else ""
    labels = [one for one in (opening, *told.passage.heads) if one and len(one) <= LONGEST_LABEL]
    if not labels:
        return False
    forces = response.library.forces
    own = own_names(response.facts, forces)
    if not own.areas or any(own.names_own(one) for one in labels):
        return False
    areas = {area for _, area in others(own, forces)}
    names = {name for name, _ in others(own, forces)}
    return any(one.strip() in areas | names for one in labels)


def is_of_our_own_report(told: "TimedEvent", response: "Response") -> bool:
    """Return whether "Report dated" in a decision's table is the date of the office's own paper."""
    signed = response.facts.signed_on or response.today
    labels = (*told.passage.heads, told.before.strip(" :\t"))
    if not told.stands_alone or told.first > signed or not any(map(_BARE_REPORT.match, labels)):
        return False
    cell = told.passage.cell
    near = response.passages[max(0, told.passage.at - NEAR_ROWS) : told.passage.at + NEAR_ROWS]
    table = (one for one in near if one.cell and cell and one.cell.table == cell.table)
    return any(_DECISION.search(one.words) for one in table)
