"""A table as CSV, for spreadsheets and for other programs."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO
from typing import Final

CSV: Final = "text/csv; charset=utf-8"
Value = str | int | date | bool | None
"""Of one cell."""
FORMULA: Final = re.compile("'*[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20]")
"""How words begin that a spreadsheet would take for something to reckon, marked already or not."""
NOT_FOR_XML: Final = re.compile("[^\\t\\n\\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """Return a text without the signs that XML cannot hold."""
    return NOT_FOR_XML.sub("", text)


def cleaned(text: str) -> str:
    """Return a text as it stands in a cell: one line, nothing that no file can hold."""
    return " ".join(printable(text).split())


def said(value: Value) -> str:
    """Return a value in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else cleaned(str(value))


def csv_file(heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return the table as CSV, with the mark that shows spreadsheets that it is UTF-8.

    Words that a spreadsheet would reckon have an apostrophe before them, and so have words
    that begin like such a cell: taking one away always gives back what was there.
    """
    written = StringIO()
    table = csv.writer(written)
    table.writerow(heads)
    table.writerows([_safe(value) for value in row] for row in rows)
    return f"\ufeff{written.getvalue()}".encode()


def _safe(value: Value) -> str:
    words = said(value)
    return f"'{words}" if isinstance(value, str) and FORMULA.match(words) else words
