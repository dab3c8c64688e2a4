"""One case: where it stands, what is next, and the way to everything of it."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.findings import out_of_step
from casework.record.date_candidates import dates_told
from casework.record.dossier import Dossier
from casework.record.editions import is_embargoed
from casework.record.lawfulness_sheet import lawfulness_sheet
from casework.record.plans import plan_of
from casework.record.sheet import sheet_of
from casework.record.starting import start_flow, started
from casework.record.whats_next import has_arrived, whats_next
from casework.registers.bank_holidays import bank_holidays_around
from casework.rules.dates_told import oddities
from casework.rules.deadlines import deadline_answer
from casework.rules.progress import OFFICERS
from casework.rules.strip import Strip, strip
from models.words import FINISHED
from web.case_file import about, looking_at
from web.doing import Doing, do
from web.forms import Faults
from web.look import page
from web.pictures.stages import stages
from web.place_words import fact_words, finding_names, with_findings
from web.visits import Sent, Visit, Visiting, new_act
from web.ways import flows_now, way

router = APIRouter()


@router.get("/cases/{reference}")
def case(here: Visiting, reference: str) -> Response:
    """Show a case whole."""
    return show_case(here, reference)


@router.post("/cases/{reference}/start")
def start(form: Sent, reference: str, flow: Annotated[str, Form()] = "") -> Response:
    """Ask for one run of a flow, now."""

    def deed() -> str:
        start_flow(form.visit.record, form.hand(), reference, flow)
        return "It was asked for: it runs within seconds, and what it leaves stands here then."

    def again(faults: Faults) -> Response:
        return show_case(form.visit, reference, faults)

    return do(form, reference, Doing(f"/cases/{reference}", again, "start"), deed)


def show_case(here: Visit, reference: str, faults: Faults | None = None) -> Response:
    """Return the page of a case, with what was refused if anything was."""
    settings, today = here.visitor.settings, here.place.today
    with looking_at(here, reference) as (session, row):
        sheet = sheet_of(session, row)
        law = lawfulness_sheet(session, settings, sheet.file, here.place.now)
    file = sheet.file
    names = finding_names(file, sheet.dropped)
    holidays = bank_holidays_around(file.published)
    return page(
        here.request,
        "case.html",
        here.visitor,
        422 if faults else 200,
        **about(here, file.case, current="case"),
        **_next(here, file),
        sheet=sheet,
        file=file,
        settings=settings,
        answer=deadline_answer(file.published, today, holidays),
        dates=dates_told(file.report),
        warnings=json.loads(file.report.warnings),
        answered=answered_keys(file),
        odd=oddities(file.published, file.report.title, dates_told(file.report)),
        cited=names,
        why_off={one.key: with_findings(one.dropped_because, names) for one in sheet.dropped},
        fact=fact_words(settings, file, names),
        step=out_of_step(here.record, reference),
        law=law,
        strip=strip_of_file(here, file),
        stages=stages(file.case.stage),
        is_open=file.case.stage not in FINISHED,
        may_change=bool(OFFICERS & here.visitor.roles),
        flows=flows_now(file.case.stage),
        runs=started(here.record, file.case.reference),
        act=new_act,
        faults=faults or (),
    )


def strip_of_file(here: Visit, file: Dossier) -> Strip:
    """Return the strip of fifty-six days of a case."""
    embargoed = is_embargoed(file.case)
    plan = plan_of(here.visitor.settings, file.published, file.case.route, embargoed=embargoed)
    holidays = bank_holidays_around(file.published)
    return strip(file.published, here.place.today, plan, holidays)


def answered_keys(file: Dossier) -> frozenset[str]:
    """Return the keys of the findings that have the body's own answer."""
    return frozenset(one.key for one in file.findings if file.words_at(f"{one.key}_answer"))


def _next(here: Visit, file: Dossier) -> dict[str, Any]:
    words, role = whats_next(here.visitor.settings, file)
    to = way(
        file.case.reference,
        file.case.stage,
        dated=not file.provisional,
        listed=file.case.findings_confirmed,
        comments=[force.state for force in file.forces],
        arrived=has_arrived(file),
        words=words,
    )
    return {"next_words": words, "next_role": role, "next_way": to}
