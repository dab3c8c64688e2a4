"""The case a page is about: found, and within reach of whoever asks for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlmodel import Session

from casework.access import within_reach
from casework.errors import NotFoundError
from casework.record.desk import find_case, found
from casework.record.dossier import Dossier, dossier
from casework.record.meanwhile import head_of
from models import Case
from web.visits import Visit


@contextmanager
def looking_at(here: Visit, reference: str) -> Iterator[tuple[Session, Case]]:
    """Give a case, and a session that reads; refuse one that is not there for the visitor."""
    with here.record.reading() as session:
        case = find_case(session, found(here.record.office(session).id), reference)
        if not within_reach(case, here.visitor.roles, here.place.now):
            # The words of a case that is not there: that there is one is the secret.
            find_no_case(reference)
        # Read before anything that is shown: what changes after it was not seen.
        here.request.state.as_of = head_of(session, case)
        yield session, case


def find_no_case(reference: str) -> None:
    """Refuse a case that is not there, for whoever asks."""
    message = f"There is no case {reference} here: look at the list of cases."
    raise NotFoundError(message)


def file_of(here: Visit, reference: str) -> Dossier:
    """Return everything the record holds of a case."""
    with looking_at(here, reference) as (session, case):
        return dossier(session, case)


def about(here: Visit, case: Case, *, current: str) -> dict[str, Any]:
    """Return what every page of a case is given; `current` names the page in the case's menu."""
    return {"reference": case.reference, "current_page": current, "roles": here.visitor.roles}
