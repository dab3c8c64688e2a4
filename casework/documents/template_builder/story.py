"""Lines of wording become WordprocessingML: paragraphs, regions, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from casework.documents.template_builder.inline import paragraph
from casework.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

USUAL_SHARES: Final = (6354, 3000)
"""A wide and a narrow column, where a table does not say how wide its columns are."""
WHOLE: Final = 100
CELL: Final = "@cell"
OPENS: Final = re.compile(r"@(region|table|lang|cells)\b")
ROW_STYLES: Final = {"@head": "TableHead", "@row": "TableText", "@last": "TableLast"}
"""Rows stay on one page with the next; the last one lets the table end."""
TABLE_LOOK: Final = (
    'w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
    'w:lastColumn="0" w:noHBand="0" w:noVBand="1"'
)


@dataclass(frozen=True, slots=True)
class Story:
    """Writes a story (body, header, footer) as wide as its page."""

    width: int
    language: str = ""
    """Named at every word where it is not the file's own."""

    def xml(self, lines: Iterable[str]) -> str:
        """Return the XML of these lines."""
        return "".join(self._piece(line, rest) for rest in [iter(lines)] for line in rest)

    def _piece(self, line: str, rest: Iterator[str]) -> str:
        name, _, head = line.partition(" ")
        if name == "@region":
            return self._region(head, _until_end(rest))
        if name == "@table":
            return self._table(head, _until_end(rest))
        if name == "@lang":
            return Story(self.width, head).xml(_until_end(rest))
        if name.startswith("@"):
            message = f"The line “{line}” of a wording stands where it means nothing."
            raise SettingsError(message)
        if line.startswith("{%p"):
            return paragraph("TemplateTag", line)
        style, _, words = line.partition(":")
        return paragraph(style, words.strip(), self.language)

    def _region(self, head: str, lines: list[str]) -> str:
        key, _, title = head.partition(" | ")
        tag = f"s55:{key}"
        marks = f"<w:alias w:val={quoteattr(f'{title} · {tag}')}/><w:tag w:val={quoteattr(tag)}/>"
        content = f"<w:sdtContent>{self.xml(lines)}</w:sdtContent>"
        return f"<w:sdt><w:sdtPr>{marks}</w:sdtPr>{content}</w:sdt>"

    def _table(self, head: str, lines: list[str]) -> str:
        title, _, shares = head.partition(" | ")
        widths = _widths(shares, self.width)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(self._row(line, rest, widths) for rest in [iter(lines)] for line in rest)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Grades"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"<w:tblLook {TABLE_LOOK}/><w:tblCaption w:val={quoteattr(title)}/>"
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, line: str, rest: Iterator[str], widths: tuple[int, ...]) -> str:
        kind, _, words = line.partition(" ")
        if kind == "@cells":
            made = self._cells(_cells(_until_end(rest)), widths, line)
            return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{made}</w:tr>"
        style = ROW_STYLES[kind]
        cells = words.split(" || ") if " || " in words else [words] + [""] * (len(widths) - 1)
        look = "<w:cantSplit/><w:tblHeader/>" if kind == "@head" else "<w:cantSplit/>"
        made = self._cells([[f"{style}: {cell}"] for cell in cells], widths, line)
        return f"<w:tr><w:trPr>{look}</w:trPr>{made}</w:tr>"

    def _cells(self, cells: list[list[str]], widths: tuple[int, ...], line: str) -> str:
        if len(cells) != len(widths):
            message = f"A row of {len(cells)} stands in a table of {len(widths)} columns: “{line}”."
            raise SettingsError(message)
        return "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{self.xml(cell)}</w:tc>'
            for width, cell in zip(widths, cells, strict=True)
        )


def _widths(shares: str, width: int) -> tuple[int, ...]:
    """Return the widths of the columns; the last takes what rounding leaves."""
    if not shares:
        return USUAL_SHARES
    *first, last = map(int, shares.split())
    if sum(first) + last != WHOLE:
        message = f"The columns of a table share {sum(first) + last} in the hundred: “{shares}”."
        raise SettingsError(message)
    columns = [width * share // WHOLE for share in first]
    return (*columns, width - sum(columns))


def _until_end(rest: Iterator[str]) -> list[str]:
    lines: list[str] = []
    depth = 1
    for line in rest:
        depth += bool(OPENS.match(line)) - (line == "@end")
        if not depth:
            return lines
        lines.append(line)
    message = f"Something is opened and has no @end: “{lines[0] if lines else ''}”."
    raise SettingsError(message)


def _cells(lines: list[str]) -> list[list[str]]:
    cells: list[list[str]] = []
    depth = 0
    for line in lines:
        depth += bool(OPENS.match(line)) - (line == "@end")
        if line == CELL and not depth:
            cells.append([])
        else:
            cells[-1].append(line)
    return cells
