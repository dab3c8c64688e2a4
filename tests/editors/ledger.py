"""What people did to each piece: the judges' own memory, which no merge can see."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.editors.lines import Line


class Touch(Enum):
    """How a person met a piece."""

    WORDS = "its words, its paragraphs or a pending change of them"
    MOVED = "moved whole, its words as they were"
    QUIET = "its marks, its look or a note beside it: not one word"
    ROWS = "some rows of its table; the row's own label is noted too"


@dataclass
class Ledger:
    """Which labels belong to which piece, and what was touched."""

    home: dict[str, str] = field(default_factory=dict)
    """The piece of each paragraph and row of the service's, by label."""
    opened: dict[str, Line] = field(default_factory=dict)
    """The lines as they were when the file was first opened, by label."""
    touches: dict[str, set[Touch]] = field(default_factory=dict)
    rows: set[str] = field(default_factory=set)
    """Labels of rows a person touched."""
    kinds: Counter[str] = field(default_factory=Counter)
    """How many edits of each kind were made."""
    crowded: set[str] = field(default_factory=set)
    """Pieces beside which a person put something or took something away."""

    def touch(self, piece: str, how: Touch) -> None:
        """Note that a person met a piece; one that is nobody's is noted by nobody."""
        if piece:
            self.touches.setdefault(piece, set()).add(how)

    def of(self, piece: str) -> set[Touch]:
        """Return how people met a piece."""
        return self.touches.get(piece, set())

    def words_untouched(self, piece: str) -> bool:
        """Return whether nobody changed a word of a piece, wherever it now stands."""
        return not self.of(piece) & {Touch.WORDS, Touch.ROWS}

    def never_met(self, piece: str) -> bool:
        """Return whether nobody did anything to a piece."""
        return not self.of(piece)
