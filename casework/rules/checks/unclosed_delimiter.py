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
STRAIGHT_END: Final = '"”'
"""A straight mark that closes what nobody opened."""
MARKS: Final = ("“", "”", "‘", '"', STRAIGHT_END)
CLOSING: Final = {close: open_ for open_, close in PAIRS.items()}
_LABEL: Final = re.compile(r"(?:^|[\s(])(?:\d{1,2}|[a-z]|[ivx]{1,5})\.?\Z")
"""What stands before a bracket that only numbers a list: `a)`, `12)`, `iii)`."""
_STRAIGHT: Final = re.compile('"')
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
            if one.sign == '"' and _is_opened_again(following):
                continue
            if one.sign == "‘" and _single_goes_on(following):
                continue
            if one.sign == STRAIGHT_END and _was_opened(response.passages[:number]):
                continue
            what = "quotation mark" if one.sign in MARKS else "bracket"
            verb = "never opened" if one.sign in {*CLOSING, STRAIGHT_END} else "never closed"
            words = _shown(passage, one)
            yield noticed(
                CHECK,
                at_most_a_note(response, passage, Severity.WARNING),
                f"A {what} is {verb}: “{shortened(words)}”.",
                Spot(passage.at, words),
            )


def _shown(passage: Passage, one: _Open) -> str:
    """Return the words at a sign; of a quotation never closed all of it, as the end lacks it."""
    if (
        one.sign in {"“", "‘", '"'}
        and passage.words[one.where :].strip()
        and one.where < NEAR_THE_START
    ):
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
    yield from _straight(words)
    yield from _single(words)


def _straight(words: str) -> Iterator[_Open]:
    """Yield the straight marks that open, and close, no other: each by what stands beside it."""
    now: int | None = None
    for found in _STRAIGHT.finditer(words):
        where = found.start()
        before, behind = words[max(where - 1, 0) : where], words[where + 1 : where + 2]
        if _opens(before, behind, is_open=now is not None):
            # A quotation that runs on is opened again on each line.
            if now is not None and before != "\n":
                yield _Open('"', now)
            now = where
        elif now is not None:
            now = None
        elif not before.isdigit():
            yield _Open(STRAIGHT_END, where)
    if now is not None:
        yield _Open('"', now)


def _opens(before: str, behind: str, *, is_open: bool) -> bool:
    """Return whether a straight mark opens a quotation, by the signs on both sides of it."""
    if before.strip().strip("“‘([/–—-"):
        return not is_open and behind.isalnum() and not before.isdigit()
    return bool(behind.strip()) or not is_open


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


def _is_opened_again(following: Sequence[Passage]) -> bool:
    """Return whether a quotation in straight marks goes on in the next passage, or its list."""
    for number, passage in enumerate(following):
        if '"' in passage.words:
            odd = passage.words.count('"') % 2 == 1
            again = number == 0 and not passage.is_heading and passage.words.startswith('"')
            return again or (odd and passage.kind is TextKind.ITEM)
        if passage.kind is not TextKind.ITEM:
            return False
    return False


def _single_goes_on(following: Sequence[Passage]) -> bool:
    """Return whether a quotation in single marks goes on: opened again, or closed in its list."""
    for number, passage in enumerate(following):
        if number == 0 and not passage.is_heading and passage.words.startswith("‘"):
            return True
        if passage.kind is not TextKind.ITEM:
            return False
        if passage.words.rstrip(" .,;").endswith("’"):
            return True
    return False


def _was_opened(before: Sequence[Passage]) -> bool:
    """Return whether an earlier passage left straight marks open, items of a list between."""
    for passage in reversed(before[-LONGEST_QUOTATION:]):
        if '"' in passage.words:
            return passage.words.count('"') % 2 == 1
        if passage.kind is not TextKind.ITEM:
            return False
    return False
