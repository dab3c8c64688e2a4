"""What keeps a Word file from being published, and what only the Word file will show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casework.documents.read_back.package import Package
from casework.documents.read_back.read import read_package
from casework.errors import RefusedInputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.shapes.word import ReadBack


def obstacles_to_publishing(data: bytes) -> tuple[str, ...]:
    """Return why a Word file cannot be published as it stands; empty if nothing is in the way."""
    return read_package(Package.of(data)).obstacles


def refuse_obstacles(obstacles: Sequence[str]) -> None:
    """Refuse a file with obstacles, naming the first and how many more there are."""
    if obstacles:
        others = len(obstacles) - 1
        more = f" There {'is' if others == 1 else 'are'} {others} more like it." if others else ""
        raise RefusedInputError(f"{obstacles[0]}{more}")


def left_out_of(read: ReadBack) -> tuple[str, ...]:
    """Return what the Word file shows and page and PDF do not, in words."""
    edges = (
        f"The {edge.kind} of the pages is only in the Word file: “{' '.join(edge.text.split())}”"
        for edge in read.edges
        if edge.text.strip()
    )
    return (*dict.fromkeys(edges), *read.unmapped)
