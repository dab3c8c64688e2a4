"""What an administrator watches: who is signed in, which links work, how the service is."""

from collections.abc import Iterable

from fastapi import APIRouter
from sqlmodel import select
from starlette.responses import Response

from casework.access import revoke_guest_link, within_reach
from casework.access.doors_open import end_session, links_that_work, signed_in
from casework.documents.descriptions import DocumentDescription, described_types
from casework.record.desk import found
from casework.record.service_health import health
from casework.record.settings_effects import open_cases
from models import Document
from web.case_file import looking_at
from web.guest_visits import RowNumber
from web.look import go, page
from web.office_desk import KeeperSent, Keeping
from web.office_fields import TYPES
from web.pages.guest_links import LinkLine
from web.visits import Visit, new_act

router = APIRouter()


@router.get("/office/sessions")
def sessions(here: Keeping) -> Response:
    """Show who is signed in where."""
    return page(
        here.request,
        "office/sessions.html",
        here.visitor,
        sessions=signed_in(here.record, here.place.now),
        new_act=new_act,
    )


@router.post("/office/sessions/{number}/end")
def end(form: KeeperSent, number: RowNumber) -> Response:
    """End one session."""
    name = end_session(form.visit.record, form.hand(), number)
    return go("/office/sessions", f"{name} is signed out at that browser.")


@router.get("/office/links")
def links(here: Keeping) -> Response:
    """Show every link for a force that works, in the cases the visitor may know of."""
    with here.record.reading() as session:
        office_id = found(here.record.office(session).id)
        rows = links_that_work(session, office_id, here.place.now)
    seen = [
        (case.reference, LinkLine.of(here, link))
        for link, case in rows
        if within_reach(case, here.visitor.roles, here.place.now)
    ]
    return page(here.request, "office/links.html", here.visitor, links=seen, new_act=new_act)


@router.post("/office/links/{reference}/{number}/revoke")
def revoke(form: KeeperSent, reference: str, number: RowNumber) -> Response:
    """Take one link back."""
    here = form.visit
    with looking_at(here, reference):
        pass  # a case that is out of reach is not there for a form either
    revoke_guest_link(here.record, form.hand(), reference, number)
    return go("/office/links", f"Link {number} opens nothing any more.")


@router.get("/office/health")
def how_it_is(here: Keeping) -> Response:
    """Show how the service is, as far as its record tells."""
    roles, moment = here.visitor.roles, here.place.now
    now = health(here.record, moment, lambda case: within_reach(case, roles, moment))
    letters = [(mail, case.reference if case else "") for mail, case in now.unknown]
    return page(here.request, "office/health.html", here.visitor, health=now, letters=letters)


@router.get("/office/types")
def types(here: Keeping) -> Response:
    """Show the document types the service can write, and which open cases use."""
    off = here.visitor.settings.documents.switched_off
    counted = _counted(here, described_types(TYPES))
    return page(here.request, "office/types.html", here.visitor, types=counted, off=off)


def _counted(
    here: Visit, known: Iterable[DocumentDescription]
) -> list[tuple[DocumentDescription, int]]:
    roles, moment = here.visitor.roles, here.place.now
    with here.record.reading() as session:
        office = here.record.office(session)
        cases = open_cases(session, office, lambda case: within_reach(case, roles, moment))
        ids = {case.id for case in cases}
        rows = session.exec(select(Document).where(Document.office_id == office.id))
        used = [row.template for row in rows if row.case_id in ids]
    return [(one, used.count(one.name)) for one in known]
