"""What a screen reader needs: headings in order, table headers, words for pictures."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import WHOLE, at, noticed
from casework.rules.manuscript.passages import DEEPEST, Part
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import TextBlock, TextKind

CHECK: Final = "accessible_form"


def accessible_form(response: Response) -> Iterator[Observation]:
    """Yield what stands in the way of readers who do not see the page."""
    yield from _skipped_levels(response)
    tables = [block for block in response.read.blocks if block.kind is TextKind.TABLE]
    bare = [table for table in tables if len(table.rows) > 1 and not table.header_rows]
    if bare:
        message = "A table has no header row: screen readers cannot say what its cells mean."
        remedy = "In Word mark its first row: Layout > Repeat Header Rows."
        yield noticed(CHECK, Severity.NOTE, message, suggestion=remedy, style=True)
    if any(_is_unnamed_picture(block) for block in response.read.blocks):
        message = "A picture has no alternative text: who cannot see it learns nothing from it."
        remedy = "In Word: right-click it > View Alt Text."
        yield noticed(CHECK, Severity.WARNING, message, WHOLE, suggestion=remedy)


def _skipped_levels(response: Response) -> Iterator[Observation]:
    last = 0
    for passage in response.passages:
        if passage.kind is not TextKind.HEADING or passage.part is not Part.BODY:
            continue
        if passage.level == DEEPEST:
            continue
        if last and passage.level > last + 1:
            message = f"A heading of level {passage.level} follows one of level {last}."
            yield noticed(CHECK, Severity.NOTE, message, at(passage), style=True)
        last = passage.level


def _is_unnamed_picture(block: TextBlock) -> bool:
    return any(
        span.picture and not span.picture.decorative and not span.picture.alternative.strip()
        for span in block.spans
    )
