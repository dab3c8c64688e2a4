"""Links for a force, for officers: made, shown once, taken back; and what was said by them."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.access import (
    GUEST_DAYS,
    NewGuestLink,
    hash_of,
    make_guest_link,
    new_secret,
    revoke_guest_link,
)
from casework.errors import CaseworkError
from casework.record.desk import found
from casework.record.dossier import dossier
from casework.record.guests import links_of, statements_of
from casework.record.papers import find_document, versions_of
from casework.record.remarks import remarks_of
from casework.rules.progress import OFFICERS
from models import GuestLink
from web.case_file import about, looking_at
from web.forms import Faults, FieldError, faults_of
from web.guest_visits import RowNumber
from web.guest_words import arrived
from web.look import go, page
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()
NUMBER = re.compile("[0-9]{1,6}")
SHOWN_ONCE = "This link was made already and shown then: take it back, and make another."


@router.get("/cases/{reference}/comments/links")
def guest_links(here: Visiting, reference: str) -> Response:
    """Show the links of a case, and what arrived by them."""
    return _page(here, reference)


@router.post("/cases/{reference}/comments/links")
def make(
    form: Sent,
    reference: str,
    force: Annotated[str, Form()] = "",
    version: Annotated[str, Form()] = "",
    days: Annotated[str, Form()] = "",
) -> Response:
    """Make a link, and show it once: the record keeps no secret."""
    here, secret = form.visit, new_secret()
    with looking_at(here, reference):
        pass  # a case that is out of reach is not there for a form either
    try:
        new = NewGuestLink(
            hash_of(secret),
            force,
            _number(version or "0", "version", "the version"),
            _number(days or str(GUEST_DAYS), "days", "the days"),
        )
        kept = make_guest_link(here.record, form.hand(), reference, new)
    except CaseworkError as fault:
        faults = faults_of(fault, "days")
        return _page(here, reference, faults, force=force, version=version, days=days)
    if kept != hash_of(secret):
        return go(f"/cases/{reference}/comments/links", SHOWN_ONCE)
    return _page(here, reference, made=f"{here.place.address}/g/{secret}")


@router.post("/cases/{reference}/comments/links/{number}/revoke")
def revoke(form: Sent, reference: str, number: RowNumber) -> Response:
    """Take a link back."""
    here = form.visit
    with looking_at(here, reference):
        revoke_guest_link(here.record, form.hand(), reference, number)
    return go(f"/cases/{reference}/comments/links", f"Link {number} opens nothing any more.")


def _page(here: Visit, reference: str, faults: Faults | None = None, **typed: Any) -> Response:
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
        document = find_document(session, case)
        versions = versions_of(session, document) if document else []
        links = links_of(session, found(case.id))
        said = statements_of(session, found(case.id))
        remarks = {row.number: row for row in remarks_of(session, case)}
    submissions = {row.id: row for row in file.submissions}
    return page(
        here.request,
        "guests/links.html",
        here.visitor,
        status=422 if faults else 200,
        faults=faults or [],
        may=bool(here.visitor.roles & OFFICERS),
        new_act=new_act,
        usual_days=GUEST_DAYS,
        forces=[(row.force_key, force_named(here, row.force_key)) for row in file.forces],
        versions=[row.number for row in reversed(versions)],
        links=[LinkLine.of(here, link) for link in links],
        said=[(row, arrived(row, submissions, remarks)) for row in said],
        **about(here, case, current="comments"),
        **typed,
    )


@dataclass(frozen=True, slots=True)
class LinkLine:
    """One link as a line of a list."""

    number: int
    what: str
    force: str
    made_at: datetime
    expires_at: datetime
    standing: str

    @classmethod
    def of(cls, here: Visit, link: GuestLink) -> "LinkLine":
        """Return the line of a link, as it stands now."""
        is_old = link.expires_at <= here.place.now
        standing = "Taken back" if link.revoked_at else "Too old" if is_old else "Works"
        what = f"Check of version {link.version}" if link.version else "Comments"
        force = force_named(here, link.force_key)
        return cls(found(link.id), what, force, link.made_at, link.expires_at, standing)


def force_named(here: Visit, key: str) -> str:
    """Return a force's name; its key if the settings no longer know it."""
    known = here.visitor.settings.force(key)
    return known.name if known else key


def _number(typed: str, field: str, what: str) -> int:
    if not NUMBER.fullmatch(typed.strip()):
        raise FieldError(field, f"Give {what} as a number.")
    return int(typed)
