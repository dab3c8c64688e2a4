"""Who may come in by the web: links that are used once, sessions, and links for one case.

Of every secret only its SHA-256 is kept: whoever reads the record cannot come in by it.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import instant, json_text, word


class SureBy(StrEnum):
    """What made the service sure of who acts: at a browser, or through another system."""

    LINK = "link"
    """A link, mailed or handed over, that works once."""
    PROVIDER = "provider"
    """The office's own sign-in."""
    CODE = "code"
    """A code, mailed or handed over, typed in at that browser."""
    TOKEN = "token"  # noqa: S105  a word, and no secret
    """A token of another system, made to sign by somebody who had confirmed who they are."""


class SignInLink(SQLModel, table=True):
    """A link that signs one person in, once."""

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    person_id: int = Field(foreign_key="person.id")
    secret_sha256: str = Field(unique=True)
    made_at: datetime = instant()
    expires_at: datetime = instant()
    used_at: datetime | None = instant(empty=True)


class WebSession(SQLModel, table=True):
    """A person signed in at one browser."""

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    secret_sha256: str = Field(unique=True)
    form_token: str
    """What every form sent in this session must bring along."""
    began_at: datetime = instant()
    expires_at: datetime = instant()
    ended_at: datetime | None = instant(empty=True)
    browser: str = ""
    began_by: SureBy = word(SureBy, default=SureBy.LINK)
    sure_at: datetime | None = instant(empty=True)
    """When the person last confirmed who they are, after they had signed in."""
    sure_by: SureBy | None = word(SureBy, empty=True)
    roles: str = json_text("")
    """JSON list of the roles the office's own sign-in told; empty: those of the record hold."""


class ConfirmationCode(SQLModel, table=True):
    """Six digits by which somebody signed in confirms who they are, once."""

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    session_id: int | None = Field(default=None, foreign_key="websession.id")
    """None: it was handed over, and works in any session of the person."""
    salt: str
    code_sha256: str
    made_at: datetime = instant()
    expires_at: datetime = instant()
    tries: int = 0
    ended_at: datetime | None = instant(empty=True)
    """When it was used, or replaced by another."""


class Identity(SQLModel, table=True):
    """Somebody known to the office's own sign-in, and who they are here."""

    __table_args__ = (UniqueConstraint("office_id", "issuer", "subject"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    issuer: str
    subject: str
    person_id: int = Field(foreign_key="person.id", index=True)
    linked_at: datetime = instant()


class ProviderReturn(SQLModel, table=True):
    """One way back from the office's own sign-in: it is gone once."""

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    state_sha256: str = Field(unique=True)
    came_at: datetime = instant()
