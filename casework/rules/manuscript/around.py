"""The words around a date, by which it is told what the date is the date of."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from casework.rules.manuscript.event_words import Cue, nearest_cue
from casework.rules.manuscript.last_day_words import BOUND

LONGEST_OPENING: Final = 4
"""Words before a date that opens its sentence: `Then, on the evening of`."""

FARTHEST_CUE: Final = 160
"""Signs between a date and the words that say what it is the date of."""


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a date."""

    sentence: str
    before: str
    """What stands in the sentence before the date."""
    clause: str
    """The same, but only what follows an earlier date."""
    tail: str
    """What stands behind it, up to the next date or the end of the sentence."""
    earlier: str
    """The sentences before its own, those of the paragraph before included."""
    day: date
    introduces: bool = False
    """Whether the chief officer's own words follow right behind."""
    heads: str = ""
    """The heading and the heads of the table that it stands under."""

    @property
    def cue(self) -> Cue | None:
        """Return the nearest word before the date that says what it is the date of."""
        return nearest_cue(self.clause[-FARTHEST_CUE:], last=True)

    @property
    def is_bound(self) -> bool:
        """Return whether the date is one by which something is to be done."""
        return BOUND.search(self.before) is not None
