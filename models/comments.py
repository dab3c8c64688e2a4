"""What a force sends: the original, the words taken from it, what a person said it is."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from models.columns import instant, json_text, word
from models.words import CommentsClass


class Submission(SQLModel, table=True):
    """One thing a force sent. Only a confirmed, final one may enter a response."""

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    force_key: str
    file_name: str
    sha256: str = Field(foreign_key="blob.sha256")
    """The original as it came."""
    paragraphs: str = json_text()
    """The words taken from it: a JSON list of paragraphs."""
    klass: CommentsClass | None = word(CommentsClass, empty=True)
    cleared_by: str = ""
    """Who in the force cleared it for publication, in the sender's words."""
    received_on: date
    received_at: datetime = instant()
    confirmed_at: datetime | None = instant(empty=True)
    confirmed_by_id: int | None = Field(default=None, foreign_key="person.id")
    superseded: bool = False
