"""A Word file as somebody hands it back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edited:
    """A Word file as somebody hands it back."""

    data: bytes
    name: str
    voids: bool = False
    """Whether the person knows that this change voids the signatures given so far."""
    made_from: int = 0
    """Number of the version it was made from, said by the person; 0: the file says it itself."""
