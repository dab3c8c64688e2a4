"""What the page of versions shows: each version, who has it out, what waits beside it."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from sqlmodel import Session

from casework.errors import NotFoundError
from casework.record.branches import Branch, branches_of
from casework.record.bytes import fetch
from casework.record.checkouts import Out, who_has_it
from casework.record.papers import copy_path, find_document, version, versions_of
from casework.record.people import names
from casework.record.proposals import (
    Updates,
    for_editing,
    items_of,
    updates_of,
    waiting_proposal,
)
from models import Case, Document, ProposalItem, Version

MOST_VERSIONS = 1_000_000
"""More than any response has: a larger number asks for nothing, and no database takes it."""
NO_DRAFT = "There is no draft of this response yet."


@dataclass(frozen=True, slots=True)
class VersionList:
    """The versions of the response of a case."""

    versions: list[Version]
    """Newest first."""
    current: int
    editing: int
    """Number of the version to edit next: the current one, or that with updates in it."""
    outs: list[Out]
    branches: list[Branch]
    updates: Updates | None
    people: dict[int | None, str]

    @property
    def numbers(self) -> list[int]:
        """Return the number of every version, newest first."""
        return [row.number for row in self.versions]


def version_list(session: Session, case: Case) -> VersionList:
    """Return the versions of the response of a case; none before the first draft."""
    document = find_document(session, case)
    people = names(session)
    if document is None:
        return VersionList([], 0, 0, [], [], None, people)
    waiting = waiting_proposal(session, document)
    return VersionList(
        versions=versions_of(session, document)[::-1],
        current=document.current,
        editing=for_editing(session, document),
        outs=who_has_it(session, document),
        branches=branches_of(session, case, document),
        updates=updates_of(session, waiting) if waiting else None,
        people=people,
    )


def waiting_items(session: Session, case: Case) -> list[ProposalItem]:
    """Return the updates that wait in the response, in the order of the document."""
    document = find_document(session, case)
    waiting = waiting_proposal(session, document) if document else None
    return items_of(session, waiting) if waiting else []


def version_bytes(session: Session, case: Case, number: int) -> tuple[bytes, str]:
    """Return a version of the response, and what the file is called."""
    document = the_response(session, case)
    row = version(session, document, min(number, MOST_VERSIONS))
    name = PurePosixPath(copy_path(case, document, row)).name
    return fetch(session, row.sha256), f"{case.reference}-{name}"


def the_response(session: Session, case: Case) -> Document:
    """Return the response of a case; refuse where none is drafted."""
    document = find_document(session, case)
    if document is None or not document.current:
        raise NotFoundError(NO_DRAFT)
    return document
