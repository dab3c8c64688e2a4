"""What the checks of a response find, and the facts of the case they check it against.

Field names and meanings: the exchange format of `section55 check`, docs/formats.md.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.words import FindingClass


class Severity(StrEnum):
    """How much an observation weighs."""

    ERROR = "error"
    """Nobody may sign until it is put right, or waived by name with a reason."""
    WARNING = "warning"
    """Must be seen by whoever signs."""
    NOTE = "note"
    """In words that are not the body's own: ask their office, do not change them."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing a check noticed in a response."""

    check: str
    severity: Severity
    where: str
    """Words copied from the document; empty for the whole document."""
    message: str
    """One sentence a caseworker understands."""
    suggestion: str | None = None
    """What could stand in the place of `where`, or what to do."""
    passage: int | None = None
    """The number of the passage it was noticed in; None for the whole document."""
    replaces: bool = False
    """Whether the suggestion can stand in the place of `where` as it is."""
    style: bool = False
    """Whether it is advice on style, folded away where people look."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office: `Chief Constable`, `Ada Marsh`."""

    title: str = ""
    name: str = ""
    type: str = ""
    """Of a local policing body: `pcc`, `pfcc`, `mayor`, `board`, …"""


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """The office that writes the response."""

    name: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class ForceFacts:
    """The force that was inspected."""

    name: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The report that is answered."""

    title: str = ""
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class GradeFacts:
    """An area and its grade, as printed."""

    area: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineFacts:
    """The deadline inside a finding: its words, and the day they mean."""

    raw: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """One finding of the report, in the report's order."""

    ref: str
    text: str
    """Verbatim; line ends part a stem from its bullets."""
    klass: FindingClass = FindingClass.AREA_FOR_IMPROVEMENT
    area: str = ""
    grade: str = ""
    addressee: str = ""
    """`force` is the inspected force."""
    deadline: DeadlineFacts | None = None


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person the response may name."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a case, apart from the document."""

    case_id: str = ""
    kind: str = ""
    language: str = "en-GB"
    office: OfficeFacts = OfficeFacts()
    local_policing_body: Holder = Holder()
    chief_officer: Holder = Holder()
    force: ForceFacts = ForceFacts()
    report: ReportFacts = ReportFacts()
    last_day: date | None = None
    graded_areas: tuple[GradeFacts, ...] = ()
    findings: tuple[FindingFacts, ...] = ()
    invited_on: date | None = None
    comments_due_on: date | None = None
    comments_received_on: date | None = None
    """None: the chief officer made none."""
    chief_officer_comments: tuple[str, ...] = ()
    """Verbatim, paragraph by paragraph."""
    signatory: Holder = Holder()
    signed_on: date | None = None
    """None: the response is a draft."""
    planned_publication_on: date | None = None
    checked_on: date | None = None
    lateness_reason: str = ""
    people: tuple[PersonFacts, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Return whether nobody has signed yet."""
        return self.signed_on is None


@dataclass(frozen=True, slots=True)
class ToBeSigned:
    """What a copy that goes before its signatories says of its signature."""

    dated: date
    name: str
    title: str
