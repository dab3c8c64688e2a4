"""What differs between two editions of an office's settings: place by place, in words.

Entries are known by who or what they are about, not by their place in a list:
an entry moved is no change.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from casework.rules.wording import british_date
from models.shapes.office import OfficeSettings

Place = tuple[str, ...]
Leaf = str | int | bool | None | tuple[Any, ...]
Tree = dict[str, Any]

KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    "forces": ("key",),
    "people": ("key",),
    "roles": ("role", "since"),
    "chief_officers": ("name", "since"),
    "delegations": ("to", "role", "since"),
    "absences": ("person", "since"),
    "partners": ("name", "since"),
    "inspectors": ("name", "since"),
    "secretary_of_state": ("name", "since"),
    "escalations": ("days_left",),
    "steps": (),
}
"""By list: the settings that tell one of its entries from another; nothing: its number."""


class Change(NamedTuple):
    """One thing that differs."""

    place: Place
    before: Any
    after: Any
    """Of either: None where it is not there."""

    @property
    def where(self) -> str:
        """Return the place in words."""
        return ", ".join(step.replace("_", " ") for step in self.place)

    @property
    def was(self) -> str:
        """Return what stood there, in words."""
        return in_words(self.before)

    @property
    def becomes(self) -> str:
        """Return what stands there afterwards, in words."""
        return in_words(self.after)


def changes(before: OfficeSettings, after: OfficeSettings) -> tuple[Change, ...]:
    """Return everything that differs, in the order of the settings."""
    return tuple(_differences(_tree(before), _tree(after), ()))


def undone(
    past: tuple[tuple[OfficeSettings, OfficeSettings], ...],
    now: OfficeSettings,
    wanted: OfficeSettings,
) -> tuple[Change, ...]:
    """Return which past changes still stand now and would be undone by what is wanted.

    `past` holds (before, after) of each change. Something wanted that is new
    to all of them undoes nothing: somebody means it.
    """
    here, there = _tree(now), _tree(wanted)
    found = {
        change.place: Change(change.place, change.after, change.before)
        for before, after in past
        for change in changes(before, after)
        if _stands(change, _at(here, change.place))
        and _is_as_before(change, _at(there, change.place))
    }
    return tuple(found.values())


def _stands(change: Change, now: Any) -> bool:
    # What was added may have been changed since: it still stands.
    return now is not None if change.before is None else bool(now == change.after)


def _is_as_before(change: Change, wanted: Any) -> bool:
    return wanted is not None if change.after is None else bool(wanted == change.before)


def in_words(value: Any) -> str:
    """Return a setting as people say it."""
    said = str(value)
    match value:
        case None | ():
            said = "nothing"
        case StrEnum():
            said = value.value.replace("_", " ")
        case bool():
            said = "yes" if value else "no"
        case dict():
            said = "; ".join(_pair_in_words(key, inner) for key, inner in value.items())
        case tuple() | list():
            said = ", ".join(in_words(inner) for inner in value)
        case date():
            said = british_date(value)
    return said


def _pair_in_words(key: str, value: Any) -> str:
    name = key.replace("_", " ")
    if key in KNOWN_BY and isinstance(value, dict):
        entries = (_entry_in_words(key, known, one) for known, one in value.items())
        return f"{name}: {', '.join(entries)}"
    return f"{name}: {in_words(value)}"


def _entry_in_words(kind: str, known: str, entry: Tree) -> str:
    """Return an entry by what it is known by; what else it says stands in brackets."""
    rest = {key: value for key, value in entry.items() if key not in KNOWN_BY[kind]}
    return f"{known} ({in_words(rest)})" if rest else known


def _tree(settings: OfficeSettings) -> Tree:
    tree: Tree = _grown("", settings.model_dump(by_alias=True, exclude_none=True))
    return tree


def _grown(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _grown(key, inner) for key, inner in value.items()}
    if name in KNOWN_BY and isinstance(value, tuple | list):
        return dict(_told_apart(name, value))
    return value


def _told_apart(name: str, entries: Any) -> Iterator[tuple[str, Any]]:
    seen: set[str] = set()
    for number, entry in enumerate(entries, start=1):
        known = " ".join(_plain(entry.get(key)) for key in KNOWN_BY[name]) or str(number)
        while known in seen:
            known += f" ({number})"
        seen.add(known)
        yield known, _grown("", entry)


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return f"since {british_date(value)}"
    return str(value).replace("_", " ")


def _differences(before: Tree, after: Tree, place: Place) -> Iterator[Change]:
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key), after.get(key)
        if old == new:
            continue
        if isinstance(old, dict) and isinstance(new, dict):
            yield from _differences(old, new, (*place, key))
        else:
            yield Change((*place, key), old, new)


def _at(tree: Any, place: Place) -> Any:
    for step in place:
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tree
