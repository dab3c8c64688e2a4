"""Changing a settings file in place, so that the remarks in it stay where they stand.

The change is made where the value stands in the text, and read back; what
cannot be done there is done to what stands around it, in the end to the whole
file. What comes out always reads as what was wanted.
"""

import copy
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any, Final, NamedTuple

from casework.registers.toml_lines import Path, Walk

Raw = dict[str, Any]
BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
WIDE: Final = 95
"""Characters of a line beyond which a list is written over several lines."""
GONE: Final = object()
ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Step(NamedTuple):
    """One thing to be done to the text: `GONE` takes a value away."""

    path: Path
    value: Any
    is_new: bool = False
    """Whether a setting or an entry of a list is put in at this path."""


class _CannotError(Exception):
    """This cannot be done at this place of the text."""


def rewritten(text: str, wanted: Raw) -> str:
    """Return the text changed so that it reads as wanted; remarks are kept where that can be."""
    while (have := tomllib.loads(text)) != wanted:
        step = next(_steps(have, wanted, ()))
        text = _done(text, have, step) or whole(wanted)
    return text


def whole(values: Raw) -> str:
    """Return settings as a file of their own, without a remark."""
    plain = {k: v for k, v in values.items() if not isinstance(v, dict) and not _is_entries(v)}
    text = "".join(f"{_key(key)} = {inline(value)}\n" for key, value in plain.items())
    for key, value in values.items():
        if key not in plain:
            text += "".join(_sections(_key(key), value))
    return text.lstrip("\n")


def _sections(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        inner = {k: v for k, v in value.items() if isinstance(v, dict)}
        rest = {k: v for k, v in value.items() if k not in inner}
        yield f"\n[{name}]\n{_pairs(rest)}"
        for key, below in inner.items():
            yield from _sections(f"{name}.{_key(key)}", below)
    else:
        for entry in value:
            yield f"\n[[{name}]]\n{_pairs(entry)}"


def _pairs(values: Raw) -> str:
    return "".join(_pair(key, value) for key, value in values.items())


def _pair(key: str, value: Any) -> str:
    line = f"{_key(key)} = {inline(value)}"
    if len(line) > WIDE and isinstance(value, list):
        line = f"{_key(key)} = [\n" + "".join(f"    {inline(one)},\n" for one in value) + "]"
    return f"{line}\n"


def _is_entries(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def inline(value: Any) -> str:
    """Return a value as it is written on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{"".join(_sign(sign) for sign in value)}"'
        case list():
            return f"[{', '.join(inline(one) for one in value)}]"
        case dict():
            inner = ", ".join(f"{_key(key)} = {inline(one)}" for key, one in value.items())
            return f"{{ {inner} }}" if inner else "{}"
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else inline(key)


def _sign(sign: str) -> str:
    if sign in ESCAPES:
        return ESCAPES[sign]
    return f"\\u{ord(sign):04x}" if ord(sign) < ord(" ") or sign == "\x7f" else sign


# What is to be done


def _steps(have: Any, wanted: Any, path: Path) -> Iterator[Step]:
    """Yield what differs, the smallest thing first; only the first is carried out at a time."""
    if isinstance(have, dict) and isinstance(wanted, dict):
        for key in [*have, *(key for key in wanted if key not in have)]:
            if key not in wanted:
                yield Step((*path, key), GONE)
            elif key not in have:
                yield Step((*path, key), wanted[key], is_new=True)
            elif have[key] != wanted[key] or type(have[key]) is not type(wanted[key]):
                yield from _steps(have[key], wanted[key], (*path, key))
    elif _is_entries(have) and _is_entries(wanted):
        yield from _entries(have, wanted, path)
    else:
        yield Step(path, wanted)


def _entries(have: list[Raw], wanted: list[Raw], path: Path) -> Iterator[Step]:
    same = zip(have, wanted, strict=False)
    first = next(
        (n for n, (old, new) in enumerate(same) if old != new), min(len(have), len(wanted))
    )
    if len(have) == len(wanted):
        yield from _steps(have[first], wanted[first], (*path, first))
    elif len(have) < len(wanted):
        yield Step((*path, first), wanted[first], is_new=True)
    else:
        yield Step((*path, first), GONE)


def _applied(have: Raw, step: Step) -> Raw:
    """Return the values as they are after one step."""
    after = copy.deepcopy(have)
    inner: Any = after
    for key in step.path[:-1]:
        inner = inner[key]
    last = step.path[-1]
    if step.value is GONE:
        del inner[last]
    elif step.is_new and isinstance(last, int):
        inner.insert(last, step.value)
    else:
        inner[last] = step.value
    return after


# Doing it in the text


def _done(text: str, have: Raw, step: Step) -> str:
    """Return the text after one step, done there or just around it; empty if it cannot be."""
    expected = _applied(have, step)
    for one in (step, *_around(expected, step.path)):
        try:
            after = _edited(text, one)
            if tomllib.loads(after) == expected:
                return after
        except (_CannotError, tomllib.TOMLDecodeError):
            continue
    return ""


def _around(expected: Raw, path: Path) -> Iterator[Step]:
    """Yield the settings around a place, the nearest first, each to be written anew."""
    for length in range(len(path) - 1, 0, -1):
        value: Any = expected
        for key in path[:length]:
            value = value[key]
        yield Step(path[:length], value)


def _edited(text: str, step: Step) -> str:
    walk = Walk(text).whole()
    if step.value is GONE:
        return _without(walk, step.path)
    if step.is_new:
        return _with(walk, step.path, step.value)
    if step.path not in walk.values:
        raise _CannotError
    begin, end = walk.values[step.path]
    written = _pair("x", step.value)[4:-1] if step.path in walk.pairs else inline(step.value)
    return text[:begin] + written + text[end:]


def _with(walk: Walk, path: Path, value: Any) -> str:
    """Put a setting, a section or an entry of a list in."""
    around = path[:-1]
    if isinstance(path[-1], int):
        return _with_entry(walk, around, path[-1], value)
    header = next((one for one in walk.headers if one[0] == around), None)
    if header and not isinstance(value, dict):
        place = _end_of_own(walk, header)
        return _laid_in(walk.text, place, _pair(path[-1], value))
    if around in walk.values:
        return _with_inline(walk, around, f"{_key(path[-1])} = {inline(value)}")
    if any(isinstance(step, int) for step in path):
        raise _CannotError
    name = ".".join(_key(str(step)) for step in path)
    if not isinstance(value, dict) and not _is_entries(value):
        raise _CannotError
    return _laid_in(walk.text, len(walk.text.rstrip()), "".join(_sections(name, value)))


def _with_entry(walk: Walk, path: Path, number: int, value: Raw) -> str:
    if path in walk.values:
        return _with_element(walk, path, number, inline(value))
    if number == 0 or any(isinstance(step, int) for step in path[:-2]):
        raise _CannotError
    place = _end_of_all(walk, (*path, number - 1))
    name = ".".join(_key(step) for step in path if isinstance(step, str))
    return _laid_in(walk.text, place, f"\n[[{name}]]\n{_pairs(value)}")


def _with_element(walk: Walk, path: Path, number: int, written: str) -> str:
    """Put an entry into a list in square brackets, behind the one before it."""
    if number == 0:
        raise _CannotError
    begin, end = walk.values[(*path, number - 1)]
    line = walk.text[walk.text.rfind("\n", 0, begin) + 1 : begin]
    between = f",\n{line}" if not line.strip() else ", "
    return walk.text[:end] + between + written + walk.text[end:]


def _with_inline(walk: Walk, path: Path, written: str) -> str:
    """Put a pair into a table in curly brackets, behind its last one."""
    inner = [end for known, (_, end) in walk.values.items() if known[:-1] == path]
    begin, _ = walk.values[path]
    if not inner or walk.text[begin] != "{":
        raise _CannotError
    return walk.text[: max(inner)] + f", {written}" + walk.text[max(inner) :]


def _without(walk: Walk, path: Path) -> str:
    """Take a pair, or every section of a path, out of the text."""
    cuts = [
        (begin, walk.values[known][1]) for known, begin in walk.pairs.items() if _is_in(path, known)
    ]
    cuts += [(begin, end) for known, begin, end in walk.headers if _is_in(path, known)]
    if not cuts:
        raise _CannotError
    text = walk.text
    for begin, end in sorted(cuts, reverse=True):
        line_end = text.find("\n", end)
        text = text[:begin].rstrip(" \t") + text[(line_end + 1 or len(text) + 1) :]
    return text


def _is_in(path: Path, known: Path) -> bool:
    return known[: len(path)] == path


def _end_of_own(walk: Walk, header: tuple[Path, int, int]) -> int:
    """Return where the pairs that stand right below a header end."""
    _, begin, end = header
    later = [start for _, start, _ in walk.headers if start > begin]
    limit = min(later, default=len(walk.text))
    own = [walk.values[known][1] for known, at in walk.pairs.items() if begin < at < limit]
    return max([end, *own])


def _end_of_all(walk: Walk, path: Path) -> int:
    """Return where everything that belongs to a path ends."""
    ends = [_end_of_own(walk, header) for header in walk.headers if _is_in(path, header[0])]
    if not ends:
        raise _CannotError
    return max(ends)


def _laid_in(text: str, place: int, written: str) -> str:
    """Put whole lines in behind the line on which a place is."""
    line_end = text.find("\n", place)
    if line_end < 0:
        return f"{text.rstrip()}\n{written}"
    return text[: line_end + 1] + written + text[line_end + 1 :]
