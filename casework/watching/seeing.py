"""What a look showed is written down: each item once, and the look itself."""

import json
from datetime import datetime, timedelta

from sqlmodel import select

from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.hand import LONDON
from casework.watching.changes import note_absent, see_known
from casework.watching.ours import put_aside
from casework.watching.seen import Seen, item_key, sightings
from casework.watching.telling import raise_or_clear
from models import Errand, Look, Sighting, Source
from models.shapes.sources import SeenItem

FIRST_PAUSE = timedelta(minutes=30)
LONGEST_PAUSE = timedelta(hours=6)
LONGEST_WISH = timedelta(days=1)
"""However long a site asks us to stay away: a report may be out meanwhile."""


@act("look_at_source")
def write_look(desk: Desk, key: str, seen: Seen) -> list[str]:
    """Write a look at a source down. Returns the keys of what is new and may be ours."""
    source = source_row(desk, key)
    if seen.looked.items and source.watched_since is None:
        source.watched_since = desk.now
        desk.session.flush()
    shown = {k: item for item in seen.looked.items if (k := item_key(item))}
    known = sightings(desk.session, desk.office_id, list(shown))
    changed = [k for k, row in known.items() if see_known(desk, source, row, shown[k])]
    gone = note_absent(desk, source, seen.looked, set(shown))
    began = _began(desk)
    new = [k for k, item in shown.items() if k not in known]
    fresh = [k for k in new if _sight(desk, source, k, shown[k], seen, began)]
    raise_or_clear(desk, source, seen.looked.alarm)
    _remember(desk, source, seen)
    said = seen.looked.alarm or _outcome(seen, len(new), len(fresh), len(changed), len(gone))
    _write(desk, source, said, items=len(seen.looked.items), fresh=len(fresh))
    if fresh:
        desk.note("reports_seen", source=source.id, count=len(fresh))
    return fresh


@act("leave_source_alone")
def leave_alone(desk: Desk, key: str) -> bool:
    """Write down that a source was not asked, because it refused or failed just now."""
    source = source_row(desk, key)
    until = found(source.not_before).astimezone(LONDON)
    said = f"not asked: left alone until {until:%H:%M} after {source.failures} failures in a row"
    _write(desk, source, said, items=0, fresh=0)
    return True


def source_row(desk: Desk, key: str) -> Source:
    """Return the row of a source, made new if this is the first look."""
    known = desk.session.exec(
        select(Source).where(Source.office_id == desk.office_id, Source.key == key)
    ).first()
    if known:
        return known
    fresh = Source(office_id=desk.office_id, key=key)
    desk.session.add(fresh)
    desk.session.flush()
    return fresh


def _began(desk: Desk) -> datetime:
    mine = select(Source.watched_since).where(Source.office_id == desk.office_id)
    return min(filter(None, desk.session.exec(mine)), default=desk.now)


def _sight(
    desk: Desk, source: Source, key: str, item: SeenItem, seen: Seen, began: datetime
) -> bool:
    name, data = seen.files.get(item.sha256, (item.title, b""))
    aside = "" if data else put_aside(desk.settings, item, began)
    desk.session.add(
        Sighting(
            office_id=desk.office_id,
            source_id=found(source.id),
            key=key,
            title=name,
            address=item.address,
            sha256=desk.keep(data) if data else None,
            seen_at=desk.now,
            outcome=aside,
            published=item.published,
            last_seen_at=desk.now,
        )
    )
    desk.session.flush()
    if not aside:
        desk.errand(f"announce:{key}", Errand.ANNOUNCE_REPORT, key)
    return not aside


def _remember(desk: Desk, source: Source, seen: Seen) -> None:
    looked = seen.looked
    source.looked_at = desk.now
    source.failures = source.failures + 1 if seen.failed else 0
    source.not_before = desk.now + _pause(source.failures, seen) if seen.failed else None
    if looked.items:
        source.last_count = len(looked.items)
    days = [day for day in (source.newest_on, looked.newest) if day]
    source.newest_on = max(days, default=None)
    if looked.alarm or seen.not_modified:
        return
    source.well_at = desk.now
    source.items = len(looked.items) or source.items
    source.validators = json.dumps(
        {"etag": seen.validators.etag, "last_modified": seen.validators.last_modified}
    )


def _pause(failures: int, seen: Seen) -> timedelta:
    doubled: int = 2 ** min(failures - 1, 10)
    ours = min(FIRST_PAUSE * doubled, LONGEST_PAUSE)
    wished = timedelta(seconds=min(seen.retry_after_seconds or 0, LONGEST_WISH.total_seconds()))
    return max(ours, wished)


def _outcome(seen: Seen, new: int, fresh: int, changed: int, gone: int) -> str:
    if seen.not_modified:
        return "nothing has changed"
    counts = (
        (fresh, "new"),
        (new - fresh, "new but not for us"),
        (changed, "amended"),
        (gone, "withdrawn"),
    )
    told = [f"{number} {what}" for number, what in counts if number or what == "new"]
    return f"{len(seen.looked.items)} seen, {', '.join(told)}"


def _write(desk: Desk, source: Source, outcome: str, *, items: int, fresh: int) -> None:
    desk.session.add(
        Look(
            office_id=desk.office_id,
            source_id=found(source.id),
            looked_at=desk.now,
            items=items,
            fresh=fresh,
            outcome=outcome,
        )
    )
    # A look that saw nothing is still a look: that it was made is the point.
    desk.noted = True
