"""A heading under which nothing stands."""

import re
from collections.abc import Iterator
from itertools import takewhile, zip_longest
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.passages import DEEPEST, Part, Passage
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import TextKind

CHECK: Final = "empty_section"
NOTHING: Final = frozenset({"", "-", "–", "—", ".", "n/a", "none", "…", "..."})
_CLOSE: Final = re.compile(
    r"\W*(?:yours (?:sincerely|faithfully|ever)|kind regards)\W*", re.IGNORECASE
)
_NUMBERED: Final = re.compile(
    r"\s*(?:part|section|annex|appendix|\d+|[A-Z])[\s.):-]", re.IGNORECASE
)
_OF_ITS_OWN: Final = re.compile(
    r"\b(?:comments (?:from|of|by)|[’']s (?:comments|response)|monitoring|publication|copies"
    r"|next steps|signature|conclusion|governance)\b",
    re.IGNORECASE,
)
"""What stands in the heading of a section that is part of no other one."""


def empty_section(response: Response) -> Iterator[Observation]:
    """Yield each heading that the next one of its rank, or the end, follows at once.

    Headings that are so only by their look have no rank: one is empty where its
    neighbour is numbered in the same way, or begins a section of its own.
    """
    body = [p for p in response.passages if p.part is Part.BODY]
    said = [p for p in body if p.is_heading or p.words.strip().casefold() not in NOTHING]
    titles = {p.at for p in takewhile(lambda p: p.is_heading, said)}
    for one, following in zip_longest(said, said[1:]):
        is_heading = one.kind is TextKind.HEADING and one.cell is None and one.at not in titles
        if is_heading and _ends(one, following):
            message = f"Nothing stands under the heading “{one.words.strip()}”."
            remedy = "Write what belongs there, or take the heading out."
            yield noticed(CHECK, Severity.ERROR, message, at(one), suggestion=remedy)


def _ends(one: Passage, following: Passage | None) -> bool:
    if following is None:
        return one.level < DEEPEST
    if _CLOSE.fullmatch(following.words):
        return True
    if following.kind is not TextKind.HEADING or following.cell is not None:
        return False
    if one.level < DEEPEST:
        return following.level <= one.level
    return following.level == DEEPEST and _is_beside(one.words, following.words)


def _is_beside(one: str, following: str) -> bool:
    """Return whether two headings by their look head sections of one rank."""
    if _NUMBERED.match(one) and _NUMBERED.match(following):
        return (
            one.lstrip()[0].isdigit() == following.lstrip()[0].isdigit()
            and "." not in following[:4]
        )
    return bool(_OF_ITS_OWN.search(following))
