"""Column types the whole record shares."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, DateTime, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field


class UtcDateTime(TypeDecorator[datetime]):
    """An instant, aware and in UTC on both sides.

    SQLite gives naive datetimes back even when asked for a time zone, so the
    zone is put back here; a naive value is refused before it is stored.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC; refuse one without a zone."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            message = "an instant without a time zone cannot be stored"
            raise ValueError(message)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the stored instant, aware, in UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Word(TypeDecorator[StrEnum]):
    """One of a fixed list of words, stored as its value, not as its member's name."""

    impl = String(40)
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        """Take the list of words."""
        super().__init__()
        self.words = words
        self._known = {one.value: one for one in words}

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Return the word's value; refuse a word that is not on the list."""
        del dialect
        return None if value is None else self.words(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> StrEnum | None:
        """Return the word."""
        del dialect
        # Read for every row of a register: asking the enumeration takes five times as long.
        return None if value is None else self._known.get(value) or self.words(value)


def word(words: type[StrEnum], *, default: StrEnum | None = None, empty: bool = False) -> Any:
    """Return a field that holds one of `words`; required unless `default` or `empty`."""
    column: Column[Any] = Column(Word(words), nullable=empty, index=False)
    if default is None and not empty:
        return Field(sa_column=column)
    return Field(default=default, sa_column=column)


def instant(*, empty: bool = False) -> Any:
    """Return a field that holds an aware instant."""
    if empty:
        return Field(default=None, sa_column=Column(UtcDateTime, nullable=True))
    return Field(sa_column=Column(UtcDateTime, nullable=False))


def long_text(*, default: str | None = None) -> Any:
    """Return a field that holds text of any length."""
    column: Column[str] = Column(Text, nullable=False)
    return Field(sa_column=column) if default is None else Field(default=default, sa_column=column)


def json_text(default: str = "[]") -> Any:
    """Return a field that holds JSON as text; canonical where a hash is taken of it."""
    return long_text(default=default)
