"""Faults that no single setting has: names that do not meet, days that collide.

They are looked for in the values as they stand in the file, so that they are
told together with everything else that is wrong, not after it.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from pydantic import ValidationError

from casework.registers.office_sentences import hint
from casework.registers.toml_lines import Path
from casework.rules.plan import PLAN_KEYS
from models.shapes.setting import Dated
from models.words import Role


class Fault(NamedTuple):
    """What is wrong, and where in the file."""

    path: Path
    sentence: str


Raw = dict[str, Any]
Entry = tuple[Path, Raw]


def faults_between_sections(raw: Raw) -> Iterator[Fault]:
    """Yield every fault that lies between settings."""
    looks: Sequence[Callable[[Raw], Iterator[Fault]]] = (
        _same_names,
        _no_signatory,
        _two_signatories,
        _unknown_people,
        _absences_that_help_nobody,
        _two_at_once,
        _routes_that_collide,
        _unknown_milestones,
    )
    for look in looks:
        yield from look(raw)


def _entries(raw: object, *path: str | int) -> list[Entry]:
    """Return the sections of a list in the file, each with its path."""
    found = raw
    for step in path:
        found = found.get(step) if isinstance(found, dict) else None
    listed = found if isinstance(found, list) else []
    return [((*path, n), entry) for n, entry in enumerate(listed) if isinstance(entry, dict)]


def _below(entry: Entry, name: str) -> list[Entry]:
    """Return the sections of a list that stands inside an entry."""
    path, values = entry
    return [((*path, *inner), value) for inner, value in _entries(values, name)]


def _same_names(raw: Raw) -> Iterator[Fault]:
    for section, name in (("people", "key"), ("people", "name"), ("forces", "key")):
        yield from _repeated(_entries(raw, section), name)
    seen: set[str] = set()
    for path, force in _entries(raw, "forces"):
        aliases = force.get("aliases")
        names = [force.get("name"), *(aliases if isinstance(aliases, list) else [])]
        for word in [word.casefold() for word in names if isinstance(word, str)]:
            if word in seen:
                yield Fault((*path, "name"), f"the name “{word}” stands for a force already.")
            seen.add(word)


def _repeated(entries: list[Entry], name: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, values in entries:
        value = values.get(name)
        if isinstance(value, str) and value.casefold() in seen:
            yield Fault((*path, name), f"another entry has the {name} “{value}” already.")
        seen.add(str(value).casefold())


def _held_roles(raw: Raw) -> list[tuple[str, Path, Raw]]:
    """Return (key of the person, place, role held) for everybody."""
    return [
        (str(person[1].get("key")), path, held)
        for person in _entries(raw, "people")
        for path, held in _below(person, "roles")
    ]


def _no_signatory(raw: Raw) -> Iterator[Fault]:
    if not any(held.get("role") == Role.SIGNATORY for _, _, held in _held_roles(raw)):
        message = f"nobody holds the role “{Role.SIGNATORY}”; no response could ever be signed."
        yield Fault(("people",), message)


def _two_signatories(raw: Raw) -> Iterator[Fault]:
    holders = [
        (path, held) for _, path, held in _held_roles(raw) if held.get("role") == Role.SIGNATORY
    ]
    yield from _collisions(holders, "another signatory")


def _two_at_once(raw: Raw) -> Iterator[Fault]:
    for force in _entries(raw, "forces"):
        yield from _collisions(_below(force, "chief_officers"), "another chief officer")
    for copy in ("inspectors", "secretary_of_state"):
        yield from _collisions(_entries(raw, "recipients", copy), "another recipient")


def _collisions(entries: list[Entry], other: str) -> Iterator[Fault]:
    for (_, first), (path, second) in combinations(entries, 2):
        spans = _span(first), _span(second)
        if spans[0] and spans[1] and spans[0].overlaps(spans[1]):
            yield Fault(
                (*path, "since"), f"{other} holds on the same days; set “until” for the earlier."
            )


def _span(entry: Raw) -> Dated | None:
    """Return the days of an entry, or None where they are wrong (told elsewhere)."""
    try:
        return Dated.model_validate({k: entry[k] for k in ("since", "until") if k in entry})
    except ValidationError:
        return None


def _unknown_people(raw: Raw) -> Iterator[Fault]:
    keys = [str(person.get("key")) for _, person in _entries(raw, "people")]
    held = {(key, str(role.get("role"))) for key, _, role in _held_roles(raw)}
    for path, leave in _entries(raw, "delegations"):
        for end in ("from", "to"):
            key = leave.get(end)
            if isinstance(key, str) and key not in keys:
                yield Fault((*path, end), f"“{key}” is nobody’s key in “people”{hint(key, keys)}")
        giver, role = leave.get("from"), leave.get("role")
        if giver is not None and giver == leave.get("to"):
            yield Fault((*path, "to"), "nobody can delegate to themselves.")
        elif giver in keys and isinstance(role, str) and (giver, role) not in held:
            yield Fault((*path, "from"), f"“{giver}” does not hold the role “{role}”.")


def _absences_that_help_nobody(raw: Raw) -> Iterator[Fault]:
    keys = [str(person.get("key")) for _, person in _entries(raw, "people")]
    seen: list[Entry] = []
    for path, away in _entries(raw, "absences"):
        for end in ("person", "deputy"):
            key = away.get(end)
            if isinstance(key, str) and key not in keys:
                yield Fault((*path, end), f"“{key}” is nobody’s key in “people”{hint(key, keys)}")
        if away.get("person") is not None and away.get("person") == away.get("deputy"):
            yield Fault((*path, "deputy"), "nobody can stand in for themselves.")
        for same in (one for one in seen if one[1].get("person") == away.get("person")):
            yield from _collisions([same, (path, away)], "another absence of the same person")
        seen.append((path, away))


def _routes(raw: Raw) -> list[tuple[str, Raw]]:
    routes = raw.get("routes")
    found = routes.items() if isinstance(routes, dict) else ()
    return [(name, route) for name, route in found if isinstance(route, dict)]


def _routes_that_collide(raw: Raw) -> Iterator[Fault]:
    taken: dict[str, str] = {}
    for name, route in _routes(raw):
        kinds = route.get("kinds")
        claims = [str(kind) for kind in kinds] if isinstance(kinds, list) else []
        claims = claims or ["every other kind"]
        if route.get("causes_of_concern") is True:
            claims.append("reports with a cause of concern")
        for claim in claims:
            first = taken.setdefault(claim, name)
            if first != name:
                message = f"the route “{first}” takes “{claim}” already; one route for each."
                yield Fault(("routes", name), message)


def _unknown_milestones(raw: Raw) -> Iterator[Fault]:
    known = ", ".join(sorted(PLAN_KEYS))
    for path, key in _named_milestones(raw):
        if key not in PLAN_KEYS:
            yield Fault(path, f"“{key}” is no milestone of the plan; there are {known}.")


def _named_milestones(raw: Raw) -> Iterator[tuple[Path, str]]:
    for name, route in _routes(raw):
        left = route.get("leave_out")
        for number, key in enumerate(left if isinstance(left, list) else []):
            yield ("routes", name, "leave_out", number), str(key)
    lead = raw.get("lead_times")
    days = lead.get("milestone_days") if isinstance(lead, dict) else None
    for key in days if isinstance(days, dict) else ():
        yield ("lead_times", "milestone_days", key), key
