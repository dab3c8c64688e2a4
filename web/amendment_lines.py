"""Amendments as they are typed: one on each line, at a place if the line begins with its name."""

from collections.abc import Callable, Iterable
from typing import Final

from casework.rules.signing import Amendment

WHOLE: Final = "The document as a whole"


def read_amendments(
    typed: str, places: Iterable[str], named: Callable[[str | None], str]
) -> list[Amendment]:
    """Return what was typed as amendments; `Overview: shorten it` is one at a place."""
    by_name = {_bare(name): key for key in places for name in (key, named(key))}
    return [_one(line.strip(), by_name) for line in typed.splitlines() if line.strip()]


def _one(line: str, by_name: dict[str, str]) -> Amendment:
    # A place's own name may hold a colon: the longest beginning that is a name counts.
    for end in (i for i in range(len(line) - 1, 0, -1) if line[i] == ":"):
        key = by_name.get(_bare(line[:end]))
        if key:
            return Amendment(line[end + 1 :].strip(), key)
    return Amendment(line)


def _bare(words: str) -> str:
    return " ".join(words.replace("’", "'").casefold().split())
