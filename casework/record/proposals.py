"""Updates from the record that wait in a copy of the reviewers' file to be decided in Word."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from casework.documents.merge.decisions import decisions, is_undecided
from casework.record.desk import Desk, found
from casework.record.papers import find_document, versions_of
from casework.rules.wording import counted
from models import Case, Document, Proposal, ProposalItem, Version
from models.review_words import Decision, MergeOutcome, ProposalState
from models.shapes.merging import MergeItem
from models.words import VersionKind

OPEN = frozenset({ProposalState.WAITING, ProposalState.SUPERSEDED})
"""States in which a copy somebody downloaded may still come back decided."""
CLASHES = frozenset({MergeOutcome.CONFLICT, MergeOutcome.KEPT})


@dataclass(frozen=True, slots=True)
class Updates:
    """A proposal that waits, counted."""

    number: int
    """Of the version that holds the updates."""
    updates: int
    conflicts: int
    """How many of them clash with an edit: those are comments, not tracked changes."""

    @property
    def words(self) -> str:
        """Return `3 updates waiting, 1 conflicts with an edit`."""
        told = f"{counted(self.updates, 'update')} waiting"
        if not self.conflicts:
            return told
        clash = "conflicts" if self.conflicts == 1 else "conflict"
        return f"{told}, {self.conflicts} {clash} with an edit"


@dataclass(frozen=True, slots=True)
class Base:
    """The service's text that a version of the file was last brought up to."""

    sha256: str
    content_sha256: str


def waiting_proposal(session: Session, document: Document) -> Proposal | None:
    """Return the proposal that waits for decisions on a document, if one does."""
    wanted = select(Proposal).where(
        Proposal.document_id == document.id, Proposal.state == ProposalState.WAITING
    )
    return session.exec(wanted).first()


def items_of(session: Session, proposal: Proposal) -> list[ProposalItem]:
    """Return the updates of a proposal, in the order of the document."""
    wanted = select(ProposalItem).where(ProposalItem.proposal_id == proposal.id)
    return list(session.exec(wanted.order_by(col(ProposalItem.position))))


def for_editing(session: Session, document: Document) -> int:
    """Return the number of the version to edit next: with the updates that wait, if any do."""
    waiting = waiting_proposal(session, document)
    if waiting is not None and waiting.made_from == document.current:
        return waiting.number
    return document.current


def updates_of(session: Session, proposal: Proposal) -> Updates:
    """Return a proposal, counted."""
    outcomes = [item.outcome for item in items_of(session, proposal)]
    clashes = sum(outcome in CLASHES for outcome in outcomes)
    return Updates(proposal.number, len(outcomes), clashes)


def waiting_updates(session: Session, case: Case) -> Updates | None:
    """Return what waits to be decided in the response of a case, counted."""
    document = find_document(session, case)
    proposal = waiting_proposal(session, document) if document else None
    return updates_of(session, proposal) if proposal else None


def base_of(session: Session, document: Document, version: Version) -> Base | None:
    """Return the service's text a version descends from: what its people have seen decided."""
    by_number = {row.number: row for row in versions_of(session, document)}
    proposals = list(session.exec(select(Proposal).where(Proposal.document_id == document.id)))
    step: Version | None = version
    while step is not None:
        declined = [
            p for p in proposals if p.made_from == step.number and p.state is ProposalState.DECLINED
        ]
        behind = [p for p in proposals if p.number == step.number]
        for proposal in (*declined[-1:], *behind):
            return Base(proposal.mine_sha256, proposal.content_sha256)
        if step.kind is VersionKind.DRAFT:
            return Base(step.sha256, step.content_sha256)
        step = by_number.get(step.parent)
    return None


def settle(desk: Desk, case: Case, document: Document, data: bytes, made_from: int) -> list[str]:
    """Write down what an edited file decides of the updates it was handed out with.

    Returns remarks for whoever handed it in.
    """
    proposal = _behind(desk.session, document, made_from)
    if proposal is None:
        return []
    items = items_of(desk.session, proposal)
    if is_undecided(data):
        return [
            f"Updates of version {proposal.number} still wait in it: accept or reject them in Word."
        ]
    for item, decision in zip(items, decisions(data, map(_as_merged, items)), strict=True):
        item.decision = decision
        desk.session.add(item)
    supersede(desk, document, but=proposal)
    _end(desk, proposal, ProposalState.DECIDED)
    taken = sum(item.decision is Decision.TAKEN for item in items)
    desk.note("updates_decided", case, number=proposal.number, updates=len(items), taken=taken)
    were = "was" if len(items) == 1 else "were"
    told = f"{taken} of {counted(len(items), 'update')} of version {proposal.number} {were} taken."
    return [told]


def supersede(desk: Desk, document: Document, but: Proposal | None = None) -> Proposal | None:
    """Let a proposal wait no longer, because something newer has come; return it, if one did."""
    waiting = waiting_proposal(desk.session, document)
    if waiting is None or (but is not None and waiting.id == but.id):
        return None
    waiting.state = ProposalState.SUPERSEDED
    desk.session.add(waiting)
    return waiting


def decline(desk: Desk, case: Case, proposal: Proposal, reason: str) -> None:
    """Set a whole proposal aside: it is not offered again until the record changes anew."""
    proposal.reason = reason
    for item in items_of(desk.session, proposal):
        item.decision = Decision.NOT_TAKEN
        desk.session.add(item)
    _end(desk, proposal, ProposalState.DECLINED)
    desk.note("updates_declined", case, number=proposal.number, reason=reason)


def is_from_proposal(document: Document, version: Version | None) -> bool:
    """Return whether a version is the current one with updates in it."""
    return (
        version is not None
        and version.kind is VersionKind.PROPOSAL
        and version.parent == document.current
    )


def _behind(session: Session, document: Document, made_from: int) -> Proposal | None:
    """Return the undecided proposal a file descends from, if it does from one."""
    by_number = {row.number: row for row in versions_of(session, document)}
    step = by_number.get(made_from)
    while step is not None and step.kind is not VersionKind.DRAFT:
        proposal = session.exec(
            select(Proposal).where(
                Proposal.document_id == document.id, Proposal.number == step.number
            )
        ).first()
        if proposal is not None:
            return proposal if proposal.state in OPEN else None
        step = by_number.get(step.parent)
    return None


def _end(desk: Desk, proposal: Proposal, state: ProposalState) -> None:
    proposal.state = state
    proposal.decided_at = desk.hand.at
    proposal.decided_by_id = desk.person_id
    desk.session.add(proposal)


def _as_merged(item: ProposalItem) -> MergeItem:
    return MergeItem(item.region, item.outcome, item.old, item.new, item.theirs)


def keep_proposal(
    desk: Desk, document: Document, proposal: Proposal, items: list[MergeItem]
) -> None:
    """Keep a new proposal; the one that waited before is superseded."""
    supersede(desk, document)
    desk.session.add(proposal)
    desk.session.flush()
    for position, item in enumerate(items, start=1):
        row = ProposalItem(
            office_id=desk.office_id,
            proposal_id=found(proposal.id),
            position=position,
            region=item.region,
            outcome=item.outcome,
            old=item.old,
            new=item.new,
            theirs=item.theirs,
        )
        desk.session.add(row)
