"""The versions of a response as files: read from the record, written for a person."""

from pathlib import Path
from typing import NamedTuple

from cli.what_next import the_record


class VersionFile(NamedTuple):
    """One version of a response, as a file."""

    number: int
    name: str
    """What its copy in outputs/ is called."""
    data: bytes


def version_file(reference: str, number: int = 0) -> VersionFile:
    """Return a version of the response of a case; the one to edit if no number is given."""
    from casework.errors import NotFoundError
    from casework.record.bytes import fetch
    from casework.record.desk import find_case, found
    from casework.record.papers import copy_path, find_document, version
    from casework.record.proposals import for_editing

    record = the_record()
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        document = find_document(session, case)
        if document is None or not document.current:
            raise NotFoundError(f"{reference} has no draft yet: `section55 draft {reference}`.")
        row = version(session, document, number or for_editing(session, document))
        name = Path(copy_path(case, document, row)).name
        return VersionFile(row.number, name, fetch(session, row.sha256))


def keep_from_overwriting(path: Path, data: bytes) -> None:
    """Refuse to write over a file that may hold somebody's edits."""
    from casework.errors import RefusedInputError

    try:
        if not path.exists() or (path.is_file() and path.read_bytes() == data):
            return
    except OSError:
        return  # it cannot be looked at: writing will say why
    message = (
        f"{path} is there already and may hold edits: hand it in first, or choose another name "
        "with -o."
    )
    raise RefusedInputError(message)


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole, or say that it cannot be."""
    from casework.errors import DoorError
    from casework.record.copies import write_whole

    try:
        write_whole(path, data)
    except DoorError as fault:
        raise DoorError(f"{path} could not be written: choose another place with -o.") from fault
