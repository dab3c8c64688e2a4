"""The Welsh file of a response: taken out by the translator, and handed back."""

from fastapi import APIRouter, UploadFile
from starlette.responses import Response

from casework.colleagues import TRANSLATORS, hand_back_welsh
from casework.drafting import welsh_twin
from casework.errors import NotFoundError
from casework.record.bytes import fetch
from casework.record.dossier import dossier
from casework.record.papers import current_version, find_document, versions_of
from casework.record.people import names
from models.words import FINISHED, Language
from web.case_file import about, file_of, looking_at
from web.doing import Doing, do
from web.files import WORD, attachment, taken
from web.forms import Faults
from web.look import page
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()
NO_WELSH = "This office writes in English alone: it has no Welsh file."


@router.get("/cases/{reference}/welsh")
def welsh(here: Visiting, reference: str) -> Response:
    """Show the Welsh file: what was handed back, and where to take it and hand it back."""
    return _show(here, reference)


@router.get("/cases/{reference}/welsh/file")
def welsh_file(here: Visiting, reference: str) -> Response:
    """Give the Welsh file out: as it came back last, else as the record has it now."""
    _check_welsh(here)
    with looking_at(here, reference) as (session, case):
        document = find_document(session, case, language=Language.WELSH)
        row = current_version(session, document) if document else None
        data = fetch(session, row.sha256) if row else b""
    known = case.reference
    name = f"{known}-welsh.docx"
    return attachment(data or welsh_twin(here.record, known, here.doors.library), name, WORD)


@router.get("/cases/{reference}/welsh/fresh")
def fresh_welsh_file(here: Visiting, reference: str) -> Response:
    """Give the Welsh file out as the record has it now, whatever was handed back before."""
    _check_welsh(here)
    known = file_of(here, reference).case.reference
    data = welsh_twin(here.record, known, here.doors.library)
    return attachment(data, f"{known}-welsh-from-the-record.docx", WORD)


@router.post("/cases/{reference}/welsh")
def hand_back(form: Sent, reference: str, file: UploadFile | None = None) -> Response:
    """Take the checked Welsh file back."""

    def deed() -> str:
        data, name = taken(file, "file", "the Welsh file you checked")
        number = hand_back_welsh(form.visit.record, form.hand(), reference, data, name)
        if not number.isdecimal():
            return "This is the file as it came back before: nothing has changed."
        return f"Thank you. It is kept as version {number} of the Welsh file."

    def again(faults: Faults) -> Response:
        return _show(form.visit, reference, faults)

    return do(form, reference, Doing(f"/cases/{reference}/welsh", again, "file"), deed)


def _show(here: Visit, reference: str, faults: Faults | None = None) -> Response:
    _check_welsh(here)
    with looking_at(here, reference) as (session, case):
        file, people = dossier(session, case), names(session)
        document = find_document(session, case, language=Language.WELSH)
        versions = versions_of(session, document)[::-1] if document else []
    return page(
        here.request,
        "welsh.html",
        here.visitor,
        422 if faults else 200,
        **about(here, case, current="versions"),
        file=file,
        versions=versions,
        people=people,
        may_hand_back=bool(TRANSLATORS & here.visitor.roles) and case.stage not in FINISHED,
        act=new_act,
        faults=faults or (),
    )


def _check_welsh(here: Visit) -> None:
    if here.visitor.settings.welsh is None:
        raise NotFoundError(NO_WELSH)
