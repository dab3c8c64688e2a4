"""Where the parts of a zip lie: one after the other, with nothing hidden between them.

Two programs may read one zip differently: by its directory, or from part to
part. Only a file that is the same to both is let in.
"""

from __future__ import annotations

import struct
import zipfile
from typing import Final, NamedTuple

from casework.documents.gate.disguises import ASK
from casework.documents.gate.refusal import RefusedError

LOCAL: Final = struct.Struct("<4s5H3L2H")
END: Final = struct.Struct("<4s4H2LH")
END_SIGN: Final = b"PK\5\6"
UTF8_NAMES, SIZES_FOLLOW = 0x800, 0x8
SLACK: Final = 24
"""Bytes a part's sizes take where they are written behind it."""
UNKNOWN_16, UNKNOWN_32 = 0xFFFF, 0xFFFFFFFF
"""“See the record of the larger kind.”"""


class Place(NamedTuple):
    """Where the bytes of one part lie, and what they should be."""

    name: str
    start: int
    packed: int
    is_stored: bool
    size: int
    check: int


def judge_layout(data: bytes, entries: list[zipfile.ZipInfo], directory: int) -> list[Place]:
    """Return the places of all parts in the order of the directory, or refuse the file."""
    end = 0
    places = {}
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        _judge_gap(entry.filename, end, entry.header_offset, SLACK if end else 0)
        place = _place(data, entry)
        end = place.start + place.packed
        places[entry.filename] = place
    _judge_gap("", end, directory, SLACK)
    _judge_end(data, directory, len(entries))
    return [places[entry.filename] for entry in entries if not entry.is_dir()]


def _judge_gap(name: str, end: int, start: int, slack: int) -> None:
    if start < end:
        message = f"Parts of the file lie over one another, as in no honest file: {ASK}."
        raise RefusedError("overlapping parts", name, message)
    if start > end + slack:
        raise _hidden(name)


def _hidden(name: str = "") -> RefusedError:
    message = f"The file carries data beside its parts, which Word never writes: {ASK}."
    return RefusedError("hidden data", name, message)


def _place(data: bytes, entry: zipfile.ZipInfo) -> Place:
    sign, _, flags, method, _, _, _, packed, _, name, extra = LOCAL.unpack_from(
        data, entry.header_offset
    )
    start = entry.header_offset + LOCAL.size
    spelt = data[start : start + name].decode("utf-8" if entry.flag_bits & UTF8_NAMES else "cp437")
    told = packed in {entry.compress_size, UNKNOWN_32} or flags & SIZES_FOLLOW
    same = spelt == entry.orig_filename and method == entry.compress_type
    if sign != b"PK\3\4" or not same or not told or (flags ^ entry.flag_bits) & 1:
        message = "the part and its entry in the directory differ"
        raise ValueError(message)
    return Place(
        entry.filename,
        start + name + extra,
        entry.compress_size,
        method == zipfile.ZIP_STORED,
        entry.file_size,
        entry.CRC,
    )


def _judge_end(data: bytes, directory: int, count: int) -> None:
    at = data.rfind(END_SIGN)
    if at != data.find(END_SIGN, directory):
        raise _hidden()
    end = END.unpack_from(data, at)
    if end[4] not in {count, UNKNOWN_16}:
        message = "the directory does not hold as many entries as it says"
        raise ValueError(message)
    # Some mail systems fill a file up with zeros, and some forms add a line end.
    if data[at + END.size + end[7] :].strip(b"\0\r\n"):
        raise _hidden()
