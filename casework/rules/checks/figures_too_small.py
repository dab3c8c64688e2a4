"""A share that is told to be the greater one and is the smaller: a figure that lost its first half.

`7% had heard of the number but only 54% trusted it` was 96.7% before a list swallowed it.
"""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import phrase
from models.shapes.checking import Observation, Severity

_NAMED: Final = "list_number_artefact"
ONE_FIGURE: Final = 10
"""A share below it may be the end of a longer one."""
_SHARE: Final = r"(?<![\d.,£–-])(?P<{}>\d{{1,2}}(?:\.\d)?)\s?(?:%|per\s?cent\b)"
_CONTRASTS: Final = (
    phrase(
        _SHARE.format("more")
        + r"(?P<behind>[^.;%]{0,90}?),?\s+(?:but|yet|although|though|while|whereas)\s+"
        r"(?:of\s+(?:these|those|them)\s+)?(?:only|just|no\s+more\s+than|a\s+mere)\s+"
        + _SHARE.format("less")
    ),
    phrase(
        r"\b(?:fall(?:en|s)?|fell|dropp?ed|reduced|decreased|cut|down)\s+(?:by\s+\w+\s+)?from\s+"
        + _SHARE.format("more")
        + r"(?P<behind>[^.;%]{0,60}?)\s+to\s+(?:only\s+|just\s+)?"
        + _SHARE.format("less")
    ),
)


def too_small(passage: Passage) -> Iterator[Observation]:
    """Yield each share of one figure that its sentence needs to be the greater of two."""
    if "%" not in passage.words and "cent" not in passage.words:
        return
    for pattern in _CONTRASTS:
        for found in pattern.finditer(passage.words):
            if not float(found["more"]) < min(float(found["less"]), ONE_FIGURE):
                continue
            yield noticed(
                _NAMED,
                Severity.WARNING,
                f"“{found['more']}%” is told as more than “{found['less']}%”: the first half of "
                "the number may be lost.",
                at(passage, _words(found)),
                suggestion="Compare the number with its source, and write it out.",
            )


def _words(found: re.Match[str]) -> str:
    return found.string[found.start("more") : found.end()]
