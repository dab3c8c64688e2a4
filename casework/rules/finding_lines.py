"""A finding's text taken apart at its lines, and several put together as one."""

import re
from collections.abc import Sequence
from itertools import pairwise

from casework.errors import RefusedInputError
from casework.rules.findings.normal import comparable

_STEM = re.compile(r":\s*$")
_GOES_ON = re.compile(r"(?:[;,]|[;,]?\s(?:and|or))\s*$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[•·▪◦*–-]\s|\(?[a-z0-9]{1,3}[).]\s|[a-z])")


def parts_at(text: str, starts: Sequence[int]) -> list[str]:
    """Return a text in parts, each beginning at one of these lines (the first is line 1).

    A part that begins among the bullets of a list is given their stem again:
    the addressee and the deadline stand there.
    """
    lines = text.split("\n")
    _check_starts(lines, starts)
    bounds = [0, *(start - 1 for start in sorted(starts)), len(lines)]
    parts = []
    for begin, end in pairwise(bounds):
        stem = stem_of(lines, begin)
        parts.append("\n".join([*([lines[stem]] if stem is not None else []), *lines[begin:end]]))
    trimmed = [part.strip() for part in parts]
    if not all(trimmed):
        raise RefusedInputError("One of the parts would be empty: choose other lines.")
    return trimmed


def stem_of(lines: Sequence[str], at: int) -> int | None:
    """Return the line that is the stem of the bullet at a line; None if it is no bullet."""
    stem = None
    for number, line in enumerate(lines[:at]):
        if _STEM.search(line):
            stem = number
        elif stem is not None and not _is_followed_by_bullet(line, lines[number + 1]):
            stem = None
    return stem


def put_together(texts: Sequence[str]) -> str:
    """Return several findings as one text: a repetition once, a stem they share once."""
    known: set[str] = set()
    lines: list[str] = []
    for text in texts:
        if comparable(text) not in known:
            known.add(comparable(text))
            lines += _without_shared_stem(lines, text.split("\n"))
    return "\n".join(lines)


def _without_shared_stem(before: Sequence[str], lines: Sequence[str]) -> Sequence[str]:
    # Only a stem that is still open is left out: the same bullet may stand under two stems.
    open_stem = stem_of([*before, *lines[1:2]], len(before)) if len(lines) > 1 else None
    if open_stem is not None and comparable(before[open_stem]) == comparable(lines[0]):
        return lines[1:]
    return lines


def _is_followed_by_bullet(line: str, following: str) -> bool:
    return bool(_GOES_ON.search(line) or _BULLET.match(following))


def _check_starts(lines: Sequence[str], starts: Sequence[int]) -> None:
    if len(lines) == 1:
        message = (
            "The finding is one line: correct it first, so that each part begins on a line of "
            "its own, then split it."
        )
        raise RefusedInputError(message)
    wrong = [start for start in starts if not 1 < start <= len(lines)]
    if wrong or not starts or len(set(starts)) < len(starts):
        message = (
            f"Give the lines at which new findings begin, each once, from 2 to {len(lines)}: "
            "`section55 finding list` shows the lines with their numbers."
        )
        raise RefusedInputError(message)
