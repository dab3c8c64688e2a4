"""Approving subject to amendments, and certifying that only those were made."""

from typing import Annotated, Any

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.documents.compare import compare, parts_of
from casework.documents.regions import read_regions
from casework.errors import CaseworkError, NotAllowedError
from casework.record.conditions import amendments_of
from casework.record.dossier import dossier
from casework.record.people import names
from casework.rules.progress import OFFICERS
from casework.rules.signing import MOST_AMENDMENTS
from casework.sign_off import Seen, approve_subject_to, certify, refuse_certificate
from models import SigningRound
from models.shapes.comparison import Difference
from models.words import SignatureStep
from web.amendment_lines import read_amendments
from web.case_file import about, file_of, looking_at
from web.forms import Faults, FieldError, faults_of
from web.look import go, page
from web.place_words import place_words
from web.signing_view import check_turn, to_certify, turn_for
from web.step_up import ask_again, sure_of
from web.version_list import version_bytes
from web.visits import Sent, Visit, Visiting, new_act

router = APIRouter()
BACK = (
    "It is in review again, and your amendments stand among its remarks. Once they are made and a "
    "second officer certifies that nothing else was, your word counts for the new text."
)
CERTIFIED = {
    SignatureStep.APPROVED: "Certified: the approval counts for this text.",
    SignatureStep.SIGNED: "Certified: the signature counts for this text.",
}


@router.get("/cases/{reference}/signing/subject-to")
def ask_for_amendments(here: Visiting, reference: str) -> Response:
    """Ask to which amendments an approval is subject."""
    return _subject_to(here, reference)


@router.post("/cases/{reference}/signing/subject-to")
def approve_with_amendments(
    form: Sent,
    reference: str,
    amendments: Annotated[str, Form()] = "",
    manifest: Annotated[str, Form()] = "",
    code: Annotated[str, Form()] = "",
    *,
    another: Annotated[bool, Form()] = False,
) -> Response:
    """Approve, or sign, subject to amendments."""
    here = form.visit
    case = file_of(here, reference).case
    kept = [("manifest", manifest), ("amendments", amendments)]
    to = f"/cases/{case.reference}/signing/subject-to"
    try:
        if not manifest:
            raise NotAllowedError("This form was not sent whole: load the page again.")
        wanted = read_amendments(amendments, *_places(here, case.reference))
        if not wanted:
            raise FieldError("amendments", "List the amendments, one on each line.")
        sure = sure_of(form, "" if another else code)
        if sure is None:
            check_turn(here, case.reference)
            return ask_again(form, to, kept)
        seen = Seen(manifest, sure)
        approve_subject_to(here.record, form.hand(), case.reference, wanted, seen)
    except CaseworkError as fault:
        if isinstance(fault, FieldError) and fault.field == "code":
            return ask_again(form, to, kept, fault)
        return _subject_to(here, reference, faults_of(fault, "amendments"), amendments)
    return go(f"/cases/{case.reference}/signing", BACK)


@router.get("/cases/{reference}/signing/certify")
def compare_texts(here: Visiting, reference: str) -> Response:
    """Show the two frozen texts compared, beside the amendments that were asked for."""
    return _certify(here, reference)


@router.post("/cases/{reference}/signing/certify")
def certify_them(
    form: Sent,
    reference: str,
    before: Annotated[str, Form()] = "",
    manifest: Annotated[str, Form()] = "",
    code: Annotated[str, Form()] = "",
    *,
    agreed: Annotated[bool, Form()] = False,
    another: Annotated[bool, Form()] = False,
) -> Response:
    """Certify that only the amendments were made."""
    here = form.visit
    case = file_of(here, reference).case
    kept = [("before", before), ("manifest", manifest), ("agreed", "true")]
    to = f"/cases/{case.reference}/signing/certify"
    try:
        if not agreed:
            raise FieldError("agreed", "Tick the box if you compared the two texts.")
        sure = sure_of(form, "" if another else code)
        if sure is None:
            return ask_again(form, to, kept)
        seen = Seen(manifest, sure)
        step = certify(here.record, form.hand(), case.reference, (before, manifest), seen)
    except CaseworkError as fault:
        if isinstance(fault, FieldError) and fault.field == "code":
            return ask_again(form, to, kept, fault)
        return _certify(here, reference, faults_of(fault, "agreed"))
    return go(f"/cases/{case.reference}/signing", CERTIFIED[SignatureStep(step)])


@router.post("/cases/{reference}/signing/certify/refuse")
def not_only_those(form: Sent, reference: str, reason: Annotated[str, Form()] = "") -> Response:
    """Say that more was changed: whoever approved is asked again."""
    here = form.visit
    case = file_of(here, reference).case
    try:
        refuse_certificate(here.record, form.hand(), case.reference, reason)
    except CaseworkError as fault:
        return _certify(here, reference, faults_of(fault, "reason"), reason=reason)
    said = "It is on the record, and whoever approved is asked again."
    return go(f"/cases/{case.reference}/signing", said)


def _places(here: Visit, reference: str) -> tuple[list[str], Any]:
    """Return the marked places of the frozen text, and what names them."""
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
        if file.round is None:
            raise NotAllowedError("No text is frozen for signing now.")
        data, _ = version_bytes(session, case, file.round.copy_version)
    return list(read_regions(data)), place_words(file)


def _subject_to(
    here: Visit, reference: str, faults: Faults | None = None, amendments: str = ""
) -> Response:
    file = file_of(here, reference)
    turn = turn_for(here, file.case.reference)
    if turn.step is None or file.round is None:
        raise NotAllowedError(turn.why_not)
    places, named = _places(here, file.case.reference)
    return page(
        here.request,
        "subject_to.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, file.case, current="signing"),
        faults=faults or [],
        turn=turn,
        title_of_report=file.report.title,
        manifest=file.round.manifest_sha256,
        places=[named(key) for key in places],
        most=MOST_AMENDMENTS,
        amendments=amendments,
        new_act=new_act,
    )


def _certify(
    here: Visit, reference: str, faults: Faults | None = None, reason: str = ""
) -> Response:
    with looking_at(here, reference) as (session, case):
        file, people = dossier(session, case), names(session)
        row = to_certify(session, here.visitor.settings, file)
        old = session.get(SigningRound, row.round_id) if row else None
        if row is None or old is None or file.round is None:
            raise NotAllowedError("Nothing is to be certified here.")
        numbers = old.copy_version, file.round.copy_version
        texts = [version_bytes(session, case, number)[0] for number in numbers]
    found = compare(*texts)
    return page(
        here.request,
        "certify.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, case, current="signing"),
        faults=faults or [],
        row=row,
        giver=people[row.person_id],
        amendments=amendments_of(row),
        place=place_words(file),
        before=old.manifest_sha256,
        manifest=file.round.manifest_sha256,
        old=numbers[0],
        new=numbers[1],
        comparison=found,
        parts=parts_of(found),
        counts={outcome.value: found.count(outcome) for outcome in Difference},
        may_certify=bool(OFFICERS & here.visitor.roles),
        reason=reason,
        new_act=new_act,
    )
