"""What a file is, judged by its content, and the refusals of what is no report."""

import re
from enum import StrEnum

from casework.errors import RefusedInputError

LARGEST_FILE = 60 * 1024 * 1024
"""Bytes. The longest report with pictures known to us has 22 MB."""

_LOOK_AT = 4096
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|main|article|section|div|h[1-6]|p|title|ul|ol|table)\b",
    re.IGNORECASE,
)
_MOST_CONTROLS = 0.02
"""Share of control bytes above which a file is no text."""
_FEWEST_CONTROLS = 8
"""A few stray bytes come from pasting."""


class FileKind(StrEnum):
    """What can be read as a report."""

    HTML = "html"
    PDF = "pdf"
    TEXT = "text"


_REFUSED: tuple[tuple[bytes, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0",
        (
            "“{name}” is an old Word or Outlook file, not the report as published: save the "
            "report's web page, or hand in its PDF."
        ),
    ),
    (
        b"PK\x03\x04",
        (
            "“{name}” is a Word, OpenDocument or zip file, not the report as published: save the "
            "report's web page, or hand in its PDF."
        ),
    ),
    (
        b"{\\rtf",
        (
            "“{name}” is a rich-text file, not the report as published: save the report's "
            "web page, or hand in its PDF."
        ),
    ),
    (
        b"\x89PNG",
        "“{name}” is a picture: hand in the report's web page, its PDF or its text.",
    ),
    (
        b"\xff\xd8\xff",
        "“{name}” is a picture: hand in the report's web page, its PDF or its text.",
    ),
    (
        b"GIF8",
        "“{name}” is a picture: hand in the report's web page, its PDF or its text.",
    ),
)


def file_kind(data: bytes, name: str) -> FileKind:
    """Return what the file is, or refuse it."""
    _refuse_by_size(data, name)
    head = data[:_LOOK_AT]
    _refuse_by_signature(head, name)
    if b"%PDF-" in head[:1024]:
        return FileKind.PDF
    if is_binary(data):
        raise RefusedInputError(
            f"“{name}” is not a page, a PDF or text: hand in the report's web page, its PDF or "
            "its text."
        )
    if _MARKUP.search(_without_utf16_gaps(data[: 16 * _LOOK_AT])):
        return FileKind.HTML
    return FileKind.TEXT


def _refuse_by_size(data: bytes, name: str) -> None:
    if not data.strip(b"\x00 \t\r\n"):
        raise RefusedInputError(f"“{name}” is empty: save the report again and hand in that file.")
    if len(data) > LARGEST_FILE:
        raise RefusedInputError(
            f"“{name}” is larger than {LARGEST_FILE // 1024 // 1024} MB: hand in the report's web "
            "page or a smaller PDF."
        )


def _refuse_by_signature(head: bytes, name: str) -> None:
    for signature, sentence in _REFUSED:
        if head.startswith(signature):
            raise RefusedInputError(sentence.format(name=name))


def _without_utf16_gaps(head: bytes) -> bytes:
    return head.replace(b"\x00", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head


def is_binary(data: bytes) -> bool:
    """Return whether the bytes are no text in any usual encoding."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    head = data[: 64 * 1024]
    controls = sum(head.count(bytes([n])) for n in (*range(1, 9), *range(14, 32), 127))
    nuls = head.count(b"\x00")
    return controls + nuls > max(_FEWEST_CONTROLS, _MOST_CONTROLS * len(head))
