"""A form whose work may be long: asked for, waited for a moment, then looked at on its own page."""

from collections.abc import Callable, Mapping

from fastapi import Request
from starlette.responses import Response

from casework.errors import CaseworkError
from casework.record.page_work import Wanted, ask, look, work_of
from models import Case, WorkKind
from web.long_work import Workers, refusal_of
from web.look import go
from web.visits import Posted


def workers_of(request: Request) -> Workers:
    """Return the hands behind the pages."""
    workers: Workers = request.app.state.workers
    return workers


def about_case(
    what: WorkKind,
    case: Case,
    back: str,
    typed: Mapping[str, object],
    file: tuple[bytes, str] = (b"", ""),
) -> Wanted:
    """Return work that is wanted for a case; `back` is the part of its address after the case."""
    known = {**typed, "reference": case.reference}
    address = f"/cases/{case.reference}/{back}"
    return Wanted(what, address, known, case.id, *file)


def done_soon(form: Posted, wanted: Wanted, again: Callable[[CaseworkError], Response]) -> Response:
    """Ask for work and wait a moment; return its outcome, or the page that shows its progress.

    Refused within the moment, the form is shown `again`.
    """
    here, workers = form.visit, workers_of(form.visit.request)
    record, person = here.record, here.visitor.person.key
    told = here.visitor.told_roles
    roles = None if told is None else sorted(role.value for role in told)
    typed = {**wanted.typed, "person": person, "told_roles": roles}
    asked = Wanted(wanted.what, wanted.back, typed, wanted.case_id, wanted.data, wanted.name)
    number = ask(record, person, form.act, asked, here.place.now)
    workers.start(number)
    workers.wait(number)
    work = work_of(record, number, person)
    if work.finished_at is None:
        return go(f"/at-work/{number}")
    look(record, number, here.place.now)
    return go(work.leads_to, work.outcome) if work.went_well else again(refusal_of(work))
