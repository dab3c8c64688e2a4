"""Other systems and calendars: what comes in by a token or a secret address, for one person.

Of every secret only its SHA-256 is kept: whoever reads the record cannot come in by it.
"""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.access import SureBy
from models.columns import instant, long_text, word


class ApiToken(SQLModel, table=True):
    """By which another system acts for one person, with what that person may do and no more."""

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    name: str
    """What it is for, in the words of whoever made it."""
    may_write: bool = False
    """Whether it may act, and not only read."""
    sure_by: SureBy | None = word(SureBy, empty=True)
    """What made sure of its person when they made it to sign; None: it signs nothing."""
    secret_sha256: str = Field(unique=True)
    made_by_id: int = Field(foreign_key="person.id")
    made_at: datetime = instant()
    expires_at: datetime = instant()
    revoked_at: datetime | None = instant(empty=True)
    used_at: datetime | None = instant(empty=True)
    """When it was last used, to within a few minutes."""


class ApiRequest(SQLModel, table=True):
    """What a token used one number (`Idempotency-Key`) for, and what was answered.

    Written before the act is done; gone again if the act is refused, and after a month.
    """

    __table_args__ = (UniqueConstraint("token_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    token_id: int = Field(foreign_key="apitoken.id", index=True)
    number: str = Field(max_length=60)
    request_sha256: str
    """Of the method, the address and the body."""
    made_at: datetime = instant()
    answer: str = long_text(default="")
    """What was answered, as JSON; empty until the act is done."""


class CalendarLink(SQLModel, table=True):
    """The secret address at which one person's calendar may be read."""

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    secret_sha256: str = Field(unique=True)
    made_at: datetime = instant()
    revoked_at: datetime | None = instant(empty=True)
