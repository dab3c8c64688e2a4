"""An edited Word file comes back: it passes the gate, and becomes a version or a branch.

Nothing is ever overwritten. A file made from the current version becomes the
next one; a file made from an older version is kept beside it as a branch.
"""

from dataclasses import dataclass

from sqlmodel import select

from casework.documents.gate import admit
from casework.documents.regions import read_regions
from casework.documents.stamp import read_stamp, restamp
from casework.errors import NotAllowedError, RefusedInputError
from casework.record.acts import act
from casework.record.bytes import digest
from casework.record.desk import Desk, found, spoken
from casework.record.dossier import dossier
from casework.record.drafts import altered_words, fresh_draft, next_stamp, refilled
from casework.record.hand import Hand
from casework.record.letters import Library
from casework.record.papers import (
    NewVersion,
    add_version,
    copy_path,
    document_of,
    versions_of,
)
from casework.record.record import Record
from casework.record.rounds import void_round
from casework.rules.progress import EDITORS
from models import Answer, Case, Document, Version
from models.shapes.response import TO_BE_WRITTEN
from models.shapes.word import Stamp
from models.words import FINISHED, Stage, VersionKind

OPEN_FOR_EDITS = frozenset({Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW})
BODY_PLACES = ("overview", "monitoring")
BODY_ENDINGS = ("_answer", "_reply")


@dataclass(frozen=True, slots=True)
class Edited:
    """A Word file as somebody hands it back."""

    data: bytes
    name: str
    voids: bool = False
    """Whether the person knows that this change voids the signatures given so far."""


def check_in(
    record: Record, hand: Hand, reference: str, edited: Edited, library: Library
) -> list[str]:
    """Hand an edited file back. Returns [outcome, version number, remarks …].

    Outcomes: `version`, `branch`, `unchanged`. Remarks are sentences about
    words that belong to somebody else and were altered.
    """
    admit(edited.data)
    stamp = read_stamp(edited.data)
    if stamp is None:
        message = (
            f"{edited.name} was not made by this service: download the current version of "
            f"{reference}, edit that, and hand it back."
        )
        raise RefusedInputError(message)
    return _check_in(record, hand, reference, edited, stamp, library)


@act("check_in")
def _check_in(
    desk: Desk, reference: str, edited: Edited, stamp: Stamp, library: Library
) -> list[str]:
    desk.need(EDITORS, "hand in an edit")
    case = desk.case(reference)
    _check_belongs(desk, case, stamp, edited)
    document = document_of(desk, case)
    known = _already_kept(desk, document, edited.data)
    if known:
        return ["unchanged", str(known.number)]
    is_branch = not _is_from_current(desk, document, stamp)
    _check_stage(desk, case, edited, is_branch=is_branch)
    row = _keep(desk, case, document, edited, stamp, library, is_branch=is_branch)
    if is_branch:
        return ["branch", str(row.number), *_branch_remark(document, stamp)]
    altered = altered_words(edited.data, fresh_draft(desk, dossier(desk.session, case), library))
    _take_over_words(desk, case, edited.data)
    if case.stage is Stage.CONFIRMED:
        desk.move(case, Stage.IN_REVIEW)
    return [
        "version",
        str(row.number),
        *(_altered_remark(key, how) for key, how in altered.items()),
    ]


def _check_belongs(desk: Desk, case: Case, stamp: Stamp, edited: Edited) -> None:
    if stamp.office != desk.office.key:
        message = f"{edited.name} belongs to a case of another office: look for the right file."
        raise RefusedInputError(message)
    if stamp.case != case.reference:
        message = (
            f"{edited.name} belongs to {stamp.case}, not to {case.reference}: "
            "hand it in there, or look for the right file."
        )
        raise RefusedInputError(message)
    if stamp.document != document_of(desk, case).type.value:
        message = f"{edited.name} is the {spoken(stamp.document)} of this case, not the response."
        raise RefusedInputError(message)


def _already_kept(desk: Desk, document: Document, data: bytes) -> Version | None:
    key = digest(data)
    for row in versions_of(desk.session, document):
        if key in {row.sha256, row.content_sha256}:
            return row
    return None


def _check_stage(desk: Desk, case: Case, edited: Edited, *, is_branch: bool) -> None:
    if case.stage in OPEN_FOR_EDITS:
        return
    if case.stage in FINISHED or case.stage is Stage.PUBLISHED:
        message = (
            f"{case.reference} is {spoken(case.stage)}: an edit is taken only "
            f"after `section55 correct {case.reference}` or `reopen`."
        )
        raise NotAllowedError(message)
    if is_branch:
        return  # kept beside the current version: it changes nothing, so it voids nothing
    if not edited.voids:
        message = (
            f"{case.reference} is {spoken(case.stage)}: an edit voids the signatures given. "
            "Hand it in again with --voids-signatures if that is meant."
        )
        raise NotAllowedError(message)
    latest = dossier(desk.session, case).round
    if latest:
        void_round(desk, case, latest, "an edited version was handed in")


def _is_from_current(desk: Desk, document: Document, stamp: Stamp) -> bool:
    """Return whether a file was made from the working version, or from its signing copy."""
    if stamp.version == document.current:
        return True
    made_from = _numbered(desk, document, stamp.version)
    frozen = made_from is not None and made_from.kind is VersionKind.SIGNING_COPY
    return frozen and found(made_from).parent == document.current


def _numbered(desk: Desk, document: Document, number: int) -> Version | None:
    every = versions_of(desk.session, document)
    return next((row for row in every if row.number == number), None)


def _keep(
    desk: Desk,
    case: Case,
    document: Document,
    edited: Edited,
    stamp: Stamp,
    library: Library,
    *,
    is_branch: bool,
) -> Version:
    desk.keep(edited.data)
    parent = stamp.version
    data = edited.data
    if not is_branch:
        # The copy handed out next must say which version it is, or a stale one
        # could not be told; and an edited signing copy is a draft again. The
        # file as it came is kept beside it, untouched.
        file = dossier(desk.session, case)
        data = restamp(data, next_stamp(desk, file, document, stamp.template))
        made_from = _numbered(desk, document, parent)
        if made_from and made_from.kind is VersionKind.SIGNING_COPY:
            data = refilled(data, fresh_draft(desk, file, library))
    kind = VersionKind.BRANCH if is_branch else VersionKind.CHECK_IN
    new = NewVersion(kind, data, digest(edited.data), parent=parent, note=edited.name)
    row = add_version(desk, case, document, new)
    _lay_original_again(desk, case, document, parent)
    return row


def _lay_original_again(desk: Desk, case: Case, document: Document, number: int) -> None:
    # A copy edited in place is a check-in; the version it was made from is
    # written again, so that the folder shows every version as it was.
    row = _numbered(desk, document, number)
    if row:
        desk.copy_out(copy_path(case, document, row), row.sha256)


def _altered_remark(key: str, how: str) -> str:
    return (
        f"The words at {key} belong to somebody else, and the text {how}: put them back from the "
        "last version before it goes to signature."
    )


def _branch_remark(document: Document, stamp: Stamp) -> list[str]:
    remark = (
        f"It was made from version {stamp.version}, but version {document.current} is current: "
        "it is kept beside it and changes nothing. Compare the two and carry over what is wanted."
    )
    return [remark]


def _take_over_words(desk: Desk, case: Case, data: bytes) -> None:
    """Copy the body's own words from the file to the record: the file owns them now."""
    rows = desk.session.exec(select(Answer).where(Answer.case_id == case.id))
    known = {row.place: row for row in rows}
    for key, words in read_regions(data).items():
        if key not in BODY_PLACES and not key.endswith(BODY_ENDINGS):
            continue
        row = known.get(key) or Answer(office_id=desk.office_id, case_id=found(case.id), place=key)
        row.text = "\n".join(line for line in words if line.strip() and line != TO_BE_WRITTEN)
        desk.session.add(row)
