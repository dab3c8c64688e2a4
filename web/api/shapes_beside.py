"""What stands beside a case, as other systems are told of it: letters, papers, colleagues."""

from datetime import date, datetime

from pydantic import Field

from models.review_words import MergeOutcome
from models.words import DocumentType, Language, MailKind, MailState, SignatureStep
from web.api.shapes import Shape


class LetterTold(Shape):
    """A letter by e-mail, and what became of it."""

    number: int
    kind: MailKind
    force: str = Field(description="Key of the force it goes to; empty: to somebody else.")
    to: list[str] = Field(examples=[["A. Marsh <a.marsh@force.example>"]])
    subject: str
    text: str
    enclosed: list[str] = Field(description="Names of the files in it.")
    state: MailState
    by_hand: bool = Field(description="It is prepared for a person to send.")
    prepared_at: datetime
    not_before: datetime | None
    sent_at: datetime | None
    reply: str = Field(description="What the server, the bounce or the acknowledgement said.")


class PaperTold(Shape):
    """A letter, form or page in Word, in its latest version."""

    number: int
    type: DocumentType
    language: Language
    version: int
    sha256: str
    file_name: str


class LinkTold(Shape):
    """A link for people of a force; its secret is kept nowhere."""

    number: int
    force: str
    version: int = Field(description="The version to be checked; 0: for comments.")
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None


class WordingTold(Shape):
    """How a response is worded."""

    document: str = Field(examples=["response-peel"])
    documents: list[str] = Field(description="The types it could be written as.")
    blocks: dict[str, bool]


class SteerTold(Shape):
    """What the holder of the office wants said. The latest about a finding stands."""

    number: int
    finding: str = Field(description="Empty: about the case as a whole.")
    words: str
    given_on: date
    source: str


class QuestionTold(Shape):
    """A question to one colleague, and the reply."""

    number: int
    finding: str
    asked: str
    asked_by: str
    words: str
    due: date
    reply: str
    replied_at: datetime | None
    withdrawn_because: str = Field(description="Empty while it stands.")


class MeetingTold(Shape):
    """A meeting at which a case is, or was, on the agenda."""

    number: int
    board: str
    held_on: date
    minute: str


class ActionTold(Shape):
    """What the body itself will do, as a meeting agreed it."""

    number: int
    meeting: int = Field(description="Its number in the case.")
    finding: str
    words: str
    owner: str
    due: date | None


class ColleaguesTold(Shape):
    """What colleagues were asked, said and agreed about a case."""

    steers: list[SteerTold]
    questions: list[QuestionTold]
    meetings: list[MeetingTold]
    actions: list[ActionTold]


class UpdateTold(Shape):
    """One update from the record that waits in the Word file."""

    place: str = Field(examples=["f001_text"])
    outcome: MergeOutcome
    was: str
    becomes: str
    edited: str = Field(description="What people have made of it in the Word file.")


class BesideTold(Shape):
    """An edit kept beside the current version."""

    number: int
    made_from: int
    made_by: str
    became: str = Field(examples=["waiting"])


class WaitingTold(Shape):
    """What waits beside the current version."""

    version: int = Field(description="That holds the updates; 0: none wait.")
    updates: list[UpdateTold]
    beside: list[BesideTold]


class AmendmentTold(Shape):
    """One change to which an approval is subject."""

    words: str
    place: str = Field(description="Empty: the document as a whole.")


class ToCertify(Shape):
    """An approval subject to amendments that a second officer may certify now."""

    step: SignatureStep
    given_by: str
    amendments: list[AmendmentTold]
    before: str = Field(description="SHA-256 of the manifest that was read.")
    manifest: str = Field(description="SHA-256 of the manifest now with the signatories.")
    version_before: int
    version: int
