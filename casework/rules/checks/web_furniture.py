"""Menus, buttons and other furniture of a web page that came along with pasted text."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.passages import Part
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "web_furniture"
_FURNITURE: Final = re.compile(
    r"\W*(?:skip to (?:main )?(?:content|navigation)|text size\b.{0,12}|(?:open|close|toggle) menu"
    r"|main menu|back to (?:top|the top)|share (?:this|on)\b.{0,24}|print this (?:page|document)"
    r"|(?:accept|reject|manage) (?:all )?cookies|cookie settings|we use cookies\b.{0,60}"
    r"|you are here:?.{0,60}|home\s*[>»/].{0,80}|read more|click here|search this site"
    r"|youtube|facebook|twitter|instagram|linkedin|rss(?: feed)?|sign up to our newsletter)\W*",
    re.IGNORECASE,
)


def web_furniture(response: Response) -> Iterator[Observation]:
    """Yield each line that is a piece of a web page and no part of a response."""
    for passage in response.passages:
        if passage.part is Part.BODY and _FURNITURE.fullmatch(passage.words):
            message = (
                f"“{passage.words.strip()}” came along from a web page: it is no part of this."
            )
            yield noticed(
                CHECK, Severity.ERROR, message, at(passage), suggestion="Take the line out."
            )
