"""The findings of a case beside the report's text: accepted, merged, confirmed, added to."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.responses import Response

from casework.findings import (
    accept_findings,
    add_finding,
    confirm_findings,
    merge_findings,
    out_of_step,
    repeats_of,
)
from casework.record.dossier import dossier
from casework.record.finding_fields import references
from casework.record.sheet import dropped_findings
from casework.rules.progress import OFFICERS
from casework.rules.wording import counted
from web.case_file import about, looking_at
from web.doing import Doing, do
from web.finding_forms import Added, a_class, none_ticked, typed_finding
from web.forms import Faults
from web.look import page
from web.place_words import finding_names, said_of_findings, with_findings
from web.report_view import report_view
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()
Ticked = Annotated[list[str], Form()]
Typed = Annotated[Added, Depends(typed_finding)]


@router.get("/cases/{reference}/findings")
def findings(here: Visiting, reference: str) -> Response:
    """Show each finding beside its place in the report."""
    return _show(here, reference)


@router.post("/cases/{reference}/findings/confirm")
def confirm(form: Sent, reference: str) -> Response:
    """Confirm the list as it stands."""
    here = form.visit

    def deed() -> str:
        count = confirm_findings(here.record, form.hand(), reference)
        return f"The list is confirmed: {counted(count, 'finding')}."

    return do(form, reference, _doing(here, reference, "confirm"), deed)


@router.post("/cases/{reference}/findings/accept")
def accept(form: Sent, reference: str, ticked: Ticked = []) -> Response:  # noqa: B006  never kept
    """Say that the ticked findings stand as the report prints them."""
    here = form.visit

    def deed() -> str:
        none_ticked(ticked, 1)
        count = accept_findings(here.record, form.hand(), reference, ticked)
        return f"{counted(count, 'finding')} accepted as printed."

    return do(form, reference, _doing(here, reference, "ticked", ticked), deed)


@router.post("/cases/{reference}/findings/merge")
def merge(form: Sent, reference: str, ticked: Ticked = []) -> Response:  # noqa: B006  never kept
    """Make the ticked findings one."""
    here = form.visit

    def deed() -> str:
        none_ticked(ticked, 2)
        kept = merge_findings(here.record, form.hand(), reference, ticked)
        said = f"{counted(len(ticked), 'finding')} are one now, {kept}."
        return said_of_findings(here, reference, said)

    return do(form, reference, _doing(here, reference, "ticked", ticked), deed)


def _doing(here: Visit, reference: str, field: str, ticked: Ticked | None = None) -> Doing:
    def again(faults: Faults) -> Response:
        return _show(here, reference, ticked or (), faults)

    return Doing(f"/cases/{reference}/findings", again, field)


def _show(
    here: Visit, reference: str, ticked: Ticked | tuple[()] = (), faults: Faults | None = None
) -> Response:
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
        view = report_view(session, file)
        dropped = dropped_findings(session, case)
    cited = references(file.findings)
    names = finding_names(file, dropped)
    repeats = repeats_of(here.record, reference).sentences()
    return page(
        here.request,
        "findings.html",
        here.visitor,
        422 if faults else 200,
        **about(here, file.case, current="findings"),
        file=file,
        view=view,
        dropped=dropped,
        names=names,
        why_off={one.key: with_findings(one.dropped_because, names) for one in dropped},
        cited=cited,
        repeats=[with_findings(said, cited) for said in repeats],
        step=out_of_step(here.record, reference),
        ticked=ticked,
        may_change=bool(OFFICERS & here.visitor.roles),
        act=new_act,
        faults=faults or (),
    )


@router.get("/cases/{reference}/findings/add")
def add_page(here: Visiting, reference: str) -> Response:
    """Ask for a finding the reader missed."""
    return _show_add(here, reference, Added())


@router.post("/cases/{reference}/findings/add")
def add(form: Sent, reference: str, typed: Typed) -> Response:
    """Add a finding the reader missed."""
    here = form.visit

    def deed() -> str:
        said = (a_class(typed.klass), typed.words, typed.area, typed.number, typed.after)
        key = add_finding(here.record, form.hand(), reference, *said)
        return said_of_findings(here, reference, f"{key} is added to the list.")

    def again(faults: Faults) -> Response:
        return _show_add(here, reference, typed, faults)

    return do(form, reference, Doing(f"/cases/{reference}/findings", again, "text"), deed)


def _show_add(here: Visit, reference: str, typed: Added, faults: Faults | None = None) -> Response:
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
    return page(
        here.request,
        "finding_add.html",
        here.visitor,
        422 if faults else 200,
        **about(here, file.case, current="findings"),
        file=file,
        cited=references(file.findings),
        typed=typed,
        may_change=bool(OFFICERS & here.visitor.roles),
        act=new_act,
        faults=faults or (),
    )
