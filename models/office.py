"""The office, its people, and the settings in force."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import instant


class Office(SQLModel, table=True):
    """One office. Every other table carries its id."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    settings_sha256: str
    """The settings file in force, whole, as a blob."""
    loaded_at: datetime = instant()


class Person(SQLModel, table=True):
    """Somebody who acts. The only table that holds a colleague's name."""

    __table_args__ = (UniqueConstraint("office_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    key: str
    name: str
    email: str
