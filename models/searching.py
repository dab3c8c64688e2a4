"""What can be searched: pieces of text, each where it stands, and what waits to be read."""

import re
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Field, SQLModel

from models.columns import long_text, word

MOST_PLACES = 16_000
"""PostgreSQL counts the places of words in one text no further."""
LEXEME = re.compile(r"'([^']*)'(?::([\d,]+))?")


class SearchKind(StrEnum):
    """What a piece of text is part of."""

    CASE = "case"
    FINDING = "finding"
    ANSWER = "answer"
    COMMENTS = "comments"
    REMARK = "remark"
    REPORT = "report"
    VERSION = "version"


class Words(TypeDecorator[str]):
    """The words of a text as they are compared, parted by single spaces.

    PostgreSQL keeps them with their places, as its index wants them. It is
    given them as they are: its own reading of a text depends on how the
    server was set up, and would differ from SQLite's.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type of the column in a database."""
        kept = TSVECTOR() if dialect.name == "postgresql" else Text()
        return dialect.type_descriptor(kept)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the words as the database takes them."""
        if value is None or dialect.name != "postgresql":
            return value
        placed = enumerate(value.split()[:MOST_PLACES], start=1)
        return " ".join(f"'{each}':{place}" for place, each in placed)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the words in their order."""
        if value is None or dialect.name != "postgresql":
            return value
        placed = [
            (int(place), found[1])
            for found in LEXEME.finditer(value)
            for place in (found[2] or "0").split(",")
        ]
        return " ".join(each for _, each in sorted(placed))


class SearchPiece(SQLModel, table=True):
    """A stretch of text that can be found. Derived: it can always be made again."""

    __table_args__ = (
        Index("ix_searchpiece_row", "kind", "row_id"),
        # Holds whatever counting asks of a piece, so that its text is not touched.
        Index("ix_searchpiece_same", "case_id", "sha256", "kind", "background"),
    )

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    case_id: int = Field(foreign_key="case.id")
    """Who may see the case may find the piece: asked on every search."""
    kind: SearchKind = word(SearchKind)
    row_id: int
    """Id of the row whose words these are; of its document for a version."""
    position: int
    """Of the piece among those of its row."""
    place: str = ""
    """Where it stands on its page: a finding's key, a place of the response, a block."""
    version: int = 0
    """Number of the newest version that says so; 0 for everything else."""
    background: bool = False
    """Whether a force sent it as background, never to be published."""
    sha256: str
    """Of the words: says whether the same is said twice."""
    title: str = long_text(default="")
    text: str = long_text()
    words: str = Field(sa_column=Column(Words, nullable=False))


class SearchDue(SQLModel, table=True):
    """A row whose words are still to be read: reading takes too long inside an act."""

    __table_args__ = (UniqueConstraint("kind", "row_id"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    kind: SearchKind = word(SearchKind)
    row_id: int
