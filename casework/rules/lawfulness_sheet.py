"""The lawfulness sheet as it is shown: on a page, as a PDF, at a terminal, in a letter."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from casework.rules.asked_by_the_section import ASKED
from casework.rules.lawfulness import Limb
from casework.rules.wording import counted, joined, sentence_start, weekday_date
from models.words import Light

LIGHT_WORDS: Final[Mapping[Light, str]] = {
    Light.GREEN: "Green: kept",
    Light.AMBER: "Amber: to do",
    Light.RED: "Red: not kept",
    Light.NOT_ENGAGED: "Not engaged",
}
"""A light is never told by its colour alone."""
ADDRESS: Final = re.compile(r"https?://\S*[^\s.,;]", re.IGNORECASE)
LEADS_ELSEWHERE: Final = re.compile(r"\S*(?:://|@|www\.)\S*", re.IGNORECASE)
"""What a mail program makes a link of."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Something on the record, or in public, that proves a limb."""

    words: str
    at: str = ""
    """Its public address, or its path below the page of the case; empty: it is only told."""

    @property
    def is_public(self) -> bool:
        """Return whether anybody can look at it."""
        return self.at.startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One limb, with what the section asks, what proves it, and whose turn it is."""

    limb: Limb
    receipts: tuple[Receipt, ...] = ()
    with_whom: str = ""
    """Whoever has to do something now; empty: nobody."""

    @property
    def asked(self) -> str:
        """Return what the duty comes to, in short: no quotation."""
        return ASKED.get(self.limb.subsection, "")

    @property
    def light(self) -> str:
        """Return how it stands, in words."""
        return LIGHT_WORDS[self.limb.light]

    @property
    def duty(self) -> str:
        """Return the duty as the beginning of a sentence."""
        return sentence_start(self.limb.duty)

    @property
    def proof(self) -> str:
        """Return the proof as it stands beside its receipts, which hold the address."""
        return ADDRESS.sub("its public address", self.limb.proof)

    @property
    def for_a_letter(self) -> tuple[str, str]:
        """Return proof and excuse with nothing a mail program would make a link of."""
        return _unlinked(self.proof), _unlinked(self.limb.excuse)


@dataclass(frozen=True, slots=True)
class LawfulnessSheet:
    """Every limb of section 55 for one case, as at one moment."""

    reference: str
    title: str
    office: str
    as_at: datetime
    """In London."""
    version: str
    """Which text it is about, in words."""
    published: date
    provisional: bool
    last_day: date
    lines: tuple[SheetLine, ...]

    @property
    def moment(self) -> str:
        """Return `18:05 on Monday 5 December 2022`."""
        return f"{self.as_at:%H:%M} on {weekday_date(self.as_at.date())}"

    @property
    def clock(self) -> str:
        """Return when the report came out, and the last day, in one sentence."""
        sure = ", which nobody has confirmed yet" if self.provisional else ""
        return (
            f"The report was published on {weekday_date(self.published)}{sure}; "
            f"the last day is {weekday_date(self.last_day)}, day 56."
        )

    @property
    def in_short(self) -> str:
        """Return how many limbs stand how: `6 kept, 2 to do and 1 not engaged`."""
        lights = [line.limb.light for line in self.lines]
        told = [
            counted(lights.count(light), words, words)
            for light, words in _COUNTED.items()
            if light in lights
        ]
        return joined(told)


_COUNTED: Final = {
    Light.GREEN: "kept",
    Light.AMBER: "to do",
    Light.RED: "not kept",
    Light.NOT_ENGAGED: "not engaged",
}


def _unlinked(words: str) -> str:
    return LEADS_ELSEWHERE.sub("(see the sheet)", words)
