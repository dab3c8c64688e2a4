"""A response that nobody has put a name under."""

import re
from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import noticed
from casework.rules.manuscript.passages import SHORT_LINE, Part, Passage
from casework.rules.manuscript.people import Person, is_near, is_same, person
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import Observation, Severity

CHECK: Final = "missing_signature"
OPENING: Final = 0.25
"""Share of a document in which a name is that of a letterhead, not of a signature."""
TABLES_END: Final = 0.6
"""Share of a document before which a name in a table is a particular of the case."""
_SIGNED: Final = phrase(
    r"\b(?:signed|signature|signatory|yours\s+(?:sincerely|faithfully|truly|ever)|on\s+behalf\s+of"
    r"|kind\s+regards|approved\s+by|adopted\s+by)\b"
)
_NOT_A_SIGNATURE: Final = phrase(
    r"\b(?:contact|e-?mail|telephone|owner|lead|enquir\w+|press|copied|copy|copies|cc|dear)\b"
    r"|@|^\W*to\b"
)
_IS_A_SENTENCE: Final = re.compile(r"\b(?:will|has|have|is|are|was|were|met|and\s+I|response)\b")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def missing_signature(response: Response) -> Iterator[Observation]:
    """Yield that the signatory's name stands under no part of the response."""
    facts = response.facts
    name = facts.signatory.name.strip() or facts.local_policing_body.name.strip()
    if facts.is_draft or not name:
        return
    if any(True for _ in signature_lines(response, person(name))):
        return
    message = f"There is no signature block with the name of {name}, who signs this response."
    title = f", {facts.signatory.title}" if facts.signatory.title else ""
    suggestion = f"End it with the signatory’s name, office and date: {name}{title}."
    yield noticed(CHECK, Severity.ERROR, message, suggestion=suggestion)


def signature_lines(response: Response, who: Person) -> Iterator[Passage]:
    """Yield the passages in which somebody signs, near-misses of the name included."""
    body = [one for one in response.passages if one.part is Part.BODY]
    opening = max(3, int(len(body) * OPENING))
    for number, passage in enumerate(body):
        if response.speakers[passage.at] in {Speaker.CHIEF_OFFICER, Speaker.INSPECTORS}:
            continue
        before = body[number - 1].words if number else ""
        label = " ".join(passage.heads)
        near_signed = any(_SIGNED.search(words) for words in (before, label, passage.words))
        if number < opening and number < len(body) - opening and not near_signed:
            continue
        if passage.cell and not near_signed and number < len(body) * TABLES_END:
            continue
        if any(_signs(line, who, near_signed=near_signed) for line in lines_of(passage.words)):
            if _NOT_A_SIGNATURE.search(label):
                continue
            yield passage


def lines_of(words: str) -> list[str]:
    """Return the lines of a passage that are not empty."""
    return [line.strip() for line in words.splitlines() if line.strip()]


def _signs(line: str, who: Person, *, near_signed: bool) -> bool:
    words = _WORD.findall(line)
    if not words or _NOT_A_SIGNATURE.search(line):
        return False
    if len(words) > SHORT_LINE and not _SIGNED.search(line):
        return False
    at = next((n for n, one in enumerate(words) if _is_like(one, who.surname)), None)
    if at is None:
        return False
    if not near_signed and (_IS_A_SENTENCE.search(line) or line.endswith(".")):
        return False
    first = who.forename
    if not first or near_signed:
        return True
    return any(_is_like(one, first) for one in words[max(0, at - 3) : at])


def _is_like(word: str, name: str) -> bool:
    return is_same(word, name) or is_near(word, name)
