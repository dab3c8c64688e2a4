"""Updates that wait in the Word file: taken all at once, or set aside, by name."""

from casework.documents.merge.decisions import is_undecided
from casework.documents.merge.taking import updates_taken
from casework.documents.stamp import read_stamp
from casework.errors import NotAllowedError, NotFoundError
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.letters import Library
from casework.record.papers import document_of
from casework.record.proposals import decline, updates_of, waiting_proposal
from casework.record.reason import A_WORD, given_reason
from casework.review.check_in import STEPS, take
from casework.review.edited import Edited
from casework.review.working_version import numbered, take_over_words
from models import Document, Proposal, Version


@act("take_updates")
def take_updates(desk: Desk, reference: str, library: Library, *, voids: bool = False) -> list[str]:
    """Accept every update that waits, as if in Word. Returns [outcome, version number, remarks …].

    Where an update clashed with an edit there is a comment, not a change: the
    comments stay in the file, for a person to settle.
    """
    case = desk.case(reference)
    document = document_of(desk, case)
    proposal = _waiting(desk, document, reference)
    version = _version_with(desk, document, proposal, reference)
    data = desk.bytes_of(version.sha256)
    stamp = read_stamp(data)
    if stamp is None:
        raise NotFoundError(f"Version {version.number} of {reference} has lost its mark.")
    desk.hand.step(1, STEPS, "the updates are accepted in the Word file")
    name = f"the updates of version {proposal.number}"
    edited = Edited(updates_taken(data), name, voids=voids)
    return take(desk, case, document, edited, stamp, library, [])


@act("decline_updates")
def decline_updates(desk: Desk, reference: str, reason: str) -> int:
    """Set the updates that wait aside, with a reason. Returns how many there were."""
    case = desk.open_case(reference)
    why = given_reason(reason, least=A_WORD)
    document = document_of(desk, case)
    proposal = _waiting(desk, document, reference)
    version = _version_with(desk, document, proposal, reference)
    if version.number != proposal.number:
        message = (
            f"Updates of version {proposal.number} stand in version {version.number}: decide "
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


def _version_with(desk: Desk, document: Document, proposal: Proposal, reference: str) -> Version:
    """Return the version in which updates stand; refuse where another has just come in."""
    if proposal.made_from == document.current:
        return found(numbered(desk, document, proposal.number))
    current = found(numbered(desk, document, document.current))
    if not is_undecided(desk.bytes_of(current.sha256)):
        message = (
            f"Version {current.number} has come in since, without the updates of version "
            f"{proposal.number}: `section55 draft {reference}` puts them on top of it; decide then."
        )
        raise NotAllowedError(message)
    return current
