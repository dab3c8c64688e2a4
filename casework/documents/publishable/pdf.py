"""The PDF: tagged, for archives and screen readers, equal to the byte every time."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import typst

from casework.documents.publishable.pdf_pictures import file_of, pictures_in, shown
from casework.documents.publishable.signs import FONTS
from casework.documents.publishable.table_shape import SIGNS_A_LINE, room_of, signs_a_line
from casework.errors import RefusedInputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casework.documents.publishable.nodes import Cell, Node
    from models.shapes.word import PublishedDetails, Span

TEMPLATE: Final = FONTS.parent / "response.typ"
STANDARDS: Final[list[typst.PDFStandard]] = ["ua-1", "a-2a"]
"""PDF/UA-1 and PDF/A-2a at once: the compiler refuses what breaks either."""
ONE_AT_A_TIME: Final = Lock()


@cache
def _compiler() -> typst.Compiler:
    """Return the compiler with the shipped fonts alone: every machine gives the same bytes."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
    return typst.Compiler(root=FONTS.parent, font_paths=fonts)


@cache
def _template(path: Path) -> bytes:
    return path.read_bytes()


def pdf_of(nodes: Sequence[Node], details: PublishedDetails) -> bytes:
    """Return the document as a PDF. The words go in as data and are never read as markup."""
    pictures = {file_of(picture): picture.data for picture in pictures_in(nodes)}
    document = {
        "title": details.title,
        "author": details.author,
        "language": details.language,
        "dated": [details.dated.year, details.dated.month, details.dated.day],
        "nodes": [as_data(node) for node in nodes],
    }
    inputs = {"document": json.dumps(document, ensure_ascii=False)}
    if not pictures:
        return compiled(inputs)
    with TemporaryDirectory() as folder:
        for name, data in pictures.items():
            (Path(folder) / name).write_bytes(data)
        return compiled(inputs, folder=Path(folder))


def compiled(
    inputs: dict[str, str], template: Path = TEMPLATE, folder: Path = TEMPLATE.parent
) -> bytes:
    """Return what a template of templates/pdf/ makes of its inputs; pictures lie in the folder."""
    try:
        with ONE_AT_A_TIME:
            pdf = _compiler().compile(
                _template(template),
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=STANDARDS,
                root=str(folder),
            )
    except typst.TypstError as error:
        message = f"The PDF cannot be made so that everyone can read it: {error.message}."
        raise RefusedInputError(message) from error
    if not isinstance(pdf, bytes):  # pragma: no cover - a list comes only for pictures
        raise TypeError(type(pdf))
    return pdf


def as_data(node: Node, room: int = SIGNS_A_LINE) -> dict[str, Any]:
    """Return a node as plain data for the template; `room` is how long a line of it may be."""
    return {
        "kind": node.kind,
        "spans": [_span(span, room) for span in node.spans],
        "level": node.level,
        "number": node.number,
        "language": node.language,
        "ordered": node.ordered,
        "nodes": [as_data(inner, room - 4) for inner in node.nodes],
        "rows": [[_cell(cell, node.widths) for cell in row] for row in node.rows],
        "header_rows": node.header_rows,
        "widths": node.widths,
        "keep_next": node.keep_next,
        "close": node.close,
        "caption": node.caption and with_breaks(node.caption, room),
    }


def _cell(cell: Cell, widths: Sequence[int]) -> dict[str, Any]:
    room = signs_a_line(cell.column, widths)
    return {
        "columns": cell.columns,
        "rows": cell.rows,
        "keep": cell.keep,
        "nodes": [as_data(node, room) for node in cell.nodes],
    }


def _span(span: Span, room: int) -> dict[str, Any]:
    return {
        "text": with_breaks(span.text, room),
        "bold": span.bold,
        "italic": span.italic,
        "link": span.link,
        "underline": span.underline,
        "script": span.script.value,
        "language": span.language,
        "picture": span.picture and shown(span.picture, room),
    }


def with_breaks(text: str, room: int) -> str:
    """Return the text with unseen places to break in words that no line can hold."""
    longest = max(room // 2, 4)

    def fitting(word: re.Match[str]) -> str:
        return word[0] if room_of(word[0]) < room else _broken(word[0], longest)

    return re.sub(rf"\S{{{longest},}}", fitting, text)


def _broken(word: str, longest: int) -> str:
    pieces = (word[start : start + longest] for start in range(0, len(word), longest))
    return "\N{ZERO WIDTH SPACE}".join(pieces)
