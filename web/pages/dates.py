"""The publication date is confirmed or corrected, and who leads is said."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.findings import UnlikelyDateError, confirm_date, take_case
from casework.record.date_candidates import dates_told
from casework.rules.dates_told import oddities
from casework.rules.deadlines import explained
from casework.rules.progress import OFFICERS
from web.case_file import about, file_of
from web.doing import Doing, do
from web.forms import Faults, FieldError, TypedDay, typed_day
from web.look import page
from web.minding import DATE, LEAD
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()
Published = Annotated[TypedDay, typed_day("published")]


@dataclass(frozen=True, slots=True)
class _Typed:
    published: TypedDay
    source: str


@router.get("/cases/{reference}/date")
def date_page(here: Visiting, reference: str) -> Response:
    """Show every date that was told, and ask for the right one."""
    return _show_date(here, reference)


@router.post("/cases/{reference}/date")
def confirm(
    form: Sent,
    reference: str,
    published: Published,
    source: Annotated[str, Form()] = "",
    sure: Annotated[str, Form()] = "",
) -> Response:
    """Confirm the date, or correct it; one that looks like a slip is asked about first."""
    here, typed = form.visit, _Typed(published, source)

    def deed() -> str:
        hand, day = form.hand(minding=DATE), published.on
        meant = sure == day.isoformat()
        try:
            confirm_date(here.record, hand, reference, day, source.strip(), sure=meant)
        except UnlikelyDateError as slip:
            raise FieldError("sure", str(slip)) from slip
        return f"The date is confirmed. {explained(day)}"

    def again(faults: Faults) -> Response:
        return _show_date(here, reference, typed, faults)

    return do(form, reference, Doing(f"/cases/{reference}", again, "published-day"), deed)


def _show_date(
    here: Visit, reference: str, typed: _Typed | None = None, faults: Faults | None = None
) -> Response:
    file = file_of(here, reference)
    told = dates_told(file.report)
    return page(
        here.request,
        "date.html",
        here.visitor,
        422 if faults else 200,
        **about(here, file.case, current="date"),
        file=file,
        dates=told,
        odd=oddities(file.published, file.report.title, told),
        typed=typed or _Typed(TypedDay.of("published", file.published), ""),
        may_change=bool(OFFICERS & here.visitor.roles),
        act=new_act,
        faults=faults or (),
    )


@router.get("/cases/{reference}/lead")
def lead_page(here: Visiting, reference: str) -> Response:
    """Ask who leads a case."""
    return _show_lead(here, reference)


@router.post("/cases/{reference}/lead")
def lead(form: Sent, reference: str, person: Annotated[str, Form()] = "") -> Response:
    """Say who leads a case."""
    here = form.visit

    def deed() -> str:
        take_case(here.record, form.hand(minding=LEAD), reference, person)
        known = here.visitor.settings.person(person)
        return f"{known.name if known else person} leads {reference}."

    def again(faults: Faults) -> Response:
        return _show_lead(here, reference, person, faults)

    return do(form, reference, Doing(f"/cases/{reference}", again, "person"), deed)


def _show_lead(
    here: Visit, reference: str, typed: str = "", faults: Faults | None = None
) -> Response:
    file, today = file_of(here, reference), here.place.today
    people = [one for one in here.visitor.settings.people if OFFICERS & one.roles_on(today)]
    return page(
        here.request,
        "lead.html",
        here.visitor,
        422 if faults else 200,
        **about(here, file.case, current="lead"),
        file=file,
        people=people,
        typed=typed or here.visitor.person.key,
        may_change=bool(OFFICERS & here.visitor.roles),
        act=new_act,
        faults=faults or (),
    )
