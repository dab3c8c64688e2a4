"""The list of findings is put right against the report, and confirmed."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from casework.errors import RefusedInputError
from casework.findings import (
    accept_findings,
    add_finding,
    confirm_findings,
    correct_finding,
    drop_finding,
    regard_finding,
)
from casework.rules.wording import counted
from models.words import AddresseeGroup, FindingClass
from web.api.changes import Changing, Saying, Told, done
from web.api.document import an_act
from web.api.words import Key, Line, Sent, Words

router = APIRouter(prefix="/cases/{reference}/findings")


class FindingSent(Sent):
    """What is to be put right in a finding; what is left out stays."""

    text: Annotated[Words | None, Field(description="As the report prints it.")] = None
    klass: Annotated[FindingClass | None, Field(alias="class")] = None
    area: Line | None = None
    number: Annotated[Line | None, Field(description="As the report prints it.")] = None


class NewFinding(Sent):
    """A finding the reader missed."""

    text: Annotated[Words, Field(min_length=1)]
    klass: Annotated[FindingClass, Field(alias="class")]
    area: Line = ""
    number: Line = ""
    after: Annotated[Line, Field(description="Key of the finding it stands after.")] = ""


class Concerned(Sent):
    """Whom a finding concerns, and why."""

    whom: AddresseeGroup
    why: Annotated[Line, Field(min_length=1)]


class Accepted(Sent):
    """Findings that stand as the report prints them."""

    keys: Annotated[list[Line], Field(min_length=1, max_length=1_000, examples=[["f001"]])]


@router.post("/confirmation", summary="Confirm the list", **an_act("confirm_findings"))
def confirm(change: Changing) -> Response:
    """Confirm the list of findings as it stands."""

    def deed() -> Told:
        count = confirm_findings(change.visit.record, change.hand(), change.reference)
        return Told(f"The list is confirmed: {counted(count, 'finding')}.")

    return done(change, deed)


@router.post("/acceptance", summary="Accept findings", **an_act("accept_findings"))
def accept(change: Saying, sent: Accepted) -> Response:
    """Say that findings stand as the report prints them."""

    def deed() -> Told:
        count = accept_findings(change.visit.record, change.hand(), change.reference, sent.keys)
        return Told(f"{counted(count, 'finding')} accepted as printed.")

    return done(change, deed)


@router.post("", summary="Add a finding", **an_act("add_finding"))
def add(change: Saying, sent: NewFinding) -> Response:
    """Add a finding the reader missed."""

    def deed() -> Told:
        said = (sent.klass, sent.text, sent.area, sent.number, sent.after)
        key = add_finding(change.visit.record, change.hand(), change.reference, *said)
        return Told(f"{key} is added to the list.", key=key)

    return done(change, deed)


@router.patch("/{key}", summary="Correct a finding", **an_act("correct_finding"))
def correct(change: Saying, key: Key, sent: FindingSent) -> Response:
    """Correct the text, class, area or number of a finding. The text first read is kept."""

    def deed() -> Told:
        if sent.text is not None and not sent.text.strip():
            raise RefusedInputError(
                "A finding cannot be empty: take it off the list with a reason instead."
            )
        correct_finding(
            change.visit.record,
            change.hand(),
            change.reference,
            key,
            sent.text or "",
            klass=sent.klass,
            area=sent.area,
            number=sent.number,
        )
        return Told(f"{key} is corrected.", key=key)

    return done(change, deed)


@router.put("/{key}/concerned", summary="Say whom it concerns", **an_act("regard_finding"))
def regard(change: Saying, key: Key, sent: Concerned) -> Response:
    """Say whom a finding concerns, and why."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        regard_finding(record, hand, change.reference, key, sent.whom, sent.why)
        return Told(f"{key} concerns {sent.whom.value.replace('_', ' ')}.", key=key)

    return done(change, deed)


@router.delete("/{key}", summary="Take one off the list", **an_act("drop_finding"))
def drop(change: Changing, key: Key, reason: Annotated[Line, Query()]) -> Response:
    """Take a finding off the list, with the reason. Its text is kept."""

    def deed() -> Told:
        drop_finding(change.visit.record, change.hand(), change.reference, key, reason)
        return Told(f"{key} is off the list. Its text is kept.", key=key)

    return done(change, deed)
