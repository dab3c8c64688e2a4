"""A case as other systems are told of it."""

from datetime import date, datetime

from pydantic import BaseModel, ConfigDict, Field

from models.review_words import Decision, Heard
from models.words import (
    AddresseeGroup,
    CommentsClass,
    CommentsState,
    FindingClass,
    Proof,
    PublicationState,
    Regime,
    Role,
    SignatureStep,
    Stage,
    VersionKind,
)


class Shape(BaseModel):
    """Something told."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Clock(Shape):
    """The fifty-six days of a case."""

    published: date = Field(description="Day 1.", examples=["2022-10-14"])
    provisional: bool = Field(description="Nobody has confirmed the date yet.")
    binds: bool = Field(description="False for a reply of the office's own accord.")
    last_day: date
    target: date = Field(description="The office's own target, a working day.")
    day: int = Field(description="Which day of the period today is.")
    days_left: int
    responded_on: date | None = Field(description="When the response was published and seen.")
    planned_for: datetime | None = Field(description="For when publication is scheduled.")


class NextAct(Shape):
    """What happens next, and with whom."""

    words: str = Field(examples=["confirm the publication date"])
    role: Role | None = Field(description="None once the case has ended.")


class Line(Shape):
    """One case of the register."""

    reference: str = Field(examples=["S55-2022-001"])
    title: str
    stage: Stage
    route: str
    lead: str
    clock: Clock
    next: NextAct
    findings: int
    findings_confirmed: bool
    embargoed: bool
    troubles: list[str]


class Register(Shape):
    """A page of the register, the most urgent case first."""

    cases: list[Line]
    found: int = Field(description="How many there are on all pages.")
    page: int
    pages: int


class Track(Shape):
    """The comments track of one force."""

    force: str
    name: str
    state: CommentsState
    invited_on: date | None
    due_on: date | None
    received_on: date | None


class FindingTold(Shape):
    """A finding, verbatim."""

    key: str = Field(examples=["f001"])
    cited: str = Field(description="As the response cites it; empty once it is off the list.")
    klass: FindingClass = Field(alias="class")
    number: str
    text: str
    area: str
    concerns: AddresseeGroup
    deadline: date | None
    accepted: bool
    dropped_because: str = Field(description="Empty while it stands.")


class AnswerTold(Shape):
    """The body's own words at one place of the response."""

    place: str = Field(examples=["f001_answer"])
    text: str
    owner: str
    due: date | None


class SubmissionTold(Shape):
    """What a force sent, without its bytes."""

    number: int
    force: str
    file_name: str
    sha256: str
    klass: CommentsClass | None = Field(alias="class")
    cleared_by: str
    received_on: date
    confirmed: bool
    superseded: bool
    paragraphs: list[str]


class VersionTold(Shape):
    """A version of the Word file."""

    number: int
    kind: VersionKind
    made_from: int
    made_by: str
    made_at: datetime
    note: str
    sha256: str


class OutTold(Shape):
    """Somebody has a version out to edit."""

    person: str
    version: int
    since: datetime
    is_stale: bool


class SignatureTold(Shape):
    """A signature on a frozen text."""

    step: SignatureStep
    role: Role
    person: str
    given_at: datetime
    given_how: str
    instrument: str


class RoundTold(Shape):
    """One freeze of the response, and the signatures bound to it."""

    number: int
    state: str = Field(examples=["open"])
    dated: date
    copy_version: int
    manifest_sha256: str
    signatures: list[SignatureTold]
    ended_because: str


class PublicationTold(Shape):
    """What one publisher was given, and how it was seen."""

    publisher: str
    round: int
    state: PublicationState
    address: str
    written_at: datetime | None
    seen_at: datetime | None
    proof: Proof | None
    trouble: str


class RemarkTold(Shape):
    """What was said of the response elsewhere."""

    number: int
    who: str
    how: Heard
    on: date
    version: int
    place: str
    words: str
    decision: Decision
    reason: str


class ReportTold(Shape):
    """The report a case answers."""

    title: str
    address: str
    kind: str


class CaseTold(Shape):
    """One case, whole."""

    reference: str = Field(examples=["S55-2022-001"])
    stage: Stage
    regime: Regime
    route: str
    lead: str
    embargoed: bool
    report: ReportTold
    clock: Clock
    next: NextAct
    tracks: list[Track]
    findings_confirmed: bool
    findings: list[FindingTold]
    answers: list[AnswerTold]
    submissions: list[SubmissionTold]
    current_version: int = Field(description="0 before the first draft.")
    versions: list[VersionTold]
    out: list[OutTold]
    rounds: list[RoundTold]
    publications: list[PublicationTold]
    remarks: list[RemarkTold]
    etag: str


class Me(Shape):
    """The token, and whoever it acts for."""

    token: str
    may_write: bool
    expires_at: datetime
    person: str
    name: str
    roles: list[Role]
