"""The out-tray: letters as files, ready for a person to send."""

import errno
import os
import re
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from casework.errors import DoorError
from casework.mail.build import as_eml
from models.shapes.mail import Letter, MailOutcome, Sent

_LONGEST_SUBJECT_IN_NAME = 60
_NO_HARD_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


class EmlTray:
    """A folder of `.eml` files. What lies in it is prepared: nobody has sent it."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made when the first letter is."""
        self.folder = folder

    def send(self, letter: Letter) -> Sent:
        """Return the letter as prepared, and where it lies; harmless if repeated."""
        data = as_eml(letter, for_a_person_to_send=True)
        path = self.folder / file_name(letter)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            _write_once(path, data)
        except OSError as error:
            raise DoorError(
                f"The letter could not be written to the out-tray {self.folder}: "
                f"{error.strerror or error}. Make room or allow writing there, then try again."
            ) from error
        return Sent(MailOutcome.PREPARED, letter.message_id, str(path))


def file_name(letter: Letter) -> str:
    """Return the letter's name in the tray: its day, its subject, and its identity."""
    words = re.sub(r"[^a-z0-9]+", "-", letter.subject.lower())[:_LONGEST_SUBJECT_IN_NAME]
    identity = sha256(letter.message_id.encode()).hexdigest()[:10]
    return f"{letter.dated:%Y-%m-%d}-{words.strip('-') or 'letter'}-{identity}.eml"


def _write_once(path: Path, data: bytes) -> None:
    if path.exists():
        _refuse_other_letter(path, data)
        return
    temporary = _written_beside(path, data)
    try:
        _take_name(temporary, path)
    except FileExistsError:
        _refuse_other_letter(path, data)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _written_beside(path: Path, data: bytes) -> Path:
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
    Path(file.name).chmod(0o640)
    return Path(file.name)


def _take_name(temporary: Path, path: Path) -> None:
    # A link, unlike a rename, fails where the name is taken: two at once cannot
    # overwrite each other.
    try:
        path.hardlink_to(temporary)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        temporary.rename(path)


def _refuse_other_letter(path: Path, data: bytes) -> None:
    if path.read_bytes() != data:
        raise DoorError(
            f"The out-tray already holds a different letter as {path.name}: "
            "move it away if it is not wanted, then try again."
        )
