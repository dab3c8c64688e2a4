"""What was said elsewhere of the response, and what became of it."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Form, Path, UploadFile
from starlette.responses import Response

from casework.documents.regions import read_regions
from casework.errors import CaseworkError, NotFoundError
from casework.reading.marked_pdf import read_marks
from casework.record.dossier import dossier
from casework.record.people import names
from casework.record.remarks import DECISION_WORDS, HEARD_WORDS, remarks_of
from casework.review import HeardElsewhere, decide_remark, log_remarks
from casework.review.remarks import DECIDERS
from casework.rules.progress import EDITORS
from casework.rules.wording import counted
from models.review_words import Decision, Heard
from models.words import FINISHED
from web.case_file import about, file_of, looking_at
from web.files import optional
from web.forms import Faults, FieldError, TypedDay, faults_of, typed_day
from web.look import go, page
from web.minding import of_remark
from web.place_words import place_words
from web.version_list import version_bytes, version_list
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()
MOST_REMARKS = 1_000_000
DECISIONS = (Decision.TAKEN, Decision.PARTLY, Decision.NOT_TAKEN)


@router.get("/cases/{reference}/remarks")
def remarks(here: Visiting, reference: str) -> Response:
    """List what was said elsewhere, and take down more."""
    return _remarks(here, reference)


@router.post("/cases/{reference}/remarks/log")
def log(  # noqa: PLR0913, PLR0917  a form has as many fields as it has
    form: Sent,
    reference: str,
    on: Annotated[TypedDay, typed_day("on")],
    who: Annotated[str, Form()] = "",
    how: Annotated[str, Form()] = "",
    words: Annotated[str, Form()] = "",
    place: Annotated[str, Form()] = "",
    marked: UploadFile | None = None,
) -> Response:
    """Take down what somebody said, or every comment of a marked PDF."""
    here = form.visit
    case = file_of(here, reference).case
    try:
        one = HeardElsewhere(who, _heard(how), words, on.if_any, place)
        said, source, warnings = _said(one, optional(marked, "marked"))
        logged = log_remarks(here.record, form.hand(), case.reference, said, source)
    except CaseworkError as fault:
        typed = {"who": who, "how": how, "words": words, "place": place, "on": on}
        return _remarks(here, reference, faults_of(fault, "words"), **typed)
    told = " ".join([f"{counted(len(set(logged)), 'remark')} logged, and open.", *warnings])
    return go(f"/cases/{case.reference}/remarks", told)


@router.get("/cases/{reference}/remarks/{number:int}")
def remark(here: Visiting, reference: str, number: int) -> Response:
    """Show one remark, and ask what becomes of it."""
    return _remark(here, reference, number)


@router.post("/cases/{reference}/remarks/{number:int}/decide")
def decide(
    form: Sent,
    reference: str,
    number: Annotated[int, Path(le=MOST_REMARKS)],
    decision: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
) -> Response:
    """Say what became of a remark, and why."""
    here = form.visit
    case = file_of(here, reference).case
    try:
        if decision not in DECISIONS:
            raise FieldError("decision", "Say what became of it.")
        chosen, hand = Decision(decision), form.hand(minding=of_remark(number))
        said = decide_remark(here.record, hand, case.reference, number, chosen, reason)
    except CaseworkError as fault:
        faults = faults_of(fault, "reason")
        return _remark(here, reference, number, faults, decision=decision, reason=reason)
    return go(f"/cases/{case.reference}/remarks", f"Remark {number} is {said}.")


def _heard(how: str) -> Heard:
    try:
        return Heard(how)
    except ValueError as fault:
        raise FieldError("how", "Say how it was said.") from fault


def _said(
    one: HeardElsewhere, marked: tuple[bytes, str] | None
) -> tuple[list[HeardElsewhere], tuple[str, bytes] | None, list[str]]:
    """Return what is to be logged, the file it was read from, and what could not be read."""
    if not one.who.strip():
        raise FieldError("who", "Say who said it.")
    if bool(one.words.strip()) == bool(marked):
        raise FieldError("words", "Write the words down, or choose a marked PDF: one of the two.")
    if marked is None:
        return [one], None, []
    data, name = marked
    try:
        read = read_marks(data, name)
    except CaseworkError as fault:
        raise FieldError("marked", str(fault)) from fault
    said = [
        replace(one, who=_author(one.who, mark.author), words=mark.told, quoted=mark.quoted)
        for mark in read.marks
    ]
    return said, (name, data), list(read.warnings)


def _author(who: str, author: str) -> str:
    return f"{who} ({author})" if author and author.casefold() not in who.casefold() else who


def _remarks(here: Visit, reference: str, faults: Faults | None = None, **typed: Any) -> Response:
    with looking_at(here, reference) as (session, case):
        file, people = dossier(session, case), names(session)
        logged = remarks_of(session, case)
        current = version_list(session, case).current
        places = list(read_regions(version_bytes(session, case, current)[0])) if current else []
    usual = {"who": "", "how": "", "words": "", "place": "", "on": TypedDay("on")}
    return page(
        here.request,
        "remarks.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, case, current="remarks"),
        faults=faults or [],
        logged=logged,
        people=people,
        place=place_words(file),
        places=places,
        ways=HEARD_WORDS,
        outcomes=DECISION_WORDS,
        may_log=bool(EDITORS & here.visitor.roles) and case.stage not in FINISHED,
        may_decide=bool(DECIDERS & here.visitor.roles) and case.stage not in FINISHED,
        typed={**usual, **typed},
        new_act=new_act,
    )


def _remark(
    here: Visit, reference: str, number: int, faults: Faults | None = None, **typed: str
) -> Response:
    with looking_at(here, reference) as (session, case):
        file, people = dossier(session, case), names(session)
        row = next((one for one in remarks_of(session, case) if one.number == number), None)
    if row is None:
        raise NotFoundError(f"{case.reference} has no remark {number}.")
    known = {"decision": row.decision.value, "reason": row.reason}
    return page(
        here.request,
        "remark.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, case, current="remarks"),
        faults=faults or [],
        row=row,
        place=place_words(file),
        people=people,
        ways=HEARD_WORDS,
        outcomes=DECISION_WORDS,
        decisions=DECISIONS,
        may_decide=bool(DECIDERS & here.visitor.roles) and case.stage not in FINISHED,
        typed={**known, **typed},
        new_act=new_act,
    )
