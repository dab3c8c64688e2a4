"""What colleagues are asked and say: the steer, questions, meetings and what was agreed there.

Everything hangs on one case and is counted within it: that is how people cite it.
`finding` is the key of a finding; empty, it is about the case as a whole.
"""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import instant, long_text


class Steer(SQLModel, table=True):
    """What the holder of the office wants said. The latest about a finding stands."""

    __table_args__ = (UniqueConstraint("case_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    number: int
    finding: str = ""
    words: str = long_text()
    given_on: date
    source: str = ""
    """Where it was given, in words: `briefing of 24 October, note 3`."""
    taken_down_by_id: int = Field(foreign_key="person.id")
    taken_down_at: datetime = instant()


class Question(SQLModel, table=True):
    """A question to one colleague, and the reply."""

    __table_args__ = (UniqueConstraint("case_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    number: int
    finding: str = ""
    asked_id: int = Field(foreign_key="person.id", index=True)
    """Who is asked."""
    asked_by_id: int = Field(foreign_key="person.id")
    words: str = long_text()
    due: date
    asked_at: datetime = instant()
    reply: str = long_text(default="")
    replied_at: datetime | None = instant(empty=True)
    replied_by_id: int | None = Field(default=None, foreign_key="person.id")
    """Who wrote the reply down: who was asked, or an officer who was told it."""
    withdrawn_at: datetime | None = instant(empty=True)
    withdrawn_because: str = ""


class Meeting(SQLModel, table=True):
    """A meeting at which a case is, or was, on the agenda. Planned until its day has come."""

    __table_args__ = (UniqueConstraint("case_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    number: int
    board: str
    held_on: date
    minute: str = ""
    """Number of the minute, or the web address of the minutes; empty until there are some."""
    noted_by_id: int = Field(foreign_key="person.id")
    noted_at: datetime = instant()


class MeetingAction(SQLModel, table=True):
    """What the body itself will do, as agreed in a meeting. Police Act 1996 s.55(5B)."""

    __table_args__ = (UniqueConstraint("case_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    number: int
    finding: str = ""
    words: str = long_text()
    owner: str = ""
    due: date | None = None
    noted_by_id: int = Field(foreign_key="person.id")
    noted_at: datetime = instant()
