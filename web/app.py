"""The application: its rooms, its guard, and what it says when something is refused."""

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Final

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from casework.errors import CaseworkError, NotAllowedError, NotFoundError
from casework.rules.terminal_words import in_page_words
from web import sign_in, sign_in_elsewhere
from web.api import WHERE
from web.api.problems import no_such_address
from web.held import StaleFormError, offered_again, to_the_door
from web.later import BuiltLater
from web.limits import TooOftenError
from web.long_work import Workers
from web.look import page
from web.pages import ROOMS
from web.place import Place
from web.safety import Guarded, TooLargeError
from web.visits import SignInNeededError

log = logging.getLogger(__name__)
STATIC: Final = Path(__file__).parent / "static"
NOT_FOUND: Final = "There is no such page. If you typed the address, check it; if not, go home."
BAD_REQUEST: Final = 400
TOO_LONG: Final = (
    "This form could not be read, so nothing was done. Text typed on a page may be up to 1 MB: "
    "upload a file instead, or send it in parts."
)
PAGES_AT_ONCE: Final = 8
"""A page is nearly all reckoning, and Python reckons one thing at a time: of forty at once, each
waits for all others, and for the changes between them. A few more than the processor can take are
let in, so that one who waits (for the database, an identity provider, long work) holds up nobody.
"""
OUR_FAULT: Final = (
    "This is a fault of the service, not of yours. Nothing half-done is kept. Try again in a "
    "moment; if it happens again, tell whoever looks after the service."
)


def make_app(place: Place) -> ASGIApp:
    """Return the front desk of a service."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, lifespan=_while_it_runs)
    app.state.place = place
    app.state.workers = Workers(place)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.mount(WHERE, BuiltLater(partial(_api, place)), name="api")
    for room in (sign_in, sign_in_elsewhere, *ROOMS):
        app.include_router(room.router)
    app.add_exception_handler(SignInNeededError, to_the_door)
    app.add_exception_handler(StaleFormError, offered_again)
    app.add_exception_handler(CaseworkError, _refused)
    app.add_exception_handler(HTTPException, _no_such_page)
    app.add_exception_handler(RequestValidationError, _not_whole)
    app.add_exception_handler(TooLargeError, _too_large)
    app.add_exception_handler(Exception, _our_fault)
    return Guarded(app)


def _api(place: Place) -> FastAPI:
    from web.api.app import make_api  # noqa: PLC0415  what BuiltLater is for

    return make_api(place)


@asynccontextmanager
async def _while_it_runs(app: FastAPI) -> AsyncIterator[None]:
    # What a killed process left unfinished goes on before anybody asks.
    workers: Workers = app.state.workers
    workers.resume()
    current_default_thread_limiter().total_tokens = PAGES_AT_ONCE
    # What was loaded stays for good: no later look for waste need pass over it again. The
    # little waste among it stays too: to look for that would take a quarter of a second.
    gc.freeze()
    gc.enable()
    yield
    workers.close()


def _refused(request: Request, fault: Exception) -> Response:
    kinds = {NotFoundError: 404, TooOftenError: 429, NotAllowedError: 403}
    status = next((code for kind, code in kinds.items() if isinstance(fault, kind)), 409)
    return page(request, "refused.html", status=status, sentence=in_page_words(str(fault)))


def _no_such_page(request: Request, fault: Exception) -> Response:
    if request.url.path.startswith(WHERE):
        return no_such_address()  # with a line break in it: no mount takes it
    status = fault.status_code if isinstance(fault, HTTPException) else 404
    said = TOO_LONG if status == BAD_REQUEST else NOT_FOUND
    return page(request, "refused.html", status=status, sentence=said)


def _not_whole(request: Request, _: Exception) -> Response:
    sentence = "This form was not sent whole: go back, load the page again, and send it again."
    return page(request, "refused.html", status=422, sentence=sentence)


def _too_large(request: Request, _: Exception) -> Response:
    sentence = "This is larger than 30 MB, so it was not taken."
    return page(request, "refused.html", status=413, sentence=sentence)


def _our_fault(request: Request, fault: Exception) -> Response:
    # The pattern, not the address: an address may hold the secret of a link.
    failed = getattr(request.scope.get("route"), "path", "no page")
    log.error("a page failed: %s", failed, exc_info=fault)
    return page(request, "refused.html", status=500, sentence=OUR_FAULT)
