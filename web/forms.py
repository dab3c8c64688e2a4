"""What was typed into a form: read, and shown again beside what is wrong with it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Final

from fastapi import Depends, Form

from casework.errors import CaseworkError, RefusedInputError
from casework.rules.terminal_words import in_page_words
from casework.rules.wording import MONTHS

Faults = list[tuple[str, str]]
"""(id of the field, sentence), as the summary at the head of a page lists them."""
YEARS: Final = range(1990, 2101)
"""Years in which something about a case can fall; any other is a slip of the hand."""
SHORTEST_NAME: Final = 3
"""Letters of a month that tell it from the others."""


class FieldError(RefusedInputError):
    """What was typed into one field cannot be used."""

    def __init__(self, field: str, said: str) -> None:
        """Name the field by its id, and say what is wrong."""
        super().__init__(said)
        self.field = field


def faults_of(fault: CaseworkError, field: str) -> Faults:
    """Return a fault for a page: linked to its own field, or to the one named here."""
    own = fault.field if isinstance(fault, FieldError) else field
    return [(own, in_page_words(str(fault)))]


@dataclass(frozen=True, slots=True)
class TypedDay:
    """A date as it was typed into three fields."""

    field: str
    day: str = ""
    month: str = ""
    year: str = ""

    @classmethod
    def of(cls, field: str, on: date | None) -> "TypedDay":
        """Return the fields as they show a date that is known, or none."""
        return cls(field, str(on.day), str(on.month), str(on.year)) if on else cls(field)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was typed."""
        return not (self.day or self.month or self.year)

    @property
    def on(self) -> date:
        """Return the date; refuse what is none."""
        said = "Give a real date: day, month and year, such as 14 10 2022."
        try:
            typed = date(int(self.year), _month(self.month), int(self.day))
        except (ValueError, OverflowError) as fault:
            raise FieldError(f"{self.field}-day", said) from fault
        if typed.year not in YEARS:
            said = f"Is the year {typed.year} right? Give one from {YEARS[0]} to {YEARS[-1]}."
            raise FieldError(f"{self.field}-day", said)
        return typed

    @property
    def if_any(self) -> date | None:
        """Return the date, or none where nothing was typed."""
        return None if self.is_empty else self.on


def typed_day(field: str) -> Any:
    """Return what reads the three fields of a date, as the annotation of an argument."""

    def read(
        day: Annotated[str, Form(alias=f"{field}-day")] = "",
        month: Annotated[str, Form(alias=f"{field}-month")] = "",
        year: Annotated[str, Form(alias=f"{field}-year")] = "",
    ) -> TypedDay:
        return TypedDay(field, day.strip(), month.strip(), year.strip())

    return Depends(read)


def _month(typed: str) -> int:
    word = typed.casefold()
    if len(word) >= SHORTEST_NAME and word.isalpha():
        named = [n for n, name in enumerate(MONTHS, start=1) if name.casefold().startswith(word)]
        return named[0] if named else 0
    return int(typed)
