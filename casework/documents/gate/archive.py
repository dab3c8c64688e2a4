"""Opening a zip that may be hostile: every byte counted, every name judged."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from typing import Final

from models.shapes.word import Blocked

MEGABYTE: Final = 1 << 20
MAX_FILE: Final = 25 * MEGABYTE
MAX_ENTRIES: Final = 2_000
MAX_PART: Final = 60 * MEGABYTE
MAX_TOTAL: Final = 150 * MEGABYTE
MAX_RATIO: Final = 200
"""Above one megabyte; a long response shrinks to about a thirtieth."""
OLE2: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of an old .doc, and of a .docx with a password."""
METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError,
    RuntimeError, ValueError, OSError,
)  # fmt: skip
"""What a damaged zip can raise while it is read."""
ENCRYPTED: Final = 0x1
RESAVE: Final = "open it in Word and save it as a Word document (.docx)"


class RefusedError(Exception):
    """The file stops here; the reason travels with it."""

    def __init__(self, what: str, where: str, message: str) -> None:
        """Keep the reason in plain words."""
        super().__init__(message)
        self.blocked = Blocked(what, where, message)


def open_package(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name, or refuse it."""
    _judge_outside(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _judge_names(entries)
            return _read(package, entries)
    except BROKEN as error:
        message = f"The file is damaged or not a Word file: {RESAVE}."
        raise RefusedError("not a Word file", "", message) from error


def _judge_outside(data: bytes) -> None:
    if len(data) > MAX_FILE:
        message = "The file is larger than 25 MB: take pictures out or make them smaller."
        raise RefusedError("too large", "", message)
    if data.startswith(OLE2):
        message = f"The file is an old .doc or has a password: take the password off, {RESAVE}."
        raise RefusedError("old or encrypted file", "", message)
    if not data.startswith(b"PK"):
        raise RefusedError("not a Word file", "", f"This is not a Word file: {RESAVE}.")


def _judge_names(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        message = f"The file holds {len(entries)} parts, more than any Word document: {RESAVE}."
        raise RefusedError("too many parts", "", message)
    names = Counter(entry.filename.casefold() for entry in entries)
    for entry in entries:
        name = entry.filename
        if names[name.casefold()] > 1:
            message = f"The file holds the same part twice: {RESAVE}."
            raise RefusedError("duplicate part", name, message)
        if _leaves_the_package(name) or entry.orig_filename != name:
            message = f"The file holds a part that points outside of it: {RESAVE}."
            raise RefusedError("path outside the file", name, message)
        if entry.flag_bits & ENCRYPTED or entry.compress_type not in METHODS:
            message = (
                f"A part of the file is encrypted or packed in a way Word does not use: {RESAVE}."
            )
            raise RefusedError("encrypted part", name, message)


def _leaves_the_package(name: str) -> bool:
    steps = name.replace("\\", "/").split("/")
    return not name or name.startswith(("/", "\\")) or ".." in steps or "\\" in name or ":" in name


def _read(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    parts, total = {}, 0
    for entry in entries:
        if not entry.is_dir():
            part = _read_part(package, entry, MAX_TOTAL - total)
            total += len(part)
            parts[entry.filename] = part
    return parts


def _read_part(package: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    """Return a part; the size is counted, since the declared one can lie."""
    found = bytearray()
    with package.open(entry) as stream:
        while chunk := stream.read(MEGABYTE):
            found += chunk
            swollen = len(found) > MEGABYTE and len(found) > MAX_RATIO * max(1, entry.compress_size)
            if len(found) > min(room, MAX_PART) or swollen:
                message = f"The file unpacks to far more than it seems to hold: {RESAVE}."
                raise RefusedError("zip bomb", entry.filename, message)
    return bytes(found)
