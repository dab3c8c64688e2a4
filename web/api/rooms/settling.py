"""The publication date is confirmed or corrected, and who leads is said."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field
from starlette.responses import Response

from casework.findings import confirm_date, take_case
from casework.rules.deadlines import explained
from web.api.changes import Saying, Told, done
from web.api.document import an_act
from web.api.words import Day, Line, Sent

router = APIRouter(prefix="/cases/{reference}")


class DateSent(Sent):
    """The publication date of the report: day 1 of the fifty-six."""

    published: Annotated[Day, Field(examples=["2022-10-14"])]
    source: Annotated[Line, Field(examples=["the inspectors' website"])] = ""


class LeadSent(Sent):
    """Who leads a case."""

    person: Annotated[Line, Field(min_length=1, description="A key or a name.")]


@router.put("/date", summary="Confirm the date", **an_act("confirm_date"))
def date(change: Saying, sent: DateSent) -> Response:
    """Confirm the publication date, or correct it: every day of the case follows."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        confirm_date(record, hand, change.reference, sent.published, sent.source.strip())
        return Told(f"The date is confirmed. {explained(sent.published)}")

    return done(change, deed)


@router.put("/lead", summary="Say who leads", **an_act("take_case"))
def lead(change: Saying, sent: LeadSent) -> Response:
    """Say who leads a case."""

    def deed() -> Told:
        take_case(change.visit.record, change.hand(), change.reference, sent.person)
        known = change.visit.visitor.settings.person(sent.person)
        return Told(f"{known.name if known else sent.person} leads {change.reference}.")

    return done(change, deed)
