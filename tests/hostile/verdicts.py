"""What must become of each file: let in with these left-overs, or refused for this reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Sample:
    """One file of the corpus."""

    name: str
    """The name of its maker, in words."""
    room: str
    make: Maker
    reason: str = ""
    """Why it is refused, as the gate names it; empty if it is let in."""
    says: str = ""
    """Words its refusal must hold: what to do about this very file."""
    left: frozenset[str] = frozenset()
    """Kinds of left-overs that must be found in a file that is let in, and no others."""

    @property
    def is_let_in(self) -> bool:
        """Return whether the file must be let in."""
        return not self.reason


CORPUS: list[Sample] = []


def refused(reason: str, says: str = "") -> Callable[[Maker], Maker]:
    """Enter a file that must be refused for this reason."""

    def enter(make: Maker) -> Maker:
        CORPUS.append(Sample(*_known_by(make), make, reason, says))
        return make

    return enter


def let_in(*left: str) -> Callable[[Maker], Maker]:
    """Enter a file that must be let in, with these kinds of left-overs."""

    def enter(make: Maker) -> Maker:
        CORPUS.append(Sample(*_known_by(make), make, left=frozenset(left)))
        return make

    return enter


def _known_by(make: Maker) -> tuple[str, str]:
    return make.__name__.strip("_").replace("_", " "), make.__module__.rpartition(".")[2]
