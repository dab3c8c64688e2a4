"""What is still to be done outside, written in the transaction that decided it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import instant, long_text, word


class Errand(StrEnum):
    """What an outbox row asks for."""

    ANNOUNCE_REPORT = "announce_report"
    RUN_FLOW = "run_flow"
    SEND_MAIL = "send_mail"
    PUBLISH = "publish"


class OutboxRow(SQLModel, table=True):
    """One errand to the outside. Unique by key, carried out under a lease."""

    __table_args__ = (UniqueConstraint("office_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    key: str
    errand: Errand = word(Errand)
    subject: str
    """A reference or a key, never words of a case: it may reach the engine."""
    flow: str = ""
    due_at: datetime = instant()
    attempts: int = 0
    leased_by: str = ""
    leased_until: datetime | None = instant(empty=True)
    done_at: datetime | None = instant(empty=True)
    trouble: str = long_text(default="")
