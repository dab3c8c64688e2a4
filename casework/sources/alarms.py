"""When the silence of a source may not be real: one sentence for a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.shapes.sources import Fetched, SeenItem

_OK = 200
_REFUSALS = frozenset({401, 403, 407, 429, 451})


@dataclass(frozen=True, slots=True)
class Expected:
    """What a source has led us to expect. Nothing here is read from a clock."""

    today: date
    previous_count: int | None = None
    """How many items the last good look saw; None for a first look."""
    quiet_days: int = 60
    """The inspectors are never silent for so long; a setting of the office."""
    shrunk_below: float = 0.7
    """A list shorter than this share of the last one has lost something."""


def refused(fetched: Fetched) -> str | None:
    """Return the alarm for an answer that is no page at all, or None."""
    if fetched.status == _OK or fetched.not_modified:
        return None
    if fetched.status in _REFUSALS:
        return (
            f"{fetched.address} refuses us ({fetched.status}): look in a browser for new reports, "
            "and open them from saved pages until this clears."
        )
    return f"{fetched.address} answers {fetched.status}: check whether the list has moved."


def about(items: Sequence[SeenItem], expected: Expected) -> str | None:
    """Return the first thing that is wrong with a list of reports, or None."""
    return next(_what_is_wrong(items, expected), None)


def gone_quiet(newest: date, expected: Expected) -> str | None:
    """Return the alarm for a list in which nothing new appears, or None.

    Asked also when a server says "not modified": a list nobody keeps any longer
    is never modified.
    """
    days = (expected.today - newest).days
    if days <= expected.quiet_days:
        return None
    return (
        f"The newest report in the list is {days} days old ({newest.day} {newest:%B %Y}): "
        "the list may no longer be kept."
    )


def _what_is_wrong(items: Sequence[SeenItem], expected: Expected) -> Iterator[str]:
    if not items:
        yield "The list of reports is empty: look in a browser whether that can be true."
        return
    complete = [item for item in items if item.title and item.address]
    if len(complete) * 2 < len(items):
        yield (
            f"The list of reports has changed its shape: {len(items) - len(complete)} of "
            f"{len(items)} items have no title or no address."
        )
    days = [item.published for item in items if item.published is not None]
    if not days:
        yield "The list of reports has changed its shape: no item has a date."
        return
    yield from _shrunk(len(items), expected)
    quiet = gone_quiet(max(days), expected)
    if quiet:
        yield quiet


def _shrunk(count: int, expected: Expected) -> Iterator[str]:
    before = expected.previous_count
    # One item fewer is a withdrawal, and is told as one.
    if before is not None and count < before - 1 and count < before * expected.shrunk_below:
        yield f"The list of reports has shrunk from {before} items to {count}: some may be missed."
