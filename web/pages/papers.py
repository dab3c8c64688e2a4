"""All letters of a case in one list, and the papers beside them: made, and downloaded in Word."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Form
from pydantic import BaseModel
from starlette.responses import Response

from casework.companion_letters import KINDS, Wish, make_letter
from casework.errors import NotFoundError
from casework.record.bytes import fetch
from casework.record.dossier import dossier
from casework.record.papers import find_document, versions_of
from casework.rules.progress import OFFICERS, WHO_PROVES
from models.words import Language
from web.case_file import about, looking_at
from web.doing import Doing, do
from web.files import WORD, attachment
from web.forms import Faults, FieldError, TypedDay, typed_day
from web.letter_list import is_draft
from web.look import page
from web.paper_list import paper_name, papers_of
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter(prefix="/cases/{reference}/letters")
MAKERS: Final = OFFICERS | WHO_PROVES
WELSH: Final = "cy"


class Typed(BaseModel):
    """What was typed about a paper to be made."""

    kind: str = ""
    version: int = 0
    force: str = ""
    language: str = ""


def typed_words(
    kind: Annotated[str, Form()] = "",
    version: Annotated[int, Form(ge=0, le=9999)] = 0,
    force: Annotated[str, Form()] = "",
    language: Annotated[str, Form()] = "",
) -> Typed:
    """Return what was typed about a paper to be made."""
    return Typed(kind=kind, version=version, force=force, language=language)


@router.get("")
def letters(here: Visiting, reference: str) -> Response:
    """List the letters and the papers of a case."""
    return _show(here, reference, Typed(), TypedDay("due"))


@router.get("/papers/{number:int}")
def paper(here: Visiting, reference: str, number: int) -> Response:
    """Give a paper out in Word."""
    with looking_at(here, reference) as (session, case):
        for document, latest in papers_of(session, case):
            if document.id == number:
                name = paper_name(case, document)
                return attachment(fetch(session, latest.sha256), name, WORD)
    message = "There is no such paper of this case: look at its letters and papers."
    raise NotFoundError(message)


@router.post("/make")
def make(
    form: Sent,
    reference: str,
    typed: Annotated[Typed, Depends(typed_words)],
    due: Annotated[TypedDay, typed_day("due")],
) -> Response:
    """Make a letter, a form or a page, for a person to read and to send."""

    def deed() -> str:
        if typed.kind not in KINDS:
            raise FieldError("kind", "Say what is to be made.")
        kind = KINDS[typed.kind]
        language = Language.WELSH if typed.language == WELSH else Language.ENGLISH
        # A field that this kind does not ask for may still hold what was chosen for another.
        version = typed.version if kind.version else 0
        wish = Wish(typed.kind, due.if_any, version, typed.force, language)
        library = form.visit.doors.library
        lines = make_letter(form.visit.record, form.hand(), reference, library, wish)
        same = all(line.endswith("unchanged") for line in lines)
        made = "It was there already, the same." if same else "It is made."
        return f"{made} Download it below, read it and send it: nothing was sent."

    def again(faults: Faults) -> Response:
        return _show(form.visit, reference, typed, due, faults)

    return do(form, reference, Doing(f"/cases/{reference}/letters", again, "kind"), deed)


def _show(
    here: Visit, reference: str, typed: Typed, due: TypedDay, faults: Faults | None = None
) -> Response:
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
        document = find_document(session, case)
        versions = versions_of(session, document) if document else []
        papers = papers_of(session, case)
        drafts = [mail.id for mail in file.mails if is_draft(here, session, mail)]
    settings = here.visitor.settings
    return page(
        here.request,
        "letters.html",
        here.visitor,
        422 if faults else 200,
        **about(here, case, current="letters"),
        file=file,
        papers=papers,
        drafts=drafts,
        kinds=[
            name
            for name, kind in KINDS.items()
            if case.stage in kind.stages and name not in settings.documents.switched_off
        ],
        versions=[row.number for row in reversed(versions)],
        forces=[(one.force_key, settings.force(one.force_key)) for one in file.forces],
        in_welsh=Language.WELSH in settings.languages,
        may_make=bool(MAKERS & here.visitor.roles),
        typed=typed,
        due=due,
        act=new_act,
        faults=faults or (),
    )
