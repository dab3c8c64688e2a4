"""What a look at a source brings, the keys of what it shows, and the acts' numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sqlmodel import Session, col, select

from casework.errors import RefusedInputError
from casework.record.bytes import digest
from casework.record.hand import Hand
from casework.record.record import Record
from casework.rules.report_key import report_key
from casework.sources.fetching import NO_VALIDATORS
from models import Sighting
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
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    """Name and bytes of dropped files, by SHA-256."""
    validators: Validators = NO_VALIDATORS
    not_modified: bool = False
    """The source says that nothing has changed: what it showed last still stands."""
    failed: bool = False
    """It refused, failed or could not be reached: it is left alone for a while."""
    retry_after_seconds: int | None = None


def item_key(item: SeenItem) -> str | None:
    """Return the key of what was seen; None for a line of a list that leads to no report."""
    if item.sha256:
        return f"file/{item.sha256}"
    try:
        return report_key(item.address)
    except RefusedInputError:
        return None


def sighting(session: Session, office_id: int, key: str) -> Sighting | None:
    """Return the row of something seen."""
    wanted = select(Sighting).where(Sighting.office_id == office_id, Sighting.key == key)
    return session.exec(wanted).first()


def sightings(session: Session, office_id: int, keys: Sequence[str]) -> dict[str, Sighting]:
    """Return the rows of everything seen, by key."""
    wanted = select(Sighting).where(Sighting.office_id == office_id, col(Sighting.key).in_(keys))
    return {row.key: row for row in session.exec(wanted)}


def step(record: Record, hand: Hand, what: str) -> Hand:
    """Return the service's hand for one step of a run."""
    number = digest(f"{record.office_key}:{what}:{hand.now.isoformat()}".encode())[:32]
    return Hand(now=hand.now, acted_at=hand.acted_at, act_id=f"watch:{number}")
