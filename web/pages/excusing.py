"""Letting pass what stands in the way: waived, explained or overridden, by name."""

from collections.abc import Callable
from typing import Annotated, Final

from fastapi import APIRouter, Form
from starlette.responses import Response

from casework.errors import CaseworkError, NotFoundError, WrongHandError
from casework.record.hand import Hand
from casework.rules.authority import who_may
from casework.rules.blocks import Block
from casework.sign_off import (
    block_in_the_way,
    end_excuse,
    explain_limb,
    look_at_override,
    override_block,
    waive_check,
)
from models import ExcuseKind
from web.case_file import about, file_of
from web.excuse_view import say_of
from web.forms import Faults, faults_of
from web.look import go, page
from web.visits import Posted, Sent, Visit, Visiting, new_act

router = APIRouter()
ACTS: Final = {
    ExcuseKind.WAIVER: "waive_check",
    ExcuseKind.REASON: "explain_limb",
    ExcuseKind.OVERRIDE: "override_block",
}


@router.get("/cases/{reference}/in-the-way/{key}")
def ask_why(here: Visiting, reference: str, key: str) -> Response:
    """Show one thing that stands in the way, and ask why it is let pass."""
    return _ask(here, reference, _block(here, reference, key))


@router.post("/cases/{reference}/in-the-way/{key}/waive")
def waived(form: Sent, reference: str, key: str, reason: Annotated[str, Form()] = "") -> Response:
    """Waive an error of a check, by name."""

    def deed(known: str) -> None:
        library = form.visit.doors.library
        waive_check(form.visit.record, form.hand(), known, library, key, reason)

    return _let_pass(form, reference, key, reason, deed)


@router.post("/cases/{reference}/in-the-way/{key}/explain")
def explained(
    form: Sent, reference: str, key: str, reason: Annotated[str, Form()] = ""
) -> Response:
    """Put on the record why a duty of section 55 is not kept."""

    def deed(known: str) -> None:
        explain_limb(form.visit.record, form.hand(), known, key, reason)

    return _let_pass(form, reference, key, reason, deed)


@router.post("/cases/{reference}/in-the-way/{key}/override")
def overridden(
    form: Sent, reference: str, key: str, reason: Annotated[str, Form()] = ""
) -> Response:
    """Override a block, as the monitoring officer."""

    def deed(known: str) -> None:
        library = form.visit.doors.library
        override_block(form.visit.record, form.hand(), known, library, key, reason)

    return _let_pass(form, reference, key, reason, deed)


@router.post("/cases/{reference}/let-pass/{number}/look")
def looked(form: Sent, reference: str, number: int) -> Response:
    """Say, as a second person, that one has looked at an override."""
    case = file_of(form.visit, reference).case
    look_at_override(form.visit.record, form.hand(), case.reference, number)
    return go(f"/cases/{case.reference}/signing", "You have looked at it: it is flagged no more.")


@router.post("/cases/{reference}/let-pass/{number}/end")
def ended(form: Sent, reference: str, number: int) -> Response:
    """Take back what was let pass: it stands in the way again."""
    case = file_of(form.visit, reference).case
    end_excuse(form.visit.record, form.hand(), case.reference, number)
    return go(f"/cases/{case.reference}/signing", "It is taken back: it stands in the way again.")


def right_to(here: Visit, block: Block) -> ExcuseKind | None:
    """Return by what right the visitor lets a block pass; None if by none."""
    for kind in ExcuseKind:
        if block.passes_by(kind) and who_may(ACTS[kind]) & here.visitor.roles:
            return kind
    return None


def back_from(reference: str, block: Block) -> str:
    """Return the page a block is told on."""
    room = "publishing" if block.kind.startswith("limb") else "signing"
    return f"/cases/{reference}/{room}"


def _let_pass(
    form: Posted, reference: str, key: str, reason: str, deed: Callable[[str], None]
) -> Response:
    known = file_of(form.visit, reference).case.reference
    try:
        deed(known)
    except (NotFoundError, WrongHandError):
        raise
    except CaseworkError as fault:
        block = _block(form.visit, known, key)
        return _ask(form.visit, known, block, faults_of(fault, "reason"), reason)
    back = back_from(known, _block(form.visit, known, key))
    return go(back, "It is let pass, by your name and with your reason.")


def _block(here: Visit, reference: str, key: str) -> Block:
    case = file_of(here, reference).case
    look = Hand(now=here.place.now, person=here.visitor.person.key)
    return block_in_the_way(here.record, look, case.reference, here.doors.library, key)


def _ask(
    here: Visit, reference: str, block: Block, faults: Faults | None = None, reason: str = ""
) -> Response:
    file = file_of(here, reference)
    right = right_to(here, block)
    return page(
        here.request,
        "in_the_way.html",
        here.visitor,
        status=422 if faults else 200,
        **about(here, file.case, current="signing"),
        faults=faults or [],
        block=block,
        said=say_of(file, block),
        right=right.value if right else "",
        back=back_from(file.case.reference, block),
        reason=reason,
        new_act=new_act,
    )
