"""An edited Word file comes back: it passes the gate, and becomes a version or a branch.

Nothing is ever overwritten. A file made from the current version becomes the
next one; a file made from an older version is kept beside it as a branch.
"""

from casework.documents.gate import admit
from casework.documents.stamp import read_stamp
from casework.documents.substance import substance
from casework.record.acts import act
from casework.record.bytes import digest
from casework.record.desk import Desk, found
from casework.record.drafts import FreshDraft, altered_words, missing_regions
from casework.record.hand import Hand
from casework.record.letters import Library
from casework.record.papers import (
    NewVersion,
    add_version,
    copy_path,
    document_of,
    versions_of,
)
from casework.record.proposals import is_from_proposal
from casework.record.record import Record
from casework.review.checkout import came_back
from casework.review.edited import Edited
from casework.review.origin import check_belongs, named_origin
from casework.review.working_version import (
    check_stage,
    numbered,
    take_over,
    working_copy,
)
from casework.rules.wording import joined
from models import Case, Document, Version
from models.shapes.word import Stamp
from models.words import VersionKind

__all__ = ["Edited", "check_in"]

STEPS = 4
"""What taking a file in takes, as it is told to whoever waits."""
HANDED_IN = frozenset({VersionKind.CHECK_IN, VersionKind.BRANCH})


def check_in(
    record: Record, hand: Hand, reference: str, edited: Edited, library: Library
) -> list[str]:
    """Hand an edited file back. Returns [outcome, version number, remarks …].

    Outcomes: `version`, `branch`, `unchanged`. Remarks are sentences about
    words that belong to somebody else and were altered.
    """
    hand.step(1, STEPS, "the Word file is checked")
    admit(edited.data)
    return _check_in(record, hand, reference, edited, library)


@act("check_in")
def _check_in(desk: Desk, reference: str, edited: Edited, library: Library) -> list[str]:
    case = desk.case(reference)
    document = document_of(desk, case)
    stamp = read_stamp(edited.data)
    if stamp:
        check_belongs(desk, case, document, stamp, edited)
    known = _already_kept(desk, document, edited.data)
    if known:
        came_back(desk, case, document, stamp.version if stamp else known.parent)
        return ["unchanged", str(known.number)]
    remarks: list[str] = []
    if stamp is None:
        stamp, remarks = named_origin(desk, case, document, edited)
    return take(desk, case, document, edited, stamp, library, remarks)


def take(
    desk: Desk,
    case: Case,
    document: Document,
    edited: Edited,
    stamp: Stamp,
    library: Library,
    remarks: list[str],
) -> list[str]:
    """Take an edited file in, as the next version or beside it; `stamp` tells its origin."""
    desk.hand.step(2, STEPS, "it is compared with the versions that are there")
    same = _same_in_substance(desk, document, edited.data, stamp)
    if same:
        came_back(desk, case, document, stamp.version)
        return ["unchanged", str(same.number), *remarks]
    is_branch = not _is_from_current(desk, document, stamp)
    check_stage(desk, case, edited, is_branch=is_branch)
    desk.hand.step(3, STEPS, "it is kept")
    row = _keep(desk, case, document, edited, stamp, library, is_branch=is_branch)
    came_back(desk, case, document, stamp.version)
    if is_branch:
        return ["branch", str(row.number), *remarks, *_branch_remark(document, stamp)]
    desk.hand.step(4, STEPS, "its words are taken over into the record")
    fresh, decided = take_over(desk, case, document, edited.data, stamp.version, library)
    if remarks:  # the mark was lost on the way: the marked places may be, too
        remarks = [*remarks, *_missing_remark(edited.data, fresh, library)]
    return [
        "version",
        str(row.number),
        *remarks,
        *decided,
        *altered_remarks(edited.data, fresh),
    ]


def _already_kept(desk: Desk, document: Document, data: bytes) -> Version | None:
    key = digest(data)
    for row in versions_of(desk.session, document):
        if key in {row.sha256, row.content_sha256}:
            return row
    return None


def _same_in_substance(desk: Desk, document: Document, data: bytes, stamp: Stamp) -> Version | None:
    """Return the version a file is equal to, but for what programs write of their own.

    It is compared with the version it was made from, and with the edits of
    that one which have come back before.
    """
    ours = substance(data)
    for row in versions_of(desk.session, document):
        edit_of_it = row.kind in HANDED_IN and row.parent == stamp.version
        if (row.number == stamp.version or edit_of_it) and (
            substance(desk.bytes_of(row.sha256)) == ours
        ):
            return row
    return None


def _is_from_current(desk: Desk, document: Document, stamp: Stamp) -> bool:
    """Return whether a file was made from the working version, its signing copy or its updates."""
    if stamp.version == document.current:
        return True
    made_from = numbered(desk, document, stamp.version)
    if is_from_proposal(document, made_from):
        return True
    frozen = made_from is not None and made_from.kind is VersionKind.SIGNING_COPY
    return frozen and found(made_from).parent == document.current


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
        data = working_copy(desk, case, document, data, stamp, library)
    kind = VersionKind.BRANCH if is_branch else VersionKind.CHECK_IN
    new = NewVersion(kind, data, digest(edited.data), parent=parent, note=edited.name)
    row = add_version(desk, case, document, new)
    _lay_original_again(desk, case, document, parent)
    return row


def _lay_original_again(desk: Desk, case: Case, document: Document, number: int) -> None:
    # A copy edited in place is a check-in; the version it was made from is
    # written again, so that the folder shows every version as it was.
    row = numbered(desk, document, number)
    if row:
        desk.copy_out(copy_path(case, document, row), row.sha256)


def altered_remarks(data: bytes, fresh: FreshDraft) -> list[str]:
    """Return a sentence for each place whose words are not the body's and were altered."""
    return [
        f"The words at {key} belong to somebody else, and the text {how}: put them back from the "
        "last version before it goes to signature."
        for key, how in altered_words(data, fresh).items()
    ]


def _missing_remark(data: bytes, fresh: FreshDraft, library: Library) -> list[str]:
    missing = missing_regions(data, fresh, library)
    if not missing:
        return []
    remark = (
        f"It has lost the marked place for {joined(missing)}: copy its words into the last version "
        "that has them, and hand that in."
    )
    return [remark]


def _branch_remark(document: Document, stamp: Stamp) -> list[str]:
    remark = (
        f"It was made from version {stamp.version}, but version {document.current} is current: "
        "it is kept beside it and changes nothing. Compare the two and carry over what is wanted."
    )
    return [remark]
