"""The API as an application of its own, mounted beside the pages."""

from typing import Final

from fastapi import FastAPI

from web.api import problems
from web.api.document import document, page_of
from web.api.rooms import ROOMS
from web.place import Place

EDITION: Final = "1.0"


def make_api(place: Place | None = None) -> FastAPI:
    """Return the API; without a place it can only say what it is."""
    api = FastAPI(title="Section 55", version=EDITION, docs_url=None, redoc_url=None)
    api.state.place = place
    for room in ROOMS:
        api.include_router(room.router)
    problems.add_to(api)
    api.openapi = lambda: document(api)  # type: ignore[method-assign]  # as FastAPI documents it
    return api


def api_page() -> str:
    """Return docs/api.md."""
    return page_of(document(make_api()))
