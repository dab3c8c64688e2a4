"""The words of a PDF of ours, as its text is drawn."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final

import pypdfium2
import pypdfium2.raw as pdfium

from casework.documents.publishable.words import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

FOOT_OF_PAGE: Final = 56.0
"""Points at the foot of each page that hold the page number; see `response.typ`."""
HYPHEN_AT_LINE_END: Final = "\x02"
"""What the reader gives for a hyphen at the end of a line."""
ARTIFACT: Final = "Artifact"
"""The mark of what is drawn and not read: page numbers, the repeated head of a long table."""
LONGEST_NAME: Final = 64


def words_of_pdf(document: bytes) -> str:
    """Return the words of a PDF, page by page, without what a screen reader passes over."""
    pdf = pypdfium2.PdfDocument(document)
    try:
        return bare("\n".join(_text_of(page) for page in pdf))
    finally:
        pdf.close()


def alternatives_in_pdf(document: bytes) -> list[str]:
    """Return the alternative text of each picture of a PDF, as its structure tells it, in order."""
    pdf = pypdfium2.PdfDocument(document)
    try:
        return [words for page in pdf for words in _figures(page)]
    finally:
        pdf.close()


def _figures(page: pypdfium2.PdfPage) -> Iterator[str]:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        waiting = [
            pdfium.FPDF_StructTree_GetChildAtIndex(tree, at)
            for at in reversed(range(pdfium.FPDF_StructTree_CountChildren(tree)))
        ]
        while waiting:
            element = waiting.pop()
            words = _alternative(element)
            if words:
                yield words
            children = reversed(range(pdfium.FPDF_StructElement_CountChildren(element)))
            found = (pdfium.FPDF_StructElement_GetChildAtIndex(element, at) for at in children)
            waiting += [child for child in found if child]
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _alternative(element: object) -> str:
    length = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
    if not length:
        return ""
    room = ctypes.create_string_buffer(length)
    pdfium.FPDF_StructElement_GetAltText(element, room, length)
    return room.raw.decode("utf-16-le").rstrip("\0")


def _text_of(page: pypdfium2.PdfPage) -> str:
    top = min(_repeated_heads(page), default=None)
    text = page.get_textpage().get_text_bounded(bottom=FOOT_OF_PAGE, top=top)
    return str(text).replace(HYPHEN_AT_LINE_END, "-")


def _repeated_heads(page: pypdfium2.PdfPage) -> Iterator[float]:
    """Yield the lower edges of the artifacts with which a page begins."""
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        edge = _lower_edge(drawn)
        if not _is_artifact(drawn) or edge < FOOT_OF_PAGE:
            return
        yield edge


def _is_artifact(drawn: ctypes.Array[ctypes.c_char]) -> bool:
    marks = range(pdfium.FPDFPageObj_CountMarks(drawn))
    return any(_name(pdfium.FPDFPageObj_GetMark(drawn, mark)) == ARTIFACT for mark in marks)


def _name(mark: object) -> str:
    room, used = (ctypes.c_ushort * LONGEST_NAME)(), ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, room, ctypes.sizeof(room), used)
    return bytes(room)[: used.value].decode("utf-16-le").rstrip("\0")


def _lower_edge(drawn: object) -> float:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(drawn, *edges)
    return float(edges[1].value)
