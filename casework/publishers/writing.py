"""Files written whole or not at all, and not at all where nothing would change."""

import os
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from casework.errors import DoorError
from models.shapes.publication import WrittenFile

PART: Final = ".part"
"""How a file that is not whole yet ends; it begins with a dot, and no web server shows it."""
FORGOTTEN: Final = 3600.0
"""Seconds after which nobody is writing such a file any more: whoever began it was killed."""


def write_whole(folder: Path, name: str, data: bytes) -> WrittenFile:
    """Return the file as written: readers see the old bytes or the new, never a part."""
    return write_all(folder, {name: data})[0]


def write_all(folder: Path, files: Mapping[str, bytes]) -> tuple[WrittenFile, ...]:
    """Return the files as written: all are ready beside their places before the first is moved.

    Whoever is killed while they are made ready leaves everything as it was; they are then
    moved in the order given, so that what points to others comes last.
    """
    name = ""
    try:
        with ExitStack() as kept:
            ready: list[tuple[Path, Path]] = []
            for name, data in files.items():
                path = folder / name
                if not _holds(path, data):
                    path.parent.mkdir(parents=True, exist_ok=True)
                    ready.append((_made_ready(path, data, kept), path))
            for temporary, path in ready:
                temporary.replace(path)
    except OSError as error:
        raise DoorError(
            f"{folder / name} could not be written: {error.strerror or error}. "
            "Make room or allow writing there, then publish again; publishing twice is harmless."
        ) from error
    return tuple(
        WrittenFile(name, sha256(data).hexdigest(), len(data)) for name, data in files.items()
    )


def _holds(path: Path, data: bytes) -> bool:
    # An unchanged file keeps its time, and with it the web server's ETag.
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _made_ready(path: Path, data: bytes, kept: ExitStack) -> Path:
    """Return a file beside its place that holds these bytes on the disk."""
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=PART, delete=False) as file:
        temporary = Path(file.name)
        kept.callback(_take_away, temporary)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.chmod(0o644)
    _sweep(temporary)
    return temporary


def _take_away(temporary: Path) -> None:
    # Once it was moved to its place there is nothing to take away.
    with suppress(OSError):
        temporary.unlink(missing_ok=True)


def _sweep(fresh: Path) -> None:
    """Take away what writers that were killed have left beside a file just made."""
    now = fresh.stat().st_mtime
    for left in fresh.parent.glob(f".*{PART}"):
        with suppress(OSError):
            if now - left.stat().st_mtime > FORGOTTEN:
                left.unlink()
