"""Lines of wording become WordprocessingML: paragraphs, regions, tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

INLINE: Final = re.compile(r"(\*\*.*?\*\*|\[\[.*?\]\]|!!.*?!!|<page>|<pages>|<tab>)")
CELL_WIDTHS: Final = (6354, 3000)
"""Twentieths of a point; together the width between the margins."""
FIELDS: Final = {"<page>": "PAGE", "<pages>": "NUMPAGES"}
ROW_STYLES: Final = {"@head": "TableHead", "@row": "TableText", "@last": "TableLast"}
"""Rows stay on one page with the next; the last one lets the table end."""
TABLE_LOOK: Final = (
    'w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
    'w:lastColumn="0" w:noHBand="0" w:noVBand="1"'
)


def story(lines: Iterable[str]) -> str:
    """Return the XML of a story (body, header, footer)."""
    return "".join(_piece(line, rest) for rest in [iter(lines)] for line in rest)


def _piece(line: str, rest: Iterator[str]) -> str:
    if line.startswith("@region "):
        return _region(line.removeprefix("@region "), _until_end(rest))
    if line.startswith("@table "):
        return _table(line.removeprefix("@table "), _until_end(rest))
    if line.startswith("{%p"):
        return _paragraph("TemplateTag", line)
    style, _, words = line.partition(":")
    return _paragraph(style, words.strip())


def _until_end(rest: Iterator[str]) -> list[str]:
    depth, lines = 1, []
    for line in rest:
        depth += line.startswith(("@region ", "@table ")) - (line == "@end")
        if not depth:
            break
        lines.append(line)
    return lines


def _region(head: str, lines: list[str]) -> str:
    key, _, title = head.partition(" | ")
    tag = f"s55:{key}"
    marks = f"<w:alias w:val={quoteattr(f'{title} · {tag}')}/><w:tag w:val={quoteattr(tag)}/>"
    return f"<w:sdt><w:sdtPr>{marks}</w:sdtPr><w:sdtContent>{story(lines)}</w:sdtContent></w:sdt>"


def _paragraph(style: str, words: str) -> str:
    runs = "".join(_run(piece) for piece in INLINE.split(words) if piece)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(piece: str) -> str:
    if piece in FIELDS:
        field = f"<w:fldSimple w:instr={quoteattr(f' {FIELDS[piece]} ')}>"
        return f"{field}<w:r><w:t>1</w:t></w:r></w:fldSimple>"
    if piece == "<tab>":
        return "<w:r><w:tab/></w:r>"
    if not INLINE.fullmatch(piece):
        return _words(piece)
    words = piece[2:-2]
    if piece.startswith("[["):
        link = _words(words, "Hyperlink")
        return f'<w:hyperlink r:id="rIdReport" w:history="1">{link}</w:hyperlink>'
    return _words(words, "Strong" if piece.startswith("**") else "Unconfirmed")


def _words(words: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _table(title: str, lines: list[str]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in CELL_WIDTHS)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Grades"/>'
        f'<w:tblW w:w="{sum(CELL_WIDTHS)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblLook {TABLE_LOOK}/><w:tblCaption w:val={quoteattr(title)}/>"
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(map(_row, lines))}</w:tbl>"
    )


def _row(line: str) -> str:
    kind, _, words = line.partition(" ")
    is_head = kind == "@head"
    look = "<w:cantSplit/><w:tblHeader/>" if is_head else "<w:cantSplit/>"
    cells = words.split(" || ") if " || " in words else [words, ""]
    style = ROW_STYLES[kind]
    made = "".join(
        _cell(width, style, cell) for width, cell in zip(CELL_WIDTHS, cells, strict=True)
    )
    return f"<w:tr><w:trPr>{look}</w:trPr>{made}</w:tr>"


def _cell(width: int, style: str, words: str) -> str:
    look = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{look}{_paragraph(style, words)}</w:tc>"
