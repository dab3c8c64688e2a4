"""Excel files of a test, written part by part."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

Cell = str | int | float | None


def spreadsheet(
    *sheets: Sequence[Sequence[Cell]], space: str = MAIN, from_1904: bool = False, head: str = ""
) -> bytes:
    """Return an Excel file with these sheets; text beginning with `=` is a formula."""
    strings: list[str] = []
    parts = {
        f"xl/worksheets/sheet{n}.xml": _sheet(rows, strings, space, head)
        for n, rows in enumerate(sheets, start=1)
    }
    listed = "".join(
        f'<sheet name="Sheet {n}" sheetId="{n}" r:id="rId{n}"/>' for n, _ in enumerate(sheets, 1)
    )
    old = '<workbookPr date1904="1"/>' if from_1904 else ""
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{space}" xmlns:r="{LINKED}">{old}<sheets>{listed}</sheets></workbook>'
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Target="worksheets/sheet{n}.xml"/>'
        for n, _ in enumerate(sheets, 1)
    )
    parts["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>'
    )
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{space}">{shared}</sst>'
    return zipped(parts)


def zipped(parts: dict[str, str]) -> bytes:
    """Return a zip file of these parts."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


def _sheet(rows: Sequence[Sequence[Cell]], strings: list[str], space: str, head: str) -> str:
    lines = "".join(
        f'<row r="{n}">{"".join(_cell(c, n, at, strings) for at, c in enumerate(row))}</row>'
        for n, row in enumerate(rows, start=1)
    )
    return f'{head}<worksheet xmlns="{space}"><sheetData>{lines}</sheetData></worksheet>'


def _cell(value: Cell, row: int, at: int, strings: list[str]) -> str:
    place = f"{chr(ord('A') + at)}{row}"
    match value:
        case None:
            return ""
        case str() if value.startswith("="):
            return f'<c r="{place}" t="str"><f>{escape(value[1:])}</f><v>last saved</v></c>'
        case str():
            strings.append(value)
            return f'<c r="{place}" t="s"><v>{len(strings) - 1}</v></c>'
        case _:
            return f'<c r="{place}"><v>{value}</v></c>'
