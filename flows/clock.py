"""The one place in which a flow asks what time it is."""

from datetime import UTC, datetime


def moment(now: datetime | None) -> datetime:
    """Return the moment a flow was given, else the present one; aware, in UTC."""
    chosen = now or datetime.now(UTC)
    return chosen if chosen.tzinfo else chosen.replace(tzinfo=UTC)
