"""Menus, buttons and other furniture of a web page that came along with pasted text."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.passages import Part
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "web_furniture"
_PIECE: Final = (
    r"(?:skip to (?:main )?(?:content|navigation)|text size\b.{0,12}|(?:open|close|toggle) "
    r"(?:menu|navigation)|main menu|back to (?:the )?top|share (?:this|on)\b(?: page| article)?"
    r"|print this (?:page|document)|(?:accept|reject|manage)(?: all)? cookies|cookie settings"
    r"|cookies on (?:this|our) site|we use cookies\b.{0,60}|you are here:?.{0,60}"
    r"|home\s*[>»/\u203a].{0,80}|(?:previous|next) page|read more|click here"
    r"|search (?:this|our) site"
    r"|youtube|facebook|twitter|instagram|linkedin|whatsapp|rss(?: feed)?"
    r"|sign up (?:to|for) our newsletter|log ?in|view all|download pdf|listen to this page)"
)
_FURNITURE: Final = re.compile(rf"\W*{_PIECE}(?:\W+{_PIECE}){{0,9}}\W*", re.IGNORECASE)


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
