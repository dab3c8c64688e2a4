"""What was let pass although something stood in its way: by whom, and why."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import instant, long_text, word


class ExcuseKind(StrEnum):
    """By what right somebody lets a response pass."""

    WAIVER = "waiver"
    """An error of a check, waived by name."""
    REASON = "reason"
    """A limb of section 55 that is not kept, with the reason on the record."""
    OVERRIDE = "override"
    """The monitoring officer's word against any block; a second person looks at it."""


class Excuse(SQLModel, table=True):
    """One block that somebody let pass, in one sentence.

    It holds for this block alone: once the words it is about are others, it
    says nothing any more.
    """

    __table_args__ = (UniqueConstraint("case_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    number: int
    """Counted within the case: how people cite it."""
    kind: ExcuseKind = word(ExcuseKind)
    block: str
    """Key of the block, as `casework.rules.blocks` makes it."""
    told: str = long_text()
    """The block in words, as it stood when it was let pass."""
    reason: str = long_text()
    made_by_id: int = Field(foreign_key="person.id")
    made_at: datetime = instant()
    looked_by_id: int | None = Field(default=None, foreign_key="person.id")
    """The second person who looked at an override."""
    looked_at: datetime | None = instant(empty=True)
    ended_by_id: int | None = Field(default=None, foreign_key="person.id")
    """Who took it back."""
    ended_at: datetime | None = instant(empty=True)
