"""Whether a line of a list concerns this office: only what surely does not is put aside unread."""

from datetime import date, datetime, timedelta

from casework.intake import NATIONAL_KINDS
from casework.record.hand import LONDON
from casework.registers.forces import load_forces
from casework.rules.deadlines import RESPONSE_PERIOD
from casework.rules.wording import british_date
from casework.sources.hints import forces_in
from models.shapes.forces import Force
from models.shapes.office import OfficeSettings
from models.shapes.sources import SeenItem

ANOTHER_FORCE = "names another force"
BEFORE_WATCHING = "published before this office began to watch"


def our_names(settings: OfficeSettings) -> tuple[str, ...]:
    """Return every name of the office's forces: its own, and those of the register."""
    own = [name for force in settings.forces for name in force.names]
    listed = [name for force in load_forces() if _is_ours(settings, force) for name in _all(force)]
    return tuple(dict.fromkeys([*own, *listed]))


def put_aside(settings: OfficeSettings, item: SeenItem, began: datetime) -> str:
    """Return why an item need not be opened by itself; empty if it may concern the office."""
    return _elsewhere(settings, item) or _long_ago(item.published, began)


def _elsewhere(settings: OfficeSettings, item: SeenItem) -> str:
    listed = " · ".join(item.forces_listed)
    if item.forces_named or forces_in(f"{item.title} · {listed}", our_names(settings)):
        return ""
    others = [force for force in load_forces() if not _is_ours(settings, force)]
    if item.forces_listed:
        names = [name for force in others for name in _all(force)]
        known = all(forces_in(one, names) for one in item.forces_listed)
        return f"{ANOTHER_FORCE}: {', '.join(item.forces_listed)}" if known else ""
    if item.kind_hint in NATIONAL_KINDS:
        return ""
    # A title in full names only: an area alone ("Durham") may be a town.
    named = forces_in(item.title, [n for force in others for n in (force.name, *force.aliases)])
    return f"{ANOTHER_FORCE}: {', '.join(named)}" if named else ""


def _long_ago(published: date | None, began: datetime) -> str:
    first = began.astimezone(LONDON).date() - RESPONSE_PERIOD - timedelta(days=1)
    if published is None or published > first:
        return ""
    return f"{BEFORE_WATCHING}: {british_date(published)}"


def _is_ours(settings: OfficeSettings, force: Force) -> bool:
    return any(settings.force_named(name) for name in _all(force))


def _all(force: Force) -> tuple[str, ...]:
    return (force.name, force.area, *force.aliases)
