"""The publication track, one row for each publisher, and how it was seen."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import instant, long_text, word
from models.words import Proof, PublicationState


class Publication(SQLModel, table=True):
    """What one publisher was given, and whether the public has been seen to have it."""

    __table_args__ = (UniqueConstraint("round_id", "publisher"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    round_id: int = Field(foreign_key="signinground.id")
    publisher: str
    state: PublicationState = word(PublicationState, default=PublicationState.SCHEDULED)
    written_at: datetime | None = instant(empty=True)
    address: str = ""
    proof: Proof | None = word(Proof, empty=True)
    seen_at: datetime | None = instant(empty=True)
    seen_sha256: str | None = Field(default=None, foreign_key="blob.sha256")
    """The bytes that were seen, kept whole."""
    seen_by_id: int | None = Field(default=None, foreign_key="person.id")
    trouble: str = long_text(default="")
    correction_note: str = long_text(default="")
