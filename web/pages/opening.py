"""A case is opened: a report comes in as a file, or pasted."""

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, UploadFile
from pydantic import BaseModel
from starlette.responses import Response

from casework.errors import CaseworkError
from casework.intake import HandedIn, open_report
from casework.rules.progress import OFFICERS
from web.files import optional
from web.forms import Faults, FieldError, TypedDay, faults_of, typed_day
from web.look import go, page
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()
Published = Annotated[TypedDay, typed_day("published")]
PASTED = "pasted.txt"
OPENED = "{} is open. Its first draft and the invitation are being written now."


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
    try:
        handed = _handed_in(typed, published, file)
        reference, outcome = open_report(form.visit.record, form.hand(), handed)
    except CaseworkError as fault:
        return _show(form.visit, typed, published, faults_of(fault, "file"))
    told = f"{reference} is there already: nothing new." if outcome == "known" else OPENED
    return go(f"/cases/{reference}", told.format(reference))


def _handed_in(typed: Typed, published: TypedDay, file: UploadFile | None) -> HandedIn:
    given = optional(file, "file")
    if given and typed.text.strip():
        raise FieldError("text", "Choose a file or paste the text, not both.")
    if given is None and not typed.text.strip():
        raise FieldError("file", "Choose the report’s file, or paste its text.")
    data, name = given or (typed.text.encode(), PASTED)
    return HandedIn(data, name, typed.address, published.if_any, typed.force, typed.embargoed)


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
