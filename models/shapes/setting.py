"""The kinds of value an office's settings are made of.

A wrong value raises `ValueError` with the rest of a sentence that begins with
the setting's name: "`email` must be …".
"""

import re
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StrictBool,
    StrictInt,
    ValidationInfo,
    field_validator,
)

EMAIL = re.compile(r"[^\s@<>()\[\],;:\"\\]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
WEB_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
KEY = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _one_line(text: str) -> str:
    """Return the text without space around it; a line end would break a letter's head."""
    bare = text.strip()
    if not bare:
        message = "must not be empty"
        raise ValueError(message)
    if not bare.isprintable():
        message = "must be a single line without control characters"
        raise ValueError(message)
    return bare


def _email(text: str) -> str:
    if not EMAIL.fullmatch(text):
        message = f"must be one e-mail address like name@office.example, not “{text}”"
        raise ValueError(message)
    return text


def _web_address(text: str) -> str:
    if not WEB_ADDRESS.fullmatch(text):
        message = f"must be a web address that begins with https://, not “{text}”"
        raise ValueError(message)
    return text


def _key(text: str) -> str:
    if not KEY.fullmatch(text):
        message = (
            f"must be a short name of small letters, digits, hyphens and underscores, not “{text}”"
        )
        raise ValueError(message)
    return text


def _day(value: Any) -> Any:
    """Let only dates through: a bare number would be read as seconds since 1970."""
    if isinstance(value, date):
        return value
    if isinstance(value, str) and ISO_DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    message = f"must be a date like 2026-05-07, not “{str(value)[:40]}”"
    raise ValueError(message)


Line = Annotated[str, AfterValidator(_one_line)]
Email = Annotated[Line, AfterValidator(_email)]
WebAddress = Annotated[Line, AfterValidator(_web_address)]
Key = Annotated[Line, AfterValidator(_key)]
Day = Annotated[date, BeforeValidator(_day)]
Number = StrictInt
YesNo = StrictBool
Lines = tuple[Line, ...]


class Setting(BaseModel):
    """One section of the settings: frozen, and closed to unknown names."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid")


class Dated(Setting):
    """Something that holds from one day to another, both included."""

    since: Day
    until: Day | None = None
    """The last day on which it holds; left out while it still holds."""

    @field_validator("until")
    @classmethod
    def _ends_after_it_began(cls, until: date | None, info: ValidationInfo) -> date | None:
        since = info.data.get("since")
        if until and since and until < since:
            message = f"must not be before “since” ({since.isoformat()})"
            raise ValueError(message)
        return until

    def holds(self, on: date) -> bool:
        """Return whether it holds on this day."""
        return self.since <= on and (self.until is None or on <= self.until)

    def overlaps(self, other: "Dated") -> bool:
        """Return whether there is a day on which both hold."""
        later_start = max(self.since, other.since)
        return self.holds(later_start) and other.holds(later_start)
