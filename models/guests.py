"""People of a force, who have no account here: their link, and what they said by it.

Who they are is what they say they are: the link may be passed on inside the force.
"""

from datetime import date, datetime

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field, SQLModel

from models.columns import instant, json_text, long_text, word
from models.words import CommentsClass, GuestPurpose, SaidByLink


class GuestLink(SQLModel, table=True):
    """A link for one case, one force and one purpose. It can do nothing else."""

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    force_key: str
    purpose: GuestPurpose = word(GuestPurpose)
    version: int = 0
    """Number of the version to be checked; 0 where comments are asked for."""
    copy_sha256: str | None = Field(default=None, foreign_key="blob.sha256")
    """The PDF of that version, as it is given out."""
    secret_sha256: str = Field(unique=True)
    made_by_id: int = Field(foreign_key="person.id")
    made_at: datetime = instant()
    expires_at: datetime = instant()
    revoked_at: datetime | None = instant(empty=True)


class GuestDraft(SQLModel, table=True):
    """Comments read and shown back, which nobody has sent yet. Gone a day later."""

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    link_id: int = Field(foreign_key="guestlink.id", index=True)
    name: str
    rank: str
    email: str
    klass: CommentsClass = word(CommentsClass)
    cleared_by: str
    file_name: str
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    paragraphs: str = json_text()
    """The words as they were shown back: a JSON list of paragraphs."""
    warnings: str = json_text()
    """What the sender should know of the reading: a JSON list of sentences."""
    made_at: datetime = instant()


class GuestStatement(SQLModel, table=True):
    """One thing somebody at a force sent or said by a link, and who they said they are."""

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    link_id: int = Field(foreign_key="guestlink.id", index=True)
    kind: SaidByLink = word(SaidByLink)
    name: str
    rank: str
    email: str
    klass: CommentsClass | None = word(CommentsClass, empty=True)
    """What they say their comments are. A person of the office decides what they are here."""
    cleared_by: str = ""
    """Who they say cleared the comments for publication."""
    words: str = long_text(default="")
    wanted_until: date | None = None
    """The day asked for, where more time is."""
    submission_id: int | None = Field(default=None, foreign_key="submission.id")
    remark: int = 0
    """Number of the remark a point became; 0 for everything else."""
    said_at: datetime = instant()
