"""The register, one case whole, its history, and whoever the token acts for."""

from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.responses import Response

from casework.record.desk import found
from casework.record.sheet import sheet_of
from casework.record.since import head_of
from models.words import Role, Stage
from web.api import shapes
from web.api.callers import Calling
from web.api.changes import quoted
from web.api.document import READING, looks, refusals
from web.api.problems import Happening
from web.api.telling import case_told, line_told
from web.api.words import Reference
from web.case_file import looking_at
from web.register import EVERY, OPEN, Chosen, lines_for

router = APIRouter()
MOST_ON_A_PAGE: Final = 200
MOST_PAGES: Final = 1_000_000


@router.get("/me", responses=refusals(READING), summary="Whoever the token acts for")
def me(call: Calling) -> shapes.Me:
    """Tell what this token is, and whoever it acts for: for a first try."""
    visitor, token = call.visit.visitor, call.token
    return shapes.Me(
        token=token.name,
        may_write=token.may_write,
        expires_at=token.expires_at,
        person=visitor.person.key,
        name=visitor.person.name,
        roles=sorted(visitor.roles),
    )


@router.get("/cases", responses=refusals((*READING, 422)), summary="The register")
def cases(
    call: Calling,
    show: Annotated[str, Query(pattern="^(open|ended|all)$")] = OPEN,
    stage: Annotated[Stage | None, Query(description="Only cases at this stage.")] = None,
    role: Annotated[Role | None, Query(alias="with", description="Whose act is next.")] = None,
    *,
    late: Annotated[bool, Query(description="Only cases past their last day.")] = False,
    page: Annotated[int, Query(ge=1, le=MOST_PAGES)] = 1,
    on_a_page: Annotated[int, Query(ge=1, le=MOST_ON_A_PAGE)] = 50,
) -> shapes.Register:
    """List the cases within reach, the most urgent first."""
    wanted = Chosen(EVERY if stage else show, late, role.value if role else "")
    every = wanted.of_lines(lines_for(call.visit, ended=wanted.show != OPEN))
    lines = [line for line in every if stage in {None, line.stage}]
    start = (page - 1) * on_a_page
    return shapes.Register(
        cases=[line_told(line) for line in lines[start : start + on_a_page]],
        found=len(lines),
        page=page,
        pages=max(1, -(-len(lines) // on_a_page)),
    )


@router.get("/cases/{reference}", summary="One case, whole", **looks())
def case(call: Calling, reference: Reference, answer: Response) -> shapes.CaseTold:
    """Tell one case whole: stage, clock, tracks, what is next, and everything that hangs on it."""
    with looking_at(call.visit, reference) as (session, row):
        told = case_told(call.visit, session, row)
    answer.headers["etag"] = told.etag
    return told


@router.get("/cases/{reference}/history", summary="Who did what", **looks())
def history(call: Calling, reference: Reference, answer: Response) -> list[Happening]:
    """Tell what happened in a case, the latest first."""
    with looking_at(call.visit, reference) as (session, row):
        happened = sheet_of(session, row).history
        answer.headers["etag"] = quoted(found(head_of(session, row)))
    return [
        Happening(at=one.at.isoformat(), who=one.who, what=one.what, facts=dict(one.facts))
        for one in happened
    ]
