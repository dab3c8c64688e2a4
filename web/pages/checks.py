"""What a reader would stumble over in the response, as it stands now."""

from fastapi import APIRouter
from starlette.responses import Response

from casework.errors import NotFoundError
from casework.rules.check_blocks import key_to_waive
from casework.rules.powers import BEFORE_SIGNING
from models.shapes.checking import Severity
from web.case_file import about, file_of
from web.checked import checks_of
from web.files import WORD, attachment
from web.look import page
from web.visits import Visiting

router = APIRouter()


@router.get("/cases/{reference}/checks")
def checks(here: Visiting, reference: str) -> Response:
    """Show all that the checks notice in the current version."""
    case = file_of(here, reference).case
    checked = checks_of(here, reference)
    return page(
        here.request,
        "checks.html",
        here.visitor,
        **about(here, case, current="checks"),
        checked=checked,
        errors=checked.of(Severity.ERROR) if checked else (),
        warnings=checked.of(Severity.WARNING) if checked else (),
        notes=checked.of(Severity.NOTE) if checked else (),
        style=checked.style if checked else (),
        key_of=key_to_waive if case.stage in BEFORE_SIGNING else None,
    )


@router.get("/cases/{reference}/checks/file")
def file_with_comments(here: Visiting, reference: str) -> Response:
    """Give out the current version with a comment at each place; nothing is kept of it."""
    from casework.examining import with_comments  # noqa: PLC0415  as checks_of

    checked = checks_of(here, reference)
    if checked is None:
        message = f"Nothing is drafted for {reference} yet."
        raise NotFoundError(message)
    name = f"{reference}-version-{checked.version}-checked.docx"
    return attachment(with_comments(checked, here.place.now), name, WORD)
