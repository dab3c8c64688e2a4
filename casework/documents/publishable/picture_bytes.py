"""Pictures without what cameras and programs write into them: names, places, earlier states."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from casework.documents.read_back.picture_files import (
    END_OF_IMAGE,
    JPEG_START,
    PNG_START,
    STANDING_ALONE,
    START_OF_SCAN,
    kind_of,
)
from casework.errors import RefusedInputError

if TYPE_CHECKING:
    from collections.abc import Iterator

PNG_KEPT: Final = frozenset(
    (
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"iCCP",
        b"pHYs",
        b"sBIT",
    )
)
"""Chunks that say how the dots look; all others (text, times, camera data) tell of the making."""
NEVER_METADATA: Final = frozenset({"BMP", "WMF"})
"""Kinds in which there is nothing but the picture."""
JFIF, ADOBE, CAMERA, COMMENT = 0xE0, 0xEE, 0xE1, 0xFE
APPLICATION: Final = range(0xE0, 0xF0)
COLOURS: Final = 0xE2
ORIENTATION: Final = 0x0112
UPRIGHT: Final = 1
EMF_DESCRIPTION: Final = 60
"""Where the head of an EMF keeps the length and place of a description by its program."""


def without_traces(data: bytes) -> bytes:
    """Return a picture that shows the same and holds nothing else."""
    try:
        if data.startswith(PNG_START):
            return PNG_START + b"".join(_png_chunks(data))
        if data.startswith(JPEG_START):
            return JPEG_START + b"".join(_jpeg_segments(data)) + b"\xff\xd9"
        if kind_of(data) == "EMF":
            return _undescribed(data)
    except (struct.error, IndexError, ValueError) as error:
        message = "A picture in the file is damaged: put it into the document anew."
        raise RefusedInputError(message) from error
    if kind_of(data) in NEVER_METADATA:
        return data
    message = (
        f"A picture in the file is of a kind that may tell of its making ({kind_of(data)}): "
        "in Word, save it as a PNG picture, and put that in its place."
    )
    raise RefusedInputError(message)


def _png_chunks(data: bytes) -> Iterator[bytes]:
    at = len(PNG_START)
    name = b""
    while name != b"IEND":
        length, name = struct.unpack_from(">L4s", data, at)
        if name in PNG_KEPT:
            yield data[at : at + 12 + length]
        at += 12 + length


def _jpeg_segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments that make up the picture, each scan with its dots."""
    at = data.index(b"\xff", len(JPEG_START))
    turned = _orientation(data)
    if turned != UPRIGHT:
        yield _only_orientation(turned)
    while data[at + 1] != END_OF_IMAGE:
        marker = data[at + 1]
        end = at + 2
        if marker == 0xFF:  # noqa: PLR2004 - a filling byte
            at += 1
            continue
        if marker not in STANDING_ALONE:
            end += struct.unpack_from(">H", data, at + 2)[0]
        if marker == START_OF_SCAN:
            end = _end_of_scan(data, end)
        kept = _kept(marker, data[at:end])
        if kept:
            yield kept
        at = end


def _kept(marker: int, segment: bytes) -> bytes:
    """Return what stays of a segment."""
    body = segment[4:]
    if marker == JFIF:
        plain = body[:5] == b"JFIF\0" and len(body) >= 14  # noqa: PLR2004 - a whole JFIF head
        return b"\xff\xe0\0\x10" + body[:12] + b"\0\0" if plain else b""
    if marker == COLOURS:
        return segment if body.startswith(b"ICC_PROFILE\0") else b""
    if marker == ADOBE:
        return segment if body.startswith(b"Adobe") else b""
    return b"" if marker in APPLICATION or marker == COMMENT else segment


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the next marker after the dots of a scan begins."""
    while True:
        at = data.index(b"\xff", at)
        if data[at + 1] == 0 or data[at + 1] in STANDING_ALONE:
            at += 2
        elif data[at + 1] == 0xFF:  # noqa: PLR2004 - a filling byte
            at += 1
        else:
            return at


def _orientation(data: bytes) -> int:
    """Return how a camera was held, from 1 (upright) to 8."""
    at = data.find(b"Exif\0\0", 0, 1 << 16)
    if at < 0:
        return UPRIGHT
    start = at + 6
    order = {b"II": "<", b"MM": ">"}.get(data[start : start + 2])
    if order is None:
        return UPRIGHT
    try:
        table = start + struct.unpack_from(f"{order}L", data, start + 4)[0]
        for number in range(struct.unpack_from(f"{order}H", data, table)[0]):
            tag, _, _, held = struct.unpack_from(f"{order}HHLH", data, table + 2 + 12 * number)
            if tag == ORIENTATION and held in range(1, 9):
                return int(held)
    except struct.error:
        pass
    return UPRIGHT


def _only_orientation(held: int) -> bytes:
    """Return camera data that say how it was held, and nothing more."""
    entry = struct.pack(">HHLHH", ORIENTATION, 3, 1, held, 0)
    body = b"Exif\0\0MM\0*" + struct.pack(">LH", 8, 1) + entry + struct.pack(">L", 0)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _undescribed(data: bytes) -> bytes:
    length, place = struct.unpack_from("<2L", data, EMF_DESCRIPTION)
    out = bytearray(data)
    if length and place + 2 * length <= len(data):
        out[place : place + 2 * length] = bytes(2 * length)
    struct.pack_into("<2L", out, EMF_DESCRIPTION, 0, 0)
    return bytes(out)
