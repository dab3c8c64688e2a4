"""Areas and grades of a table that has lost its rows: they follow one another in one line."""

import re
from typing import Final

from casework.rules.manuscript.area_names import Areas
from casework.rules.manuscript.grade_words import any_grade
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import phrase

_GRADE_ANYWHERE: Final = phrase(any_grade(r"\s*"))

MOST_BESIDE: Final = 4
"""Words beside areas and grades that a table's head may leave: `Area`, `Grade`."""


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
