"""Letters by e-mail: prepared, sent, proved."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import instant, json_text, long_text, word
from models.words import MailKind, MailState


class Mail(SQLModel, table=True):
    """One letter. Its key makes it one however often it is asked for."""

    __table_args__ = (UniqueConstraint("office_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="case.id", index=True)
    kind: MailKind = word(MailKind)
    key: str
    message_id: str = Field(unique=True)
    force_key: str = ""
    recipients: str = json_text()
    """JSON list of [name, e-mail address]."""
    subject: str = long_text()
    text: str = long_text()
    html: str = long_text(default="")
    """The same words as a page, with the picture of the days; empty: plain text alone."""
    attachments: str = json_text()
    """JSON list of [name, media type, SHA-256]."""
    state: MailState = word(MailState, default=MailState.PREPARED)
    by_hand: bool = False
    """Prepared for a person to send, not for the service."""
    prepared_at: datetime = instant()
    not_before: datetime | None = instant(empty=True)
    """The release moment of the report: nothing leaves before it."""
    sent_at: datetime | None = instant(empty=True)
    sent_by_id: int | None = Field(default=None, foreign_key="person.id")
    reply: str = long_text(default="")
    """What the server, or the bounce, said."""
    proof_sha256: str | None = Field(default=None, foreign_key="blob.sha256")
    """The message exactly as it was handed over."""


class Notice(SQLModel, table=True):
    """That one person was told one thing about one case. Each is told once."""

    __table_args__ = (UniqueConstraint("office_id", "case_id", "mark", "person_id"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    mark: str
    """What was told: `days_left:7`, `milestone:signature`, `escalated:3`."""
    person_id: int = Field(foreign_key="person.id")
    mail_id: int = Field(foreign_key="mail.id")
