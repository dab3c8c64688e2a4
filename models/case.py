"""A case: one office answering one report."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import instant, json_text, long_text, word
from models.words import (
    AddresseeGroup,
    CommentsState,
    DeadlineKind,
    FindingClass,
    Regime,
    Stage,
)


class Case(SQLModel, table=True):
    """One office answering one report. Its last day is derived, never stored."""

    __table_args__ = (
        UniqueConstraint("office_id", "reference"),
        UniqueConstraint("office_id", "report_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    report_id: int = Field(foreign_key="report.id")
    reference: str
    stage: Stage = word(Stage, default=Stage.OPENED)
    regime: Regime = word(Regime, default=Regime.SECTION_55)
    route: str
    """Name of the sign-off route, a key of the office's settings."""
    opened_at: datetime = instant()
    candidate_on: date
    """The earliest publication date anybody or anything has proposed."""
    published_on: date | None = None
    """The publication date a person confirmed; day 1 of the 56."""
    date_source: str = ""
    ours_because: str = long_text(default="")
    """Why the report was taken to concern this office, with the words it rests on."""
    findings_confirmed: bool = False
    embargoed_until: datetime | None = instant(empty=True)
    released_at: datetime | None = instant(empty=True)
    lead_id: int | None = Field(default=None, foreign_key="person.id")
    planned_for: datetime | None = instant(empty=True)
    """The moment for which publication is scheduled."""
    responded_on: date | None = None
    """The day the response was published and seen."""
    lateness_reason: str = ""
    correction_note: str = ""
    """What a published response is being, or was last, corrected for."""
    ended_because: str = ""
    answered_by_id: int | None = Field(default=None, foreign_key="case.id")


class CaseForce(SQLModel, table=True):
    """One force of a case, and its track of comments."""

    __table_args__ = (UniqueConstraint("case_id", "force_key"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    force_key: str
    state: CommentsState = word(CommentsState, default=CommentsState.TO_INVITE)
    invited_on: date | None = None
    comments_due_on: date | None = None
    received_on: date | None = None
    round: int = 1
    """Counts invitations: 1 for the first, 2 once it was re-issued."""


class GradedArea(SQLModel, table=True):
    """An area the report grades."""

    __table_args__ = (UniqueConstraint("case_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    position: int
    area: str
    grade: str = ""


class Finding(SQLModel, table=True):
    """A finding of the report, verbatim."""

    __table_args__ = (UniqueConstraint("case_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    key: str
    """`f001`: names its regions in the Word file; never changes."""
    position: int
    klass: FindingClass = word(FindingClass)
    number: str = ""
    text: str = long_text()
    original_text: str = long_text()
    """As first read; kept when a person corrects `text`."""
    narrative: str = long_text(default="")
    area: str = ""
    addressees: str = json_text()
    concerns: AddresseeGroup = word(AddresseeGroup, default=AddresseeGroup.OUR_FORCE)
    concerns_because: str = ""
    parent: str = ""
    deadline_raw: str = ""
    deadline_kind: DeadlineKind = word(DeadlineKind, default=DeadlineKind.NONE)
    deadline_on: date | None = None
    deadline_assumed: bool = False
    dropped_because: str = ""
    """Why a person took it off the list; empty while it stands."""
    accepted_at: datetime | None = instant(empty=True)
    """When a person held it against the report and found it right."""
    accepted_by_id: int | None = Field(default=None, foreign_key="person.id")
    inspectors_number: str = ""
    """The unique number the inspectors track it by; not the one the report prints."""
    inspectors_status: str = ""
    force_owner: str = ""
    """Who in the force answers for it, by the force's tracker."""
    force_due: str = ""
    """By when, as the force's tracker writes it."""


class Answer(SQLModel, table=True):
    """The body's own words at one place of the response.

    Owned by the record until the first check-in, by the Word file from then on.
    """

    __table_args__ = (UniqueConstraint("case_id", "place"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    place: str
    """The key of its region: `overview`, `f001_answer`, `c1_reply`, `monitoring`."""
    text: str = long_text(default="")
    read_from: int = 0
    """Number of the version of the Word file these words were last read from; 0: none yet."""
    owner: str = ""
    due: date | None = None
