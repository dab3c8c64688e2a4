"""Opening a zip that may be hostile: every name judged, every byte counted."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from casework.documents.gate.disguises import ASK, NOT_WORD, RESAVE, fault_of
from casework.documents.gate.entries import judge_names
from casework.documents.gate.layout import Place, judge_layout
from casework.documents.gate.refusal import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTE: Final = 1 << 20
MAX_FILE: Final = 25 * MEGABYTE
MAX_PART: Final = 60 * MEGABYTE
MAX_TOTAL: Final = 150 * MEGABYTE
MAX_XML: Final = 20 * MEGABYTE
"""In all parts together; a response of a thousand findings has two."""
MAX_RATIO: Final = 200
"""Above one megabyte; a long response shrinks to about a thirtieth."""
MOUTHFUL: Final = 1 << 18
"""Packed bytes unpacked at a stroke."""
HEAD: Final = 4096
"""Bytes kept of a part that is no XML: enough to tell what it is."""
XML_ENDINGS: Final = (".xml", ".rels", ".vml", ".svg")
XML_LOOK: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:[?!]|html|svg|\w+:\w)|\xff\xfe|\xfe\xff|\0<|<\0|\0\0\0<|Lo\xa7\x94",
    re.IGNORECASE,
)
"""XML by its beginning, whatever the part is called and in whatever encoding."""
TOO_LONG: Final = "The document is far longer than any response: hand in the response alone."
BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError,
    RuntimeError, ValueError, OSError, struct.error,
)  # fmt: skip
"""What a damaged zip can raise while it is read."""


def open_package(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name, or refuse it.

    XML parts are whole. Of pictures, fonts and the like only the beginning is
    kept, once all their bytes have been counted: nothing here opens them.
    """
    _judge_outside(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            judge_names(entries)
            places = judge_layout(data, entries, package.start_dir)
    except BROKEN as error:
        raise RefusedError(*_damaged(data)) from error
    return _read(data, places)


def _judge_outside(data: bytes) -> None:
    if len(data) > MAX_FILE:
        message = "The file is larger than 25 MB: take pictures out or make them smaller."
        raise RefusedError("too large", "", message)
    fault = fault_of(data)
    if fault:
        raise RefusedError(fault[0], "", fault[1])


def _damaged(data: bytes) -> tuple[str, str, str]:
    if b"PK\5\6" not in data:
        message = "The end of the file is missing: copy or download it again, and hand it in anew."
        return "cut off", "", message
    return NOT_WORD, "", f"The file is damaged or not a Word file: {RESAVE}."


def _read(data: bytes, places: list[Place]) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    total = xml = 0
    for place in places:
        try:
            part, size = _read_part(data, place, MAX_TOTAL - total, MAX_XML - xml)
        except BROKEN as error:
            message = f"A part of the file is damaged: {RESAVE}, or hand in an earlier copy."
            raise RefusedError("damaged part", place.name, message) from error
        total, xml = total + size, xml + len(part)
        parts[place.name] = part
    return parts


def _read_part(data: bytes, place: Place, room: int, room_for_xml: int) -> tuple[bytes, int]:
    """Return a part, or its beginning, and its size: counted, since the declared one can lie."""
    found, size, check, is_xml = bytearray(), 0, 0, False
    for chunk in _unpacked(data, place):
        is_xml = is_xml or (not size and _is_xml(place.name, chunk))
        size, check = size + len(chunk), zlib.crc32(chunk, check)
        swollen = size > MEGABYTE and size > MAX_RATIO * max(1, place.packed)
        if size > min(room, MAX_PART) or swollen:
            message = f"The file unpacks to far more than it seems to hold: {ASK}."
            raise RefusedError("zip bomb", place.name, message)
        if is_xml and size > room_for_xml:
            raise RefusedError("too long", place.name, TOO_LONG)
        found += chunk if is_xml else chunk[: max(0, HEAD - len(found))]
    if size != place.size or check != place.check:
        message = "the part is not what its entry says"
        raise ValueError(message)
    return bytes(found), size


def _is_xml(name: str, head: bytes) -> bool:
    return name.casefold().endswith(XML_ENDINGS) or XML_LOOK.match(head) is not None


def _unpacked(data: bytes, place: Place) -> Iterator[bytes]:
    end = place.start + place.packed
    if place.is_stored:
        yield from (data[at : min(at + MOUTHFUL, end)] for at in range(place.start, end, MOUTHFUL))
        return
    inflater, at = zlib.decompressobj(-zlib.MAX_WBITS), place.start
    while not inflater.eof:
        packed = inflater.unconsumed_tail
        if not packed:
            packed = data[at : min(at + MOUTHFUL, end)]
            at += len(packed)
        chunk = inflater.decompress(packed, MEGABYTE)
        if not packed and not chunk:
            raise EOFError
        if chunk:
            yield chunk
    if inflater.unused_data or at < end:
        message = "bytes follow the end of the part"
        raise ValueError(message)
