"""One case: where it stands, what is next, and the way to everything of it."""

from fastapi import APIRouter
from starlette.responses import Response

from casework.record.desk import find_case, found
from casework.record.dossier import dossier
from casework.record.whats_next import whats_next
from casework.registers.bank_holidays import bank_holidays_around
from casework.rules.deadlines import deadline_answer
from web.look import page
from web.visits import Visiting

router = APIRouter()


@router.get("/cases/{reference}")
def case(here: Visiting, reference: str) -> Response:
    """Show a case whole."""
    record = here.record
    with record.reading() as session:
        office = record.office(session)
        file = dossier(session, find_case(session, found(office.id), reference))
        words, role = whats_next(record.settings_of(session, office), file)
    answer = deadline_answer(file.published, here.place.today, bank_holidays_around(file.published))
    return page(
        here.request,
        "case.html",
        here.visitor,
        file=file,
        answer=answer,
        next_words=words,
        next_role=role,
    )
