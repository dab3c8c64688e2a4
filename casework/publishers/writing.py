"""Files written whole or not at all, and not at all where nothing would change."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from casework.errors import DoorError
from models.shapes.publication import WrittenFile


def write_whole(folder: Path, name: str, data: bytes) -> WrittenFile:
    """Return the file as written: readers see the old bytes or the new, never a part."""
    path = folder / name
    try:
        if not _holds(path, data):
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, data)
    except OSError as error:
        raise DoorError(
            f"{path} could not be written: {error.strerror or error}. "
            "Make room or allow writing there, then publish again; publishing twice is harmless."
        ) from error
    return WrittenFile(name, sha256(data).hexdigest(), len(data))


def _holds(path: Path, data: bytes) -> bool:
    # An unchanged file keeps its time, and with it the web server's ETag.
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _replace(path: Path, data: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(path)
        except OSError:
            with suppress(OSError):
                temporary.unlink()
            raise
