"""A force's tracker of recommendations, as read from its file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """One row of a tracker."""

    line: int
    """Its row in the file, counted from 1, so that a person finds it."""
    number: str = ""
    text: str = ""
    status: str = ""
    owner: str = ""
    due: str = ""
    """ISO 8601 where the file holds a real date, else as written."""


@dataclass(frozen=True, slots=True)
class ReadTracker:
    """A tracker: its rows, and by which headings its columns were recognised."""

    rows: tuple[TrackerRow, ...]
    headings: tuple[tuple[str, str], ...]
    """(what it was taken for, the heading as printed)."""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """What of a finding a row is compared with."""

    key: str
    text: str
    number: str = ""
    """As the report prints it."""
    inspectors_number: str = ""
