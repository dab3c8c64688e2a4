"""What another system may send: texts without signs no text holds, days and moments that can be."""

import re
from datetime import date, datetime
from typing import Annotated, Any, Final

from fastapi import Path
from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

MOST_LETTERS: Final = 1_000_000
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
"""Section 55 is of 1996: a day outside of these is a slip of the keyboard."""
BIGGEST: Final = 2_147_483_647
"""The largest number a column of the record holds."""
NO_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
TURNED: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that make a line read otherwise than it is written."""


def _text(said: str) -> str:
    if NO_TEXT.search(said):
        raise ValueError("This holds a control character or half a character: leave it out.")
    return said.replace("\r\n", "\n")


def _line(said: str) -> str:
    if TURNED.search(said) or "\n" in said:
        raise ValueError("This must be one line, and hold no sign that turns its direction.")
    return said


def _written(said: Any) -> Any:
    # A bare number would be taken for seconds since 1970.
    if not isinstance(said, str | date):
        raise ValueError("Give this as text in the form of ISO 8601.")  # noqa: TRY004  as pydantic asks
    return said


def _day(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError("Give a day between 1990 and 2100.")
    return day


def _moment(moment: datetime) -> datetime:
    _day(moment.date())
    return moment


Words = Annotated[str, Field(max_length=MOST_LETTERS), AfterValidator(_text)]
"""Text of any length a person writes."""
Line = Annotated[str, Field(max_length=2_000), AfterValidator(_text), AfterValidator(_line)]
"""One line: a name, a source, a reason in few words."""
Day = Annotated[date, BeforeValidator(_written), AfterValidator(_day)]
Moment = Annotated[AwareDatetime, BeforeValidator(_written), AfterValidator(_moment)]
Number = Annotated[int, Path(ge=1, le=BIGGEST)]
Reference = Annotated[
    str,
    Path(
        pattern="^[A-Za-z0-9-]{1,40}$",
        description="The reference of a case.",
        examples=["S55-2022-001"],
    ),
]
Key = Annotated[
    str,
    Path(pattern="^[A-Za-z0-9_]{1,40}$", description="As the case lists it.", examples=["f001"]),
]


class Sent(BaseModel):
    """What another system sends: nothing but what is asked for."""

    model_config = ConfigDict(extra="forbid")
