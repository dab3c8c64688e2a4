"""Strings on which a pattern has the most to try: what it repeats, repeated, and then no match."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as signs
from re import _parser as parser
from types import ModuleType
from typing import Any

MANY = 16
"""Times from which on a repeat is drawn out: what may stand so often is as good as endless."""
PLAIN = (" ", "\n", "a", "A ", "1", "1 ", "-", "(", "“", "’", ".", "a, ", "the ", "Aa ", "\u00a0")


def patterns_of(*rooms: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every pattern that the modules of some packages hold, in tables as well."""
    seen: set[str] = set()
    for room in rooms:
        for found in pkgutil.iter_modules(room.__path__):
            module = importlib.import_module(f"{room.__name__}.{found.name}")
            for name, value in vars(module).items():
                for one in _inside(value):
                    if one.pattern not in seen:
                        seen.add(one.pattern)
                        yield f"{found.name}.{name}", one


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _inside(one)
    elif isinstance(value, dict):
        yield from _inside(tuple(value.values()))


def hostile_to(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Yield strings of a length: plain signs, and what the pattern repeats, drawn out."""
    told = dict.fromkeys(("", one) for one in PLAIN)
    for lead, pumped in _pumps(list(parser.parse(pattern.pattern, pattern.flags)), ""):
        told |= dict.fromkeys(((lead, pumped), ("", f"{lead}{pumped} ")))
    for lead, piece in told:
        if piece:
            yield (lead + piece * (length // len(piece) + 1))[:length] + "\0"


def _pumps(parsed: list[Any], lead: str) -> Iterator[tuple[str, str]]:
    """Yield what leads to each repeat of a parsed pattern, and what it repeats."""
    for sign, told in parsed:
        for inner in _parts(sign, told):
            yield from _pumps(inner, lead)
        if sign in (signs.MAX_REPEAT, signs.MIN_REPEAT) and told[1] >= MANY:
            yield lead, _sample(list(told[2]))
        lead += _sample([(sign, told)])


def _parts(sign: Any, told: Any) -> list[list[Any]]:
    if sign is signs.BRANCH:
        return [list(one) for one in told[1]]
    if sign is signs.SUBPATTERN:
        return [list(told[3])]
    if sign in (signs.MAX_REPEAT, signs.MIN_REPEAT):
        return [list(told[2])]
    return []


def _sample(parsed: list[Any]) -> str:
    """Return words that a parsed pattern nearly finds: the first of every choice."""
    return "".join(_one(sign, told) for sign, told in parsed)


def _one(sign: Any, told: Any) -> str:
    if sign is signs.LITERAL:
        return chr(told)
    if sign is signs.IN:
        return _member(told)
    if sign in (signs.MAX_REPEAT, signs.MIN_REPEAT):
        return _sample(list(told[2])) * int(max(told[0], min(told[1], 1)))
    parts = _parts(sign, told)
    if parts:
        return _sample(parts[0])
    return "x" if sign in (signs.ANY, signs.NOT_LITERAL) else ""


def _member(told: list[Any]) -> str:
    """Return a sign of a set, such as `[a-z]`; of one that names what it lacks, a letter."""
    of_class: dict[Any, str] = {
        signs.CATEGORY_SPACE: " ",
        signs.CATEGORY_DIGIT: "1",
        signs.CATEGORY_NOT_WORD: "-",
    }
    if told[0][0] is signs.NEGATE:
        return "x"
    for sign, one in told:
        if sign is signs.LITERAL:
            return chr(int(one))
        if sign is signs.RANGE:
            return chr(int(one[0]))
        if sign is signs.CATEGORY:
            return str(of_class.get(one, "a"))
    return "a"
