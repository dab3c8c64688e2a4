"""What every answer carries and every request must pass: headers, origin, size.

Pure middleware around the whole application, so that no page can forget it.
"""

import json
import secrets
from http import HTTPStatus
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES: Final = 30 * 1024 * 1024
"""Of one request: the gate's limit for a Word file, and room for the form around it."""
SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITES: Final = frozenset({"same-origin", "none"})
"""What a browser says of a request that comes from our own pages, or from nobody's."""
GUESTS: Final = "/g/"
SYSTEMS: Final = "/api/"
HEADERS: Final = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "x-robots-tag": "noindex, nofollow",
}


class Guarded:
    """The application behind its guard."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the application to guard."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what comes from another site or is too large; put headers on every answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})["nonce"] = nonce
        asked = {key.decode("latin-1"): value.decode("latin-1") for key, value in scope["headers"]}
        answer = _with_headers(send, nonce, scope["path"])
        refuse = _refuse_system if scope["path"].startswith(SYSTEMS) else _refuse
        if _is_foreign(scope["method"], asked):
            await refuse(answer, 403, "This came from another website, so nothing was done.")
        elif _too_large(asked):
            await refuse(answer, 413, "This is larger than 30 MB, so it was not taken.")
        else:
            await self._app(scope, _counted(receive), answer)


class TooLargeError(Exception):
    """A request that went on past the limit it had not announced."""


def _is_foreign(method: str, asked: dict[str, str]) -> bool:
    return method not in SAFE_METHODS and asked.get("sec-fetch-site", "none") not in OWN_SITES


def _too_large(asked: dict[str, str]) -> bool:
    length = asked.get("content-length", "0")
    return not length.isdigit() or int(length) > MOST_BYTES


def _counted(receive: Receive) -> Receive:
    taken = 0

    async def counting() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST_BYTES:
            raise TooLargeError
        return message

    return counting


def _with_headers(send: Send, nonce: str, path: str) -> Send:
    policy = (
        "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; "
        f"script-src 'nonce-{nonce}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    # The address of a guest's page is a secret: no browser may tell anybody.
    hidden = {"referrer-policy": "no-referrer"} if path.startswith(GUESTS) else {}
    added = [(key.encode(), value.encode()) for key, value in (HEADERS | hidden).items()]

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = message.setdefault("headers", [])
            names = {key.lower() for key, _ in own}
            own += [(key, value) for key, value in added if key not in names]
            if b"content-security-policy" not in names:
                own.append((b"content-security-policy", policy.encode()))
            if b"cache-control" not in names:
                own.append((b"cache-control", b"no-store"))
        await send(message)

    return sending


async def _refuse(send: Send, status: int, sentence: str) -> None:
    await _answer(send, status, b"text/plain; charset=utf-8", sentence)


async def _refuse_system(send: Send, status: int, sentence: str) -> None:
    said = {
        "type": "urn:section55:problem:not-taken",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": sentence,
    }
    await _answer(send, status, b"application/problem+json", json.dumps(said))


async def _answer(send: Send, status: int, kind: bytes, said: str) -> None:
    body = said.encode()
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
