"""What people wrote into a PDF: its comments, and the marks they put at words."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from casework.errors import RefusedInputError
from casework.reading.pdf import opened

MOST_MARKS = 2_000
NOBODY_WROTE = frozenset({raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_WIDGET})
"""Links, fields of forms, and the windows in which programs show what stands elsewhere."""
AT_WORDS = {
    raw.FPDF_ANNOT_HIGHLIGHT: "marked",
    raw.FPDF_ANNOT_UNDERLINE: "underlined",
    raw.FPDF_ANNOT_SQUIGGLY: "underlined",
    raw.FPDF_ANNOT_STRIKEOUT: "struck out",
}
"""Marks that are put at words, and what they say where no comment was written."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing somebody wrote into a PDF."""

    page: int
    author: str
    """As the program it was made with names them; empty if it does not."""
    words: str
    quoted: str
    """The words it was put at; empty if it was put beside them."""
    how: str = ""
    """`struck out`, where no words of their own say more."""

    @property
    def told(self) -> str:
        """Return it as a remark is logged: where it stands, and what it says."""
        at = f", at “{self.quoted}”" if self.quoted else ""
        return f"Page {self.page}{at}: {self.words or self.how}"


@dataclass(frozen=True, slots=True)
class ReadMarks:
    """What was found in a marked PDF."""

    marks: tuple[Mark, ...]
    warnings: tuple[str, ...] = ()


def read_marks(data: bytes, name: str) -> ReadMarks:
    """Return what people wrote into a PDF, page by page; refuse one that holds nothing."""
    pdf = opened(data, name)
    try:
        found = [mark for number in range(len(pdf)) for mark in _on_page(pdf, number)]
    finally:
        pdf.close()
    marks = tuple(mark for mark in found if mark.words or (mark.how and mark.quoted))
    silent = sorted({mark.page for mark in found if mark not in marks})
    if not marks:
        drawn = " (only drawings)" if silent else ""
        message = (
            f"“{name}” holds no comments a program can read{drawn}: type the remark in, in words."
        )
        raise RefusedInputError(message)
    if len(marks) > MOST_MARKS:
        message = f"“{name}” holds more than {MOST_MARKS} comments: hand in a part of it."
        raise RefusedInputError(message)
    said = [f"On page {page} something is drawn without words: look at it." for page in silent]
    return ReadMarks(marks, tuple(said))


def _on_page(pdf: pdfium.PdfDocument, number: int) -> Iterator[Mark]:
    try:
        page = pdf[number]
    except pdfium.PdfiumError:
        return
    text = page.get_textpage()
    try:
        for place in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_MARKS + 1)):
            with _annotation(page, place) as one:
                if one and not _is_silent(one):
                    yield _mark(one, number + 1, text)
    finally:
        text.close()
        page.close()


@contextmanager
def _annotation(page: pdfium.PdfPage, place: int) -> Iterator[Any]:
    one = raw.FPDFPage_GetAnnot(page, place)
    try:
        yield one
    finally:
        if one:
            raw.FPDFPage_CloseAnnot(one)


def _is_silent(one: Any) -> bool:
    # A state (“accepted”, “completed”) is set on somebody else's comment; it says nothing itself.
    return raw.FPDFAnnot_GetSubtype(one) in NOBODY_WROTE or bool(
        raw.FPDFAnnot_HasKey(one, b"StateModel")
    )


def _mark(one: Any, page: int, text: pdfium.PdfTextPage) -> Mark:
    how = AT_WORDS.get(raw.FPDFAnnot_GetSubtype(one), "")
    return Mark(
        page=page,
        author=_words(one, b"T"),
        words=_words(one, b"Contents"),
        quoted=_quoted(one, text) if how else "",
        how=how,
    )


def _words(one: Any, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(one, key, None, 0)
    if size <= 2:  # noqa: PLR2004 - two bytes are the closing NUL alone
        return ""
    room = (ctypes.c_ushort * (size // 2))()
    raw.FPDFAnnot_GetStringValue(one, key, room, size)
    return bytes(room).decode("utf-16-le", errors="replace").rstrip("\x00").strip()


def _quoted(one: Any, text: pdfium.PdfTextPage) -> str:
    lines = []
    for number in range(raw.FPDFAnnot_CountAttachmentPoints(one)):
        box = raw.FS_QUADPOINTSF()
        if raw.FPDFAnnot_GetAttachmentPoints(one, number, box):
            across = [box.x1, box.x2, box.x3, box.x4]
            up = [box.y1, box.y2, box.y3, box.y4]
            lines.append(text.get_text_bounded(min(across), min(up), max(across), max(up)))
    return " ".join(" ".join(lines).split())
