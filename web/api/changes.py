"""One act by another system: done once however often it is sent, and on the state it saw.

`Idempotency-Key` is the number of the act. `If-Match` is the head of the case's
history as the caller read it; the record compares it again inside the act's own
transaction, so that nobody's change is overlooked in between. What is refused
leaves nothing, the number of the request included.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Annotated, Any

from fastapi import Depends, Header, Request
from pydantic import BaseModel, Field
from sqlmodel import Session
from starlette.responses import JSONResponse, Response

from casework.access import asked, claimed, keep_answer, let_go
from casework.errors import CaseworkError, ChangedSinceError
from casework.record.desk import found
from casework.record.hand import Hand
from casework.record.since import changes_since, head_after, head_of
from casework.rules.terminal_words import in_page_words
from models import Act, ApiRequest, Case, SureBy
from web.api.callers import Acting, Call
from web.api.problems import RefusedError
from web.api.words import Reference
from web.case_file import looking_at
from web.visits import Visit

JSON = "application/json"


class Done(BaseModel):
    """What was done."""

    said: str = Field(description="In words.", examples=["The words are written."])
    number: int | None = Field(None, description="Of what was made: a version, a round, a remark.")
    key: str | None = Field(None, description="Of what was made, where it has one.")
    remarks: list[str] = Field([], description="What a person would be told besides.")
    etag: str = Field(
        description="The state the case is in after this act; also the header ETag. Empty where "
        "the act is about no case."
    )
    shown_once: str = Field(
        "",
        description="An address with a secret, in the first answer alone: the record keeps none.",
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What one act comes to, before it is answered."""

    said: str
    number: int | None = None
    key: str | None = None
    remarks: tuple[str, ...] = ()
    about: str = ""
    """Reference of the case, where the address of the request names none."""
    shown_once: str = ""
    """What the record must not keep, and so no answer that is given again."""


@dataclass(frozen=True, slots=True)
class Change:
    """A request to change one case, or to begin something new: then it names none."""

    visit: Visit
    reference: str
    act: str
    seen: str
    row: ApiRequest
    token_id: int
    sure_by: SureBy | None = None
    """What made sure of the person when the token was made to sign."""

    def hand(self, step: str = "") -> Hand:
        """Return the hand of the person the token acts for."""
        return Hand(
            now=self.visit.place.now,
            person=self.visit.visitor.person.key,
            act_id=f"{self.act}:{step}" if step else self.act,
            system_user=f"api token {self.token_id}",
            seen="" if step else self.seen,
        )


OwnNumber = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        pattern="^[A-Za-z0-9._-]{8,50}$",
        description="A number of its own for each request: sent twice, it is one act.",
        examples=["2f1c9a4e-7b0d-4c55-9d1e-1f6a3c5b8e21"],
    ),
]


async def raw(request: Request) -> bytes:
    """Return the body of a request as it came."""
    return await request.body()


def changing(
    call: Acting,
    request: Request,
    reference: Reference,
    own_number: OwnNumber,
    if_match: Annotated[
        str,
        Header(
            alias="If-Match",
            max_length=1_000,
            description="The ETag of the case as you last read it.",
        ),
    ],
    body: Annotated[bytes, Depends(raw)],
) -> Change:
    """Return a request to change a case; refuse one that rests on an older state of it."""
    here = call.visit
    with looking_at(here, reference) as (_, case):
        reference = case.reference
    change = _numbered(call, request, own_number, body, reference)
    if change.row.answer:
        return change
    with looking_at(here, reference) as (session, case):
        return _on_what_was_seen(session, case, change, if_match)


Changing = Annotated[Change, Depends(changing)]


def beginning(
    call: Acting, request: Request, own_number: OwnNumber, body: Annotated[bytes, Depends(raw)]
) -> Change:
    """Return a request to begin something: there is no case yet whose state it could have seen."""
    return _numbered(call, request, own_number, body, "")


Beginning = Annotated[Change, Depends(beginning)]


def changing_by_words(change: Changing, request: Request) -> Change:
    """Return a request to change a case by what is said in JSON; refuse another language."""
    return _in_json(change, request)


Saying = Annotated[Change, Depends(changing_by_words)]


def beginning_by_words(change: Beginning, request: Request) -> Change:
    """Return a request to begin something by what is said in JSON."""
    return _in_json(change, request)


BeginningByWords = Annotated[Change, Depends(beginning_by_words)]


def done(change: Change, deed: Callable[[], Told]) -> Response:
    """Do one act and answer; a request that was answered before gets that answer again."""
    record = change.visit.record
    row = claimed(record, change.row)
    if row.answer:
        return _answer(row.answer)
    try:
        told = deed()
    except CaseworkError as fault:
        let_go(record, row, change.act)
        if not isinstance(fault, ChangedSinceError):
            raise
        with looking_at(change.visit, change.reference) as (session, case):
            raise _stale(session, case, change.seen) from fault
    body = _done(change, told)
    kept = keep_answer(record, row, body.model_dump_json())
    return _answer(kept, told.shown_once)


def _done(change: Change, told: Told) -> Done:
    return Done(
        said=in_page_words(told.said),
        number=told.number,
        key=told.key,
        remarks=[in_page_words(one) for one in told.remarks],
        etag=_etag_after(change, change.reference or told.about),
    )


def _etag_after(change: Change, reference: str) -> str:
    if not reference:
        return ""
    with looking_at(change.visit, reference) as (session, case):
        return quoted(head_after(session, case, change.act))


def quoted(head: str) -> str:
    """Return the head of a history as an ETag."""
    return f'"{head}"'


def _answer(said: str, shown_once: str = "") -> Response:
    body = json.loads(said) | {"shown_once": shown_once}
    return JSONResponse(body, headers={"etag": body["etag"]} if body["etag"] else None)


def _numbered(call: Call, request: Request, own_number: str, body: bytes, reference: str) -> Change:
    here, token = call.visit, found(call.token.id)
    print_ = _request_hash(request, body)
    row = asked(here.record, token, own_number, print_, here.place.now)
    return Change(here, reference, f"api:{token}:{own_number}", "", row, token, call.token.sure_by)


def _in_json(change: Change, request: Request) -> Change:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != JSON:
        raise RefusedError(415, "not-json", f"Send this as {JSON}.")
    return change


def _request_hash(request: Request, body: bytes) -> str:
    asked = (request.method, request.url.path, request.url.query)
    return sha256("\n".join(asked).encode() + b"\n" + body).hexdigest()


def _on_what_was_seen(session: Session, case: Case, change: Change, if_match: str) -> Change:
    given = [one.strip() for one in if_match.split(",")]
    head = head_of(session, case)
    if quoted(head) in given:
        seen = head
    elif session.get(Act, change.act) is not None:
        seen = head  # it is done already, and its answer was lost on the way
    else:
        raise _stale(session, case, given[0].strip('"'))
    return replace(change, reference=case.reference, seen=seen)


def _stale(session: Session, case: Case, seen: str) -> RefusedError:
    head = quoted(head_of(session, case))
    changes = [
        {"at": one.at.isoformat(), "who": one.who, "what": one.what, "facts": dict(one.facts)}
        for one in changes_since(session, case, seen)
    ]
    fault = RefusedError(412, "changed-since", _said(case, changes), {"etag": head})
    fault.more = {"etag": head, "changes": changes}
    return fault


def _said(case: Case, changes: list[dict[str, Any]]) -> str:
    if not changes:
        return (
            f"{case.reference} was never in the state you name, so nothing was done: "
            "read it again, and send the ETag you are given."
        )
    last = changes[-1]
    return f"{ChangedSinceError(case.reference)} The last change was made by {last['who']}."
