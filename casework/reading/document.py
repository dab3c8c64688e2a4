"""The one way in: a file of any kind becomes blocks, or is refused in one sentence."""

from dataclasses import replace

from casework.errors import CaseworkError, RefusedInputError
from casework.reading.clean_text import decoded
from casework.reading.error_pages import refuse_error_page
from casework.reading.html import read_html
from casework.reading.pasted import read_pasted
from casework.reading.sniff import FileKind, file_kind
from models.shapes.progress import Telling, silent
from models.shapes.reading import ReadDocument


def read_document(data: bytes, name: str, tell: Telling = silent) -> ReadDocument:
    """Return the document as blocks without its furniture.

    Raises nothing but `RefusedInputError`: whatever is handed in, the person
    who handed it in is told in one sentence what to do.
    """
    try:
        document = _read(data, name, tell)
    except CaseworkError:
        raise
    except (
        ArithmeticError,
        LookupError,
        OSError,
        RecursionError,
        ValueError,
        RuntimeError,
    ) as fault:
        raise RefusedInputError(
            f"“{name}” is damaged and cannot be read: save the report again and hand in that file."
        ) from fault
    if not document.blocks:
        raise RefusedInputError(
            f"“{name}” holds no text that could be read: open the report's own page, wait until "
            "it shows, and save that."
        )
    refuse_error_page(document, name)
    return document


def _read(data: bytes, name: str, tell: Telling) -> ReadDocument:
    kind = file_kind(data, name)
    if kind is FileKind.PDF:
        from casework.reading.pdf import read_pdf  # noqa: PLC0415  0.1 s: only for a PDF

        return read_pdf(data, name, tell)
    if kind is FileKind.HTML:
        return read_html(decoded(data))
    return _with_title(read_pasted(decoded(data)))


def _with_title(document: ReadDocument) -> ReadDocument:
    return replace(document, title=None)
