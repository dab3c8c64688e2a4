"""Acts, and the chained history they leave."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import instant, long_text, word
from models.words import Role


class Act(SQLModel, table=True):
    """One thing somebody did. Arriving twice, it is still one act."""

    id: str = Field(primary_key=True, max_length=80)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="case.id", index=True)
    what: str
    person_id: int | None = Field(default=None, foreign_key="person.id")
    """None: the service acted."""
    role: Role = word(Role)
    acted_at: datetime = instant()
    recorded_at: datetime = instant()
    login: str = ""
    """The account of the machine it was done from."""
    answer: str = long_text(default="null")
    """What the act gave back, as JSON: given again if the act arrives again."""


class HistoryEntry(SQLModel, table=True):
    """One link of a chain. `body` is canonical JSON and holds ids, not names."""

    __table_args__ = (UniqueConstraint("chain", "seq"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    chain: str
    """`office:1` or `case:7`"""
    seq: int
    act_id: str = Field(foreign_key="act.id")
    body: str = long_text()
    previous: str
    """Hash of the entry before; empty for the first."""
    hash: str
    """SHA-256 of `previous` and `body`."""


class Anchor(SQLModel, table=True):
    """The heads of all chains of an office at the end of one day."""

    __table_args__ = (UniqueConstraint("office_id", "day"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    day: date
    heads: str = long_text()
    hash: str
