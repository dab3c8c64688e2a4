"""Updates that wait in the Word file: taken all at once, or set aside, by name."""

from casework.documents.merge.taking import updates_taken
from casework.documents.stamp import read_stamp
from casework.errors import NotAllowedError, NotFoundError
from casework.record.acts import act
from casework.record.desk import Desk
from casework.record.letters import Library
from casework.record.papers import document_of
from casework.record.proposals import decline, updates_of, waiting_proposal
from casework.review.check_in import take
from casework.review.edited import Edited
from casework.review.reason import given_reason
from casework.review.working_version import numbered, take_over_words
from casework.rules.progress import EDITORS, OFFICERS
from models import Document, Proposal


@act("take_updates")
def take_updates(desk: Desk, reference: str, library: Library, *, voids: bool = False) -> list[str]:
    """Accept every update that waits, as if in Word. Returns [outcome, version number, remarks …].

    Where an update clashed with an edit there is a comment, not a change: the
    comments stay in the file, for a person to settle.
    """
    desk.need(EDITORS, "take updates into the response")
    case = desk.case(reference)
    document = document_of(desk, case)
    proposal = _waiting(desk, document, reference)
    number = proposal.number if proposal.made_from == document.current else document.current
    version = numbered(desk, document, number)
    data = desk.bytes_of(version.sha256) if version else b""
    stamp = read_stamp(data)
    if stamp is None:
        raise NotFoundError(f"Version {number} of {reference} has lost its mark.")
    name = f"the updates of version {proposal.number}"
    edited = Edited(updates_taken(data), name, voids=voids)
    return take(desk, case, document, edited, stamp, library, [])


@act("decline_updates")
def decline_updates(desk: Desk, reference: str, reason: str) -> int:
    """Set the updates that wait aside, with a reason. Returns how many there were."""
    desk.need(OFFICERS, "set updates aside")
    case = desk.open_case(reference)
    why = given_reason(reason)
    document = document_of(desk, case)
    proposal = _waiting(desk, document, reference)
    if proposal.made_from != document.current:
        message = (
            f"Updates of version {proposal.number} stand in version {document.current}: decide "
            "them there in Word, and hand it in."
        )
        raise NotAllowedError(message)
    updates = updates_of(desk.session, proposal).updates
    decline(desk, case, proposal, why)
    current = numbered(desk, document, document.current)
    if current:  # the file owns the body's words: what it says now is what the record says
        take_over_words(desk, case, document, desk.bytes_of(current.sha256), proposal.number)
    return updates


def _waiting(desk: Desk, document: Document, reference: str) -> Proposal:
    proposal = waiting_proposal(desk.session, document)
    if proposal is None:
        raise NotFoundError(f"No updates wait in the response of {reference}.")
    return proposal
