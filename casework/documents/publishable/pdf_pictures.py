"""Pictures on the pages of a PDF: small enough for their place, and what they show in words."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from casework.documents.read_back.picture_files import PNG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casework.documents.publishable.nodes import Node
    from models.shapes.word import Picture

POINTS_A_SIGN: Final = 5.3
"""How wide a sign of the text is taken to be; a line of the page is 453 points wide."""
TALLEST: Final = 600.0
"""Points; a page has room for 700, some of them for the words that belong to a picture."""


def pictures_in(nodes: Iterable[Node]) -> Iterator[Picture]:
    """Yield the pictures of a document."""
    for node in nodes:
        yield from (span.picture for span in node.spans if span.picture)
        yield from pictures_in(node.nodes)
        for row in node.rows:
            for cell in row:
                yield from pictures_in(cell.nodes)


def file_of(picture: Picture) -> str:
    """Return the name under which the printer finds a picture."""
    ending = "png" if picture.media_type == PNG else "jpg"
    return f"{sha256(picture.data).hexdigest()}.{ending}"


def shown(picture: Picture, room: int) -> dict[str, Any]:
    """Return a picture as plain data for the template, no wider than a line of so many signs."""
    share = min(1.0, room * POINTS_A_SIGN / picture.width, TALLEST / picture.height)
    return {
        "file": file_of(picture),
        "width": round(picture.width * share, 2),
        "height": round(picture.height * share, 2),
        "alternative": None if picture.decorative else picture.alternative,
    }
