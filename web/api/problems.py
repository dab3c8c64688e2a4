"""What is said when something is refused: RFC 9457, the sentence a person would be told."""

import logging
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from casework.errors import (
    CaseworkError,
    ChangedSinceError,
    NotFoundError,
    RefusedInputError,
    WrongHandError,
)
from casework.reading.clean_text import composed
from casework.rules.terminal_words import in_page_words
from web.limits import TooOftenError
from web.safety import TooLargeError

log = logging.getLogger(__name__)
PROBLEM: Final = "application/problem+json"
KINDS: Final[tuple[tuple[type[CaseworkError], int, str], ...]] = (
    (NotFoundError, 404, "not-found"),
    (TooOftenError, 429, "too-often"),
    (WrongHandError, 403, "not-yours"),
    (ChangedSinceError, 412, "changed-since"),
    (RefusedInputError, 422, "cannot-be-used"),
    (CaseworkError, 409, "refused"),
)
"""The first that fits: status, and the name of the kind."""
NO_ADDRESS: Final = "There is no such address: /api/v1/openapi.json lists those there are."
OUR_FAULT: Final = (
    "This is a fault of the service, not of yours. Nothing half-done is kept. Try again with the "
    "same Idempotency-Key; if it happens again, tell whoever looks after the service."
)
UNCONDITIONAL: Final = (
    "Say which state of the case you saw: send the ETag you were given as If-Match. "
    "It is given with every answer about a case."
)
UNNUMBERED: Final = (
    "Give the request a number of its own, 8 to 50 letters, digits, dots, hyphens or "
    "underscores, as Idempotency-Key: sent twice, it is one act."
)
HEADERS_MISSING: Final = {
    "if-match": (428, UNCONDITIONAL),
    "idempotency-key": (400, UNNUMBERED),
}


class WrongField(BaseModel):
    """One thing that was sent and cannot be used."""

    pointer: str = Field(examples=["/published"])
    detail: str


class Happening(BaseModel):
    """One entry of a case's history."""

    at: str = Field(description="When it was done, ISO 8601.")
    who: str = Field(examples=["Rose Lockhart"])
    what: str = Field(examples=["answer_written"])
    facts: dict[str, str] = Field(examples=[{"place": "overview"}])


class Problem(BaseModel):
    """Why nothing was done. `detail` is the sentence a person would be told."""

    type: str = Field(examples=["urn:section55:problem:refused"])
    title: str = Field(examples=["Conflict"])
    status: int = Field(examples=[409])
    detail: str = Field(examples=["S55-2022-001 is opened: only a signed response is published."])
    errors: list[WrongField] | None = Field(None, description="With 422: each field in question.")
    etag: str | None = Field(None, description="With 412: the state the case is in now.")
    changes: list[Happening] | None = Field(
        None, description="With 412: who changed what since the state you saw, oldest first."
    )


class RefusedError(Exception):
    """Something is refused before anybody's act begins."""

    def __init__(
        self, status: int, kind: str, detail: str, headers: dict[str, str] | None = None
    ) -> None:
        """Say with which status, of what kind, and why."""
        super().__init__(detail)
        self.status, self.kind, self.headers = status, kind, headers
        self.more: dict[str, Any] = {}


def problem(
    status: int, kind: str, detail: str, headers: dict[str, str] | None = None, **more: Any
) -> Response:
    """Return a refusal."""
    body = {
        "type": f"urn:section55:problem:{kind}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": composed(detail),
        **more,
    }
    return JSONResponse(body, status, headers, PROBLEM)


def no_such_address() -> Response:
    """Return the refusal of an address that is none."""
    return problem(404, "no-such-request", NO_ADDRESS)


def add_to(api: FastAPI) -> None:
    """Let an application refuse in this way."""
    api.add_exception_handler(RefusedError, _before)
    api.add_exception_handler(CaseworkError, _refused)
    api.add_exception_handler(RequestValidationError, _not_usable)
    api.add_exception_handler(HTTPException, _no_such_thing)
    api.add_exception_handler(TooLargeError, _too_large)
    api.add_exception_handler(Exception, _our_fault)


def _before(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, RefusedError)  # noqa: S101  it is registered for nothing else
    return problem(fault.status, fault.kind, str(fault), fault.headers, **fault.more)


def _refused(_: Request, fault: Exception) -> Response:
    status, kind = next((code, kind) for row, code, kind in KINDS if isinstance(fault, row))
    headers = {"retry-after": "900"} if status == HTTPStatus.TOO_MANY_REQUESTS else None
    return problem(status, kind, in_page_words(str(fault)), headers)


def _not_usable(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, RequestValidationError)  # noqa: S101  as above
    faults = fault.errors()
    for wrong in faults:
        where = wrong["loc"][0]
        if where == "path":
            return problem(404, "not-found", "There is no such thing at this address.")
        header = str(wrong["loc"][-1]).lower()
        if where == "header" and header in HEADERS_MISSING:
            return problem(HEADERS_MISSING[header][0], "header-missing", HEADERS_MISSING[header][1])
    told = [{"pointer": _pointer(one["loc"]), "detail": _in_words(one["msg"])} for one in faults]
    said = "; ".join(f"{one['pointer'] or 'the body'}: {one['detail']}" for one in told[:5])
    detail = f"This cannot be used, so nothing was done. {said}"
    return problem(422, "cannot-be-used", detail, errors=told)


def _in_words(said: str) -> str:
    return composed(said.removeprefix("Value error, "))


def _pointer(places: tuple[int | str, ...]) -> str:
    return "".join(f"/{composed(str(place))[:80]}" for place in places[1:])


def _no_such_thing(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)  # noqa: S101  as above
    said = {
        404: NO_ADDRESS,
        405: "This address does not take this method: see the header Allow.",
        400: "The body of this request could not be read, so nothing was done.",
    }.get(fault.status_code, fault.detail)
    headers = dict(fault.headers) if fault.headers else None
    return problem(fault.status_code, "no-such-request", said, headers)


def _too_large(_: Request, __: Exception) -> Response:
    return problem(413, "too-large", "This is larger than 30 MB, so it was not taken.")


def _our_fault(request: Request, fault: Exception) -> Response:
    failed = getattr(request.scope.get("route"), "path", "no address")
    log.error("the API failed at %s", failed, exc_info=fault)
    return problem(500, "our-fault", OUR_FAULT)
