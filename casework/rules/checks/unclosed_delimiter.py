"""Brackets and quotation marks that are opened and never closed, or the other way round.

Where a quotation is never closed, nobody can tell who is speaking.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from casework.rules.checks.noticing import Spot, around, at_most_a_note, noticed, shortened
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import TextKind

CHECK: Final = "unclosed_delimiter"
PAIRS: Final = {"(": ")", "[": "]", "“": "”"}
CLOSING: Final = {close: open_ for open_, close in PAIRS.items()}
_LABEL: Final = re.compile(r"(?:^|[\s(])(?:\d{1,2}|[a-z]|[ivx]{1,5})\.?\Z")
"""What stands before a bracket that only numbers a list: `a)`, `12)`, `iii)`."""
_SINGLE: Final = re.compile(r"(?:^|[\s(\[])‘(?=\w)")
_ENDS_SINGLE: Final = re.compile(r"’(?!\w)")
_CUT_OFF: Final = phrase(r"(?:^|\s)’\d\d\b|’(?:tis|cause|til|n)\b")
LONGEST_QUOTATION: Final = 12
"""Passages that one quotation may run through, each opening it again."""

NEAR_THE_START: Final = 3
"""Signs before a quotation that is the whole passage."""


class _Open(NamedTuple):
    sign: str
    where: int


def unclosed_delimiter(response: Response) -> Iterator[Observation]:
    """Yield each bracket or quotation mark without its other half."""
    for number, passage in enumerate(response.passages):
        following = response.passages[number + 1 : number + 1 + LONGEST_QUOTATION]
        for one in _alone(passage):
            if one.sign == "“" and _goes_on(following):
                continue
            if one.sign == "”" and _was_begun(response.passages[:number]):
                continue
            what = "quotation mark" if one.sign in '“”‘"' else "bracket"
            verb = "never opened" if one.sign in CLOSING else "never closed"
            words = _shown(passage, one)
            yield noticed(
                CHECK,
                at_most_a_note(response, passage, Severity.WARNING),
                f"A {what} is {verb}: “{shortened(words)}”.",
                Spot(passage.at, words),
            )


def _shown(passage: Passage, one: _Open) -> str:
    """Return the words at a sign; of a quotation never closed all of it, as the end lacks it."""
    if one.sign in "“‘" and passage.words[one.where :].strip() and one.where < NEAR_THE_START:
        return passage.words[one.where :].strip()
    return around(passage, one.where, one.where + 1)


def _alone(passage: Passage) -> Iterator[_Open]:
    """Yield the signs of a passage that have no other half in it."""
    words = passage.words
    open_now: list[_Open] = []
    for where, sign in enumerate(words):
        if sign in PAIRS:
            open_now.append(_Open(sign, where))
        elif sign in CLOSING:
            before = [one for one in open_now if one.sign == CLOSING[sign]]
            if before:
                open_now.remove(before[-1])
            elif sign != ")" or not _LABEL.search(words, 0, where):
                yield _Open(sign, where)
    yield from open_now
    straight = [found.start() for found in re.finditer(r"(?<!\d)\"", words)]
    if len(straight) % 2:
        yield _Open('"', straight[-1])
    yield from _single(words)


def _single(words: str) -> Iterator[_Open]:
    """Yield an opening single mark that nothing behind it can close."""
    plain = _CUT_OFF.sub(lambda found: " " * len(found.group()), words)
    opened = [found.end() - 1 for found in _SINGLE.finditer(plain)]
    if opened and not _ENDS_SINGLE.search(plain, opened[-1]):
        yield _Open("‘", opened[-1])


def _goes_on(following: Sequence[Passage]) -> bool:
    """Return whether a quotation goes on in the next passages, and ends in one of them."""
    for passage in following:
        first, last = passage.words.find("“"), passage.words.find("”")
        if last >= 0 and (first < 0 or last < first):
            return True
        if first < 0 and last < 0 and passage.kind is TextKind.ITEM:
            continue
        if first != 0 or passage.is_heading:
            return first == 0 and last > 0
        if last > first:
            return True
    return False


def _was_begun(before: Sequence[Passage]) -> bool:
    """Return whether an earlier passage left a quotation open."""
    for passage in reversed(before[-LONGEST_QUOTATION:]):
        if passage.words.rfind("“") > passage.words.rfind("”"):
            return True
        if "”" in passage.words:
            return False
    return False
