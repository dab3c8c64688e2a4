"""The report of a case: its text, and the file as it was handed in."""

from fastapi import APIRouter
from starlette.responses import Response

from casework.record.desk import found
from casework.record.dossier import dossier
from casework.record.finding_fields import references
from casework.record.report_text import report_file
from models import Report
from web.case_file import about, looking_at
from web.files import BYTES, attachment
from web.look import page
from web.report_view import report_view
from web.visits import Visiting

router = APIRouter()


@router.get("/cases/{reference}/report")
def report(here: Visiting, reference: str) -> Response:
    """Show the text of a report, with its findings marked."""
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
        view = report_view(session, file)
    return page(
        here.request,
        "report.html",
        here.visitor,
        **about(here, file.case, current="findings"),
        file=file,
        view=view,
        cited=references(file.findings),
    )


@router.get("/cases/{reference}/report/file")
def original(here: Visiting, reference: str) -> Response:
    """Return the report's file, to be saved."""
    with looking_at(here, reference) as (session, case):
        row = found(session.get(Report, case.report_id))
        return attachment(report_file(session, row), f"{case.reference}-{row.file_name}", BYTES)
