"""Taking the response out to edit: who has it is marked, and nothing is locked."""

from casework.errors import NotFoundError
from casework.record.acts import act
from casework.record.checkouts import open_checkouts, out_words, who_has_it
from casework.record.desk import Desk, found, spoken
from casework.record.papers import document_of
from casework.record.proposals import for_editing
from casework.review.working_version import OPEN_FOR_EDITS, numbered
from models import Case, Checkout, Document
from models.words import VersionKind

MADE_FROM_CURRENT = frozenset({VersionKind.SIGNING_COPY, VersionKind.PROPOSAL})
"""Copies beside the current version that stand for it: an edit of them is an edit of it."""


@act("check_out")
def check_out(desk: Desk, reference: str) -> list[str]:
    """Mark that a person has the version to edit out. Returns [its number, remarks …].

    Several people may have it out at once; each is told of the others. Taken
    twice by the same person it is one marker, since the first time.
    """
    case = desk.open_case(reference)
    document = document_of(desk, case)
    if not document.current:
        raise NotFoundError(f"{reference} has no draft yet: `section55 draft {reference}`.")
    person = desk.person()  # refuses nobody: a marker of no one warns no one
    others = [one for one in who_has_it(desk.session, document) if one.person_id != person.id]
    _mark(desk, case, document)
    said = [out_words(one, desk.hand.today) for one in others]
    if case.stage not in OPEN_FOR_EDITS:
        said.append(
            f"{case.reference} is {spoken(case.stage)}: an edit handed back voids the signatures."
        )
    return [str(for_editing(desk.session, document)), *said]


def _mark(desk: Desk, case: Case, document: Document) -> None:
    mine, number = _mine(desk, document), for_editing(desk.session, document)
    for row in mine:
        if row.version != number:
            _end(desk, case, row, "taken_anew")
    if any(row.version == number for row in mine):
        return
    row = Checkout(
        office_id=desk.office_id,
        document_id=found(document.id),
        version=number,
        person_id=found(desk.person_id),
        since=desk.hand.at,
    )
    desk.session.add(row)
    desk.session.flush()
    desk.note("checked_out", case, checkout=row.id, version=row.version)


@act("give_back")
def give_back(desk: Desk, reference: str) -> int:
    """Take off a person's markers on a response, nothing handed in. Returns how many there were."""
    case = desk.case(reference)
    mine = _mine(desk, document_of(desk, case))
    for row in mine:
        _end(desk, case, row, "given_back")
    return len(mine)


def came_back(desk: Desk, case: Case, document: Document, number: int) -> None:
    """End the marker of the person whose edit of this version has come back."""
    if desk.hand.person is None:
        return  # a file dropped into the folder: nobody knows by whom
    made_from = numbered(desk, document, number)
    versions = {number}
    if made_from and made_from.kind in MADE_FROM_CURRENT:
        versions.add(made_from.parent)
    for row in _mine(desk, document):
        if row.version in versions:
            _end(desk, case, row, "came_back")


def _mine(desk: Desk, document: Document) -> list[Checkout]:
    every = open_checkouts(desk.session, document)
    return [row for row in every if row.person_id == desk.person_id]


def _end(desk: Desk, case: Case, row: Checkout, how: str) -> None:
    row.ended_at = desk.hand.at
    desk.session.add(row)
    desk.note("checkout_ended", case, checkout=row.id, version=row.version, how=how)
