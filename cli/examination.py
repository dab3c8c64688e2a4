"""What `section55 doctor` looks at, one look after another; none of them stops the others."""

import json
import shutil
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from cli.looks import Look

if TYPE_CHECKING:
    from casework.record.record import Record

ENGINE_PINS = {
    "prefect": ((3, 8, 8), (3, 10)),
    "sqlalchemy": ((2, 0, 50), (2, 1)),
    "fastapi": ((0, 139), (0, 151)),
}
"""From, and below: outside these the engine stops its schedules without a word."""

LEAST_FREE_BYTES = 500_000_000
"""A backup and a year of cases need about this much."""

ANSWER_WITHIN_SECONDS = 3.0
FIRST_SENSIBLE_YEAR = 2025


def examine() -> list[Look]:
    """Return every look, in the order in which things depend on one another."""
    now = datetime.now(UTC)
    looks: list[tuple[str, Callable[[], Iterator[Look]]]] = [
        ("pins", _pins),
        ("clock", lambda: _clock(now)),
        ("disk", _disk),
        ("engine", lambda: _engine(now)),
        ("record", lambda: _on_the_record(now)),
    ]
    return [look for what, way in looks for look in _safely(what, way)]


def _safely(what: str, way: Callable[[], Iterator[Look]]) -> list[Look]:
    try:
        return list(way())
    except Exception as fault:  # noqa: BLE001  a doctor looks on
        words = (str(fault).splitlines() or [""])[0] or type(fault).__name__
        return [Look(what, well=False, said=words)]


def _pins() -> Iterator[Look]:
    for name, (low, below) in ENGINE_PINS.items():
        found = version(name)
        numbers = tuple(int(part) for part in found.split(".")[:3] if part.isdigit())
        well = low <= numbers < below
        rest = "" if well else f", but it must be from {_dotted(low)} and below {_dotted(below)}"
        yield Look(name, well, f"{found}{rest}")


def _dotted(numbers: tuple[int, ...]) -> str:
    return ".".join(map(str, numbers))


def _clock(now: datetime) -> Iterator[Look]:
    yield Look("clock", now.year >= FIRST_SENSIBLE_YEAR, f"{now:%Y-%m-%d %H:%M} UTC")
    summer = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/London")).utcoffset()
    well = summer == timedelta(hours=1)
    yield Look("time zone", well, f"Europe/London, zones of {version('tzdata')}")


def _disk() -> Iterator[Look]:
    from casework.settings import settings

    place = settings().outputs
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    yield Look("disk", free > LEAST_FREE_BYTES, f"{free // 1_000_000} MB are free at {place}")


def _engine(now: datetime) -> Iterator[Look]:
    from casework.settings import settings

    api = settings().engine_api
    try:
        runs = _ask(f"{api}/flow_runs/filter", _scheduled_after(now))
    except (OSError, ValueError):
        said = f"it does not answer at {api}; `section55 up` starts it"
        yield Look("engine", well=False, said=said)
        return
    yield Look("engine", well=True, said=f"it answers at {api}")
    if not runs:
        said = "none: start `section55 up` again, which deploys the flows"
        yield Look("next scheduled run", well=False, said=said)
        return
    moment = runs[0].get("expected_start_time") or runs[0].get("next_scheduled_start_time")
    yield Look("next scheduled run", well=True, said=f"{runs[0]['name']} at {moment}")


def engine_answers() -> bool:
    """Return whether the engine answers now."""
    from casework.settings import settings

    try:
        _ask(f"{settings().engine_api}/health")
    except (OSError, ValueError):
        return False
    return True


def _scheduled_after(now: datetime) -> dict[str, Any]:
    return {
        "sort": "EXPECTED_START_TIME_ASC",
        "limit": 1,
        "flow_runs": {
            "state": {"type": {"any_": ["SCHEDULED"]}},
            "expected_start_time": {"after_": now.isoformat()},
        },
    }


def _ask(address: str, body: dict[str, Any] | None = None) -> Any:
    if not address.startswith(("http://", "https://")):
        raise ValueError(address)
    asked = urllib.request.Request(  # noqa: S310  the scheme is looked at above
        address,
        data=json.dumps(body).encode() if body is not None else None,
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(asked, timeout=ANSWER_WITHIN_SECONDS) as answer:  # noqa: S310
        return json.loads(answer.read())


def _on_the_record(now: datetime) -> Iterator[Look]:
    from casework.wiring import open_record
    from cli.record_looks import letters, office, outbox, sources, sweeps

    record: Record = open_record()
    for look in (office, sweeps, sources, outbox, letters):
        yield from look(record, now)
