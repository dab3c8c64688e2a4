"""What becomes of an edit kept beside the current version: a person decides, nothing is lost."""

from casework.errors import NotAllowedError, RefusedInputError
from casework.record.acts import act
from casework.record.branches import SETTLED, Branch, branches_of
from casework.record.desk import Desk, found
from casework.record.letters import Library
from casework.record.papers import NewVersion, add_version, document_of
from casework.record.proposals import waiting_proposal
from casework.record.reason import A_WORD, given_reason
from casework.review.check_in import altered_remarks
from casework.review.edited import Edited
from casework.review.origin import working_stamp
from casework.review.working_version import check_stage, take_over, working_copy
from models import Case, Document
from models.words import VersionKind

STEPS = 3
"""What taking an edit over takes, as it is told to whoever waits."""


@act("take_branch")
def take_branch(
    desk: Desk, reference: str, number: int, library: Library, *, voids: bool = False
) -> list[str]:
    """Make a branch the next version. Returns [outcome, version number, remarks …].

    The version that was current stays as it is, and on the record; whatever
    only stood there is not in the new one. Updates that waited on top of it
    are put on top of the new one by the next draft, and nothing goes to
    signature before that. Outcomes: `version`, `unchanged`.
    """
    case = desk.case(reference)
    document = document_of(desk, case)
    branch = _branch(desk, case, document, number)
    if branch.taken_as:
        return ["unchanged", str(branch.taken_as)]
    data = desk.bytes_of(branch.version.sha256)
    check_stage(desk, case, Edited(data, branch.version.note, voids=voids), is_branch=False)
    left = document.current
    desk.hand.step(1, STEPS, "the edit is made ready to be worked on")
    stamp = working_stamp(desk, document, branch.version.parent)
    new = NewVersion(
        VersionKind.CHECK_IN,
        working_copy(desk, case, document, data, stamp, library),
        branch.version.content_sha256,
        parent=number,
        note=f"version {number} taken over, in place of version {left}",
    )
    desk.hand.step(2, STEPS, "it is kept as the next version")
    row = add_version(desk, case, document, new)
    desk.hand.step(3, STEPS, "its words are taken over into the record")
    fresh, decided = take_over(desk, case, document, data, branch.version.parent, library)
    desk.note("branch_taken", case, document=document.id, number=number, version=row.number)
    remark = (
        f"What only stood in version {left} is not in it: version {left} is kept, compare the two."
    )
    again = _updates_remark(desk, document, left)
    return ["version", str(row.number), remark, *decided, *again, *altered_remarks(data, fresh)]


@act("settle_branch")
def settle_branch(desk: Desk, reference: str, number: int, reason: str) -> str:
    """Say that a branch is dealt with, and why it need not be taken over. Returns the reason."""
    case = desk.open_case(reference)
    document = document_of(desk, case)
    why = given_reason(reason, least=A_WORD)
    branch = _branch(desk, case, document, number)
    if branch.taken_as:
        message = f"Version {number} was taken over as version {branch.taken_as}: it is settled."
        raise NotAllowedError(message)
    if branch.settled_because != why:
        desk.note(SETTLED, case, document=found(document.id), number=number, reason=why)
    return why


def _updates_remark(desk: Desk, document: Document, left: int) -> list[str]:
    """Return what becomes of updates that were made for the version left."""
    waiting = waiting_proposal(desk.session, document)
    if waiting is None or waiting.made_from != left:
        return []
    remark = (
        f"The updates of version {waiting.number} were made for version {left}: they come again, "
        f"on top of version {document.current}."
    )
    return [remark]


def _branch(desk: Desk, case: Case, document: Document, number: int) -> Branch:
    every = branches_of(desk.session, case, document)
    for branch in every:
        if branch.version.number == number:
            return branch
    known = ", ".join(str(branch.version.number) for branch in every)
    there = f"kept beside are {known}" if known else "there is none"
    message = f"Version {number} of {case.reference} is no edit kept beside the others: {there}."
    raise RefusedInputError(message)
