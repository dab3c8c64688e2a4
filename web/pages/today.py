"""The first page: what needs whoever is signed in, today."""

from fastapi import APIRouter
from starlette.responses import Response

from casework.access import Visitor
from casework.record.overview import CaseLine
from casework.record.source_looks import source_looks
from casework.rules.progress import OFFICERS
from web.look import page
from web.register import lines_for, strip_of, way_of
from web.visits import Visiting

router = APIRouter()


@router.get("/")
def today(here: Visiting) -> Response:
    """Show the cases that wait for this person, then those that wait for others."""
    lines = [line for line in lines_for(here) if line.is_open]
    mine = [line for line in lines if _is_mine(line, here.visitor)]
    shared = [line for line in lines if line not in mine and line.role in here.visitor.roles]
    return page(
        here.request,
        "today.html",
        here.visitor,
        mine=mine,
        shared=shared,
        others=[line for line in lines if line.role not in here.visitor.roles],
        strips={line.reference: strip_of(here, line) for line in mine},
        sources=source_looks(here.record),
        today=here.place.today,
        way_of=way_of,
        may_open=bool(OFFICERS & here.visitor.roles),
    )


def _is_mine(line: CaseLine, visitor: Visitor) -> bool:
    """Return whether the next act waits for this person: their role, and nobody else's case."""
    led_by_another = bool(line.lead) and line.lead != visitor.person.name
    return line.role in visitor.roles and not (led_by_another and line.role in OFFICERS)
