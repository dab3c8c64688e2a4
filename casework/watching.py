"""Looking for new reports: what a source shows is written down, once, and announced.

The announcement is an errand in the same transaction: an event that is lost
is made good by the next sweep, because every sighting without an outcome is
taken up again.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from sqlmodel import Session, select

from casework.errors import CaseworkError, DoorError
from casework.intake import HandedIn, open_report
from casework.record.acts import act
from casework.record.bytes import digest, fetch
from casework.record.desk import Desk, find_case, found
from casework.record.hand import Hand
from casework.record.record import Record
from casework.rules.report_key import report_key
from casework.sources import feed, folder
from casework.sources.alarms import Expected
from models import Case, Errand, Look, ReportKey, Sighting, Source
from models.shapes.sources import Fetched, Looked, SeenItem, Validators


class Fetcher(Protocol):
    """Somebody who asks an address for its bytes."""

    def fetch(self, address: str, validators: Validators = ...) -> Fetched:
        """Return what the address answered."""
        ...


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look at one source brought: the items, and the bytes of dropped files."""

    looked: Looked
    files: dict[str, tuple[str, bytes]]
    """Name and bytes of dropped files, by SHA-256."""
    validators: Validators


def watch(record: Record, hand: Hand, fetcher: Fetcher) -> list[str]:
    """Look at every source of the office. Returns the keys of what is new."""
    with record.reading() as session:
        office = record.office(session)
        settings = record.settings_of(session, office)
        known = {row.key: row for row in session.exec(select(Source))}
    fresh: list[str] = []
    names = [name for force in settings.forces for name in force.names]
    for address in settings.sources.feeds:
        look = _look(partial(_feed, fetcher, address, known.get(address), hand, names))
        fresh += _write_look(record, _step(hand, address), address, look)
    if settings.sources.folder:
        path = Path(settings.sources.folder)
        place = path if path.is_absolute() else record.outputs / path
        look = _look(partial(_folder, place, hand.now))
        fresh += _write_look(record, _step(hand, "folder"), f"folder:{path}", look)
    return fresh


def open_sighting(record: Record, hand: Hand, key: str, fetcher: Fetcher) -> str:
    """Open the case of something seen. Returns its reference; empty if it is not ours."""
    with record.reading() as session:
        row = session.exec(select(Sighting).where(Sighting.key == key)).first()
        if row is None:
            return _known_reference(record, session, key)
        if row.outcome:
            return row.outcome if row.case_id else ""
        name, data = _file(session, row)
    try:
        if data is None:
            data = _page(fetcher, row.address)
        handed = HandedIn(data=data, name=name, address=row.address)
        step = Hand(now=hand.now, act_id=f"open:{key}"[:80])
        reference = open_report(record, step, handed)[0]
    except DoorError:
        # Refused or unreachable now: it stays unopened and is tried again.
        raise
    except CaseworkError as fault:
        _note_outcome(record, _step(hand, f"not-ours:{key}"), key, "", str(fault))
        return ""
    _note_outcome(record, _step(hand, f"opened:{key}"), key, reference, reference)
    return reference


def unopened(record: Record) -> list[str]:
    """Return the keys of everything seen that nobody has dealt with yet."""
    with record.reading() as session:
        rows = session.exec(select(Sighting.key).where(Sighting.outcome == ""))
        return sorted(rows)


def _look(how: Callable[[], Seen]) -> Seen:
    try:
        return how()
    except DoorError as fault:
        return Seen(Looked((), str(fault)), {}, Validators())


def _feed(
    fetcher: Fetcher, address: str, known: Source | None, hand: Hand, names: list[str]
) -> Seen:
    validators = Validators(**json.loads(known.validators)) if known else Validators()
    fetched = fetcher.fetch(address, validators)
    before = known.items if known and known.looked_at else None
    looked = feed.read(fetched, Expected(hand.today, before), names)
    return Seen(looked, {}, fetched.validators)


def _folder(path: Path, now: datetime) -> Seen:
    path.mkdir(parents=True, exist_ok=True)
    dropped = folder.fetch(path, now)
    files = {one.sha256: (one.path.name, one.data) for one in dropped.files}
    return Seen(folder.read(dropped), files, Validators())


@act("look_at_source")
def _write_look(desk: Desk, key: str, seen: Seen) -> list[str]:
    source = _source(desk, key)
    fresh = [item for item in seen.looked.items if _sight(desk, source, item, seen)]
    _raise_or_clear(desk, source, seen.looked.alarm)
    source.looked_at = desk.now
    if not seen.looked.alarm:
        source.items = len(seen.looked.items) or source.items
        source.validators = json.dumps(
            {"etag": seen.validators.etag, "last_modified": seen.validators.last_modified}
        )
    outcome = seen.looked.alarm or f"{len(seen.looked.items)} seen, {len(fresh)} new"
    desk.session.add(
        Look(
            office_id=desk.office_id,
            source_id=found(source.id),
            looked_at=desk.now,
            items=len(seen.looked.items),
            fresh=len(fresh),
            outcome=outcome,
        )
    )
    # A look that saw nothing is still a look: that it was made is the point.
    desk.noted = True
    return [_key(item) for item in fresh]


def _source(desk: Desk, key: str) -> Source:
    known = desk.session.exec(
        select(Source).where(Source.office_id == desk.office_id, Source.key == key)
    ).first()
    if known:
        return known
    fresh = Source(office_id=desk.office_id, key=key)
    desk.session.add(fresh)
    desk.session.flush()
    return fresh


def _sight(desk: Desk, source: Source, item: SeenItem, seen: Seen) -> bool:
    key = _key(item)
    known = desk.session.exec(
        select(Sighting.id).where(Sighting.office_id == desk.office_id, Sighting.key == key)
    ).first()
    if known:
        return False
    name, data = seen.files.get(item.sha256, (item.title, b""))
    ours = [desk.settings.force_named(force) for force in item.forces_named]
    elsewhere = bool(item.forces_named) and not any(ours)
    desk.session.add(
        Sighting(
            office_id=desk.office_id,
            source_id=found(source.id),
            key=key,
            title=name,
            address=item.address,
            sha256=desk.keep(data) if data else None,
            seen_at=desk.now,
            outcome=f"not for this office: names {', '.join(item.forces_named)}"
            if elsewhere
            else "",
        )
    )
    desk.session.flush()
    if not elsewhere:
        desk.errand(f"announce:{key}", Errand.ANNOUNCE_REPORT, key)
    return not elsewhere


def _raise_or_clear(desk: Desk, source: Source, alarm: str | None) -> None:
    if alarm and not source.alarm:
        source.alarm_since = desk.now
        desk.note("source_alarm", source=source.id, alarm=alarm)
    elif not alarm and source.alarm:
        source.alarm_since = None
        desk.note("source_alarm_cleared", source=source.id)
    source.alarm = alarm or ""


@act("note_sighting")
def _note_outcome(desk: Desk, key: str, reference: str, outcome: str) -> bool:
    row = desk.session.exec(
        select(Sighting).where(Sighting.office_id == desk.office_id, Sighting.key == key)
    ).first()
    if row is None or row.outcome:
        return False
    row.outcome = outcome
    row.case_id = desk.case(reference).id if reference else None
    desk.note("sighting_settled", sighting=row.id, opened=row.case_id)
    return True


def _key(item: SeenItem) -> str:
    return report_key(item.address) if item.address else f"file/{item.sha256}"


def _file(session: Session, row: Sighting) -> tuple[str, bytes | None]:
    if row.sha256:
        return row.title, fetch(session, row.sha256)
    return f"{row.key.rpartition('/')[2] or 'report'}.html", None


def _page(fetcher: Fetcher, address: str) -> bytes:
    fetched = fetcher.fetch(address)
    if fetched.status != 200:  # noqa: PLR2004  OK
        message = (
            f"{address} answered {fetched.status}: save the page in a browser and open it with "
            "`section55 open FILE`."
        )
        raise DoorError(message)
    return fetched.body


def _known_reference(record: Record, session: Session, key: str) -> str:
    """Return the reference if the key is that of a report opened by hand."""
    row = session.exec(select(ReportKey).where(ReportKey.key == key)).first()
    if row is None:
        return find_case(session, found(record.office(session).id), key).reference
    case = session.exec(select(Case).where(Case.report_id == row.report_id)).first()
    return found(case).reference


def _step(hand: Hand, what: str) -> Hand:
    number = digest(f"{what}:{hand.now.isoformat()}".encode())[:32]
    return Hand(now=hand.now, acted_at=hand.acted_at, act_id=f"watch:{number}")
