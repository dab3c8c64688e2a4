"""What the record says anew is put into the reviewers' file, for them to decide on."""

from casework.documents.merge import UnsafeMergeError
from casework.documents.stamp import restamp
from casework.record.desk import Desk, found
from casework.record.drafts import FreshDraft
from casework.record.outstanding import outstanding
from casework.record.papers import NewVersion, add_version
from casework.record.proposals import (
    base_of,
    keep_proposal,
    supersede,
    updates_of,
    waiting_proposal,
)
from casework.record.refused_merges import note_refused
from models import Case, Document, Proposal, Version
from models.review_words import MergeOutcome
from models.shapes.merging import Merged
from models.words import VersionKind


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
    if base is None or offered:
        return 0
    if base.content_sha256 == fresh.content_sha256 and waiting is None:
        return 0
    try:
        merged = outstanding(desk, case, document, current, fresh)
    except UnsafeMergeError as fault:
        note_refused(desk, case, current, fresh.content_sha256, fault.refused)
        return 0
    if merged is None:
        return 0
    if not merged.proposes:
        _withdraw(desk, case, document)
        return 0
    return _keep(desk, case, document, current, base.sha256, fresh, merged)


def _withdraw(desk: Desk, case: Case, document: Document) -> None:
    """Let no updates wait of which nothing is left: the file says what the record says."""
    gone = supersede(desk, document)
    if gone is not None:
        desk.note("updates_withdrawn", case, number=gone.number)


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
