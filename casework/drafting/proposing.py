"""What the record says anew is put into the reviewers' file, for them to decide on."""

from casework.documents.merge import UnsafeMergeError, merge
from casework.documents.merge.decisions import is_undecided
from casework.documents.stamp import restamp
from casework.errors import NotAllowedError, NotFoundError, RefusedInputError
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.drafts import FreshDraft
from casework.record.papers import NewVersion, add_version, document_of
from casework.record.proposals import (
    base_of,
    decline,
    keep_proposal,
    updates_of,
    waiting_proposal,
)
from casework.rules.progress import OFFICERS
from models import Case, Document, Proposal, Version
from models.shapes.merging import Merged
from models.words import MergeOutcome, VersionKind


def propose(desk: Desk, case: Case, document: Document, current: Version, fresh: FreshDraft) -> int:
    """Offer what has changed as tracked changes. Returns the number of the proposal, or 0.

    One proposal at a time: while the file still holds undecided changes of the
    service's, nothing new is put into it.
    """
    base = base_of(desk.session, document, current)
    waiting = waiting_proposal(desk.session, document)
    offered = waiting is not None and (
        waiting.content_sha256 == fresh.content_sha256 and waiting.made_from == current.number
    )
    theirs = desk.bytes_of(current.sha256)
    if base is None or offered or is_undecided(theirs):
        return 0
    if base.content_sha256 == fresh.content_sha256 and waiting is None:
        return 0
    merged = _merged(desk, case, desk.bytes_of(base.sha256), theirs, fresh)
    if merged is None or not merged.proposes:
        return 0
    return _keep(desk, case, document, current, base.sha256, fresh, merged)


def _merged(desk: Desk, case: Case, base: bytes, theirs: bytes, fresh: FreshDraft) -> Merged | None:
    """Return the merge, or None if it would not keep the reviewers' words: that is written down."""
    try:
        return merge(base, theirs, fresh.data, desk.hand.at)
    except UnsafeMergeError as fault:
        desk.note("merge_refused", case, content=fresh.content_sha256, why=str(fault))
        return None


def _keep(
    desk: Desk,
    case: Case,
    document: Document,
    current: Version,
    base: str,
    fresh: FreshDraft,
    merged: Merged,
) -> int:
    told = [item for item in merged.items if item.outcome is not MergeOutcome.UNCHANGED]
    new = NewVersion(
        VersionKind.PROPOSAL,
        restamp(merged.data, fresh.stamp),
        fresh.content_sha256,
        parent=current.number,
        note=f"version {current.number} with updates to decide on",
    )
    row = add_version(desk, case, document, new)
    proposal = Proposal(
        office_id=desk.office_id,
        document_id=found(document.id),
        number=row.number,
        made_from=current.number,
        base_sha256=base,
        mine_sha256=desk.keep(fresh.data),
        content_sha256=fresh.content_sha256,
        made_at=desk.hand.at,
    )
    keep_proposal(desk, document, proposal, told)
    counted = updates_of(desk.session, proposal)
    desk.note(
        "updates_proposed",
        case,
        number=row.number,
        updates=counted.updates,
        conflicts=counted.conflicts,
    )
    return row.number


@act("decline_updates")
def decline_updates(desk: Desk, reference: str, reason: str) -> int:
    """Set the updates that wait aside, with a reason. Returns how many there were."""
    desk.need(OFFICERS, "set updates aside")
    case = desk.open_case(reference)
    why = " ".join(reason.split())
    if not why:
        message = "Say why the updates are set aside: the reason is kept with the case."
        raise RefusedInputError(message)
    document = document_of(desk, case)
    proposal = waiting_proposal(desk.session, document)
    if proposal is None:
        raise NotFoundError(f"No updates wait in the response of {reference}.")
    if proposal.made_from != document.current:
        message = (
            f"Updates of version {proposal.number} stand in version {document.current}: decide "
            "them there in Word, and hand it in."
        )
        raise NotAllowedError(message)
    updates = updates_of(desk.session, proposal).updates
    decline(desk, case, proposal, why)
    return updates
