"""Which numbers before paragraphs count the report's paragraphs, and which count a list."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_NUMBER = re.compile(r"^(?P<first>\d{1,3}|[A-Z])(?:\.(?P<second>\d{1,3})\.?|[.)])\s+(?=\S)")
_FEWEST_IN_A_ROW = 3


class Opening(NamedTuple):
    """How a paragraph begins."""

    text: str
    is_heading: bool


def paragraph_number(text: str) -> re.Match[str] | None:
    """Return a number of the kind "3.14", which never counts a list."""
    found = _NUMBER.match(text)
    return found if found and found["second"] else None


def numbered_paragraphs(openings: Sequence[Opening]) -> frozenset[int]:
    """Return the places of the paragraphs whose number counts them through the whole report.

    "3.14" does. "7." does if the count ran on over a heading: a list ends
    where a section ends.
    """
    found = {at for at, one in enumerate(openings) if paragraph_number(one.text)}
    chain: list[int] = []
    expected = 1
    crossed = heading = False
    for at, opening in enumerate(openings):
        if opening.is_heading:
            heading = bool(chain)
            continue
        number = _NUMBER.match(opening.text)
        if number is None or number["second"] or not number["first"].isdigit():
            continue
        value = int(number["first"])
        if value == expected:
            crossed |= heading
            chain.append(at)
            expected, heading = value + 1, False
        elif not crossed and value == 1:
            chain, expected, heading = [at], 2, False
    if crossed and len(chain) >= _FEWEST_IN_A_ROW:
        found.update(chain)
    return frozenset(found)


def without_number(text: str) -> str:
    """Return the words after the paragraph's number."""
    found = _NUMBER.match(text)
    return text[found.end() :].strip() if found else text
