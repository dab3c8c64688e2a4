"""Pictures without words for those who do not see them."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import noticed
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import TextBlock

CHECK: Final = "alternative_text"
REMEDY: Final = "In Word: right-click it > View Alt Text."


def alternative_text(response: Response) -> Iterator[Observation]:
    """Yield one observation if some picture says nothing to who cannot see it."""
    edges = [block for edge in response.read.edges for block in edge.blocks]
    if any(map(_has_mute_picture, (*response.read.blocks, *edges))):
        message = "A picture has no alternative text: who cannot see it learns nothing from it."
        yield noticed(CHECK, Severity.WARNING, message, suggestion=REMEDY)


def _has_mute_picture(block: TextBlock) -> bool:
    inside = any(_has_mute_picture(one) for row in block.rows for cell in row for one in cell)
    return inside or any(
        span.picture and not span.picture.decorative and not span.picture.alternative.strip()
        for span in block.spans
    )
