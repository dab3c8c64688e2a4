"""Two versions of a Word file, and what changed from one to the other."""

from dataclasses import dataclass
from enum import StrEnum


class Difference(StrEnum):
    """What became of a block from one version to the next."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class ComparedBlock:
    """A paragraph or a row of a table that is not the same in both versions."""

    outcome: Difference
    old: str
    new: str
    where: str
    """The heading it stands under; empty above the first."""


@dataclass(frozen=True, slots=True)
class PendingChange:
    """A tracked change that waits in the newer version."""

    author: str
    kind: str
    """`inserted`, `deleted`, `moved`, or `formatted`."""
    words: str
    where: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two versions, in the order of the newer one."""

    items: tuple[ComparedBlock, ...]
    pending: tuple[PendingChange, ...] = ()
    equal: int = 0
    """How many blocks are the same in both."""

    def count(self, outcome: Difference) -> int:
        """Return how many blocks came out this way."""
        return sum(item.outcome is outcome for item in self.items)
