"""One page for each colleague: just what is wanted of them now, case by case."""

from fastapi import APIRouter
from sqlmodel import Session, select
from starlette.responses import Response

from casework.access import within_reach
from casework.record.colleagues import Asked, asked_of, is_overdue
from casework.record.desk import found
from casework.record.wants import wants_of
from casework.rules.wanted import COLLEAGUES
from models import Person
from web.look import page
from web.visits import Visit, Visiting

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
    )


def _questions(here: Visit, session: Session, office_id: int) -> list[Asked]:
    me = session.exec(
        select(Person.id).where(
            Person.office_id == office_id, Person.key == here.visitor.person.key
        )
    ).one()
    roles, now = here.visitor.roles, here.place.now
    asked = asked_of(session, office_id, found(me))
    return [one for one in asked if within_reach(one.case, roles, now)]
