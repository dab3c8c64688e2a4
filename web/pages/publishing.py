"""Publication: the moment set and taken back, lateness explained, what is public corrected."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, Final

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.errors import CaseworkError
from casework.publication import correct, give_lateness_reason, schedule, unschedule
from casework.publication.copies import COPY_KINDS
from casework.record.dossier import Dossier, dossier
from casework.record.lawfulness import limbs_in_the_way
from casework.record.people import names
from casework.record.reason import A_WORD, given_reason
from casework.rules.blocks import Block
from casework.rules.deadlines import is_late
from casework.rules.progress import OFFICERS, WHO_PROVES
from casework.rules.terminal_words import in_page_words
from models import Mail, Publication, WorkKind
from models.words import PublicationState, Stage
from web.case_file import about, file_of, looking_at
from web.excuse_view import let_pass, standing
from web.forms import Faults, TypedDay, faults_of, typed_day
from web.letter_list import is_draft
from web.look import go, page
from web.minding import ENDING, LATENESS, SCHEDULE
from web.place import LONDON
from web.typed_time import a_time
from web.visits import Posted, Sent, Visit, Visiting, new_act
from web.waiting import about_case, done_soon

router = APIRouter()
MAY_SCHEDULE: Final = frozenset({Stage.SIGNED, Stage.SCHEDULED})
PUBLIC: Final = frozenset({Stage.PUBLISHED, Stage.CLOSED})


@router.get("/cases/{reference}/publishing")
def publishing(here: Visiting, reference: str) -> Response:
    """Show how far the publication of a response has come."""
    return publishing_page(here, reference)


@router.post("/cases/{reference}/publishing/schedule")
def set_moment(
    form: Sent,
    reference: str,
    on: Annotated[TypedDay, typed_day("on")],
    at: Annotated[str, Form()] = "",
    late_because: Annotated[str, Form()] = "",
) -> Response:
    """Set the moment of publication, or another one."""
    here = form.visit
    case = file_of(here, reference).case
    try:
        moment = datetime.combine(on.on, a_time(at, "at"), tzinfo=LONDON)
        hand = form.hand(minding=SCHEDULE)
        _, *remarks = schedule(here.record, hand, case.reference, moment, late_because, sure=False)
    except CaseworkError as fault:
        typed = {"on": on, "at": at, "late_because": late_because}
        return publishing_page(here, reference, faults_of(fault, "on-day"), **typed)
    said = ["The moment of publication is set.", *map(in_page_words, remarks)]
    return go(f"/cases/{case.reference}/publishing", " ".join(said))


@router.post("/cases/{reference}/publishing/unschedule")
def take_back(form: Sent, reference: str, reason: Annotated[str, Form()] = "") -> Response:
    """Take the moment of publication back; the signatures stand."""

    def deed(known: str) -> str:
        why = given_reason(reason, "Say in a few words why it is taken back.", least=A_WORD)
        unschedule(form.visit.record, form.hand(minding=SCHEDULE), known, why)
        return "Nothing is scheduled any more. The signatures stand."

    return done_or_told(form, reference, "reason", reason, deed)


@router.post("/cases/{reference}/publishing/late")
def explain(form: Sent, reference: str, why_late: Annotated[str, Form()] = "") -> Response:
    """Give the reason why a response is late."""

    def deed(known: str) -> str:
        give_lateness_reason(form.visit.record, form.hand(minding=LATENESS), known, why_late)
        return "The reason is on the record."

    return done_or_told(form, reference, "why_late", why_late, deed)


@router.post("/cases/{reference}/publishing/correct")
def correct_it(form: Sent, reference: str, note: Annotated[str, Form()] = "") -> Response:
    """Open a published response for correction."""

    def deed(known: str) -> str:
        correct(form.visit.record, form.hand(minding=ENDING), known, note)
        return "It is in review again. What is public stays until the correction is signed."

    return done_or_told(form, reference, "note", note, deed)


@router.post("/cases/{reference}/publishing/now")
def publish_now(form: Sent, reference: str) -> Response:
    """Publish now what is due, and look whether it is public."""
    case = file_of(form.visit, reference).case

    def again(fault: CaseworkError) -> Response:
        return publishing_page(form.visit, reference, faults_of(fault, "now"))

    return done_soon(form, about_case(WorkKind.PUBLISH, case, "publishing", {}), again)


def done_or_told(
    form: Posted, reference: str, field: str, typed: str, deed: Callable[[str], str]
) -> Response:
    """Do one act of this page and say so, or show the page again with what was typed."""
    known = file_of(form.visit, reference).case.reference
    try:
        said = deed(known)
    except CaseworkError as fault:
        faults = faults_of(fault, field)
        return publishing_page(form.visit, reference, faults, **{field: typed})
    return go(f"/cases/{known}/publishing", said)


def publishing_page(
    here: Visit, reference: str, faults: Faults | None = None, **typed: Any
) -> Response:
    """Return the page of publication."""
    with looking_at(here, reference) as (session, case):
        file, people = dossier(session, case), names(session)
        drafts = [one.id for one in copies_of(file) if is_draft(here, session, one)]
        passed = let_pass(here, session, file)
    roles, rows = here.visitor.roles, of_this_round(file)
    officer = bool(OFFICERS & roles)
    usual = {"on": TypedDay("on"), "at": "", "late_because": case.lateness_reason}
    return page(
        here.request,
        "publishing.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, case, current="publishing"),
        faults=faults or [],
        file=file,
        rows=rows,
        people=people,
        letters=copies_of(file),
        drafts=drafts,
        in_the_way=standing(file, _unlawful(here, file)),
        let_pass=passed,
        may_schedule=officer and case.stage in MAY_SCHEDULE,
        may_publish=officer and _is_due(file, here),
        may_unschedule=officer and case.stage is Stage.SCHEDULED,
        may_prove=[row for row in rows if _may_be_proved(row)] if WHO_PROVES & roles else [],
        may_correct=officer and case.stage in PUBLIC,
        may_explain=officer and _is_late(file, here),
        may_send=officer,
        is_public=case.stage in PUBLIC,
        typed={**usual, **typed},
        new_act=new_act,
    )


def _unlawful(here: Visit, file: Dossier) -> list[Block]:
    """Return the limbs that keep a signed response from being published."""
    if file.case.stage not in MAY_SCHEDULE or file.case.responded_on:
        return []
    return limbs_in_the_way(here.visitor.settings, file, here.place.today)


def of_this_round(file: Dossier) -> list[Publication]:
    """Return what each publisher was given of the text signed last."""
    return [row for row in file.publications if file.round and row.round_id == file.round.id]


def copies_of(file: Dossier) -> list[Mail]:
    """Return the letters with the copies of a published response."""
    return [mail for mail in file.mails if mail.kind in COPY_KINDS.values()]


def _may_be_proved(row: Publication) -> bool:
    return row.state is PublicationState.WRITTEN


def _is_due(file: Dossier, here: Visit) -> bool:
    planned = file.case.planned_for
    due = planned is not None and planned <= here.place.now
    return due and file.case.stage in {Stage.SCHEDULED, Stage.PUBLISHED}


def _is_late(file: Dossier, here: Visit) -> bool:
    planned = file.case.planned_for
    day = file.case.responded_on or (planned.astimezone(LONDON).date() if planned else None)
    return is_late(file.published, day or here.place.today)
