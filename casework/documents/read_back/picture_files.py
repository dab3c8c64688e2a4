"""What kind of picture a part of the file is, and how large."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

PNG, JPEG = "image/png", "image/jpeg"
PNG_START: Final = b"\x89PNG\r\n\x1a\n"
JPEG_START: Final = b"\xff\xd8"
START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9
STANDING_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers that begin a frame and tell its size."""
FOUR_COLOURS: Final = b"\4"
NOT_SHOWN_ON_A_PAGE: Final = {
    b"GIF8": "GIF", b"BM": "BMP", b"II*\0": "TIFF", b"MM\0*": "TIFF", b"\xd7\xcd\xc6\x9a": "WMF",
    b"\1\0\0\0": "EMF", b"<svg": "SVG", b"<?xml": "SVG", b"RIFF": "WebP",
}  # fmt: skip


def media_type_of(data: bytes) -> str:
    """Return the media type of a picture a web page and a PDF can show; empty for any other."""
    if data.startswith(PNG_START):
        return PNG
    return JPEG if data.startswith(JPEG_START) else ""


def kind_of(data: bytes) -> str:
    """Return what the kind of a picture is called."""
    known = (name for start, name in NOT_SHOWN_ON_A_PAGE.items() if data.startswith(start))
    return next(known, "unknown")


def pixels_of(data: bytes) -> tuple[int, int]:
    """Return width and height of a PNG or JPEG; (0, 0) where the file does not tell."""
    try:
        if data.startswith(PNG_START):
            wide, high = struct.unpack_from(">2L", data, 16)
            return wide, high
        for marker, start, _ in segments(data):
            if marker in FRAMES:
                high, wide = struct.unpack_from(">2H", data, start + 5)
                return wide, high
    except struct.error:
        pass
    return 0, 0


def is_for_print(data: bytes) -> bool:
    """Return whether a JPEG is in the four colours of a printing press."""
    try:
        frames = [start for marker, start, _ in segments(data) if marker in FRAMES]
    except struct.error:
        return False
    return any(data[start + 9 : start + 10] == FOUR_COLOURS for start in frames)


def segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the marker, start and end of each segment of a JPEG before its picture begins."""
    at = len(JPEG_START)
    while at + 4 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - every marker begins so
        marker = data[at + 1]
        if marker == 0xFF:  # noqa: PLR2004 - a filling byte
            at += 1
            continue
        end = at + 2
        if marker not in STANDING_ALONE:
            end += struct.unpack_from(">H", data, at + 2)[0]
        if marker in {START_OF_SCAN, END_OF_IMAGE}:
            return
        yield marker, at, end
        at = end
