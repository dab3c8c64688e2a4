"""Two versions side by side, and what stands in the margin of one."""

from fastapi import APIRouter
from starlette.responses import Response

from casework.documents.compare import compare, parts_of
from casework.documents.read_back.package import Package
from casework.documents.read_back.read import read_package
from casework.record.dossier import dossier
from models.shapes.comparison import Difference
from web.case_file import about, looking_at
from web.look import page
from web.place_words import place_words
from web.version_list import version_bytes
from web.visits import Visiting

router = APIRouter()


@router.get("/cases/{reference}/versions/compare")
def comparison(here: Visiting, reference: str, old: int, new: int) -> Response:
    """Show what changed from one version to another."""
    with looking_at(here, reference) as (session, case):
        before, _ = version_bytes(session, case, old)
        after, _ = version_bytes(session, case, new)
    found = compare(before, after)
    return page(
        here.request,
        "comparison.html",
        here.visitor,
        **about(here, case, current="versions"),
        old=old,
        new=new,
        comparison=found,
        parts=parts_of(found),
        counts={outcome.value: found.count(outcome) for outcome in Difference},
    )


@router.get("/cases/{reference}/versions/{number:int}/marks")
def marks(here: Visiting, reference: str, number: int) -> Response:
    """List the comments and the tracked changes of a version."""
    with looking_at(here, reference) as (session, case):
        data, _ = version_bytes(session, case, number)
        place = place_words(dossier(session, case))
    found = read_package(Package.of(data))
    return page(
        here.request,
        "marks.html",
        here.visitor,
        **about(here, case, current="versions"),
        number=number,
        changes=found.changes,
        comments=found.comments,
        place=place,
    )
