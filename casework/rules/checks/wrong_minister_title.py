"""The Secretary of State under a title that the office does not have."""

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import OSA

from casework.rules.checks.noticing import at, at_most_a_note, noticed
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import each_of, phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import sentence_at
from models.shapes.checking import Observation, Severity

CHECK: Final = "wrong_minister_title"
RIGHT: Final = "Secretary of State for the Home Department"
_DEPARTMENT: Final = "home department"
_SLIPS: Final = 2
"""Letters by which a department may miss the Home Department and still be meant as it."""
_OF_STATE: Final = phrase(
    r"(?<!under-)(?<!under )\bsecretar(?:y|ies)\s+(?:of|for)\s+(?:the\s+)?state"
    r"(?:\s+(?P<link>for|of|to|at|in)\s+"
    r"(?P<the>the\s+)?(?P<dept>home(?:\s+[\w’'-]+)?|[\w’'-]+(?:\s+(?:Department|Office"
    r"|Affairs))?))?"
)
_ALWAYS_WRONG: Final = phrase(
    r"\b(?:home\s+department\s+(?:secretary|minister)|home\s+affairs\s+secretary|home\s+office\s+secretary"
    r"|secretary\s+(?:of|for|to)\s+the\s+home\s+(?:department|office|affairs)"
    r"|state\s+secretary\s+for\s+\w+"
    r"|secretary\s+(?:of|for)\s+home\s+(?:affairs|department|office)"
    r"|minister\s+of\s+state\s+(?:at|in|of|to)\s+the\s+home\s+department"
    r"|home\s+(?:affairs\s+)?minister|minister\s+(?:for|of)\s+(?:the\s+)?home\s+(?:affairs"
    r"|department|office)"
    r"|minister\s+of\s+state\s+for\s+(?:the\s+)?home\s+(?:affairs|department|office)"
    r"|minister\s+of\s+the\s+interior|interior\s+(?:minister|secretary)"
    r"|home\s+secretary\s+of\s+state|hone\s+secretary|home\s+secratary|home\s+secretery"
    r"|home\s+secetary"
    r"|under[- ]secretary\s+of\s+state\s+for\s+the\s+home\s+office)\b"
)
_JUNIOR: Final = phrase(
    r"\b(?:policing\s+minister"
    r"|minister\s+(?:of\s+state\s+)?for\s+(?:[\w-]+,?\s+(?:and\s+)?){0,3}?policing"
    r"|minister\s+of\s+state\s+(?:at|in)\s+the\s+home\s+office"
    r"|minister\s+(?:of\s+state\s+)?for\s+(?:crime|security|fire)|justice\s+secretary"
    r"|prime\s+minister|minister\s+for\s+police|police\s+minister"
    r"|crime\s+and\s+policing\s+minister)\b"
)
_COPY: Final = phrase(
    r"\bcop(?:y|ies|ied|ying)\b|\bc\.?c\.?[\s:.]|\b(?:sent|sending|send|forward\w*|submitted|supplied)\b"
    r"[^.]{0,80}\bto\b"
)
_THE_RIGHT_ONE: Final = phrase(
    r"\bsecretary\s+of\s+state\b(?!\s+(?:for|of)\b)|\bhome\s+secretary\b"
    r"|\bfor\s+the\s+home\s+department\b"
)
_OTHER_DEPARTMENTS: Final = each_of(
    "justice health education defence transport wales scotland northern levelling housing "
    "communities foreign work environment business energy science digital culture exiting "
    "international women trade local social children constitutional environment, culture,"
)


def wrong_minister_title(response: Response) -> Iterator[Observation]:
    """Yield each wrong title of the Home Secretary, and each minister named in their place."""
    for passage in response.passages:
        told: list[tuple[int, int]] = []
        for start, end in _wrong_titles(passage.words):
            if not any(first < end and start < last for first, last in told):
                told.append((start, end))
                yield _told(response, passage, start, end)
        for found in _JUNIOR.finditer(passage.words):
            inside = any(first < found.end() and found.start() < last for first, last in told)
            if not inside and _gets_the_copy(passage, found.start()):
                yield _told(response, passage, *found.span())


def _wrong_titles(words: str) -> Iterator[tuple[int, int]]:
    for found in _OF_STATE.finditer(words):
        if _is_wrong(found, sentence_at(words, found.start()).words):
            yield found.span()
    for found in _ALWAYS_WRONG.finditer(words):
        yield found.span()


def _is_wrong(found: re.Match[str], sentence: str) -> bool:
    dept = " ".join((found["dept"] or "").casefold().split()).rstrip(".,;")
    title = " ".join(found.group().casefold().split())
    slipped = not re.match(r"secretar(?:y|ies) of state\b", title)
    if not dept:
        return slipped
    link, first = found["link"].casefold(), dept.split()[0]
    if link in {"in", "at"}:
        # "to the Secretary of State in the Home Office": told of the place, not as a title.
        return False
    if dept == _DEPARTMENT:
        return slipped or link != "for" or not found["the"]
    if first == "home" or _is_like_home(dept):
        return True
    if first in _OTHER_DEPARTMENTS:
        return _COPY.search(sentence) is not None and _THE_RIGHT_ONE.search(sentence) is None
    return first in {"policing", "police", "interior", "crime", "internal", "security"}


def _is_like_home(dept: str) -> bool:
    return OSA.distance(dept, _DEPARTMENT, score_cutoff=_SLIPS) <= _SLIPS


def _gets_the_copy(passage: Passage, place: int) -> bool:
    sentence = sentence_at(passage.words, place).words
    heads = " ".join((*passage.trail[-1:], *passage.heads))
    copied = _COPY.search(sentence) or re.match(r"\W*cop(?:y|ies)\b", heads, re.IGNORECASE)
    return copied is not None and _THE_RIGHT_ONE.search(sentence) is None


def _told(response: Response, passage: Passage, start: int, end: int) -> Observation:
    words = passage.words[start:end]
    message = f"“{words}” is not the title of the minister who gets the copy: it is the {RIGHT}."
    severity = at_most_a_note(response, passage, Severity.ERROR)
    return noticed(
        CHECK,
        severity,
        message,
        at(passage, words),
        suggestion=RIGHT,
        replaces=not words.endswith("s"),
    )
