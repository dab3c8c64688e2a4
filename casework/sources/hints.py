"""What a line in a list lets us guess about a report, before anybody has read it."""

import re
from collections.abc import Sequence

from models.words import ReportKind

_KINDS: tuple[tuple[str, ReportKind], ...] = (
    (r"\bstate of policing\b", ReportKind.STATE_OF_POLICING),
    (r"\bPEEL\b", ReportKind.PEEL),
    (r"\bchild protection\b|\bJTAI\b", ReportKind.CHILD_PROTECTION),
    (r"\bcustody\b", ReportKind.CUSTODY),
    (r"\brevisit\b|\bcauses? of concern\b.*\b(letter|revisit)", ReportKind.REVISIT_LETTER),
    (r"\bjoint (inspection|thematic)\b|\bcriminal justice joint\b", ReportKind.JOINT),
    (r"\bthematic\b|\bspotlight\b", ReportKind.THEMATIC),
)
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2011": "-", "\u00a0": " "})


def kind_hinted(words: str) -> ReportKind | None:
    """Return the kind of report the words of a list suggest, if any."""
    for pattern, kind in _KINDS:
        if re.search(pattern, words, re.IGNORECASE):
            return kind
    return None


def forces_in(words: str, forces: Sequence[str]) -> tuple[str, ...]:
    """Return the forces that are named, in the order of the register handed in."""
    plain = words.translate(_APOSTROPHES)
    return tuple(force for force in forces if _names(plain, force))


def _names(plain: str, force: str) -> bool:
    name = re.escape(force.translate(_APOSTROPHES)).replace(r"\ ", r"\s+")
    return re.search(rf"(?<!\w){name}(?!\w)", plain, re.IGNORECASE) is not None
