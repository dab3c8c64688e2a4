"""One finding: corrected, split, moved, said whom it concerns, taken off the list or put back."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form
from sqlmodel import select
from starlette.responses import Response

from casework.errors import NotFoundError
from casework.findings import (
    correct_finding,
    drop_finding,
    move_finding,
    number_finding,
    regard_finding,
    restore_finding,
    split_finding,
)
from casework.record.dossier import dossier
from casework.record.finding_fields import references
from casework.record.sheet import dropped_findings
from casework.rules.progress import OFFICERS
from models import Finding
from web.case_file import about, looking_at
from web.doing import Doing, do
from web.finding_forms import Added, a_class, a_group, line_numbers, typed_finding
from web.forms import Faults, FieldError
from web.look import page
from web.minding import of_finding
from web.place_words import finding_names, said_of_findings, with_findings
from web.report_view import report_view
from web.visits import Posted, Sent, Visit, Visiting, new_act

router = APIRouter(prefix="/cases/{reference}/findings/{key}")
Words = Annotated[str, Form()]
Typed = Annotated[Added, Depends(typed_finding)]


@router.get("")
def finding(here: Visiting, reference: str, key: str) -> Response:
    """Show a finding beside its place in the report, with all that can be done to it."""
    return _show(here, reference, key, {})


@router.post("/correct")
def correct(form: Sent, reference: str, key: str, typed: Typed) -> Response:
    """Correct its text, class, area or number."""

    def deed() -> str:
        if not typed.words.strip():
            said = "A finding cannot be empty: take it off the list with a reason instead."
            raise FieldError("text", said)
        correct_finding(
            form.visit.record,
            form.hand(minding=of_finding(key)),
            reference,
            key,
            typed.words,
            klass=a_class(typed.klass),
            area=typed.area,
            number=typed.number,
        )
        return f"{key} is corrected."

    return _done(form, reference, key, "text", asdict(typed), deed)


@router.post("/split")
def split(
    form: Sent,
    reference: str,
    key: str,
    lines: Annotated[list[str], Form()] = [],  # noqa: B006  never kept
) -> Response:
    """Split it before the ticked lines."""

    def deed() -> str:
        numbers = line_numbers(lines)
        first, *others = split_finding(
            form.visit.record, form.hand(minding=of_finding(key)), reference, key, numbers
        )
        return f"{first} is split: its other parts are {', '.join(others)}."

    return _done(form, reference, key, "lines", {"lines": lines}, deed)


@router.post("/move")
def move(form: Sent, reference: str, key: str, before: Words = "") -> Response:
    """Move it before another one, or to the end."""

    def deed() -> str:
        move_finding(form.visit.record, form.hand(minding=of_finding(key)), reference, key, before)
        return f"{key} stands {f'before {before}' if before else 'last'} now."

    return _done(form, reference, key, "before", {"before": before}, deed)


@router.post("/regard")
def regard(form: Sent, reference: str, key: str, whom: Words = "", why: Words = "") -> Response:
    """Say whom it concerns, and why."""

    def deed() -> str:
        group = a_group(whom)
        regard_finding(
            form.visit.record, form.hand(minding=of_finding(key)), reference, key, group, why
        )
        return f"{key} concerns {group.value.replace('_', ' ')}."

    return _done(form, reference, key, "why", {"whom": whom, "why": why}, deed)


@router.post("/number")
def number(
    form: Sent, reference: str, key: str, theirs: Words = "", standing: Words = ""
) -> Response:
    """Set the number the inspectors track it by, and its status with them."""

    def deed() -> str:
        number_finding(
            form.visit.record, form.hand(minding=of_finding(key)), reference, key, theirs, standing
        )
        return f"The inspectors’ number of {key} is written down."

    typed = {"theirs": theirs, "standing": standing}
    return _done(form, reference, key, "theirs", typed, deed)


@router.post("/drop")
def drop(form: Sent, reference: str, key: str, reason: Words = "") -> Response:
    """Take it off the list, with the reason."""

    def deed() -> str:
        drop_finding(form.visit.record, form.hand(minding=of_finding(key)), reference, key, reason)
        return "It is off the list. Its text is kept."

    return _done(form, reference, key, "reason", {"reason": reason}, deed)


@router.post("/restore")
def restore(form: Sent, reference: str, key: str) -> Response:
    """Put it back on the list."""

    def deed() -> str:
        restore_finding(form.visit.record, form.hand(minding=of_finding(key)), reference, key)
        return f"{key} is on the list again."

    return _done(form, reference, key, "restore", {}, deed)


def _done(
    form: Posted,
    reference: str,
    key: str,
    field: str,
    typed: Mapping[str, object],
    deed: Callable[[], str],
) -> Response:
    def again(faults: Faults) -> Response:
        return _show(form.visit, reference, key, typed, faults)

    to = f"/cases/{reference}/findings/{key}"
    return do(
        form,
        reference,
        Doing(to, again, field),
        lambda: said_of_findings(form.visit, reference, deed()),
    )


def _show(
    here: Visit,
    reference: str,
    key: str,
    typed: Mapping[str, object],
    faults: Faults | None = None,
) -> Response:
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
        wanted = select(Finding).where(Finding.case_id == case.id, Finding.key == key)
        row = session.exec(wanted).first()
        if row is None:
            message = f"{case.reference} has no finding {key}: look at the list of its findings."
            raise NotFoundError(message)
        view = report_view(session, file)
        names = finding_names(file, dropped_findings(session, case))
    return page(
        here.request,
        "finding.html",
        here.visitor,
        422 if faults else 200,
        **about(here, file.case, current="findings"),
        file=file,
        one=row,
        names=names,
        why_off={row.key: with_findings(row.dropped_because, names)},
        view=view,
        cited=references(file.findings),
        typed={**_as_it_stands(row), **typed},
        may_change=bool(OFFICERS & here.visitor.roles),
        act=new_act,
        faults=[(field, with_findings(said, names)) for field, said in faults or ()],
    )


def _as_it_stands(row: Finding) -> dict[str, Any]:
    return {
        "text": row.text,
        "klass": row.klass.value,
        "area": row.area,
        "number": row.number,
        "whom": row.concerns.value,
        "theirs": row.inspectors_number,
        "standing": row.inspectors_status,
    }
