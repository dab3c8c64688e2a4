"""What reading gives back: a document as blocks, and a report as findings.

Plain values that cross floors. Field names and meanings: the exchange format
of `section55 read`, docs/formats.md.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.words import (
    AddresseeGroup,
    DatePrecision,
    DeadlineKind,
    FindingClass,
    ReportKind,
)


class BlockKind(StrEnum):
    """What a block of a page is, by the page's own structure."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a read page, in reading order."""

    kind: BlockKind
    text: str
    level: int = 0
    """Heading level 1-6, or depth of a list item from 1; 0 for the rest."""
    ordered: bool = False
    """Whether a list item is numbered."""
    emphasised: bool = False
    """Whether the whole block is bold (a one-sentence heading of a finding)."""
    box: int | None = None
    """The box (call-out, bordered panel) the block stands in, if any."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table."""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A page, PDF or pasted text as blocks, without its furniture."""

    blocks: tuple[Block, ...]
    title: str | None = None
    """The title the file itself gives (metadata), not yet judged."""
    dates: tuple[tuple[str, str], ...] = ()
    """Candidate publication dates: (where it was found, the raw words)."""
    links: tuple[str, ...] = ()
    """Canonical addresses the file gives for itself, best first."""


@dataclass(frozen=True, slots=True)
class GradedArea:
    """An area of a report and its grade, both as printed."""

    area: str
    grade: str | None


@dataclass(frozen=True, slots=True)
class FindingDeadline:
    """A deadline inside a finding: the raw words and the resolved day."""

    raw: str | None = None
    kind: DeadlineKind = DeadlineKind.NONE
    day: date | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class ReadFinding:
    """One finding as the report prints it."""

    id: str
    klass: FindingClass
    text: str
    """Verbatim; the bullets of a stem on lines of their own."""
    number: str | None = None
    narrative: str | None = None
    area: str | None = None
    addressees: tuple[str, ...] = ()
    parent: str | None = None
    deadline: FindingDeadline = field(default_factory=FindingDeadline)
    concerns: AddresseeGroup | None = None
    """Set only when an office's force was named to the reader."""
    concerns_because: str | None = None


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One date that may be the publication date, and where it was found."""

    source: str
    raw: str
    day: date | None = None
    precision: DatePrecision = DatePrecision.NONE


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report as the inspectors printed it."""

    title: str
    kind: ReportKind
    forces: tuple[str, ...]
    published: date | None
    published_precision: DatePrecision
    published_raw: str | None
    published_from: str | None
    graded_areas: tuple[GradedArea, ...]
    findings: tuple[ReadFinding, ...]
    warnings: tuple[str, ...] = ()
    address: str | None = None
    """The report's own address, if the file gives one; not yet normalised."""
    date_candidates: tuple[DateCandidate, ...] = ()
    """Every candidate for the publication date; the one proposed stands first."""
