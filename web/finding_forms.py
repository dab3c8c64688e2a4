"""What is typed about a finding, read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Form

from models.words import AddresseeGroup, FindingClass
from web.forms import FieldError


@dataclass(frozen=True, slots=True)
class Added:
    """A finding as somebody types it: to add it, or to correct what was read."""

    text: str = ""
    klass: str = ""
    area: str = ""
    number: str = ""
    after: str = ""

    @property
    def words(self) -> str:
        """Return the text with lines as the record keeps them."""
        return self.text.replace("\r\n", "\n")


def typed_finding(
    text: Annotated[str, Form()] = "",
    klass: Annotated[str, Form()] = "",
    area: Annotated[str, Form()] = "",
    number: Annotated[str, Form()] = "",
    after: Annotated[str, Form()] = "",
) -> Added:
    """Return a finding as it was typed."""
    return Added(text, klass, area, number, after)


def a_class(typed: str) -> FindingClass:
    """Return the class of a finding; refuse none."""
    if typed not in set(FindingClass):
        raise FieldError("klass", "Say what the inspectors call it.")
    return FindingClass(typed)


def a_group(typed: str) -> AddresseeGroup:
    """Return whom a finding concerns; refuse none."""
    if typed not in set(AddresseeGroup):
        raise FieldError("whom", "Say whom it concerns: us, our force or others.")
    return AddresseeGroup(typed)


def none_ticked(ticked: Sequence[str], least: int) -> None:
    """Refuse too few ticked findings."""
    if len(ticked) < least:
        many = "one finding" if least == 1 else f"{least} findings"
        raise FieldError("ticked", f"Tick at least {many} first.")


def line_numbers(typed: Sequence[str]) -> list[int]:
    """Return the numbers of ticked lines; refuse none."""
    numbers = [int(one) for one in typed if one.isdecimal()]
    if not numbers:
        raise FieldError("lines", "Tick each line at which a new finding begins.")
    return numbers
