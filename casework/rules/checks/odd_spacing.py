"""Spaces and hyphens that came along with pasted text: advice, folded away."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from casework.rules.checks.noticing import around, at, noticed
from casework.rules.manuscript.passages import Part
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "odd_spacing"
_ODD: Final = (
    (re.compile("(?<=\\w)\u2011(?=\\w)"), "a hyphen was pasted as a special sign (U+2011)"),
    (
        re.compile("(?<=[a-z]) ?\u00a0 ?(?=[a-z])"),
        "a space was pasted that does not break (U+00A0)",
    ),
    (re.compile("[\u00ad\u200b\u2060\ufeff]"), "a sign stands that nobody sees"),
    (re.compile(r"(?<=\w) +(?=[,;:](?:\s|$)|\.(?:\s|$))"), "a space stands before a stop or comma"),
    (re.compile(r"(?<=[\w,;:)’”]) {2,}(?=[\w(“‘£])|\( +\w"), "a space stands twice"),
    (re.compile(r"(?<=[a-z]{3})[,;](?=[A-Za-z])"), "no space stands behind a comma"),
    (
        re.compile(r"(?<![./@:\w-])[A-Za-z]?[a-z]+[.?!](?=[A-Z][a-z]*\s)"),
        "no space stands between two sentences",
    ),
    (
        phrase(r"\b(the|a|an|of|to|and|in|is|for|that) \1\b"),
        "a word is said twice",
    ),
)


MOST: Final = 12
"""Places of one kind that are told; nobody looks at more before putting the text right."""


def odd_spacing(response: Response) -> Iterator[Observation]:
    """Yield each oddly spaced place, the first few of each kind."""
    for shape, what in _ODD:
        places = (
            (passage, found)
            for passage in response.passages
            if passage.part is Part.BODY
            for found in shape.finditer(passage.words)
        )
        for passage, found in islice(places, MOST):
            words = around(passage, *found.span())
            yield noticed(CHECK, Severity.NOTE, f"Here {what}.", at(passage, words), style=True)
