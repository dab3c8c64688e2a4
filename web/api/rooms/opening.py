"""A case is opened from a report; flows are started; a case ends, is reopened, or is held."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from casework.findings import end_case, hold_report, release_report, reopen_case
from casework.intake import HandedIn, open_report
from casework.record.starting import start_flow, start_office_flow
from casework.rules.wording import british_date
from models.words import Stage
from web.api.changes import Beginning, BeginningByWords, Changing, Saying, Told, done
from web.api.document import an_act, an_act_on_no_case
from web.api.files import FileName, a_first_file, a_name
from web.api.words import Day, Line, Sent
from web.files import BYTES, PDF

router = APIRouter()
HTML, TEXT = "text/html", "text/plain"
Report = Annotated[bytes, a_first_file(PDF, HTML, TEXT, BYTES)]
AT = "/cases/{reference}"


class FlowSent(Sent):
    """Which flow is to run now."""

    flow: Annotated[Line, Field(min_length=1, examples=["draft-response"])]


class EndSent(Sent):
    """By which way a case ends without a response, and why."""

    way: Annotated[Stage, Field(examples=["opened_by_mistake"])]
    why: Line
    other: Annotated[Line, Field(description="Which case answers it, if another one does.")] = ""


class WhySent(Sent):
    """Why."""

    why: Line


class EmbargoSent(Sent):
    """Until when a report is held, and why."""

    until: Day
    why: Line


@router.post(
    "/cases", summary="Open a case", **an_act_on_no_case("open_case", PDF, HTML, TEXT, BYTES)
)
def opened(
    change: Beginning,
    data: Report,
    name: FileName,
    address: Annotated[Line, Query(description="Where the report is public.")] = "",
    published: Annotated[Day | None, Query(description="If known better than the report.")] = None,
    force: Annotated[Line, Query(description="If the report does not name it.")] = "",
    *,
    embargoed: Annotated[bool, Query()] = False,
) -> Response:
    """Open the case of a report: a file, or its pasted text. One that is known is named again."""

    def deed() -> Told:
        handed = HandedIn(data, a_name(name), address.strip(), published, force, embargoed)
        reference, outcome = open_report(change.visit.record, change.hand(), handed)
        known = f"{reference} is there already: nothing new."
        fresh = f"{reference} is open. Its first draft and the invitation are being written now."
        return Told(known if outcome == "known" else fresh, key=reference, about=reference)

    return done(change, deed)


@router.post("/flows", summary="Start a flow", **an_act_on_no_case("start_office_flow"))
def flow_of_the_office(change: BeginningByWords, sent: FlowSent) -> Response:
    """Ask for one run of a flow about all cases, now."""

    def deed() -> Told:
        start_office_flow(change.visit.record, change.hand(), sent.flow)
        return Told("It was asked for: it runs within seconds.", key=sent.flow)

    return done(change, deed)


@router.post(f"{AT}/flows", summary="Start a flow for it", **an_act("start_flow"))
def flow(change: Saying, sent: FlowSent) -> Response:
    """Ask for one run of a flow about this case, now."""

    def deed() -> Told:
        start_flow(change.visit.record, change.hand(), change.reference, sent.flow)
        return Told("It was asked for: it runs within seconds.", key=sent.flow)

    return done(change, deed)


@router.post(f"{AT}/ending", summary="End it", **an_act("end_case"))
def ended(change: Saying, sent: EndSent) -> Response:
    """End a case without a response, or propose it to the second person, or agree as they."""

    def deed() -> Told:
        said = (change.reference, sent.way, sent.why, sent.other.strip())
        if end_case(change.visit.record, change.hand(), *said) == "proposed":
            return Told("It is proposed: the case ends once the monitoring officer says the same.")
        return Told("The case has ended. Its letters that waited are taken back.")

    return done(change, deed)


@router.post(f"{AT}/reopening", summary="Reopen it", **an_act("reopen_case"))
def reopened(change: Saying, sent: WhySent) -> Response:
    """Reopen a case that ended without a response."""

    def deed() -> Told:
        reopen_case(change.visit.record, change.hand(), change.reference, sent.why)
        return Told("The case is open again. Its draft and its invitation are looked at now.")

    return done(change, deed)


@router.put(f"{AT}/embargo", summary="Hold its report", **an_act("hold_report"))
def held(change: Saying, sent: EmbargoSent) -> Response:
    """Hold a report under embargo until a day to come."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        hold_report(record, hand, change.reference, sent.until, sent.why)
        return Told(f"The report is held until {british_date(sent.until)}.")

    return done(change, deed)


@router.delete(f"{AT}/embargo", summary="Lift its embargo", **an_act("release_report"))
def released(change: Changing, how: Annotated[Line, Query(min_length=1)]) -> Response:
    """Lift an embargo, once the report is out: say how that is known."""

    def deed() -> Told:
        release_report(change.visit.record, change.hand(), change.reference, how)
        return Told("The embargo is lifted: what waited for it may go.")

    return done(change, deed)
