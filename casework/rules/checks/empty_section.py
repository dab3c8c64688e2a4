"""A heading under which nothing stands."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.passages import DEEPEST, Part, Passage
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import TextKind

CHECK: Final = "empty_section"
_SECTION: Final = re.compile(
    r"\b(?:comments?|response|monitoring|recommendations?|areas? for improvement|conclusions?"
    r"|next steps|governance|introduction|background|summary|copies|publication|overview)\b"
    r"|^\s*\d+(?:\.\d+)*[.)]?\s+\w",
    re.IGNORECASE,
)
NOTHING: Final = frozenset({"", "-", "–", "—", ".", "n/a", "none", "…", "..."})


def empty_section(response: Response) -> Iterator[Observation]:
    """Yield each heading that the next one of its rank, or the end, follows at once."""
    body = [p for p in response.passages if p.part is Part.BODY]
    said = [p for p in body if p.is_heading or p.words.strip().casefold() not in NOTHING]
    titles = _title_lines(said)
    for passage, following in zip(said, [*said[1:], None], strict=True):
        if passage.at not in titles and _is_section(passage) and _ends(passage, following):
            message = f"Nothing stands under the heading “{passage.words.strip()}”."
            yield noticed(
                CHECK,
                Severity.ERROR,
                message,
                at(passage),
                suggestion="Write what belongs there, or take the heading out.",
            )


def _title_lines(said: Sequence[Passage]) -> set[int]:
    """Return the headings with which the document begins: its title is often set as one."""
    return {p.at for p in takewhile(lambda p: p.is_heading, said)}


def _is_section(passage: Passage) -> bool:
    if passage.kind is not TextKind.HEADING or passage.cell is not None:
        return False
    return passage.level < DEEPEST or bool(_SECTION.search(passage.words))


def _ends(passage: Passage, following: Passage | None) -> bool:
    if following is None:
        return passage.level < DEEPEST
    if following.kind is not TextKind.HEADING or following.cell is not None:
        return False
    if passage.level == DEEPEST:
        return bool(_SECTION.search(following.words)) and following.level <= DEEPEST
    return following.level <= passage.level
