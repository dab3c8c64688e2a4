"""A folder into which somebody drops reports."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from os import stat_result
from pathlib import Path

from casework.errors import DoorError
from models.shapes.sources import Looked, SeenItem

SETTLED_AFTER_SECONDS = 2.0
"""A file changed more lately may still be on its way in."""
_LARGEST_BYTES = 100_000_000
_NOT_YET = (".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart")
_READABLE = frozenset({".html", ".htm", ".pdf", ".txt"})


@dataclass(frozen=True, slots=True)
class DroppedFile:
    """A file somebody dropped, whole."""

    path: Path
    sha256: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Dropped:
    """What lay in the folder: files to take, and words about those that cannot be."""

    files: tuple[DroppedFile, ...]
    left: tuple[str, ...] = ()
    """One sentence per file that a person must look at."""


def fetch(folder: Path, now: datetime) -> Dropped:
    """Return the settled files of the folder, each content once, in order of name."""
    try:
        paths = sorted(path for path in folder.iterdir() if _is_offered(path))
    except OSError as error:
        raise DoorError(
            f"The drop folder {folder} cannot be read: {error.strerror or error}. "
            "Make it again, or correct the setting."
        ) from error
    files: dict[str, DroppedFile] = {}
    left: list[str] = []
    for path in paths:
        for found in _taken(path, now):
            if isinstance(found, str):
                left.append(found)
            else:
                files.setdefault(found.sha256, found)
    return Dropped(tuple(files.values()), tuple(left))


def read(dropped: Dropped) -> Looked:
    """Return the dropped files as items; a file that cannot be taken raises the alarm.

    An empty folder is no alarm: nobody has dropped anything.
    """
    return Looked(tuple(_items(dropped.files)), " ".join(dropped.left) or None)


def _items(files: Iterable[DroppedFile]) -> Iterator[SeenItem]:
    for file in files:
        yield SeenItem(title=file.path.stem, address="", sha256=file.sha256)


def _is_offered(path: Path) -> bool:
    name = path.name.lower()
    hidden = name.startswith((".", "~$"))
    return not (hidden or name.endswith(_NOT_YET) or path.is_symlink()) and path.is_file()


def _taken(path: Path, now: datetime) -> Iterator[DroppedFile | str]:
    try:
        before = path.stat()
        if not _is_settled(before, now):
            return
        if path.suffix.lower() not in _READABLE:
            yield f"{path.name} is not a page, PDF or text: hand in the report itself."
            return
        if before.st_size > _LARGEST_BYTES:
            yield f"{path.name} is larger than 100 MB: hand in a smaller copy of the report."
            return
        data = path.read_bytes()
        after = path.stat()
    except FileNotFoundError:
        return  # taken away while we looked
    except OSError as error:
        yield f"{path.name} cannot be read ({error.strerror or error}): allow reading it."
        return
    if _mark(before) == _mark(after) and len(data) == after.st_size:
        yield DroppedFile(path, sha256(data).hexdigest(), data)


def _is_settled(state: stat_result, now: datetime) -> bool:
    # A copy may carry the old time of its original, but not its time of arrival.
    # A time ahead of ours is a clock that is wrong, not a file that is young.
    age = now.timestamp() - max(state.st_mtime, state.st_ctime)
    return state.st_size > 0 and abs(age) >= SETTLED_AFTER_SECONDS


def _mark(state: stat_result) -> tuple[int, int, int]:
    return state.st_size, state.st_mtime_ns, state.st_ino
