"""A case is opened: a report comes in as a file, or pasted."""

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, UploadFile
from pydantic import BaseModel
from starlette.responses import Response

from casework.errors import CaseworkError
from casework.record.page_work import Wanted
from casework.rules.progress import OFFICERS
from models import WorkKind
from web.files import optional
from web.forms import Faults, FieldError, TypedDay, faults_of, typed_day
from web.look import page
from web.visits import Sent, Visit, Visiting, new_act
from web.waiting import done_soon

router = APIRouter()
Published = Annotated[TypedDay, typed_day("published")]
PASTED = "pasted.txt"


class Typed(BaseModel):
    """What was typed about a report."""

    text: str = ""
    address: str = ""
    force: str = ""
    embargoed: bool = False


def typed_words(
    text: Annotated[str, Form()] = "",
    address: Annotated[str, Form()] = "",
    force: Annotated[str, Form()] = "",
    embargoed: Annotated[str, Form()] = "",
) -> Typed:
    """Return what was typed about a report."""
    return Typed(text=text, address=address.strip(), force=force, embargoed=bool(embargoed))


@router.get("/open")
def open_page(here: Visiting) -> Response:
    """Ask for a report."""
    return _show(here, Typed(), TypedDay("published"))


@router.post("/open")
def open_case(
    form: Sent,
    typed: Annotated[Typed, Depends(typed_words)],
    published: Published,
    file: Annotated[UploadFile | None, File()] = None,
) -> Response:
    """Open the case of a report; one that is known already is shown."""

    def again(fault: CaseworkError) -> Response:
        return _show(form.visit, typed, published, faults_of(fault, "file"))

    try:
        wanted = _wanted(typed, published, file)
    except CaseworkError as fault:
        return again(fault)
    return done_soon(form, wanted, again)


def _wanted(typed: Typed, published: TypedDay, file: UploadFile | None) -> Wanted:
    given = optional(file, "file")
    if given and typed.text.strip():
        raise FieldError("text", "Choose a file or paste the text, not both.")
    if given is None and not typed.text.strip():
        raise FieldError("file", "Choose the report’s file, or paste its text.")
    data, name = given or (typed.text.encode(), PASTED)
    day = published.if_any
    told = {
        "published": day.isoformat() if day else "",
        "address": typed.address,
        "force": typed.force,
        "embargoed": typed.embargoed,
    }
    return Wanted(WorkKind.OPEN_CASE, "/open", told, None, data, name)


def _show(here: Visit, typed: Typed, published: TypedDay, faults: Faults | None = None) -> Response:
    return page(
        here.request,
        "open.html",
        here.visitor,
        422 if faults else 200,
        forces=here.visitor.settings.forces,
        typed=typed,
        published=published,
        may_open=bool(OFFICERS & here.visitor.roles),
        act=new_act,
        faults=faults or (),
    )
