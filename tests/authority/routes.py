"""Every route of the application, and an address of each on the case of a test."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from starlette.testclient import TestClient

from tests.authority.stages import CASE, COMMENTS_LINK
from tests.web.desk import Desk

FILLED = {
    "reference": CASE,
    "number": "1",
    "key": "f001",
    "finding": "f001",
    "place": "overview",
    "letter": "1",
    "secret": COMMENTS_LINK,
    "form": "pdf",
    "address": "office",
    "path": "index.html",
    "sha256": "0" * 64,
}


class Route(NamedTuple):
    """A verb and the pattern of an address."""

    verb: str
    pattern: str

    def address(self, **other: str) -> str:
        """Return an address that fits, on the case of the test."""
        filled = FILLED | other
        return re.sub(r"\{(\w+)(?::\w+)?\}", lambda m: filled.get(m[1], "1"), self.pattern)


def every_route(desk: Desk) -> list[Route]:
    """Return every route, the API's among them."""
    app: Any = desk.browser.app
    return sorted(set(_walk(app._app.routes, "")))


def _walk(routes: Any, before: str) -> Iterator[Route]:
    for one in routes:
        inner: Any = getattr(one, "original_router", None) or getattr(one, "app", None)
        if getattr(one, "methods", None):
            yield from (Route(verb, before + one.path) for verb in one.methods if verb != "HEAD")
        elif hasattr(inner, "routes"):
            yield from _walk(inner.routes, before + getattr(one, "path", ""))


def no_browser(desk: Desk) -> TestClient:
    """Return a browser at which nobody is signed in."""
    return TestClient(desk.browser.app, base_url=str(desk.browser.base_url))
