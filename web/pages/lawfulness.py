"""Is it lawful: each limb of section 55, what it asks, what proves it, and whose turn it is."""

from fastapi import APIRouter
from starlette.responses import Response

from casework.documents.lawfulness_pdf import lawfulness_pdf
from casework.record.dossier import dossier
from casework.record.lawfulness_sheet import lawfulness_sheet
from casework.rules.lawfulness_sheet import LawfulnessSheet
from web.case_file import about, looking_at
from web.files import PDF, attachment
from web.look import page
from web.visits import Visit, Visiting

router = APIRouter(prefix="/cases/{reference}/lawfulness")


@router.get("")
def lawfulness(here: Visiting, reference: str) -> Response:
    """Show the lawfulness sheet of a case as at this moment."""
    with looking_at(here, reference) as (_, case):
        given = about(here, case, current="lawfulness")
    law = law_of(here, reference)
    return page(here.request, "lawfulness.html", here.visitor, **given, law=law)


@router.get("/file")
def as_pdf(here: Visiting, reference: str) -> Response:
    """Give the same sheet out as a PDF of one page."""
    sheet = law_of(here, reference)
    return attachment(lawfulness_pdf(sheet), f"lawfulness-{sheet.reference}.pdf", PDF)


def law_of(here: Visit, reference: str) -> LawfulnessSheet:
    """Return the lawfulness sheet of a case as at this moment."""
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
        return lawfulness_sheet(session, here.visitor.settings, file, here.place.now)
