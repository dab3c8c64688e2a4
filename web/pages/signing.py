"""Signing, for a telephone too: what it waits for, what changed, is it lawful, read it."""

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.errors import CaseworkError, NotFoundError
from casework.record.bytes import fetch
from casework.record.colleagues import unanswered
from casework.record.dossier import dossier
from casework.record.hand import Hand
from casework.record.lawfulness_sheet import lawfulness_sheet
from casework.record.people import names
from casework.rules.powers import WITH_SIGNERS
from casework.rules.progress import OFFICERS, SIGNERS
from casework.rules.wording import counted, joined
from casework.sign_off import in_the_way
from models import WorkKind
from models.shapes.checking import Severity
from models.shapes.office import OfficeSettings
from models.shapes.office import Person as Colleague
from models.words import Role, Stage
from web.case_file import about, file_of, looking_at
from web.checked import checks_of
from web.excuse_view import let_pass, standing
from web.files import PDF, attachment
from web.forms import Faults, TypedDay, faults_of, typed_day
from web.look import page
from web.place_words import place_words, with_places
from web.signing_view import seen_before, step_lines, to_certify, turn_for
from web.visits import Sent, Visit, Visiting, new_act
from web.waiting import about_case, done_soon

if TYPE_CHECKING:
    from casework.examining import CaseChecked

router = APIRouter()
STYLE: Final = re.compile(rb"<style>(.*?)</style>", re.DOTALL)
BEFORE_SIGNING: Final = frozenset({Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW})
NOT_FROZEN: Final = "No text is frozen for signing yet."


@router.get("/cases/{reference}/signing")
def signing(here: Visiting, reference: str) -> Response:
    """Show where the signing of a response stands."""
    return _signing(here, reference)


@router.post("/cases/{reference}/signing/submit")
def send_to_signatories(
    form: Sent,
    reference: str,
    dated: Annotated[TypedDay, typed_day("dated")],
    signed_by: Annotated[str, Form()] = "",
) -> Response:
    """Submit the response for signature: the text is frozen."""
    here = form.visit
    file = file_of(here, reference)

    def again(fault: CaseworkError) -> Response:
        faults = _each(faults_of(fault, "dated-day"), place_words(file))
        return _signing(here, reference, faults, dated=dated, signed_by=signed_by)

    try:
        day = dated.if_any
    except CaseworkError as fault:
        return again(fault)
    typed = {"dated": day.isoformat() if day else "", "signed_by": signed_by}
    return done_soon(form, about_case(WorkKind.SUBMIT, file.case, "signing", typed), again)


@router.get("/cases/{reference}/signing/document")
def document(here: Visiting, reference: str) -> Response:
    """Show the frozen response as the public will see it, able to do nothing."""
    data = _frozen(here, reference, "html")
    hashes = [b64encode(sha256(style).digest()).decode() for style in STYLE.findall(data)]
    styles = " ".join(f"'sha256-{one}'" for one in hashes) or "'none'"
    policy = (
        f"sandbox; default-src 'none'; img-src data:; style-src {styles}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    headers = {"content-security-policy": policy}
    return Response(data, media_type="text/html; charset=utf-8", headers=headers)


@router.get("/cases/{reference}/signing/document.pdf")
def document_pdf(here: Visiting, reference: str) -> Response:
    """Give the frozen response out as a PDF."""
    return attachment(_frozen(here, reference, "pdf"), f"response-{reference}.pdf", PDF)


def _frozen(here: Visit, reference: str, form: str) -> bytes:
    with looking_at(here, reference) as (session, case):
        latest = dossier(session, case).round
        if latest is None:
            raise NotFoundError(NOT_FROZEN)
        return fetch(session, getattr(latest, f"{form}_sha256"))


def _in_short(checked: "CaseChecked | None") -> str:
    """Return how many faults the checks found, in words; empty where nothing is drafted."""
    if checked is None:
        return ""
    errors, warnings = (len(checked.of(one)) for one in (Severity.ERROR, Severity.WARNING))
    return joined([counted(errors, "error"), counted(warnings, "warning")])


def _signing(here: Visit, reference: str, faults: Faults | None = None, **typed: Any) -> Response:
    with looking_at(here, reference) as (session, case):
        file, people = dossier(session, case), names(session)
        certify = to_certify(session, here.visitor.settings, file)
        since = seen_before(session, file, here.visitor.person.key)
        asked = unanswered(session, case)
        passed = let_pass(here, session, file)
        law = lawfulness_sheet(session, here.visitor.settings, file, here.place.now)
    settings, roles = here.visitor.settings, here.visitor.roles
    look = Hand(now=here.place.now, person=here.visitor.person.key)
    may_submit = case.stage in BEFORE_SIGNING and bool(OFFICERS & roles)
    library = here.doors.library
    waiting = in_the_way(here.record, look, reference, library) if may_submit else []
    return page(
        here.request,
        "signing.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, case, current="signing"),
        faults=faults or [],
        file=file,
        steps=step_lines(settings, file),
        people=people,
        turn=turn_for(here, case.reference),
        since=since,
        checks=_in_short(checks_of(here, reference)),
        may_certify=certify is not None and bool(OFFICERS & here.visitor.roles),
        law=law,
        may_submit=may_submit,
        in_the_way=standing(file, waiting),
        let_pass=passed,
        unanswered=asked,
        signers=_who_may_sign(here, file.case.route),
        may_send_back=case.stage in WITH_SIGNERS and bool((OFFICERS | SIGNERS) & roles),
        may_record=case.stage is Stage.SIGNING and bool(OFFICERS & roles),
        typed={"dated": TypedDay.of("dated", here.place.today), "signed_by": "", **typed},
        new_act=new_act,
    )


def _who_may_sign(here: Visit, route: str) -> list[Colleague]:
    """Return the holder of the office, then those who may sign for them today."""
    settings: OfficeSettings = here.visitor.settings
    role, today = settings.routes[route].steps[-1].role, here.place.today
    deputies = [one for one in settings.people if settings.acts_for(one, role, today)]
    deputies += settings.holders_of(Role.DEPUTY_SIGNATORY, today)
    return list(dict.fromkeys([*settings.holders_of(role, today), *deputies]))


def _each(faults: Faults, named: Callable[[str | None], str]) -> Faults:
    """Return a refusal that lists several things as one fault each."""
    return [
        (field, with_places(line.removeprefix("  - "), named))
        for field, said in faults
        for line in said.splitlines()
        if line.strip()
    ]
