"""Documents of a case, their versions, and the bytes themselves."""

from datetime import datetime

from sqlalchemy import Column, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import instant, json_text, word
from models.words import DocumentType, Language, VersionKind


class Blob(SQLModel, table=True):
    """Bytes, known by their SHA-256. Written in the transaction of the row that names them."""

    sha256: str = Field(primary_key=True, max_length=64)
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    size: int


class Document(SQLModel, table=True):
    """One document of a case: by type, language and, for letters, force."""

    __table_args__ = (UniqueConstraint("case_id", "type", "language", "about"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    type: DocumentType = word(DocumentType)
    language: Language = word(Language, default=Language.ENGLISH)
    about: str = ""
    """The force a letter concerns; empty for the response."""
    current: int = 0
    """Number of the current version; 0 before the first. Branches never become current."""
    template: str = ""
    """Folder of the document type a person chose; empty: the one usual for such a case."""
    wording: str = json_text("{}")
    """Wording blocks a person switched on or off for this document, by name."""


class Version(SQLModel, table=True):
    """One version of a document. Never changed, never deleted."""

    __table_args__ = (UniqueConstraint("document_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    document_id: int = Field(foreign_key="document.id", index=True)
    number: int
    kind: VersionKind = word(VersionKind)
    parent: int = 0
    """Number of the version it was made from."""
    sha256: str = Field(foreign_key="blob.sha256")
    content_sha256: str
    """Of the fields it was rendered from, or of its bytes: says whether a new draft is needed."""
    made_by_id: int | None = Field(default=None, foreign_key="person.id")
    """None: the service made it."""
    made_at: datetime = instant()
    note: str = ""
