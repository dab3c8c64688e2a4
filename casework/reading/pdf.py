"""A PDF as blocks, from the boxes of its characters."""

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from casework.errors import RefusedInputError
from casework.reading.furniture import without_furniture
from casework.reading.hyphens import Hyphens
from casework.reading.pdf_blocks import blocks_of_pages
from casework.reading.pdf_columns import in_reading_order
from casework.reading.pdf_lines import Page, page_lines
from casework.reading.pdf_running import without_running_lines
from casework.reading.pdf_tables import with_tables
from models.shapes.progress import Telling, silent
from models.shapes.reading import ReadDocument

MOST_PAGES = 1500
_FEWEST_CHARACTERS_PER_PAGE = 20
"""A scan has pictures of text and, at most, a page number."""
READING = "Reading the pages"
ORDERING = "Putting columns and tables in order"


def read_pdf(data: bytes, name: str, tell: Telling = silent) -> ReadDocument:
    """Return the PDF as blocks, without running headers, footers and footnote marks.

    `tell` hears of every page, because a long report takes many seconds.
    """
    pdf = opened(data, name)
    try:
        pages = list(_pages(pdf, name, tell))
        metadata = _metadata(pdf)
    finally:
        pdf.close()
    _refuse_scan(pages, name)
    hyphens = Hyphens(line.text for page in pages for line in page.lines)
    ordered: list[Page] = []
    for page in without_running_lines(pages):
        tell(ORDERING, len(ordered), len(pages))
        ordered.append(in_reading_order(with_tables(page, hyphens), hyphens))
    return ReadDocument(
        blocks=without_furniture(blocks_of_pages(ordered, hyphens)),
        title=metadata.get("Title") or None,
        dates=_dates(metadata),
    )


def opened(data: bytes, name: str) -> pdfium.PdfDocument:
    """Return an open PDF of a reasonable length; refuse one that cannot be read."""
    try:
        pdf = pdfium.PdfDocument(data)
        pages = len(pdf)
    except pdfium.PdfiumError as fault:
        why = (
            "is protected by a password: hand in an open copy"
            if "assword" in str(fault)
            else "is a damaged PDF: download it again and hand in that file"
        )
        raise RefusedInputError(f"“{name}” {why}.") from fault
    if pages > MOST_PAGES:
        pdf.close()
        raise RefusedInputError(
            f"“{name}” has more than {MOST_PAGES} pages: hand in the report alone."
        )
    return pdf


def _pages(pdf: pdfium.PdfDocument, name: str, tell: Telling) -> Iterator[Page]:
    for number in range(len(pdf)):
        tell(READING, number, len(pdf))
        try:
            page = pdf[number]
        except pdfium.PdfiumError as fault:
            raise RefusedInputError(
                f"“{name}” is a damaged PDF (page {number + 1} cannot be read): download it again "
                "and hand in that file."
            ) from fault
        yield page_lines(page)
        page.close()


def _refuse_scan(pages: list[Page], name: str) -> None:
    characters = sum(len(line.text) for page in pages for line in page.lines)
    if characters < _FEWEST_CHARACTERS_PER_PAGE * max(1, len(pages)):
        raise RefusedInputError(
            f"“{name}” is a scan or pictures without text: hand in the report's web page, or a PDF "
            "whose text can be selected."
        )


def _metadata(pdf: pdfium.PdfDocument) -> dict[str, str]:
    found: dict[str, str] = {}
    for key in ("Title", "CreationDate"):
        size = raw.FPDF_GetMetaText(pdf, key.encode(), None, 0)
        if size > 2:  # noqa: PLR2004 - two bytes are the closing NUL alone
            room = ctypes.create_string_buffer(size)
            raw.FPDF_GetMetaText(pdf, key.encode(), room, size)
            found[key] = room.raw.decode("utf-16-le", errors="replace").rstrip("\x00").strip()
    return found


def _dates(metadata: dict[str, str]) -> tuple[tuple[str, str], ...]:
    made = metadata.get("CreationDate", "")
    digits = made.removeprefix("D:")[:8]
    if len(digits) < 8 or not digits.isdigit():  # noqa: PLR2004 - YYYYMMDD
        return ()
    return (("PDF creation date", f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"),)
