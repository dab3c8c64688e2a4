"""The page somebody asked for before they were signed in: they are led there afterwards.

A letter's link leads to one page of one case. Whoever follows it signed out
would otherwise arrive at the first screen, and look for the page again.
"""

import re
from typing import Final
from urllib.parse import quote, unquote

from fastapi import Request
from starlette.responses import Response

COOKIE: Final = "wanted"
KEPT_SECONDS: Final = 3600
"""An hour: long enough for a link to come by mail."""
LONGEST: Final = 500
OWN_PAGE: Final = re.compile(r"/(?![/\\])[^\x00-\x20\\]*")
"""A path on this desk: never another site's, which would begin with two slashes."""


def remember(request: Request, answer: Response, *, secure: bool) -> None:
    """Let this browser remember the page it asked for, until somebody has signed in at it."""
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    if request.method == "GET" and asked != "/" and _is_ours(asked):
        answer.set_cookie(
            COOKIE,
            quote(asked),
            max_age=KEPT_SECONDS,
            httponly=True,
            secure=secure,
            samesite="lax",
        )


def wanted(request: Request) -> str:
    """Return the path of the page this browser had asked for; that of the first screen if none."""
    asked = unquote(request.cookies.get(COOKIE, ""))
    return asked if _is_ours(asked) else "/"


def forget(answer: Response) -> None:
    """Let this browser forget the page: it is led there now."""
    answer.delete_cookie(COOKIE, httponly=True, samesite="lax")


def _is_ours(asked: str) -> bool:
    return len(asked) <= LONGEST and OWN_PAGE.fullmatch(asked) is not None
