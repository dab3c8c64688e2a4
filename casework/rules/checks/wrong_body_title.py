"""The body under a title that is not its own: with the fire service in it, or without."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.checks.own_words import severity_outside_quotations
from casework.rules.manuscript.force_names import own_names
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "wrong_body_title"
_FIRE: Final = phrase(r"\bfire\b")


def wrong_body_title(response: Response) -> Iterator[Observation]:
    """Yield each title of the body that lacks the fire service, or has it without cause."""
    title = response.facts.local_policing_body.title.strip()
    own = own_names(response.facts, response.library.forces)
    if "ommissioner" not in title or not own.areas:
        return
    with_fire = _FIRE.search(title) is not None
    areas = "|".join(map(re.escape, own.areas))
    named = re.compile(
        r"\bPolice(?P<fire>,?\s+Fire)?,?\s+(?:and|&)\s+(?P<fire2>Fire\s+)?Crime\s+Commissioner"
        rf"\s+(?:for|of)\s+(?:the\s+)?(?:{areas})\b"
        rf"|\b(?:{areas})\s+Police(?P<fire3>,?\s+Fire)?,?\s+(?:and|&)\s+Crime\s+Commissioner\b"
    )
    for passage in response.passages:
        for found in named.finditer(passage.words):
            has_fire = any(found[name] for name in ("fire", "fire2", "fire3"))
            if has_fire != with_fire:
                message = f"“{found.group()}” is not the body’s title: it is {title}."
                severity = severity_outside_quotations(response, passage, Severity.ERROR)
                spot = at(passage, found.group())
                yield noticed(CHECK, severity, message, spot, suggestion=title, replaces=True)
