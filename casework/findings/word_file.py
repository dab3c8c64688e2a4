"""Whether an edited Word file still has a place for every finding of the list.

Until somebody hands an edited file back, each change of the list makes a new
draft. From then on the Word file is theirs: a finding that was added has its
place in it, and one that was dropped leaves it, once that update is accepted.
"""

from sqlmodel import Session

from casework.record.bytes import fetch
from casework.record.desk import find_case, found
from casework.record.dossier import dossier
from casework.record.list_and_file import findings_in_file, left_in_file, without_place
from casework.record.papers import current_version, find_document, versions_of
from casework.record.record import Record
from casework.rules.wording import joined
from models import Case
from models.words import FINISHED, Stage, VersionKind


def out_of_step(record: Record, reference: str) -> str:
    """Return in a sentence how the edited file differs from the list; empty if it does not."""
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        if case.stage in FINISHED or case.stage is Stage.PUBLISHED:
            return ""
        data = _edited_file(session, case)
        on_list = [one.key for one in dossier(session, case).findings]
    return _sentence(findings_in_file(data), on_list) if data else ""


def _edited_file(session: Session, case: Case) -> bytes:
    """Return the current version, once somebody has handed an edited file back; else nothing."""
    document = find_document(session, case)
    current = current_version(session, document) if document else None
    if document is None or current is None:
        return b""
    handed_in = any(v.kind is VersionKind.CHECK_IN for v in versions_of(session, document))
    return fetch(session, current.sha256) if handed_in else b""


def _sentence(in_file: list[str], on_list: list[str]) -> str:
    missing, left = without_place(in_file, on_list), left_in_file(in_file, on_list)
    said = []
    if missing:
        said.append(f"has no place for {joined(missing)}")
    if left:
        said.append(f"still holds {joined(left)}, off the list")
    if not said:
        return ""
    return (
        f"The Word file was handed back before the list changed: it {' and '.join(said)}. "
        "The change waits as an update in a copy of it: decide it there before the response goes "
        "to signature."
    )
