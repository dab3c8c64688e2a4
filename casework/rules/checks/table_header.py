"""Tables without a header row: whoever hears the page cannot tell what a cell means."""

from collections.abc import Iterator
from typing import Final

from casework.rules.checks.noticing import noticed
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import TextBlock, TextKind

CHECK: Final = "table_header"
WIDEST_FORM: Final = 2
"""Columns of a table that is a form: what is asked stands left of what is said."""
REMEDY: Final = "In Word mark its first row: Layout > Repeat Header Rows."


def table_header(response: Response) -> Iterator[Observation]:
    """Yield one observation if some table has several rows and no header row."""
    tables = [block for block in response.read.blocks if block.kind is TextKind.TABLE]
    bare = [table for table in tables if not table.header_rows and _wants_one(table)]
    if bare:
        message = f"A table of {len(bare[0].rows)} rows has no header row."
        yield noticed(CHECK, Severity.NOTE, message, suggestion=REMEDY, style=True)


def _wants_one(table: TextBlock) -> bool:
    return len(table.rows) > 1 and max(map(len, table.rows)) > WIDEST_FORM
