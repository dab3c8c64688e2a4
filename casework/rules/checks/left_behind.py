"""What the gate found left over in a file, by its kind."""

from collections.abc import Iterator

from casework.rules.manuscript.response import Response
from models.shapes.word import LeftOver, LeftOverKind


def left_behind(response: Response, kind: LeftOverKind) -> Iterator[LeftOver]:
    """Yield what is left over of one kind, each once."""
    seen: set[LeftOver] = set()
    for left in response.read.left_overs:
        if left.kind is kind and left not in seen:
            seen.add(left)
            yield left
