"""The words of a text, and what changed from one text to another, in readable phrases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

TOKEN: Final = re.compile(r"\w+(?:['’\u2011\u00ad-]\w+|(?<=\d)[.,:/](?=\d)\w+)*%?|\s+|[^\w\s]")
"""A word with its inner apostrophes and hyphens, a whole number, a stretch of space, or a sign."""
PHRASE_GAP: Final = 3
"""Changes with fewer unchanged words than this between them are read as one."""


class Change(NamedTuple):
    """Tokens `start:end` of the old text become tokens `new_start:new_end` of the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


def tokens(text: str) -> list[str]:
    """Return the words, spaces and signs of a text; joined, they are the text."""
    return TOKEN.findall(text)


def changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Return the smallest changes that turn one list of tokens into another, in order."""
    steps = (Change(*places) for kind, *places in _steps(old, new) if kind != "equal")
    return _joined(steps, lambda last, step: last.end == step.start)


def phrases(old: Sequence[str], new: Sequence[str], gap: int = PHRASE_GAP) -> list[Change]:
    """Return the changes between two lists of tokens, neighbours joined into phrases."""
    return _joined(
        changes(old, new), lambda last, step: words_between(old, last.end, step.start) < gap
    )


def _joined(steps: Iterable[Change], are_one: Callable[[Change, Change], bool]) -> list[Change]:
    found: list[Change] = []
    for step in steps:
        if found and are_one(found[-1], step):
            last = found.pop()
            found.append(Change(last.start, step.end, last.new_start, step.new_end))
        else:
            found.append(step)
    return found


def words_between(text: Sequence[str], start: int, end: int) -> int:
    """Return how many words and signs stand between two places; spaces do not count."""
    return sum(not token.isspace() for token in text[start:end])


def in_order(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Yield the places of equal items, as many as can be paired without crossing."""
    for kind, start, end, new_start, _ in _steps(old, new):
        if kind == "equal":
            yield from ((start + n, new_start + n) for n in range(end - start))


def likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """Return how much two lists of tokens share, from 0 (nothing) to 1 (all, in order)."""
    first, second = _numbered(old, new)
    return Indel.normalized_similarity(first, second)


def _steps(
    old: Sequence[Hashable], new: Sequence[Hashable]
) -> Iterator[tuple[str, int, int, int, int]]:
    for step in Indel.opcodes(*_numbered(old, new)):
        yield step.tag, step.src_start, step.src_end, step.dest_start, step.dest_end


def _numbered(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[list[int], list[int]]:
    """Return a number for each item: the library then compares numbers, not hashes of text."""
    numbers: dict[Hashable, int] = {}
    return (
        [numbers.setdefault(item, len(numbers)) for item in old],
        [numbers.setdefault(item, len(numbers)) for item in new],
    )
