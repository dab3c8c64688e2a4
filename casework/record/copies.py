"""Copies for people: files in outputs/, written whole or not at all.

The bytes themselves live in the database. A copy may be lost, moved or
changed; the record is not touched by it, and the copy can be laid out again.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from sqlmodel import Session

from casework.errors import DoorError
from casework.record import bytes as kept
from casework.record.write_points import reached


def lay_out(session: Session, copies: Sequence[tuple[Path, str]]) -> None:
    """Write each copy, unless the same bytes already lie there; one that fails stops no other."""
    troubles = []
    for path, key in copies:
        try:
            write_whole(path, kept.fetch(session, key))
        except DoorError as fault:
            troubles.append(fault)
    if troubles:
        raise troubles[0]


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that no reader ever sees half of it."""
    if path.is_file() and path.read_bytes() == data:
        return
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        reached("copy: temporary file written")
        temporary.replace(path)
        reached("copy: in its place")
    except OSError as fault:
        temporary.unlink(missing_ok=True)
        message = (
            f"{path.name} could not be written ({fault.strerror}). The record has it; "
            "free some space or correct the folder, and it will be written by the next sweep."
        )
        raise DoorError(message) from fault
