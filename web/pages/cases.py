"""The register: every case, the most urgent first."""

from fastapi import APIRouter
from starlette.responses import Response

from casework.record.overview import case_lines
from web.look import page
from web.visits import Visiting

router = APIRouter()


@router.get("/cases")
def cases(here: Visiting) -> Response:
    """Show the register."""
    lines = case_lines(here.record, here.place.today)
    return page(here.request, "cases.html", here.visitor, lines=lines)
