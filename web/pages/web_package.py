"""The package for the web team, given out to whoever puts it up."""

from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from casework.errors import NotAllowedError, NotFoundError
from casework.rules.progress import WHO_PROVES
from web.case_file import file_of
from web.files import attachment
from web.pages.publishing import of_this_round
from web.visits import Visiting

router = APIRouter()
PACKAGE: Final = "web_package"
ZIP: Final = "application/zip"


@router.get("/cases/{reference}/publishing/package")
def package(here: Visiting, reference: str) -> Response:
    """Give the package out, once it was written for the text that was signed last."""
    file = file_of(here, reference)
    if not WHO_PROVES & here.visitor.roles:
        raise NotAllowedError("The web package is for the web editor and the officers of a case.")
    written = any(r.publisher == PACKAGE and r.written_at for r in of_this_round(file))
    folder = here.record.outputs / "public" / "packages"
    found = sorted(folder.glob(f"{file.case.reference}-*.zip"))
    if not written or not found:
        message = "There is no web package yet: it is written at the moment set for publication."
        raise NotFoundError(message)
    latest = max(found, key=lambda path: path.stat().st_mtime)
    return attachment(latest.read_bytes(), latest.name, ZIP)
