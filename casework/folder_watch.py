"""The folders of the cases: a copy that was edited in place, or a file dropped beside it.

A copy changed in place is a check-in, and the original is laid out again. A
file that cannot be taken is moved to `refused/` with a note beside it saying
why, so that nothing is lost and nothing is tried twice.
"""

from datetime import datetime, timedelta
from pathlib import Path
from stat import S_ISREG

from sqlmodel import Session, col, select

from casework.errors import CaseworkError, DoorError
from casework.record.bytes import digest
from casework.record.copies import write_whole
from casework.record.desk import found
from casework.record.hand import Hand
from casework.record.letters import Library
from casework.record.papers import lay_out_missing_copies
from casework.record.record import Record
from casework.review import Edited, check_in
from models import Case, Version
from models.words import FINISHED

SETTLED_AFTER = timedelta(seconds=2)
"""A file changed this recently may still be being written."""

WRITTEN_IN = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".rtf", ".pdf"})
"""Endings of what a reviewer may hand back; only a Word file can be taken."""


def look_into_folders(record: Record, library: Library, now: datetime) -> list[str]:
    """Check in every edited or dropped Word file. Returns what happened, a sentence each."""
    with record.reading() as session:
        office_id = found(record.office(session).id)
        references = list(
            session.exec(
                select(Case.reference)
                .where(Case.office_id == office_id, col(Case.stage).not_in(FINISHED))
                .order_by(Case.reference)
            )
        )
        known = _known(session, office_id)
    said: list[str] = []
    for reference in references:
        folder = record.outputs / "cases" / reference
        strangers = _strangers(folder, known, now)
        said += [_take(record, library, reference, path, now) for path in strangers]
    return said


def _known(session: Session, office_id: int) -> set[str]:
    rows = session.exec(
        select(Version.sha256, Version.content_sha256).where(Version.office_id == office_id)
    )
    return {key for pair in rows for key in pair}


def _strangers(folder: Path, known: set[str], now: datetime) -> list[Path]:
    if not folder.is_dir():
        return []
    return [path for path in sorted(folder.iterdir()) if _is_stranger(path, known, now)]


def _is_stranger(path: Path, known: set[str], now: datetime) -> bool:
    ending = path.suffix.lower()
    if path.name.startswith((".", "~$")) or ending not in WRITTEN_IN:
        return False
    if ending != ".docx" and _is_ours(path):
        return False  # the report, or the forms of a signing copy
    try:
        return _is_settled(path, now) and digest(path.read_bytes()) not in known
    except OSError:
        return False  # taken away, or locked by whoever has it open: the next look sees it


def _is_settled(path: Path, now: datetime) -> bool:
    state = path.stat()
    is_file = S_ISREG(state.st_mode) and state.st_size > 0
    return is_file and now.timestamp() - state.st_mtime >= SETTLED_AFTER.total_seconds()


def _take(record: Record, library: Library, reference: str, path: Path, now: datetime) -> str:
    data = path.read_bytes()
    hand = Hand(now=now, act_id=f"folder:{reference}:{digest(data)[:40]}")
    try:
        outcome = check_in(record, hand, reference, Edited(data, path.name), library)
    except DoorError as fault:
        # The disk's fault, not the file's: it stays where it is.
        return f"{reference}: {path.name} waits: {fault}"
    except CaseworkError as fault:
        said = _refuse(path, str(fault))
        lay_out_missing_copies(record)
        return said
    if path.exists() and digest(path.read_bytes()) == digest(data) and not _is_ours(path):
        path.unlink()
    return f"{reference}: {path.name} was taken as {outcome[0]} {outcome[1]}."


def _is_ours(path: Path) -> bool:
    """Return whether the name is one of our own copies, which is laid out again in its place."""
    return path.name[:2].isdigit() and path.name[2:3] == "-"


def _refuse(path: Path, why: str) -> str:
    data = path.read_bytes()
    aside = path.parent / "refused" / path.name
    if aside.exists() and aside.read_bytes() != data:
        # Another file of this name lies there already: neither may be lost.
        aside = aside.with_name(f"{path.stem}-{digest(data)[:8]}{path.suffix}")
    write_whole(aside, data)
    write_whole(aside.with_name(f"{aside.name}.txt"), f"{why}\n".encode())
    path.unlink()
    return f"{path.name} was not taken: {why}"
