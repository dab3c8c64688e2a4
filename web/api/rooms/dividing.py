"""The list of findings is divided, joined, put in order; one is put back on it, or numbered."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field
from starlette.responses import Response

from casework.findings import (
    merge_findings,
    move_finding,
    number_finding,
    restore_finding,
    split_finding,
)
from casework.rules.wording import counted
from web.api.changes import Changing, Saying, Told, done
from web.api.document import an_act
from web.api.words import BIGGEST, Key, Line, Sent

router = APIRouter(prefix="/cases/{reference}/findings")
LineNumber = Annotated[int, Field(ge=1, le=BIGGEST)]


class Divided(Sent):
    """Before which lines of its text a finding is divided; the first line is 1."""

    lines: Annotated[list[LineNumber], Field(min_length=1, max_length=100, examples=[[2]])]


class Joined(Sent):
    """Findings that are one, the first to keep its key."""

    keys: Annotated[list[Line], Field(min_length=2, max_length=100, examples=[["f002", "f003"]])]


class Moved(Sent):
    """Before which finding it is to stand."""

    before: Annotated[Line, Field(description="Empty: last.")] = ""


class Tracked(Sent):
    """How the inspectors track a finding."""

    number: Line = ""
    status: Line = ""


@router.post("/merging", summary="Make several one", **an_act("merge_findings"))
def merged(change: Saying, sent: Joined) -> Response:
    """Make several findings one."""

    def deed() -> Told:
        kept = merge_findings(change.visit.record, change.hand(), change.reference, sent.keys)
        return Told(f"{counted(len(sent.keys), 'finding')} are one now, {kept}.", key=kept)

    return done(change, deed)


@router.post("/{key}/splitting", summary="Divide one", **an_act("split_finding"))
def divided(change: Saying, key: Key, sent: Divided) -> Response:
    """Divide a finding before some of its lines."""

    def deed() -> Told:
        record, hand = change.visit.record, change.hand()
        first, *others = split_finding(record, hand, change.reference, key, sent.lines)
        return Told(f"{first} is split: its other parts are {', '.join(others)}.", key=first)

    return done(change, deed)


@router.put("/{key}/place", summary="Move one", **an_act("move_finding"))
def moved(change: Saying, key: Key, sent: Moved) -> Response:
    """Move a finding before another one, or to the end."""

    def deed() -> Told:
        move_finding(change.visit.record, change.hand(), change.reference, key, sent.before)
        return Told(f"{key} stands {f'before {sent.before}' if sent.before else 'last'}.", key=key)

    return done(change, deed)


@router.put("/{key}/number", summary="Say how it is tracked", **an_act("number_finding"))
def numbered(change: Saying, key: Key, sent: Tracked) -> Response:
    """Set the number by which the inspectors track a finding, its status with them, or both."""

    def deed() -> Told:
        said = (change.reference, key, sent.number, sent.status)
        number_finding(change.visit.record, change.hand(), *said)
        return Told(f"The inspectors’ number of {key} is written down.", key=key)

    return done(change, deed)


@router.post("/{key}/restoring", summary="Put one back", **an_act("restore_finding"))
def restored(change: Changing, key: Key) -> Response:
    """Put a finding back on the list."""

    def deed() -> Told:
        restore_finding(change.visit.record, change.hand(), change.reference, key)
        return Told(f"{key} is on the list again.", key=key)

    return done(change, deed)
