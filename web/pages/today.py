"""The first page: what needs whoever is signed in, today."""

from fastapi import APIRouter
from starlette.responses import Response

from casework.record.overview import case_lines
from web.look import page
from web.visits import Visiting

router = APIRouter()


@router.get("/")
def today(here: Visiting) -> Response:
    """Show the cases that wait for this person, then those that wait for others."""
    lines = [line for line in case_lines(here.record, here.place.today) if line.is_open]
    mine = [line for line in lines if line.role in here.visitor.roles]
    others = [line for line in lines if line.role not in here.visitor.roles]
    return page(
        here.request,
        "today.html",
        here.visitor,
        mine=mine,
        others=others,
        today=here.place.today,
    )
