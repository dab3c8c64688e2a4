"""A table as an OpenDocument spreadsheet, byte for byte the same for the same rows.

Written by hand, a few parts of XML: the libraries for this format need seconds for what takes
milliseconds here, and put the hour into what they write.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from casework.publishers.tables import Value, cleaned, said

ODS: Final = "application/vnd.oasis.opendocument.spreadsheet"
LONGEST_NAME: Final = 31
"""Of a sheet: what spreadsheets take."""
NOT_IN_A_NAME: Final = re.compile(r"[\[\]*?:/\\']")
EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The oldest date a zip can hold: no clock reaches the file."""
NAMESPACE: Final = "urn:oasis:names:tc:opendocument:xmlns"
PREFIXES: Final = " ".join(
    f'xmlns:{short}="{NAMESPACE}:{name}:1.0"'
    for short, name in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "number": "datastyle",
        "fo": "xsl-fo-compatible",
    }.items()
)
XML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
MANIFEST: Final = (
    f'{XML}<manifest:manifest xmlns:manifest="{NAMESPACE}:manifest:1.0" manifest:version="1.3">'
    '<manifest:file-entry manifest:full-path="/" manifest:version="1.3" '
    f'manifest:media-type="{ODS}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
STYLES: Final = (
    '<number:date-style style:name="day-format"><number:year number:style="long"/>'
    '<number:text>-</number:text><number:month number:style="long"/>'
    '<number:text>-</number:text><number:day number:style="long"/></number:date-style>'
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="day-format"/>'
    '<style:style style:name="head" style:family="table-cell">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="wide" style:family="table-column">'
    '<style:table-column-properties style:column-width="4.5cm"/></style:style>'
)


def ods_file(title: str, heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return the table as a spreadsheet of one sheet: words are words, days days, numbers numbers.

    Nothing in it is a formula, whatever it begins with.
    """
    name = NOT_IN_A_NAME.sub(" ", cleaned(title))[:LONGEST_NAME].strip() or "Table"
    head = "".join(_words(one, ' table:style-name="head"') for one in heads)
    body = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    content = (
        f'{XML}<office:document-content {PREFIXES} office:version="1.3">'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:spreadsheet><table:table table:name={quoteattr(name)}>"
        '<table:table-column table:style-name="wide" '
        f'table:number-columns-repeated="{len(heads)}"/>'
        f"<table:table-header-rows><table:table-row>{head}</table:table-row>"
        f"</table:table-header-rows>{body}"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return _packed({"content.xml": content, "META-INF/manifest.xml": MANIFEST})


def _cell(value: Value) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, date):
        day = value.isoformat()
        return (
            '<table:table-cell table:style-name="day" office:value-type="date" '
            f'office:date-value="{day}"><text:p>{day}</text:p></table:table-cell>'
        )
    if isinstance(value, int) and not isinstance(value, bool):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    return _words(said(value))


def _words(words: str, style: str = "") -> str:
    return (
        f'<table:table-cell{style} office:value-type="string">'
        f"<text:p>{escape(words)}</text:p></table:table-cell>"
    )


def _packed(parts: dict[str, str]) -> bytes:
    package = BytesIO()
    with ZipFile(package, "w") as archive:
        # First and as it is: by it other programs know what kind of file this is.
        archive.writestr(_entry("mimetype", ZIP_STORED), ODS)
        for name, data in parts.items():
            archive.writestr(_entry(name, ZIP_DEFLATED), data)
    return package.getvalue()


def _entry(name: str, method: int) -> ZipInfo:
    entry = ZipInfo(name, EARLIEST)
    entry.compress_type, entry.create_system = method, 3
    entry.external_attr = 0o644 << 16
    return entry
