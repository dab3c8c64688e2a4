"""What the API says of itself: the act behind each address, who may do it, how it is refused."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from casework.access import KEPT_DAYS
from casework.rules.authority import power_to
from casework.rules.powers import PEOPLE
from casework.rules.progress import SERVICE
from models.words import Role
from web.api.changes import Done
from web.api.problems import PROBLEM, Problem

ABOUT: Final = f"""\
The acts of the front desk for other systems. What a token may do is what the person it acts for
may do: the same refusals, in the same words, as `application/problem+json` (RFC 9457).

* Every answer about a case carries an `ETag`: the head of the case's history. A request that
  changes a case sends it back as `If-Match`; if somebody changed the case in between, the answer
  is 412 and says who changed what.
* A request that changes a case carries an `Idempotency-Key`. Sent again, with the same body, it
  is not done again and has the same answer; with another body it is refused. A number is known
  for {KEPT_DAYS} days. A request that was refused leaves nothing, its number included.
* A case under embargo is not there for whoever may not know of it.
"""
READING: Final = (401, 404, 429)
BEGINNING: Final = (400, 401, 403, 404, 409, 413, 415, 422, 429)
CHANGING: Final = (400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429)
SHAPE: Final = {"$ref": "#/components/schemas/Problem"}
ETAG: Final = {"ETag": {"description": "The state the case is in.", "schema": {"type": "string"}}}
VERBS: Final = ("get", "post", "put", "patch", "delete")


def refusals(codes: tuple[int, ...]) -> dict[int | str, dict[str, Any]]:
    """Return what a document says of the refusals with these statuses."""
    content = {PROBLEM: {"schema": SHAPE}}
    return {code: {"description": HTTPStatus(code).phrase, "content": content} for code in codes}


def looks(*, typed: bool = False) -> dict[str, Any]:
    """Return what the address of a look at a case is given; `typed` where it takes values."""
    codes = (*READING, 422) if typed else READING
    return {
        "responses": {200: {"headers": ETAG}, **refusals(codes)},
        "openapi_extra": {"x-act": "look", "x-who": "everybody within whose reach the case is"},
    }


def gives(*kinds: str) -> dict[str, Any]:
    """Return what an address that gives a file out is given."""
    file = {"schema": {"type": "string", "format": "binary"}}
    known = looks()
    known["responses"][200]["content"] = dict.fromkeys(kinds, file)
    return known


def an_act(name: str, *takes: str) -> dict[str, Any]:
    """Return what the address of an act is given; `takes` are the types of file it takes."""
    extra: dict[str, Any] = {"x-act": name, "x-who": who(name)}
    if takes:
        file = {"schema": {"type": "string", "format": "binary"}}
        extra["requestBody"] = {"required": True, "content": dict.fromkeys(takes, file)}
    return {
        "response_model": Done,
        "responses": {200: {"headers": ETAG}, **refusals(CHANGING)},
        "openapi_extra": extra,
    }


def an_act_on_no_case(name: str, *takes: str) -> dict[str, Any]:
    """Return what the address of an act is given that begins without a case to have seen."""
    known = an_act(name, *takes)
    known["responses"] = {200: {}, **refusals(BEGINNING)}
    return known


def who(act: str) -> str:
    """Return who may do an act, in words, as the one table has it."""
    power = power_to(act)
    roles = power.by - SERVICE
    spoken = (
        "everybody of the office" if roles == PEOPLE else ", ".join(sorted(map(_spoken, roles)))
    )
    return f"{spoken}; {power.besides}" if power.besides else spoken


def document(api: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document: FastAPI's own, with the shape of a refusal in it."""
    if api.openapi_schema is None:
        made = get_openapi(
            title=api.title,
            version=api.version,
            openapi_version="3.1.0",
            description=ABOUT,
            routes=api.routes,
            servers=[{"url": "/api/v1"}],
        )
        shapes = made.setdefault("components", {}).setdefault("schemas", {})
        refs = "#/components/schemas/{model}"
        problem = Problem.model_json_schema(ref_template=refs)
        shapes.update(problem.pop("$defs", {}))
        shapes["Problem"] = problem
        _without_the_usual_refusal(made)
        api.openapi_schema = made
    return api.openapi_schema


def _without_the_usual_refusal(made: dict[str, Any]) -> None:
    # FastAPI tells of a shape of its own wherever an address holds a value.
    for way in (way for ways in made["paths"].values() for way in ways.values()):
        if "application/json" in way["responses"].get("422", {}).get("content", {}):
            del way["responses"]["422"]
    for unused in ("HTTPValidationError", "ValidationError"):
        made["components"]["schemas"].pop(unused, None)


def page_of(said: Mapping[str, Any]) -> str:
    """Return the addresses of the API as a page: verb, path, act, who may."""
    rows = [
        f"| {verb.upper()} | `{path}` | {way['summary']} | `{way.get('x-act', 'look')}` "
        f"| {way.get('x-who', 'everybody')} |"
        for path, ways in said["paths"].items()
        for verb, way in ways.items()
        if verb in VERBS
    ]
    return "\n".join([HEAD, *rows, ""])


HEAD: Final = f"""\
# The API

Printed from the code: `make docs`. The whole document, with every field, is at
`/api/v1/openapi.json`; the addresses below stand under `/api/v1`.

{ABOUT}
`section55 tokens make` makes a token, and so does the page of each person. A signature is taken
only where the office allows it (`api_signatures_allowed` in its settings), and only by a token that
its person made on that page to sign: they confirm who they are, and it lives for a day.

| | address | what it does | act | who may |
|---|---|---|---|---|"""


def _spoken(role: Role) -> str:
    return role.value.replace("_", " ")
