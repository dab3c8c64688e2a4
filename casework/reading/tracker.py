"""A force's tracker of recommendations: a table in a CSV or Excel file, its columns recognised."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from casework.errors import RefusedInputError
from casework.reading.clean_text import composed, decoded
from casework.reading.tracker_columns import HEADER_WITHIN, recognised
from casework.reading.tracker_sheets import MOST_ROWS, Sheet, sheets_of
from models.shapes.tracker import ReadTracker, TrackerRow

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes. A tracker of a thousand rows has less than one million."""
_NOT_A_TABLE = {
    b"\xd0\xcf\x11\xe0": "is an old or password-protected Excel file",
    b"%PDF": "is a PDF",
    b"{\\rtf": "is a text document",
    b"\x89PNG": "is a picture",
}
_SERIAL_DATES = range(20_000, 80_000)
"""Day numbers of a spreadsheet that can be meant as days: the years 1954 to 2119."""
_EPOCH, _EPOCH_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)
_BRITISH_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:\s+[\d:]+)?")


class _Found(NamedTuple):
    sheet: Sheet
    header: int
    columns: dict[str, int]


def read_tracker(data: bytes, name: str) -> ReadTracker:
    """Return the rows of a tracker; refuse a file that is none, saying what to do."""
    _refuse_other_kinds(data, name)
    sheets = sheets_of(data, name) if data.startswith(b"PK") else [_csv_sheet(data, name)]
    candidates = [found for sheet in sheets if (found := _table_in(sheet))]
    if not candidates:
        raise RefusedInputError(_no_table(name))
    best = max(candidates, key=lambda found: (len(found.columns), len(found.sheet.rows)))
    rows = tuple(_rows(best))
    if not rows:
        raise RefusedInputError(f"“{name}” has headings but no rows below them: look at the file.")
    heads = best.sheet.rows[best.header][1]
    named = tuple((what, _cell(heads, at)) for what, at in best.columns.items())
    return ReadTracker(rows, named, best.sheet.name)


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if len(data) > LARGEST_FILE:
        message = f"“{name}” is larger than {LARGEST_FILE // 1024**2} MB: save the table alone."
        raise RefusedInputError(message)
    for start, what in _NOT_A_TABLE.items():
        if data.startswith(start):
            message = f"“{name}” {what}: save the tracker as .xlsx without a password, or as .csv."
            raise RefusedInputError(message)


def _no_table(name: str) -> str:
    return (
        f"“{name}” has no row of headings that could be recognised: it needs a column for the "
        "text (recommendation, AFI, text) and one more (reference, status, owner or due date)."
    )


def _csv_sheet(data: bytes, name: str) -> Sheet:
    text = composed(decoded(data).replace("\r\n", "\n").replace("\r", "\n"))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    rows: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            if len(rows) >= MOST_ROWS:
                raise RefusedInputError(f"“{name}” has more than {MOST_ROWS} rows.")
            rows.append((len(rows) + 1, [cell.strip() for cell in cells]))
    except csv.Error as fault:
        message = f"“{name}” cannot be read as a table: save it again as .csv or .xlsx."
        raise RefusedInputError(message) from fault
    return Sheet("", rows)


def _delimiter(text: str) -> str:
    start = "\n".join(text.split("\n", HEADER_WITHIN)[:HEADER_WITHIN])
    return max(",;\t", key=start.count)


def _table_in(sheet: Sheet) -> _Found | None:
    best: _Found | None = None
    for at, (_, cells) in enumerate(sheet.rows[:HEADER_WITHIN]):
        columns = recognised(cells, [row for _, row in sheet.rows[at + 1 :]])
        if columns and (best is None or len(columns) > len(best.columns)):
            best = _Found(sheet, at, columns)
    return best


def _rows(found: _Found) -> list[TrackerRow]:
    rows = []
    for line, cells in found.sheet.rows[found.header + 1 :]:
        said = {what: _cell(cells, at) for what, at in found.columns.items()}
        if not said["text"] and not said.get("number"):
            continue
        said["due"] = _day(said.get("due", ""), from_1904=found.sheet.from_1904)
        rows.append(TrackerRow(line, **said))
    return rows


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _day(words: str, *, from_1904: bool) -> str:
    """Return a day as ISO 8601 where it certainly is one; anything else as written."""
    whole = words.partition(".")[0]
    if whole.isdecimal() and whole.isascii() and int(whole[:9]) in _SERIAL_DATES:
        epoch = _EPOCH_OF_1904 if from_1904 else _EPOCH
        return (epoch + timedelta(days=int(whole))).isoformat()
    british = _BRITISH_DAY.fullmatch(words)
    if british:
        day, month, year = (int(part) for part in british.groups())
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return words
    return words
