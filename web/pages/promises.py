"""The ledger of promises: of one response, and of all that are public."""

from typing import TYPE_CHECKING, Final

from fastapi import APIRouter
from starlette.responses import Response

from casework.access import within_reach
from casework.publishers.tables import CSV, csv_file
from casework.record.desk import found
from web.case_file import about, looking_at
from web.files import attachment
from web.look import page
from web.visits import Visit, Visiting

if TYPE_CHECKING:
    from casework.examining.ledgers import Ledger

router = APIRouter()
HEADS: Final = ("case", "promise", "by whom", "by", "as written", "assumed", "findings", "past")


@router.get("/cases/{reference}/promises")
def promises(here: Visiting, reference: str) -> Response:
    """Show what a response promises, the soonest first."""
    with looking_at(here, reference) as (_, case):
        given = about(here, case, current="promises")
    return page(
        here.request,
        "promises.html",
        here.visitor,
        **given,
        ledger=ledger_of(here, reference),
        today=here.place.today,
    )


@router.get("/cases/{reference}/promises.csv")
def as_csv(here: Visiting, reference: str) -> Response:
    """Give the same out as a table."""
    today = here.place.today
    rows = [
        (
            one.reference,
            one.words,
            one.by,
            one.day,
            one.raw,
            one.assumed,
            ", ".join(cited for cited, _ in one.findings),
            one.is_past(today),
        )
        for one in ledger_of(here, reference).promises
    ]
    return attachment(csv_file(HEADS, rows), f"promises-{reference}.csv", CSV)


@router.get("/promises")
def of_the_office(here: Visiting) -> Response:
    """Show what the public responses promise: those within the visitor's reach."""
    from casework.examining.ledgers import public_promises  # noqa: PLC0415  as in web.checked

    roles, now, today = here.visitor.roles, here.place.now, here.place.today
    with here.record.reading() as session:
        told = public_promises(
            session,
            here.visitor.settings,
            found(here.record.office(session).id),
            lambda case: within_reach(case, roles, now),
            now,
        )
    past = [one for one in told.promises if one.is_past(today)]
    return page(
        here.request,
        "office_promises.html",
        here.visitor,
        to_come=[one for one in told.promises if not one.is_past(today)],
        past=list(reversed(past)),
        unread=told.unread,
        today=today,
    )


def ledger_of(here: Visit, reference: str) -> "Ledger":
    """Return what a response promises, as it stands now."""
    from casework.examining.ledgers import promises_of  # noqa: PLC0415  as in web.checked

    with looking_at(here, reference) as (session, case):
        return promises_of(session, here.visitor.settings, case, here.place.today)
