"""One file written whole or not at all."""

import os
import tempfile
from pathlib import Path


def lay(path: str, data: bytes) -> None:
    """Write a file under its name, beside it first: whoever looks never finds half of it."""
    from casework.errors import DoorError, RefusedInputError

    place = Path(path)
    if place.is_dir():
        message = f"{path} is a folder: give the name of a file with -o."
        raise RefusedInputError(message)
    aside = ""
    try:
        number, aside = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
        with os.fdopen(number, "wb") as file:
            file.write(data)
        Path(aside).chmod(0o666 & ~_mask())
        Path(aside).replace(place)
    except OSError as fault:
        if aside:
            Path(aside).unlink(missing_ok=True)
        message = f"{path} cannot be written ({fault.strerror}): choose another place with -o."
        raise DoorError(message) from fault


def _mask() -> int:
    """Return which rights this process keeps from new files."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
