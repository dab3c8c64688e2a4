"""One page for each colleague: just what is wanted of them now, case by case."""

from fastapi import APIRouter
from sqlmodel import Session, select
from starlette.responses import Response

from casework.access import within_reach
from casework.colleagues import read_answer
from casework.record.colleagues import Asked, asked_of, is_overdue
from casework.record.desk import found
from casework.record.wants import wants_of
from casework.rules.wanted import COLLEAGUES
from models import Person
from web.case_file import looking_at
from web.look import go, page
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()


@router.get("/mine")
def mine(here: Visiting) -> Response:
    """Show the questions that wait for this person, and what is wanted of each role they hold."""
    held = [role for role in COLLEAGUES if role in here.visitor.roles]
    with here.record.reading() as session:
        office_id = found(here.record.office(session).id)
        questions = _questions(here, session, office_id)
        wants = wants_of(session, office_id, here.visitor.settings, held, here.place.now)
    return page(
        here.request,
        "mine.html",
        here.visitor,
        questions=questions,
        wants={role: [one for one in wants if role in one.by_role] for role in held},
        is_overdue=is_overdue,
        today=here.place.today,
        new_act=new_act,
    )


@router.post("/cases/{reference}/answers/{key}/read")
def read(form: Sent, reference: str, key: str) -> Response:
    """Say that an answer was read, from one's own page."""
    here = form.visit
    with looking_at(here, reference):
        pass  # a case that is out of reach is not there for a form either
    read_answer(here.record, form.hand(), reference, key)
    return go("/mine", "It is written down that you have read it.")


def _questions(here: Visit, session: Session, office_id: int) -> list[Asked]:
    me = session.exec(
        select(Person.id).where(
            Person.office_id == office_id, Person.key == here.visitor.person.key
        )
    ).one()
    roles, now = here.visitor.roles, here.place.now
    asked = asked_of(session, office_id, found(me))
    return [one for one in asked if within_reach(one.case, roles, now)]
