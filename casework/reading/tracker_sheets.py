"""The cells of an Excel file, as the spreadsheet last saved them: no formula is evaluated."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from casework.errors import RefusedInputError
from casework.reading.clean_text import composed
from casework.reading.zip_guard import GuardedZip

MOST_ROWS = 20_000
MOST_COLUMNS = 200
_MOST_SHEETS = 50
_MOST_DIGITS, _MOST_LETTERS = 8, 3
"""Of a row's number and of a column's name (`XFD`)."""
_WORKBOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_STRINGS = "xl/sharedStrings.xml"
_RETURN = re.compile("_x000[dD]_")
"""How a carriage return is written inside a cell."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows, each with its number in the file."""

    name: str
    rows: list[tuple[int, list[str]]]
    from_1904: bool = False
    """Whether its day numbers count from 1904, as those of old Macintoshes do."""


def sheets_of(data: bytes, name: str) -> list[Sheet]:
    """Return the sheets of an Excel file."""
    package = GuardedZip(data, name)
    if _WORKBOOK not in package:
        message = f"“{name}” is no Excel file: save the tracker as .xlsx or .csv."
        raise RefusedInputError(message)
    book = package.xml(_WORKBOOK)
    strings = _strings(package)
    from_1904 = any(
        one.get("date1904") in {"1", "true"} for one in book.iter() if _named(one, "workbookPr")
    )
    return [
        Sheet(title, list(_rows(package, part, strings)), from_1904)
        for title, part in _parts(package, book)
        if part in package
    ]


def _named(element: etree._Element, name: str) -> bool:
    """Return whether an element has this name, in either dialect of Office Open XML."""
    # Comments have no name, but a function in its place.
    return str(element.tag).rpartition("}")[2] == name


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in element if _named(child, name))


def _parts(package: GuardedZip, book: etree._Element) -> Iterator[tuple[str, str]]:
    if _LINKS not in package:
        return
    targets = {str(link.get("Id")): str(link.get("Target")) for link in package.xml(_LINKS)}
    sheets = [one for one in book.iter() if _named(one, "sheet")]
    for sheet in sheets[:_MOST_SHEETS]:
        link = next((v for k, v in sheet.attrib.items() if str(k).endswith("}id")), "")
        target = targets.get(str(link), "")
        yield sheet.get("name") or "", posixpath.normpath(posixpath.join("/xl", target))[1:]


def _strings(package: GuardedZip) -> list[str]:
    if _STRINGS not in package:
        return []
    return [_text(one) for one in _children(package.xml(_STRINGS), "si")]


def _text(element: etree._Element) -> str:
    """Return the words of a shared or inline string: its runs, without phonetic guides."""
    if _named(element, "rPh"):
        return ""
    own = (element.text or "") if _named(element, "t") else ""
    inner = "".join(_text(child) for child in element if _named(child, "t") or _is_run(child))
    return _RETURN.sub("", own + inner)


def _is_run(element: etree._Element) -> bool:
    return _named(element, "r") or _named(element, "is")


def _rows(package: GuardedZip, part: str, strings: list[str]) -> Iterator[tuple[int, list[str]]]:
    line = 0
    for row in (one for one in package.xml(part).iter() if _named(one, "row")):
        line = _number(row.get("r"), line + 1)
        cells = _cells(row, strings)
        if not any(cells):
            continue
        if line > MOST_ROWS:
            raise package.refusal(f"has more than {MOST_ROWS} rows: save the table alone")
        yield line, cells


def _number(words: str | None, otherwise: int) -> int:
    if words and words.isdecimal() and words.isascii() and len(words) <= _MOST_DIGITS:
        return int(words)
    return otherwise


def _cells(row: etree._Element, strings: list[str]) -> list[str]:
    cells: list[str] = []
    for cell in _children(row, "c"):
        at = _column(cell.get("r") or "", len(cells))
        if at >= MOST_COLUMNS:
            continue
        cells += [""] * (at + 1 - len(cells))
        cells[at] = composed(_value(cell, strings)).strip()
    return cells


def _column(place: str, otherwise: int) -> int:
    """Return the column of a cell from 0, by its place (`B7`)."""
    letters = place.rstrip("0123456789").upper()
    if not (letters.isascii() and letters.isalpha() and len(letters) <= _MOST_LETTERS):
        return otherwise
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: etree._Element, strings: list[str]) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return "".join(_text(one) for one in _children(cell, "is"))
    value = next((one.text or "" for one in _children(cell, "v")), "")
    if kind == "s":
        at = _number(value, len(strings))
        return strings[at] if at < len(strings) else ""
    if kind == "e":
        return ""
    return _short(value) if kind == "n" else value


def _short(value: str) -> str:
    """Return a number as the sheet shows it: 0.1, not 0.1000000000000000055."""
    try:
        return f"{float(value):.15g}"
    except ValueError:
        return value
