"""A case ends without a response, or is reopened; a report is held under embargo, or released."""

from collections.abc import Callable
from typing import Annotated, Any, Final

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.findings import end_case, hold_report, release_report, reopen_case
from casework.record.dossier import dossier
from casework.record.proposed_ways import proposed_ways
from casework.rules.progress import OFFICERS
from casework.rules.wording import british_date
from models.words import FINISHED, WAYS_OUT, Regime, Role, Stage
from web.case_file import about, looking_at
from web.doing import Doing, do
from web.forms import Faults, FieldError, TypedDay, typed_day
from web.look import page
from web.minding import EMBARGO, ENDING
from web.visits import Posted, Sent, Visit, Visiting, new_act

router = APIRouter(prefix="/cases/{reference}")
Words = Annotated[str, Form()]
BEFORE_REVIEW: Final = frozenset({Stage.OPENED, Stage.CONFIRMED})
WAYS: Final = {
    Stage.NOT_OUR_SUBJECT: "It is not our subject",
    Stage.ANSWERED_ELSEWHERE: "Another case answers it",
    Stage.OPENED_BY_MISTAKE: "It was opened by mistake",
    Stage.REPORT_WITHDRAWN: "The inspectors withdrew the report",
    Stage.NOT_ANSWERED: "We choose not to answer it",
}


@router.get("/ending")
def ending(here: Visiting, reference: str) -> Response:
    """Ask why a case ends without a response, or why it is reopened."""
    return _show_ending(here, reference, {})


@router.post("/end")
def end(
    form: Sent, reference: str, way: Words = "", why: Words = "", other: Words = ""
) -> Response:
    """End a case by one of the ways out, or propose it to the second person."""

    def deed() -> str:
        if way not in {one.value for one in WAYS}:
            raise FieldError("way", "Say which way the case ends.")
        out = Stage(way)
        if out is Stage.ANSWERED_ELSEWHERE and not other.strip():
            raise FieldError("other", "Say which other case answers the report.")
        hand, record = form.hand(minding=ENDING), form.visit.record
        outcome = end_case(record, hand, reference, out, why, other.strip())
        if outcome == "proposed":
            return "It is proposed: the case ends once the monitoring officer says the same here."
        return "The case has ended. Its letters that waited are taken back."

    return _done(form, reference, "ending", {"way": way, "why": why, "other": other}, deed)


@router.post("/reopen")
def reopen(form: Sent, reference: str, why: Words = "") -> Response:
    """Reopen a case that ended without a response."""

    def deed() -> str:
        reopen_case(form.visit.record, form.hand(minding=ENDING), reference, why)
        return "The case is open again. Its draft and its invitation are looked at now."

    return _done(form, reference, "ending", {"why": why}, deed)


@router.get("/embargo")
def embargo(here: Visiting, reference: str) -> Response:
    """Show how long a report is held, and ask for its release."""
    return _show_embargo(here, reference, {})


@router.post("/hold")
def hold(
    form: Sent,
    reference: str,
    until: Annotated[TypedDay, typed_day("until")],
    why: Words = "",
) -> Response:
    """Hold a report under embargo until a day to come."""

    def deed() -> str:
        day = until.on
        hold_report(form.visit.record, form.hand(minding=EMBARGO), reference, day, why)
        told = british_date(day)
        return f"The report is held until {told}. Every day of the case is planned from there."

    return _done(form, reference, "embargo", {"until": until, "why": why}, deed)


@router.post("/release")
def release(form: Sent, reference: str, how: Words = "") -> Response:
    """Lift an embargo, once the report is out."""

    def deed() -> str:
        release_report(form.visit.record, form.hand(minding=EMBARGO), reference, how)
        return "The embargo is lifted: what waited for it may go."

    return _done(form, reference, "embargo", {"how": how}, deed)


def _done(
    form: Posted, reference: str, name: str, typed: dict[str, Any], deed: Callable[[], str]
) -> Response:
    show = _show_ending if name == "ending" else _show_embargo

    def again(faults: Faults) -> Response:
        return show(form.visit, reference, typed, faults)

    field = "how" if "how" in typed else "why"
    return do(form, reference, Doing(f"/cases/{reference}", again, field), deed)


def _show_ending(
    here: Visit, reference: str, typed: dict[str, Any], faults: Faults | None = None
) -> Response:
    with looking_at(here, reference) as (session, case):
        file, proposed = dossier(session, case), proposed_ways(session, case)
    ways = {
        stage.value: words
        for stage, words in WAYS.items()
        if stage is not Stage.NOT_ANSWERED or case.regime is not Regime.SECTION_55
    }
    return page(
        here.request,
        "ending.html",
        here.visitor,
        422 if faults else 200,
        **about(here, case, current="ending"),
        file=file,
        ways=ways,
        proposed=proposed,
        is_open=case.stage not in FINISHED,
        may_reopen=case.stage in WAYS_OUT,
        is_second=Role.MONITORING_OFFICER in here.visitor.roles,
        may_change=bool(OFFICERS & here.visitor.roles),
        typed=typed,
        act=new_act,
        faults=faults or (),
    )


def _show_embargo(
    here: Visit, reference: str, typed: dict[str, Any], faults: Faults | None = None
) -> Response:
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
    until = None if case.released_at else case.embargoed_until
    return page(
        here.request,
        "embargo.html",
        here.visitor,
        422 if faults else 200,
        **about(here, case, current="embargo"),
        file=file,
        held=until is not None,
        may_release=until is not None and until <= here.place.now,
        may_hold=case.stage in BEFORE_REVIEW,
        may_change=bool(OFFICERS & here.visitor.roles),
        typed=typed,
        until=typed.get("until") or TypedDay("until"),
        act=new_act,
        faults=faults or (),
    )
