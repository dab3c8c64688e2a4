"""Who may come in by the web: links that are used once, sessions, and links for one case.

Of every secret only its SHA-256 is kept: whoever reads the record cannot come in by it.
"""

from datetime import datetime

from sqlmodel import Field, SQLModel

from models.columns import instant


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
