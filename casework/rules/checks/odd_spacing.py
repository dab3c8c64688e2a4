"""Spaces and hyphens that came along with pasted text: advice, folded away."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import around, at, noticed
from casework.rules.manuscript.passages import Part
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "odd_spacing"
_ODD: Final = (
    (re.compile("(?<=\\w)\u2011(?=\\w)"), "hyphens that were pasted as special signs (U+2011)"),
    (re.compile("(?<=[a-z]) ?\u00a0 ?(?=[a-z])"), "spaces that do not break (U+00A0)"),
    (re.compile("[\u00ad\u200b\u2060\ufeff]"), "signs that nobody sees"),
    (re.compile(r"(?<=\w) +(?=[,;:](?:\s|$)|\.(?:\s|$))"), "spaces before a stop or comma"),
    (re.compile(r"(?<=[a-z,;])  +(?=\w)"), "double spaces"),
    (re.compile(r"(?<=[a-z]{3})[,;](?=[A-Za-z])"), "commas without a space behind them"),
    (re.compile(r"\b(the|a|an|of|to|and|in|is|for|that) \1\b", re.IGNORECASE), "words said twice"),
)


def odd_spacing(response: Response) -> Iterator[Observation]:
    """Yield each kind of odd spacing once, where it stands first, with how often it stands."""
    for shape, what in _ODD:
        places = [
            (passage, found)
            for passage in response.passages
            if passage.part is Part.BODY
            for found in shape.finditer(passage.words)
        ]
        if places:
            passage, found = places[0]
            yield noticed(
                CHECK,
                Severity.NOTE,
                f"There are {what} ({len(places)} in all).",
                at(passage, around(passage, *found.span())),
                style=True,
            )
