"""Rounds of signing, what they froze, and the signatures bound to it."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.access import SureBy
from models.columns import instant, json_text, long_text, word
from models.words import Role, SignatureStep


class RoundState(StrEnum):
    """Where a round of signing is."""

    OPEN = "open"
    COMPLETE = "complete"
    VOID = "void"


class SigningRound(SQLModel, table=True):
    """One freeze of the response, with the published forms made from it."""

    __table_args__ = (UniqueConstraint("case_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    number: int
    state: RoundState = word(RoundState, default=RoundState.OPEN)
    opened_at: datetime = instant()
    dated: date
    """The date the response bears."""
    copy_version: int
    """Number of the frozen version of the response."""
    drafter_id: int | None = Field(default=None, foreign_key="person.id")
    """Who checked in the last version: may not approve it."""
    signatory_id: int | None = Field(default=None, foreign_key="person.id")
    """Whom the signature block names."""
    manifest: str = json_text("{}")
    manifest_sha256: str
    fragment_sha256: str = Field(foreign_key="blob.sha256")
    html_sha256: str = Field(foreign_key="blob.sha256")
    pdf_sha256: str = Field(foreign_key="blob.sha256")
    docx_sha256: str = Field(foreign_key="blob.sha256")
    words_sha256: str = Field(foreign_key="blob.sha256")
    address: str
    """The public address the frozen text names."""
    ended_because: str = long_text(default="")


class Signature(SQLModel, table=True):
    """One person's act on a frozen text. Void when its round is void."""

    __table_args__ = (UniqueConstraint("round_id", "step", "role"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    round_id: int = Field(foreign_key="signinground.id", index=True)
    step: SignatureStep = word(SignatureStep)
    person_id: int = Field(foreign_key="person.id")
    role: Role = word(Role)
    on_behalf_of_id: int | None = Field(default=None, foreign_key="person.id")
    instrument: str = ""
    """The delegation acted under: instrument, date and scope."""
    manifest_sha256: str
    acted_at: datetime = instant()
    given_how: str = "here"
    """`here`, or how it was given elsewhere: ink, e-mail, minute."""
    evidence_sha256: str | None = Field(default=None, foreign_key="blob.sha256")
    recorded_by_id: int | None = Field(default=None, foreign_key="person.id")
    confirmed_by: SureBy | None = word(SureBy, empty=True)
    """What made sure of the person at their browser; None: not given by the web."""
    condition_id: int | None = Field(default=None, foreign_key="condition.id")
    """The approval, subject to amendments, that counts here because somebody certified them."""


class ConditionState(StrEnum):
    """What became of an approval that was given subject to amendments."""

    WAITING = "waiting"
    CERTIFIED = "certified"
    LAPSED = "lapsed"
    """It counts no more: the step is asked again."""


class Condition(SQLModel, table=True):
    """An approval or signature given subject to amendments, on the text of one round.

    It is no signature. It becomes one, in a later round, if a second officer
    certifies that only these amendments were made.
    """

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    round_id: int = Field(foreign_key="signinground.id", index=True)
    """The round whose text was read."""
    manifest_sha256: str
    step: SignatureStep = word(SignatureStep)
    role: Role = word(Role)
    person_id: int = Field(foreign_key="person.id")
    amendments: str = json_text()
    """JSON list of [place, words], canonical: the history holds its hash."""
    remarks: str = json_text()
    """JSON list of the numbers under which they stand among the remarks."""
    acted_at: datetime = instant()
    confirmed_by: SureBy | None = word(SureBy, empty=True)
    state: ConditionState = word(ConditionState, default=ConditionState.WAITING)
    settled_at: datetime | None = instant(empty=True)
    settled_by_id: int | None = Field(default=None, foreign_key="person.id")
    """Who certified it, or said why it cannot be."""
    settled_round_id: int | None = Field(default=None, foreign_key="signinground.id")
    """The round whose text was compared."""
    reason: str = long_text(default="")
