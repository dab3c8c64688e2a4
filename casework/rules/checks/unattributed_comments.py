"""The chief officer's comments in nobody's name, as if the body had written them."""

from collections.abc import Iterator, Sequence
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.speakers import LONGEST_LABEL
from models.shapes.checking import Observation, Severity

CHECK: Final = "unattributed_comments"
LINES_BEFORE: Final = 3
NEAR: Final = 6
_LEAD: Final = phrase(
    r"\b(?:comment|sa(?:id|ys?)\b|print|c[ao]me\s+from|th(?:inks|ought)\b|submi|wr(?:ote|it)|statement|respon|follow|reproduc|provid|receiv|below|repl|remark"
    r"|words|verbatim|in\s+full|observ|view|state[ds]|sent|tell|told|answer|letter|add(?:s|ed)\b|put\s+it)"
)
_BY_PRONOUN: Final = phrase(
    r"\b(?:he|she|they|his|her|their|these)\b[^.]{0,90}(?::|in\s+full|below|verbatim|as\s+follows|follow)\W*$"
    r"|\b(?:his|her|their)\s+(?:\w+\s+){0,2}?(?:comments?|reply|words|response|letter|statement)\b"
)
_FORCE: Final = phrase(r"\b(?:force|police(?!(?:,?\s+fire)?,?\s+(?:and|&)\s+crime)|constabulary)\b")
_TO_A_REPORT: Final = phrase(
    r"\b(?:respon[sd]\w*|repl(?:y|ies)|answers?|comments?)\s+(?:of\b[^“]{0,90})?(?:to|on)\b"
)
"""In a heading: it is over what the body says to the inspectors, or to the chief officer."""


def unattributed_comments(response: Response) -> Iterator[Observation]:
    """Yield the sealed comments where nothing around them says whose words they are.

    A response that says it of one paragraph says it of all: s.55(5)(b). Where they
    are named near by, that may be meant to say it: a warning.
    """
    if response.is_welsh:
        return
    starts = {at: one.start for at, one in response.sealed.items()}
    firsts = [one for one in starts if one - 1 not in starts]
    if not starts or any(_is_attributed(response, one, starts) for one in firsts):
        return
    title = response.facts.chief_officer.title or "chief officer"
    weight = Severity.WARNING if _is_named_near(response, firsts) else Severity.ERROR
    for number, one in enumerate(starts):
        yield noticed(
            CHECK,
            Severity.NOTE if number else weight,
            f"The {title}'s comments stand in nobody's name: say whose they are "
            "(section 55(5)(b)).",
            at(response.passages[one], response.passages[one].words[starts[one] :]),
            suggestion="Set them under a heading of their own, with name and date.",
        )


def _is_attributed(response: Response, first: int, starts: dict[int, int]) -> bool:
    """Return whether a heading, the words before or the line behind says whose words begin."""
    passage = response.passages[first]
    heads = (*passage.trail, *passage.heads)
    if any(_heads(response, head) for head in heads if not _TO_A_REPORT.search(head)):
        return True
    lines = [passage.words[: starts[first]]]
    lines += [
        one.words
        for one in response.passages[max(first - LINES_BEFORE, 0) : first]
        if one.trail == passage.trail and one.at not in response.placed.inspectors
    ]
    if any(_leads(response, line) for line in lines):
        return True
    if any(_BY_PRONOUN.search(line) for line in lines[:1] + lines[-1:]) and _named_before(
        response, first
    ):
        return True
    last = max(one for one in starts if one - first <= len(starts))
    return any(
        not one.is_heading and one.is_short and _heads(response, one.words)
        for one in response.passages[last + 1 : last + 3]
    )


def _is_named_near(response: Response, firsts: Sequence[int]) -> bool:
    """Return whether somebody names the chief officer near their words, in whatever sentence."""
    return any(
        _names_them(response, passage.words)
        for first in firsts
        for passage in response.passages[max(first - NEAR, 0) : first + NEAR]
    )


def _names_them(response: Response, words: str) -> bool:
    officer = response.facts.chief_officer
    return response.names.chief.search(words) is not None or any(
        name and name.casefold() in words.casefold() for name in (officer.title, officer.name)
    )


def _heads(response: Response, words: str) -> bool:
    """Return whether a heading, or a line of a few words, names the chief officer or the force."""
    if _names_them(response, words):
        return True
    return _FORCE.search(words) is not None and _LEAD.search(words) is not None


def _leads(response: Response, words: str) -> bool:
    if len(words.split()) <= LONGEST_LABEL:
        return _heads(response, words) and _LEAD.search(words) is not None
    return _names_them(response, words) and _LEAD.search(words) is not None


def _named_before(response: Response, first: int) -> bool:
    """Return whether the chief officer is named in the section before their words."""
    trail = response.passages[first].trail
    for passage in reversed(response.passages[max(first - 2 * LINES_BEFORE, 0) : first]):
        if passage.trail == trail and _names_them(response, passage.words):
            return True
    return False
