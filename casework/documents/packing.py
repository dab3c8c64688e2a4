"""Zip packages written so that equal parts give equal bytes.

Entries carry the oldest date a zip can hold, keep the order they are given in
and are deflated by us, so that a part that never changes is deflated once.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple

from casework.documents.part_names import under_usual_names
from casework.errors import RefusedInputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FIRST_DAY = (1 << 5) | 1
"""1 January 1980 as a zip date: no clock reaches the file."""
UTF8_NAMES = 0x800
VERSION = 20
STORED, DEFLATED = 0, 8
QUICK, USUAL, SMALLEST = 3, 6, 9
"""How hard deflating tries: a quick part takes a third of the usual time and a ninth more room."""


class Packed(NamedTuple):
    """One part, ready to be copied into a package."""

    method: int
    crc: int
    size: int
    data: bytes


def deflated(data: bytes, level: int = USUAL) -> Packed:
    """Return a part compressed for a package."""
    small = zlib.compress(data, level, wbits=-zlib.MAX_WBITS)
    return Packed(DEFLATED, zlib.crc32(data), len(data), small)


def stored(data: bytes) -> Packed:
    """Return a part as it is: bytes that do not depend on the zlib at hand."""
    return Packed(STORED, zlib.crc32(data), len(data), data)


def pack(parts: Iterable[tuple[str, Packed]]) -> bytes:
    """Return the package that holds these parts, in this order."""
    out, directory, count = bytearray(), bytearray(), 0
    for name, part in parts:
        encoded = name.encode()
        fields = (
            VERSION,
            UTF8_NAMES,
            part.method,
            0,
            FIRST_DAY,
            part.crc,
            len(part.data),
            part.size,
        )
        directory += struct.pack("<4s2B5H3L5H2L", b"PK\1\2", VERSION, 0, *fields,
                                 len(encoded), 0, 0, 0, 0, 0, len(out)) + encoded  # fmt: skip
        out += struct.pack("<4s5H3L2H", b"PK\3\4", *fields, len(encoded), 0) + encoded + part.data
        count += 1
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), len(out), 0)
    return bytes(out + directory + end)


def pack_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return the package of these parts, deflated."""
    return pack((name, deflated(data)) for name, data in parts.items())


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name, in its order; the main ones under their usual names.

    For files the gate has let in, or our own: limits are the gate's work.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {
                info.filename: package.read(info)
                for info in package.infolist()
                if not info.is_dir()
            }
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        message = "This is not a Word file (.docx): open it in Word and save it as a Word document."
        raise RefusedInputError(message) from error
    return under_usual_names(parts)
