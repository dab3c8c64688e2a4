"""Where in the settings a page stands: a section, a list of entries, or one entry of it."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from pydantic import BaseModel

from casework.errors import NotFoundError
from casework.rules.settings_changes import in_words
from models.shapes.office import OfficeSettings
from models.shapes.route import LeadTimes, usual_routes
from web.office_fields import UNSET, Choices, Field, Typed, fields_of, inner_of
from web.office_words import NEW, OPTIONAL, PEOPLE_NAMED, REMOVABLE, label_of, title_of

Path = tuple[str | int, ...]
Raw = dict[str, Any]
ADD: Final = "new"
BEGINS_WITH: Final = {"people": "roles", "forces": "chief_officers"}
"""Entries that are added together with the first entry of a list of their own."""
DEEPEST: Final = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of the settings, as a page shows it."""

    path: Path
    kind: str
    """`part`, `entries`, `named`, or `entry`."""
    shape: type[BaseModel]
    raw: Any
    is_new: bool = False

    @property
    def address(self) -> str:
        """Return the place as part of an address."""
        return "/".join(map(str, self.path))

    @property
    def section(self) -> str:
        """Return the name of the section or list it is, or stands in."""
        names = [step for step in self.path if isinstance(step, str)]
        return names[-2] if self.kind == "entry" and isinstance(self.path[-1], str) else names[-1]

    def title(self, people: Choices = ()) -> str:
        """Return what stands at the head of its page."""
        if self.is_new:
            return NEW.get(self.section, "Add an entry")
        if self.kind != "entry":
            return title_of(self.section)
        last = self.path[-1]
        return f"Route “{last}”" if isinstance(last, str) else entry_words(self.raw, people)

    @property
    def may_go(self) -> bool:
        """Return whether it can be taken away whole."""
        return not self.is_new and (
            (self.kind == "entry" and self.section in REMOVABLE)
            or (self.kind == "part" and self.section in OPTIONAL and bool(self.raw))
        )

    def fields(self, people: Choices) -> list[Field]:
        """Return the fields of its form."""
        if self.kind in {"entries", "named"}:
            return []
        own = fields_of(self.shape, people, new=self.is_new)
        inner = BEGINS_WITH.get(self.section) if self.is_new else None
        for name, _, shape in inner_of(self.shape) if inner else ():
            first = fields_of(shape, people, new=True)
            own += [_prefixed(field, f"{name}.") for field in first]
        if self.is_new and self.path[-2:] == ("routes", ADD):
            own.insert(0, Field("name", "line", required=True, usual=None))
        return own

    def inside(self, people: Choices = ()) -> Iterator[tuple[str, str]]:
        """Yield the address and the words of everything that has a page of its own within."""
        if self.kind == "entries":
            for number, entry in enumerate(self.raw):
                yield f"{self.address}/{number}", entry_words(entry, people)
        elif self.kind == "named":
            for name, entry in self.raw.items():
                yield f"{self.address}/{name}", f"{name}: {_steps(entry)}"
        elif not self.is_new:
            for name, kind, _ in inner_of(self.shape):
                inner = self.raw.get(name) or ()
                count = f" ({len(inner)})" if kind == "entries" else ""
                yield f"{self.address}/{name}", f"{label_of(name)}{count}"

    @property
    def add(self) -> str:
        """Return what adding an entry is called; empty where none is added."""
        lists = {"entries", "named"}
        return NEW.get(self.section, "Add an entry") if self.kind in lists else ""


def spot_at(raw: Raw, address: str) -> Spot:
    """Return the place an address names; refuse one that is not there."""
    steps = address.split("/")
    spot = Spot((), "part", OfficeSettings, filled(raw))
    for step in steps[:DEEPEST]:
        spot = _below(spot, step)
    if len(steps) > DEEPEST or spot.shape is OfficeSettings:
        raise _nothing()
    return spot


def _below(spot: Spot, step: str) -> Spot:
    if spot.is_new:
        raise _nothing()
    if spot.kind in {"entries", "named"}:
        return _entry(spot, step)
    for name, kind, shape in inner_of(spot.shape):
        if name == step:
            empty: Any = [] if kind == "entries" else {}
            return Spot((*spot.path, name), kind, shape, spot.raw.get(name, empty))
    raise _nothing()


def _entry(spot: Spot, step: str) -> Spot:
    if step == ADD:
        return Spot((*spot.path, ADD), "entry", spot.shape, {}, is_new=True)
    if spot.kind == "named" and step in spot.raw:
        return Spot((*spot.path, step), "entry", spot.shape, spot.raw[step])
    is_number = spot.kind == "entries" and step.isascii() and step.isdigit()
    if is_number and len(step) < DEEPEST and int(step) < len(spot.raw):
        return Spot((*spot.path, int(step)), "entry", spot.shape, spot.raw[int(step)])
    raise _nothing()


def _nothing() -> NotFoundError:
    return NotFoundError("The settings have no such place: begin again from the office’s page.")


def filled(raw: Raw) -> Raw:
    """Return settings with the usual lists in them that their file leaves out."""
    whole = copy.deepcopy(raw)
    if "routes" not in whole:
        whole["routes"] = {name: _as_written(one) for name, one in usual_routes().items()}
    lead = whole.setdefault("lead_times", {})
    lead.setdefault("escalations", [_as_written(one) for one in LeadTimes().escalations])
    return whole


def _as_written(value: BaseModel) -> Raw:
    written: Raw = value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return written


def changed(raw: Raw, spot: Spot, values: Raw) -> tuple[Raw, Path]:
    """Return the settings with these values at a place, and where they then stand."""
    after = copy.deepcopy(raw)
    if spot.path[0] == "routes" or "escalations" in spot.path:
        usual = filled(raw)
        after["routes"] = usual["routes"] if spot.path[0] == "routes" else after.get("routes")
        if after["routes"] is None:
            del after["routes"]
        if "escalations" in spot.path:
            after.setdefault("lead_times", {})["escalations"] = usual["lead_times"]["escalations"]
    around: Any = after
    for step, following in zip(spot.path[:-1], spot.path[1:], strict=True):
        if isinstance(around, dict):
            empty: Any = [] if isinstance(following, int) or _is_list(spot, step) else {}
            around = around.setdefault(str(step), empty)
        else:
            around = around[step]
    return after, (*spot.path[:-1], _laid(around, spot, values))


def _is_list(spot: Spot, step: str | int) -> bool:
    return spot.is_new and spot.path[-2] == step and step != "routes"


def _laid(around: Any, spot: Spot, values: Raw) -> str | int:
    last = spot.path[-1]
    if last == ADD and isinstance(around, list):
        around.append(values)
        return len(around) - 1
    if last == ADD:
        last = str(values.pop("name"))
        if last in around:
            message = f"There is a route “{last}” already: give this one another name."
            raise NotFoundError(message)
        steps: list[Raw] = next((route.get("steps") for route in around.values()), [])
        values.setdefault("steps", copy.deepcopy(steps))
    around[last] = values
    return last


def removed(raw: Raw, spot: Spot) -> Raw:
    """Return the settings without what stands at a place."""
    after, path = changed(raw, spot, spot.raw)
    around: Any = after
    for step in path[:-1]:
        around = around[step]
    del around[path[-1]]
    return after


def values_of(spot: Spot, fields: list[Field], form: Typed) -> Raw:
    """Return what a form says of a place; what it does not change stays as it is written."""
    values = {} if spot.is_new else dict(spot.raw)
    for field in fields:
        if field.fixed:
            continue
        inner = values.setdefault(field.prefix[:-1], [{}])[0] if field.prefix else values
        said = field.value(field.typed(form))
        if said is UNSET or (
            said == field.usual and field.name not in inner and not field.required
        ):
            inner.pop(field.name, None)
        elif field.shown(inner) != field.shown({field.name: said}) or field.name not in inner:
            inner[field.name] = said
    return values


def ended(raw: Raw, key: str, last: date) -> Raw:
    """Return the settings in which somebody's roles and delegations end with a day."""
    after = copy.deepcopy(raw)
    for person in after.get("people", []):
        if person["key"] == key:
            begun = [held for held in person["roles"] if _day(held["since"]) <= last]
            person["roles"] = begun or person["roles"][:1]
            for held in person["roles"]:
                _end(held, last)
    for leave in after.get("delegations", []):
        if key in {leave.get("from"), leave["to"]}:
            _end(leave, last)
    return after


def _end(entry: Raw, last: date) -> None:
    until = entry.get("until")
    if until is None or _day(until) > last:
        entry["until"] = max(last, _day(entry["since"]))


def _day(value: date | str) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def entry_words(entry: Raw, people: Choices = ()) -> str:
    """Return what an entry of a list is, in a few words; people by their names."""
    names = ("name", "person", "to", "step", "role", "deputy", "days_left")
    called = dict(people)
    said = [_word(name, str(entry[name]), called) for name in names if name in entry]
    roles = [str(held["role"]).replace("_", " ") for held in entry.get("roles", [])]
    days = [f"{word} {in_words(_day(entry[word]))}" for word in ("since", "until") if word in entry]
    return ", ".join([*said, *dict.fromkeys(roles), *days])


def _word(name: str, value: str, called: dict[str, str]) -> str:
    spoken = value.replace("_", " ")
    return called.get(value, spoken) if name in PEOPLE_NAMED else spoken


def _steps(route: Raw) -> str:
    return ", ".join(f"{one['step']} by {one['role']}".replace("_", " ") for one in route["steps"])


def _prefixed(field: Field, prefix: str) -> Field:
    return Field(field.name, field.kind, field.required, field.usual, field.choices, prefix=prefix)
