"""What the front desk stands on: the doors of the service, the clock, its own address."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from casework.dispatch import Doors
from casework.identity.provider import Provider

LONDON = ZoneInfo("Europe/London")


def _this_moment() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Place:
    """Everything a page may need from outside of its request."""

    doors: Callable[[], Doors]
    address: str
    """Public address of the front desk, without a slash at its end."""
    clock: Callable[[], datetime] = field(default=_this_moment)
    provider: Provider | None = None
    """The office's own sign-in, where it has one."""

    @property
    def now(self) -> datetime:
        """Return this moment, aware."""
        return self.clock()

    @property
    def today(self) -> date:
        """Return today's date in London."""
        return self.now.astimezone(LONDON).date()

    @property
    def is_secure(self) -> bool:
        """Return whether browsers reach us over TLS, so that cookies may insist on it."""
        return self.address.startswith("https://")
