"""Judging the names of a zip's entries, before a byte of them is unpacked."""

from __future__ import annotations

import stat
import unicodedata
import zipfile
from collections import Counter
from typing import Final
from urllib.parse import unquote

from casework.documents.gate.disguises import ASK
from casework.documents.gate.refusal import RefusedError

MAX_ENTRIES: Final = 2_000
METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
"""Flags of a zip: with a password, with strong encryption, with hidden headers."""
UNIX_MODE: Final = 16
"""Bits by which an entry's kind and rights are shifted, as Unix keeps them."""


def judge_names(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse too many entries, names twice, names that leave the package, odd kinds of entry."""
    if len(entries) > MAX_ENTRIES:
        message = f"The file holds {len(entries)} parts, more than any Word document: {ASK}."
        raise RefusedError("too many parts", "", message)
    names = Counter(_as_word_reads_it(entry.filename) for entry in entries)
    for entry in entries:
        name = entry.filename
        if names[_as_word_reads_it(name)] > 1:
            message = f"The file holds the same part twice: {ASK}."
            raise RefusedError("duplicate part", name, message)
        if _leaves_the_package(unquote(name)) or entry.orig_filename != name:
            message = f"The file holds a part that points outside of it: {ASK}."
            raise RefusedError("path outside the file", name, message)
        _judge_kind(entry)


def _judge_kind(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & ENCRYPTED or entry.compress_type not in METHODS:
        message = f"A part of the file is encrypted or packed in a way Word does not use: {ASK}."
        raise RefusedError("encrypted part", entry.filename, message)
    if stat.S_IFMT(entry.external_attr >> UNIX_MODE) not in {0, stat.S_IFREG, stat.S_IFDIR}:
        message = f"The file holds a link to another place instead of a part: {ASK}."
        raise RefusedError("symbolic link", entry.filename, message)


def _as_word_reads_it(name: str) -> str:
    """Return a name by which two spellings of one part are equal: case, slashes, `%41` for A."""
    plain = unicodedata.normalize("NFC", unquote(name)).replace("\\", "/").casefold()
    steps = (step.rstrip(". ") for step in plain.split("/"))
    return "/".join(step for step in steps if step)


def _leaves_the_package(name: str) -> bool:
    steps = name.removesuffix("/").split("/")
    return (
        not name.isprintable()
        or "\\" in name
        or ":" in name
        or any(not step.strip(" .") for step in steps)
    )
