"""What a response looks like: its type of document, its blocks of wording, its Welsh twin."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.drafting import choose_document, switch_wording, welsh_twin
from casework.record.document_types import blocks_of, type_of, types_offered
from casework.record.dossier import dossier
from casework.record.papers import find_document
from casework.rules.progress import OFFICERS
from models import Document
from models.shapes.blocks import BLOCK_NAMES
from models.words import DocumentType, Language
from web.block_words import BLOCK_WORDS
from web.case_file import about, file_of, looking_at
from web.doing import Doing, do
from web.files import WORD, attachment
from web.forms import Faults, FieldError
from web.look import page
from web.minding import DOCUMENT, of_block
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter(prefix="/cases/{reference}/wording")
Words = Annotated[str, Form()]
AS_PROPOSAL = " The Word file has been edited since: the change waits there, to take or to leave."
WELSH = "cy"


@router.get("")
def wording(here: Visiting, reference: str) -> Response:
    """Show the type of the document and which blocks stand in it."""
    return _show(here, reference, "")


@router.get("/welsh.docx")
def twin(here: Visiting, reference: str) -> Response:
    """Give the response out in Welsh, for the office's translator."""
    known = file_of(here, reference).case.reference
    data = welsh_twin(here.record, known, here.doors.library)
    return attachment(data, f"{known}-response-cy.docx", WORD)


@router.post("/document")
def choose(form: Sent, reference: str, name: Words = "") -> Response:
    """Choose the type of document the response is written as."""

    def deed() -> str:
        if not name:
            raise FieldError("name", "Choose a type of document.")
        library = form.visit.doors.library
        choose_document(form.visit.record, form.hand(minding=DOCUMENT), reference, name, library)
        return "The type is chosen. The next draft, within a minute, is written as it."

    def again(faults: Faults) -> Response:
        return _show(form.visit, reference, name, faults)

    return do(form, reference, Doing(f"/cases/{reference}/wording", again, "name"), deed)


@router.post("/block")
def switch(
    form: Sent, reference: str, block: Words = "", stands: Words = "", language: Words = ""
) -> Response:
    """Switch a block of wording on or off in this response alone."""

    def deed() -> str:
        on, library = stands == "on", form.visit.doors.library
        tongue = Language.WELSH if language == WELSH else Language.ENGLISH
        hand, record = form.hand(minding=of_block(block)), form.visit.record
        proposed = switch_wording(record, hand, reference, block, library, on=on, language=tongue)
        said = (
            f"{BLOCK_WORDS[block]} {'It stands' if on else 'It no longer stands'} in the response."
        )
        return said + AS_PROPOSAL * proposed

    def again(faults: Faults) -> Response:
        return _show(form.visit, reference, "", faults)

    return do(form, reference, Doing(f"/cases/{reference}/wording", again, "blocks"), deed)


def _show(here: Visit, reference: str, chosen: str, faults: Faults | None = None) -> Response:
    library = here.doors.library
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
        document = find_document(session, case) or Document(
            office_id=case.office_id, case_id=case.id or 0, type=DocumentType.RESPONSE
        )
        present = type_of(here.visitor.settings, file, document)
    kinds = types_offered(here.visitor.settings, library, document, present)
    return page(
        here.request,
        "wording.html",
        here.visitor,
        422 if faults else 200,
        **about(here, case, current="wording"),
        file=file,
        kinds=kinds,
        present=present,
        chosen=chosen or present,
        tongues=_blocks(here, case.reference),
        words=BLOCK_WORDS,
        may_change=bool(OFFICERS & here.visitor.roles),
        act=new_act,
        faults=faults or (),
    )


def _blocks(here: Visit, reference: str) -> list[tuple[str, dict[str, Any]]]:
    """Return, for each language of the office, which blocks stand in its document."""
    library, known = here.doors.library, here.visitor.settings.languages
    every = [("", Language.ENGLISH), (WELSH, Language.WELSH)]
    return [
        (word, {name: on for name, on in asdict(blocks).items() if name in BLOCK_NAMES})
        for word, language in every
        if language in known
        for blocks in [blocks_of(here.record, reference, library, language)]
    ]
