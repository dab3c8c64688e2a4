"""Flows about all cases, started now: and what became of what was asked for."""

from typing import Annotated, Final

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.errors import CaseworkError
from casework.record.starting import OF_THE_OFFICE, start_office_flow, started
from casework.rules.progress import OFFICERS
from web.forms import Faults, faults_of
from web.look import go, page
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()
ASKED: Final = "It was asked for: it runs within seconds. Below it says when the engine took it."


@router.get("/start")
def starting(here: Visiting) -> Response:
    """Show what may be started now for all cases, and what was."""
    return _show(here)


@router.post("/start")
def start(form: Sent, flow: Annotated[str, Form()] = "") -> Response:
    """Ask for one run of a flow about all cases."""
    try:
        start_office_flow(form.visit.record, form.hand(), flow)
    except CaseworkError as fault:
        return _show(form.visit, faults_of(fault, "start"))
    return go("/start", ASKED)


def _show(here: Visit, faults: Faults | None = None) -> Response:
    return page(
        here.request,
        "start.html",
        here.visitor,
        422 if faults else 200,
        flows=OF_THE_OFFICE,
        runs=started(here.record),
        may_start=bool(OFFICERS & here.visitor.roles),
        act=new_act,
        faults=faults or (),
    )
