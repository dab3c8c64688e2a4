"""Menus, buttons and other furniture of a web page that came along with pasted text."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.passages import Part
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "web_furniture"
LONGEST: Final = 400
"""Signs of the menus and buttons of a page at most."""
_PIECE: Final = phrase(
    r"(?:(?:skip|jump) (?:to (?:main |the )?)?(?:content|navigation)"
    r"|(?:main )?menu(?:\W{1,3}search)?"
    r"|(?:increase|decrease|change) text size|text size\b.{0,12}|(?:open|close|toggle) "
    r"(?:menu|navigation)|back to (?:the )?top|share (?:this|on)\b(?: page| article)?"
    r"|(?:print|e-?mail) this (?:page|document)|(?:accept|reject|manage|allow)(?: all)? cookies"
    r"|manage (?:cookie )?(?:preferences|settings)|cookie (?:settings|preferences|policy|notice)"
    r"|(?:only )?(?:strictly )?necessary cookies(?: only)?"
    r"|cookies on (?:this|our) site|we use cookies\b.{0,60}|you are here:?.{0,60}"
    r"|home\s?[>»/\u203a].{0,80}|(?:previous|next) page|read more|click here"
    r"|search (?:this|our) site|related (?:content|links|pages)|follow us(?: on \w+)?"
    r"|(?:is|was) this (?:page|information) (?:helpful|useful)(?:\W{1,3}yes\W{1,3}no)?"
    r"|report a problem with this page|tweet|copy link"
    r"|youtube|facebook|twitter|instagram|linkedin|whatsapp|rss(?: feed)?"
    r"|sign up (?:to|for) our newsletter|log ?in|view all|download pdf|listen to this page)(?!\w)"
)
_GAP: Final = re.compile(r"\W*")


def web_furniture(response: Response) -> Iterator[Observation]:
    """Yield each line that is a piece of a web page and no part of a response."""
    for passage in response.passages:
        if passage.part is Part.BODY and _is_furniture(passage.words):
            message = (
                f"“{passage.words.strip()}” came along from a web page: it is no part of this."
            )
            yield noticed(
                CHECK, Severity.ERROR, message, at(passage), suggestion="Take the line out."
            )


def _is_furniture(words: str) -> bool:
    """Return whether words are nothing but pieces of a page, one after the other."""
    upto = _after_gap(words, 0)
    if len(words) > LONGEST or upto == len(words):
        return False
    while upto < len(words):
        piece = _PIECE.match(words, upto)
        if piece is None:
            return False
        upto = _after_gap(words, piece.end())
    return True


def _after_gap(words: str, start: int) -> int:
    gap = _GAP.match(words, start)
    return gap.end() if gap else start
