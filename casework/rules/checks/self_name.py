"""The own force in a form of its name that it does not use: another word for police, a stray ’s."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.checks.own_words import severity_outside_quotations
from casework.rules.manuscript.force_names import (
    FORCE_WORDS,
    OwnNames,
    area_of,
    folded,
    own_names,
)
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "self_name"
_VERB: Final = (
    r"(?:will(?!\s+to\b)|has|have|should|must|would|were|was|are|is"
    r"|(?!un|integrated|combined)\w{2,}ed\s+(?:for|to|with|that|its|in|on|by|all|the|a|an|this))"
)


def self_name(response: Response) -> Iterator[Observation]:
    """Yield each possessive that stands for the name, and each name the force does not bear."""
    own = own_names(response.facts, response.library.forces)
    if not own.names:
        return
    facts = response.facts
    used = " ".join(
        (facts.report.title, *(one.text for one in facts.findings), *facts.chief_officer_comments)
    )
    odd = _odd_names(own, used)
    stray = re.compile(rf"\b(?P<name>{_any_of(own.names)})(?P<s>[’']s)\s+{_VERB}\b")
    proper = tuple(one for one in own.names if one[:1].isupper() and not one.endswith("s"))
    plural = re.compile(
        rf"\b(?P<name>{_any_of(proper)})s"
        r"(?P<sign>[’'](?:s\b)?)?(?!\w)"
    )
    for passage in response.passages:
        for found in stray.finditer(passage.words):
            message = f"“{found.group()}”: the name stands there without ’s."
            place = (found.start(), found.end("s"))
            yield _told(response, passage, place, message, found["name"])
        for found in plural.finditer(passage.words) if proper else ():
            message = f"“{found.group()}”: the force’s name has no plural."
            right = f"{found['name']}’s" if found["sign"] else found["name"]
            yield _told(response, passage, found.span(), message, right)
        for found in odd.finditer(passage.words) if odd else ():
            message = f"The force calls itself {facts.force.name}, not “{found.group()}”."
            yield _told(response, passage, found.span(), message, facts.force.name)


def _any_of(names: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, names))


def _odd_names(own: OwnNames, used: str) -> re.Pattern[str] | None:
    """Return what finds the own area with the word for police that the force does not use."""
    bearing = {folded(area_of(one)) for one in own.names}
    names = tuple(
        f"{area} {word}"
        for area in own.areas
        for word in FORCE_WORDS
        if folded(area) in bearing
        and f"{area} {word}" not in used
        and not any(f"{area} {word}" in one for one in own.names)
    )
    other = r"(?!,?\s+(?:and\s+|&\s+)?(?:Fire|Crime))"
    return re.compile(rf"\b(?:{_any_of(names)})\b{other}") if names else None


def _told(
    response: Response, passage: Passage, place: tuple[int, int], message: str, right: str
) -> Observation:
    severity = severity_outside_quotations(response, passage, Severity.ERROR)
    spot = at(passage, passage.words[slice(*place)])
    return noticed(CHECK, severity, message, spot, suggestion=right, replaces=True)
