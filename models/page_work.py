"""Work asked for on a page that takes longer than anybody should look at a waiting browser."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field, SQLModel

from models.columns import instant, json_text, long_text, word


class WorkKind(StrEnum):
    """What a page asks for that may take long."""

    OPEN_CASE = "open_case"
    HAND_BACK = "hand_back"
    TAKE_UPDATES = "take_updates"
    TAKE_BRANCH = "take_branch"
    SUBMIT = "submit"
    PUBLISH = "publish"


class PageWork(SQLModel, table=True):
    """One piece of long work: who asked, how far it has come, how it ended.

    It outlives the browser and the process: the act it does has the number of
    the form, so that beginning it again does nothing twice.
    """

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="case.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    act_id: str = Field(unique=True, max_length=80)
    what: WorkKind = word(WorkKind)
    typed: str = json_text("{}")
    """What was typed, by field."""
    file_name: str = ""
    given: bytes = Field(default=b"", sa_column=Column(LargeBinary, nullable=False))
    """The file handed in; emptied when the work is over, because the record has it then."""
    given_sha256: str = ""
    back: str = ""
    """Address of the page it was asked on."""
    asked_at: datetime = instant()
    begun_at: datetime | None = instant(empty=True)
    finished_at: datetime | None = instant(empty=True)
    looked_at: datetime | None = instant(empty=True)
    """When whoever asked saw how it ended."""
    went_well: bool = False
    outcome: str = long_text(default="")
    """What is told of it, in a sentence."""
    field: str = ""
    """Id of the field a refusal is about, if it names one."""
    leads_to: str = ""
    """Address of what it made."""
