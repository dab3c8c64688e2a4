"""The light markup a response of the corpus is written in, and the edits that plant a defect.

A source is a head of `key: value` lines, a line `---`, and a body in which each
line is one block; README.md shows every mark. Findings and the chief officer's
paragraphs stand once, in the facts, and are called by `{finding REF}` and `{comment N}`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

Facts = dict[str, Any]
Edit = Sequence[Any]

_CALL = re.compile(r"\{(finding|comment) ([^}|]+?)(?: (plain|pasted|spaced))?\}")
_LIST = re.compile(r"^( *)(-|\d+\.|[a-z]\.|\+\.) ")
_SIGNS = {"{nb}": "\u00a0", "{nh}": "\u2011", "{sh}": "\u00ad"}


class EditError(Exception):
    """An edit that does not fit the text it is to change."""


@dataclass(frozen=True)
class Source:
    """A response before it is built."""

    manner: dict[str, str]
    lines: tuple[str, ...]
    facts: Facts


def read_source(text: str, facts: Facts) -> Source:
    """Return a response with its findings and comments put in."""
    head, _, body = text.partition("\n---\n")
    manner = dict(_pair(line) for line in head.splitlines() if line.strip())
    for mark, sign in _SIGNS.items():
        body = body.replace(mark, sign)
    lines = [one for line in body.splitlines() if line.strip() for one in _called(line, facts)]
    return Source(manner, tuple(lines), facts)


def _pair(line: str) -> tuple[str, str]:
    key, _, value = line.partition(":")
    return key.strip(), value.strip()


def _called(line: str, facts: Facts) -> list[str]:
    """Return a line with what it calls put in; bullets of a finding take lines of their own."""
    call = _CALL.search(line)
    if call is None:
        return [line]
    stem, *bullets = _words(call, facts).split("\n")
    if line.startswith("|"):
        inside = " // ".join([stem, *(f"- {one}" for one in bullets)])
        return _called(line[: call.start()] + inside + line[call.end() :], facts)
    listed = _LIST.match(line)
    indent = len(listed[1]) + 2 if listed else 0
    mark = "> - " if line.startswith("> ") else " " * indent + "- "
    first = line[: call.start()] + stem + ("" if bullets else line[call.end() :])
    last = [line[call.end() :]] if bullets and line[call.end() :].strip() else []
    return [*_called(first, facts), *(mark + one for one in bullets), *last]


def _words(call: re.Match[str], facts: Facts) -> str:
    kind, which, how = call.groups()
    if kind == "comment":
        text = str(facts["chief_officer_comments"][int(which) - 1])
    else:
        text = next(str(one["text"]) for one in facts["findings"] if one["ref"] == which)
    if how == "plain":
        return text.translate(str.maketrans("‘’“”", "''\"\""))
    if how == "pasted":
        return text.replace("-", "\u2011")
    if how == "spaced":
        return text.replace(" the ", " the\u00a0").replace(" and ", "\u00a0and ")
    return text


def edited(source: Source, edits: Sequence[Edit]) -> Source:
    """Return a response with every edit made, each in its turn."""
    for name, *given in edits:
        source = EDITS[str(name)](source, *given)
    return source


def _at(source: Source, words: str) -> int:
    found = [number for number, line in enumerate(source.lines) if words in line]
    if len(found) != 1:
        raise EditError(f"{len(found)} lines hold {words!r}")
    return found[0]


def _with(source: Source, lines: Sequence[str]) -> Source:
    return replace(source, lines=tuple(lines))


def _replace(source: Source, old: str, new: str, nth: int = 0) -> Source:
    text = "\n".join(source.lines)
    count = text.count(old)
    if count == 0 or (nth == 0 and count > 1) or nth > count:
        raise EditError(f"{old!r} stands {count} times")
    parts = text.split(old)
    cut = nth or 1
    changed = old.join(parts[:cut]) + new + old.join(parts[cut:])
    return _with(source, changed.split("\n"))


def _replace_all(source: Source, old: str, new: str) -> Source:
    if not any(old in line for line in source.lines):
        raise EditError(f"{old!r} stands nowhere")
    return _with(source, [line.replace(old, new) for line in source.lines])


def _delete(source: Source, first: str, last: str = "") -> Source:
    start = _at(source, first)
    end = _at(source, last) if last else start
    return _with(source, source.lines[:start] + source.lines[end + 1 :])


def _insert_after(source: Source, words: str, text: str) -> Source:
    at = _at(source, words) + 1
    return _with(source, (*source.lines[:at], *text.split("\n"), *source.lines[at:]))


def _insert_before(source: Source, words: str, text: str) -> Source:
    at = _at(source, words)
    return _with(source, (*source.lines[:at], *text.split("\n"), *source.lines[at:]))


def _move_after(source: Source, first: str, last: str, target: str) -> Source:
    """Move the lines from one that holds `first` to one that holds `last` behind a third."""
    start, end = _at(source, first), _at(source, last or first)
    taken = "\n".join(source.lines[start : end + 1])
    return _insert_after(_delete(source, first, last), target, taken)


def _set(source: Source, key: str, value: str) -> Source:
    return replace(source, manner={**source.manner, key: value})


def _fact(source: Source, key: str, value: Any) -> Source:
    """Change one fact; TOML knows no null, so that "" stands for it."""
    return replace(source, facts={**source.facts, key: None if value == "" else value})


EDITS: dict[str, Callable[..., Source]] = {
    "replace": _replace,
    "replace all": _replace_all,
    "delete": _delete,
    "insert after": _insert_after,
    "insert before": _insert_before,
    "move after": _move_after,
    "set": _set,
    "fact": _fact,
}
