"""A response on its way to the public, its row in the register, and its proof."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from models.words import Proof, Stage


class PublicForce(NamedTuple):
    """A force a report is about, as the public register names it."""

    key: str
    """Short and permanent: part of the address of the force's page."""
    name: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One row of the public register: a response, or one that is still owed.

    Whoever lists an unpublished row answers for the report being public.
    """

    reference: str
    title: str
    """Of the response."""
    language: str
    report_title: str
    report_address: str
    """Empty where the report has none."""
    report_published: date
    response_due: date
    summary: str = ""
    slug: str = ""
    """Empty until the response is published."""
    published_on: date | None = None
    days_taken: int | None = None
    """Counted as the law counts: the day of the report is day 1."""
    lateness_reason: str | None = None
    correction_note: str | None = None
    corrected_on: date | None = None
    overdue: bool = False
    """Not published, and the last day has passed."""
    forces: tuple[PublicForce, ...] = ()
    has_clock: bool = True
    """Whether the fifty-six days bind: a reply of the body's own accord has none."""
    no_response: Stage | None = None
    """The way out of a report that gets no response of its own."""
    answered_in: str = ""
    """Slug of the response in which it is answered, where that is published."""
    answered_in_title: str = ""

    @property
    def days_late(self) -> int:
        """Return by how many days it came after the last day; 0 if it did not."""
        if self.published_on is None or not self.has_clock:
            return 0
        return max((self.published_on - self.response_due).days, 0)


@dataclass(frozen=True, slots=True)
class Publication:
    """One signed response in its published forms, ready to go out."""

    reference: str
    slug: str
    """The last part of its address: lower case, digits and hyphens."""
    title: str
    language: str
    body_name: str
    office_name: str
    report_title: str
    report_address: str
    report_published: date
    response_due: date
    published_on: date
    days_taken: int
    lateness_reason: str | None
    html: bytes
    """The whole page, exactly as signed."""
    fragment: bytes
    pdf: bytes
    docx: bytes
    summary: str
    correction_note: str | None = None
    corrected_on: date | None = None
    forces: tuple[PublicForce, ...] = ()
    has_clock: bool = True

    def as_entry(self) -> IndexEntry:
        """Return the row of this response in the register."""
        return IndexEntry(
            reference=self.reference,
            title=self.title,
            language=self.language,
            report_title=self.report_title,
            report_address=self.report_address,
            report_published=self.report_published,
            response_due=self.response_due,
            summary=self.summary,
            slug=self.slug,
            published_on=self.published_on,
            days_taken=self.days_taken,
            lateness_reason=self.lateness_reason,
            correction_note=self.correction_note,
            corrected_on=self.corrected_on,
            forces=self.forces,
            has_clock=self.has_clock,
        )


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file a publisher wrote, and the hash of its bytes."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Written:
    """What a publisher left behind. Written is not yet proved to be public."""

    address: str | None
    """Where the public will find it; None where the office's web team decides."""
    files: tuple[WrittenFile, ...]


@dataclass(frozen=True, slots=True)
class PublicationSeen:
    """One look at the public address of a response, and what was seen there."""

    address: str
    """The address that answered in the end."""
    status: int | None
    """The HTTP status; None where nothing answered, or for a page saved by hand."""
    sha256: str | None
    """Of the bytes seen."""
    fetched_at: datetime
    proves: bool
    """Whether this look proves that the signed response is public."""
    explained: str
    """One sentence for a caseworker: what was seen, or what is wrong."""
    how: Proof = Proof.FETCHED
