"""Several hands on one document: who has it out, what was said of it, what is proposed."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import instant, long_text, word
from models.review_words import Decision, Heard, MergeOutcome, ProposalState


class Checkout(SQLModel, table=True):
    """Somebody has a version of a document out to edit. It warns others; it locks nothing."""

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    document_id: int = Field(foreign_key="document.id", index=True)
    version: int
    """Number of the version taken."""
    person_id: int = Field(foreign_key="person.id")
    since: datetime = instant()
    ended_at: datetime | None = instant(empty=True)
    """When the edit came back, or the marker was taken off."""


class Remark(SQLModel, table=True):
    """A comment on the document received elsewhere: by e-mail, by telephone, on a marked PDF."""

    __table_args__ = (UniqueConstraint("case_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    number: int
    """Counted within the case: how people cite it."""
    who: str
    heard: Heard = word(Heard)
    received_on: date
    version: int = 0
    """Number of the version it is about; 0 if nobody said."""
    place: str = ""
    """Key of the region it is about; empty for the whole document."""
    words: str = long_text()
    logged_by_id: int | None = Field(default=None, foreign_key="person.id")
    """None: it came by a link for the force, and nobody of the office logged it."""
    logged_at: datetime = instant()
    decision: Decision = word(Decision, default=Decision.WAITING)
    reason: str = long_text(default="")
    decided_by_id: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = instant(empty=True)


class Proposal(SQLModel, table=True):
    """Updates from the record, offered as tracked changes in a copy of the reviewers' file."""

    __table_args__ = (UniqueConstraint("document_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    document_id: int = Field(foreign_key="document.id", index=True)
    number: int
    """Number of the version that holds it."""
    made_from: int
    """Number of the reviewers' version it was put into."""
    base_sha256: str = Field(foreign_key="blob.sha256")
    """The service's text that version was last brought up to."""
    mine_sha256: str = Field(foreign_key="blob.sha256")
    """The service's text now: the next base, once this proposal is decided."""
    content_sha256: str
    """Of the fields `mine` was rendered from: the same content is not proposed twice."""
    state: ProposalState = word(ProposalState, default=ProposalState.WAITING)
    made_at: datetime = instant()
    decided_at: datetime | None = instant(empty=True)
    decided_by_id: int | None = Field(default=None, foreign_key="person.id")
    reason: str = long_text(default="")


class ProposalItem(SQLModel, table=True):
    """One update of a proposal, and what a person made of it."""

    __table_args__ = (UniqueConstraint("proposal_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    proposal_id: int = Field(foreign_key="proposal.id", index=True)
    position: int
    region: str
    outcome: MergeOutcome = word(MergeOutcome)
    old: str = long_text(default="")
    new: str = long_text(default="")
    theirs: str = long_text(default="")
    decision: Decision = word(Decision, default=Decision.WAITING)
