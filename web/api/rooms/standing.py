"""How a case stands by law, and what responses promise."""

from datetime import date
from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.responses import Response

from casework.access import within_reach
from casework.documents.lawfulness_pdf import lawfulness_pdf
from casework.record.desk import found
from casework.record.dossier import dossier
from casework.record.lawfulness_sheet import lawfulness_sheet
from casework.record.since import head_of
from casework.rules.lawfulness_sheet import Receipt, SheetLine
from web.api import shapes_standing as shapes
from web.api.callers import Calling
from web.api.changes import quoted
from web.api.document import READING, gives, looks, refusals
from web.api.files import given
from web.api.words import Reference
from web.case_file import looking_at
from web.files import PDF

if TYPE_CHECKING:
    from casework.examining.ledgers import Promised

router = APIRouter()


@router.get("/cases/{reference}/lawfulness", summary="Is it lawful", **looks())
def lawfulness(call: Calling, reference: Reference, answer: Response) -> shapes.LawfulnessTold:
    """Tell how each limb of section 55 stands now, what proves it, and who has it in hand."""
    here = call.visit
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
        sheet = lawfulness_sheet(session, here.visitor.settings, file, here.place.now)
        answer.headers["etag"] = quoted(head_of(session, case))
    page = f"{here.place.address}/cases/{sheet.reference}"
    return shapes.LawfulnessTold(
        reference=sheet.reference,
        as_at=sheet.as_at,
        version=sheet.version,
        published=sheet.published,
        provisional=sheet.provisional,
        last_day=sheet.last_day,
        limbs=[_limb(line, page) for line in sheet.lines],
    )


@router.get("/cases/{reference}/lawfulness/file", summary="The same as a PDF", **gives(PDF))
def lawfulness_file(call: Calling, reference: Reference) -> Response:
    """Give the lawfulness sheet out as a PDF of one page."""
    here = call.visit
    with looking_at(here, reference) as (session, case):
        file = dossier(session, case)
        sheet = lawfulness_sheet(session, here.visitor.settings, file, here.place.now)
        head = head_of(session, case)
    return given(lawfulness_pdf(sheet), f"lawfulness-{sheet.reference}.pdf", PDF, head)


@router.get("/cases/{reference}/promises", summary="What it promises", **looks())
def promises(call: Calling, reference: Reference, answer: Response) -> shapes.PromisesTold:
    """Tell what the response of a case promises by which day, as it stands now."""
    from casework.examining.ledgers import promises_of  # noqa: PLC0415  as in web.checked

    here, today = call.visit, call.visit.place.today
    with looking_at(here, reference) as (session, case):
        ledger = promises_of(session, here.visitor.settings, case, today)
        answer.headers["etag"] = quoted(head_of(session, case))
    told = [_promise(one, today) for one in ledger.promises]
    return shapes.PromisesTold(version=ledger.version, promises=told)


@router.get("/promises", responses=refusals(READING), summary="What is promised in public")
def public_promises(call: Calling) -> shapes.PublicPromisesTold:
    """Tell what the public responses within reach promise."""
    from casework.examining.ledgers import public_promises as told_by  # noqa: PLC0415  the same

    here = call.visit
    roles, now, today = here.visitor.roles, here.place.now, here.place.today
    with here.record.reading() as session:
        office = found(here.record.office(session).id)
        known = told_by(
            session,
            here.visitor.settings,
            office,
            lambda case: within_reach(case, roles, now),
            now,
        )
    told = [_promise(one, today) for one in known.promises]
    return shapes.PublicPromisesTold(promises=told, unread=known.unread)


def _limb(line: SheetLine, page: str) -> shapes.LimbTold:
    limb = line.limb
    return shapes.LimbTold(
        section=limb.subsection,
        about=limb.about,
        duty=limb.duty,
        asked=line.asked,
        light=limb.light,
        proof=limb.proof,
        receipts=[_receipt(one, page) for one in line.receipts],
        reason=limb.excuse,
        with_whom=line.with_whom,
    )


def _receipt(one: Receipt, page: str) -> shapes.ReceiptTold:
    whole = one.at if one.is_public or not one.at else f"{page}{one.at}"
    return shapes.ReceiptTold(words=one.words, address=whole)


def _promise(one: "Promised", today: date) -> shapes.PromiseTold:
    return shapes.PromiseTold(
        reference=one.reference,
        title=one.title,
        words=one.words,
        by_whom=one.by,
        day=one.day,
        raw=one.raw,
        assumed=one.assumed,
        findings=[key for _, key in one.findings],
        past=one.is_past(today),
    )
