"""The title of the report with other words or another cycle in it than it has."""

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import Indel

from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "wrong_report_title"
LEAST_WORDS: Final = 4
"""Words of a title from which on it is recognised with a slip."""
CLOSE: Final = 0.72
"""Share of the words that two titles must have in common to be one title with a slip."""
_WORD: Final = re.compile(r"\w[\w’'-]*(?:/\d+)?")
_EARLIER: Final = phrase(
    r"\b(?:previous|earlier|last|prior|former|preceding|compared|superseded|replaced)\b"
)
_DASHES: Final = str.maketrans("–\u2011", "--")
SMALL_MORE: Final = 3
"""Small words more than the title has, up to which it is still the title."""
_OURS: Final = frozenset(
    {
        "response",
        "respond",
        "responding",
        "reply",
        "answer",
        "statement",
        "letter",
        "comments",
        "re",
    }
)
_SMALL: Final = frozenset({"and", "the", "of", "a", "an", "on", "into"})
"""Words by which a title that is otherwise right may differ."""


def wrong_report_title(response: Response) -> Iterator[Observation]:
    """Yield each place where the report’s title stands almost as it is."""
    title = " ".join(response.facts.report.title.split())
    wanted = _words(title)
    if len(wanted) < LEAST_WORDS:
        return
    for passage in response.passages:
        if response.is_quoted(passage) or _EARLIER.search(passage.words):
            continue
        found = _almost(passage, wanted)
        if found:
            message = f"“{found}” is not quite the title of the report: {title}."
            yield noticed(
                CHECK,
                Severity.WARNING,
                message,
                at(passage, found),
                suggestion=title,
                replaces=True,
            )


def _words(text: str) -> list[str]:
    return [_compared(one) for one in _WORD.findall(text.translate(_DASHES))]


def _compared(word: str) -> str:
    return word.casefold().replace("’", "'").replace("/", "-").removesuffix("'s").rstrip("'")


def _almost(passage: Passage, wanted: list[str]) -> str:
    """Return the words of a passage that are the title with a slip; empty if there are none."""
    here = list(_WORD.finditer(passage.words.translate(_DASHES)))
    told = [_compared(one.group()) for one in here]
    length = len(wanted)
    best, best_start = 0.0, 0
    for start in range(len(told) - length + 1):
        window = told[start : start + length]
        if window[0] != wanted[0] and window[-1] != wanted[-1]:
            continue
        alike = Indel.normalized_similarity(window, wanted)
        if alike > best or (alike == best and window[0] == wanted[0]):
            best, best_start = alike, start
    window = told[best_start : best_start + length]
    if best < CLOSE or not _differs_in_words(window, wanted):
        return ""
    if _is_headed_so(window, wanted) or _is_cut_short(window, wanted):
        return ""
    if _holds_all(told, best_start, wanted):
        return ""
    found = passage.words[here[best_start].start() : here[best_start + length - 1].end()]
    return found.rstrip("’'") if found[:1].isupper() or found[:1].isdigit() else ""


def _is_headed_so(window: list[str], wanted: list[str]) -> bool:
    """Return whether only the opening differs, and says what our paper is: `Response to …`."""
    alike = 0
    for one, other in zip(reversed(window), reversed(wanted), strict=True):
        if one != other:
            break
        alike += 1
    opening = window[: len(window) - alike]
    return alike >= LEAST_WORDS and not _OURS.isdisjoint(opening)


def _is_cut_short(window: list[str], wanted: list[str]) -> bool:
    """Return whether our paper's own title begins with a shorter one: `PEEL report: response`."""
    upto = next((n for n, one in enumerate(window) if one in _OURS and one not in wanted), 0)
    rest = iter(wanted)
    return upto > 0 and all(one in rest for one in window[:upto])


def _holds_all(told: list[str], start: int, wanted: list[str]) -> bool:
    """Return whether the title stands there whole, with small words put in: `of Humberside`."""
    strong = [one for one in wanted if one not in _SMALL]
    here = [one for one in told[start : start + len(wanted) + SMALL_MORE] if one not in _SMALL]
    return here[: len(strong)] == strong


def _differs_in_words(window: list[str], wanted: list[str]) -> bool:
    return [one for one in window if one not in _SMALL] != [
        one for one in wanted if one not in _SMALL
    ]
