"""A letter, what became of it, and what came back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Addressee:
    """A person or mailbox a letter is written to."""

    name: str
    """As printed in the letter; may be empty."""
    email: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a letter."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, complete: the same letter always becomes the same bytes."""

    message_id: str
    """With its angle brackets, `<invitation.S55-2022-001.1@office.example>`."""
    to: tuple[Addressee, ...]
    cc: tuple[Addressee, ...]
    sender: Addressee
    reply_to: Addressee | None
    subject: str
    text: str
    attachments: tuple[Attachment, ...]
    dated: datetime
    """Aware; becomes the Date header."""
    html: str = ""
    """The same words as a page; empty: the text alone."""

    @property
    def recipients(self) -> tuple[str, ...]:
        """Return every address the letter goes to, each once, in order."""
        return tuple(dict.fromkeys(person.email for person in (*self.to, *self.cc)))


class MailOutcome(StrEnum):
    """How far a letter came when it was handed to a mailer."""

    PREPARED = "prepared"
    """It lies ready for a person to send. Nobody has sent it."""
    ACCEPTED = "accepted"
    """The server took it for at least one recipient; `refused` names the others."""
    REFUSED = "refused"
    """The server said no for good. Nobody has it."""
    NOT_SENT = "not_sent"
    """It certainly did not leave, for a reason that may pass: it may be tried again."""
    UNKNOWN = "unknown"
    """The line broke after the letter was handed over. A person must decide."""


@dataclass(frozen=True, slots=True)
class RefusedRecipient:
    """A recipient the server would not take, in the server's own words: a bounce."""

    recipient: str
    words: str
    permanent: bool
    """False for a refusal that may pass (a 4xx answer)."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a letter that was handed to a mailer."""

    outcome: MailOutcome
    message_id: str
    words: str
    """The server's words, or where the prepared letter lies."""
    refused: tuple[RefusedRecipient, ...] = ()


@dataclass(frozen=True, slots=True)
class Bounce:
    """A notice that a letter could not be delivered to somebody."""

    message_id: str
    """Of our letter; empty where the notice does not say."""
    recipient: str
    reason: str
