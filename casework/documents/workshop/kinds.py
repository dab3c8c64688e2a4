"""What a field holds, told from the shapes themselves, and the known field nearest to a slip."""

from __future__ import annotations

from dataclasses import is_dataclass
from difflib import get_close_matches
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Kind = Any
"""`str`, `int`, `bool`, a class of fields, `tuple[…]` of one of them, or UNKNOWN."""
UNKNOWN: Final = None
TOP: Final = "top"
"""Where a name stands that is no field of another."""
ALIKE: Final = 0.6
"""Share of letters two names must have in common to be taken for one another."""
DEEPEST: Final = 3


class Loop:
    """What a template knows of the turn it is in: `loop.first`."""

    index: int
    index0: int
    revindex: int
    revindex0: int
    length: int
    depth: int
    first: bool
    last: bool


@cache
def fields_of(kind: Kind) -> Mapping[str, Kind]:
    """Return the fields of a kind by name; nothing for text, numbers and lists."""
    if kind is Loop or (isinstance(kind, type) and is_dataclass(kind)):
        return {name: _plain(hint) for name, hint in get_type_hints(kind).items()}
    return {}


def _plain(hint: Any) -> Kind:
    """Return a hint without its `| None`."""
    if get_origin(hint) in (Union, UnionType):
        rest = [each for each in get_args(hint) if each is not NoneType]
        return rest[0] if len(rest) == 1 else UNKNOWN
    return hint


def is_list(kind: Kind) -> bool:
    """Return whether a template can go through it, turn by turn."""
    origin: Any = get_origin(kind)
    return origin is tuple


def element_of(kind: Kind) -> Kind:
    """Return what a list holds; UNKNOWN for what is no list."""
    return get_args(kind)[0] if is_list(kind) else UNKNOWN


def in_words(kind: Kind) -> str:
    """Return what a kind is called in an office."""
    if is_list(kind):
        return "a list"
    return {str: "text", int: "a number", bool: "yes or no"}.get(kind, "a group of fields")


def paths_in(scope: Mapping[str, Kind]) -> Iterator[str]:
    """Yield every field that can be named here, those inside other fields with their dots."""
    for name, kind in scope.items():
        if kind is not Loop:
            yield from _paths(name, kind, DEEPEST)


def _paths(path: str, kind: Kind, deep: int) -> Iterator[str]:
    yield path
    for name, inner in fields_of(kind).items() if deep else ():
        yield from _paths(f"{path}.{name}", inner, deep - 1)


def nearest(asked: str, known: Iterable[str]) -> str | None:
    """Return the known field that was probably meant, or None."""
    paths = list(dict.fromkeys(known))
    by_end: dict[str, str] = {}
    for path in paths:
        by_end.setdefault(path.rpartition(".")[2], path)
    # The same word elsewhere (`title` for `report.title`) is likelier than a word alike.
    last = asked.rpartition(".")[2]
    whole = get_close_matches(asked, paths, 1, 0.75)
    ends = get_close_matches(last, by_end, 1, 0.75)
    if last in by_end:
        return by_end[last]
    if whole or ends:
        return whole[0] if whole else by_end[ends[0]]
    return next(iter(get_close_matches(asked, paths, 1, ALIKE)), None)
