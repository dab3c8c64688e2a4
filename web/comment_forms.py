"""What is typed about comments that came: by post, by e-mail, over the telephone; and when."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Annotated, Final

from fastapi import Form

from casework.errors import RefusedInputError
from casework.record.hand import Hand
from web.forms import FieldError, TypedDay
from web.place import LONDON

BY_TELEPHONE: Final = "telephone"
NOON: Final = time(12)
LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Came:
    """Comments as somebody hands them in who had them from the force."""

    force: str = ""
    how: str = ""
    who: str = ""
    text: str = ""

    def taken(self, given: tuple[bytes, str] | None) -> tuple[bytes, str]:
        """Return the bytes and a name that says how they came; refuse what lacks a part."""
        if (given is None) == (not self.text.strip()):
            said = "Choose the file that came, or type its words: one of both."
            raise FieldError("text" if self.how == BY_TELEPHONE else "file", said)
        if given:
            return given
        if self.how == BY_TELEPHONE and not self.who.strip():
            raise FieldError("who", "Say who in the force said it.")
        return self.text.encode(), self._name()

    def _name(self) -> str:
        by = {BY_TELEPHONE: "by telephone", "e-mail": "by e-mail"}.get(self.how, "")
        who = "".join(sign for sign in self.who.strip() if sign.isprintable() and sign not in "/\\")
        return ", ".join(filter(None, ["comments", by, who[:LONGEST_NAME]])) + ".txt"


def came_words(
    force: Annotated[str, Form()] = "",
    how: Annotated[str, Form()] = "",
    who: Annotated[str, Form()] = "",
    text: Annotated[str, Form()] = "",
) -> Came:
    """Return what was typed about comments that came."""
    return Came(force, how, who, text)


def on_a_day(hand: Hand, on: TypedDay, now: datetime) -> Hand:
    """Return the hand of an act done on a day that was typed; today if none was."""
    try:
        return at_noon_of(hand, on.if_any, now)
    except RefusedInputError as fault:
        raise FieldError(f"{on.field}-day", str(fault)) from fault


def at_noon_of(hand: Hand, day: date | None, now: datetime) -> Hand:
    """Return the hand of an act done on a day that has come; today if none is said."""
    if day is None or day == hand.today:
        return hand
    if day > hand.today:
        raise RefusedInputError("This day has not come yet: give the day it was.")
    # Of the hour nobody was told: noon is on that day whatever the clocks did.
    return replace(hand, acted_at=min(datetime.combine(day, NOON, tzinfo=LONDON), now))
