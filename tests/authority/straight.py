"""A browser without a wire: a request goes straight into the application, and back."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

import anyio.to_thread
import httpx2
import pytest
from sqlmodel import Session

from casework import examining
from casework.access import caller, visitor
from casework.record.desk import find_case
from casework.record.dossier import dossier
from casework.record.hand import Hand
from casework.record.letters import Library
from casework.record.meanwhile import head_of
from casework.record.record import Record
from casework.sign_off import in_the_way
from models import Case, Office
from models.shapes.office import OfficeSettings
from tests.web.desk import ADDRESS
from web import case_file, visits
from web.api import callers
from web.pages import signing

HERE: Final = ("testclient", 50000)


@dataclass
class Answer:
    """What the application answered."""

    status_code: int = 0
    headers: httpx2.Headers = field(default_factory=httpx2.Headers)
    content: bytes = b""

    @property
    def text(self) -> str:
        """Return what it says."""
        return self.content.decode("utf-8", "replace")


@dataclass
class Straight:
    """One application, asked by nobody in particular."""

    app: Any
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)

    def ask(
        self, verb: str, path: str, headers: Mapping[str, str] | None = None, **given: Any
    ) -> Answer:
        """Send one request."""
        request = httpx2.Request(verb, f"{ADDRESS}{path}", headers=dict(headers or {}), **given)
        return self.loop.run_until_complete(self._asked(request))

    async def _asked(self, request: httpx2.Request) -> Answer:
        answer, body = Answer(), [request.read()]

        async def receive() -> dict[str, Any]:
            if body:
                return {"type": "http.request", "body": body.pop(), "more_body": False}
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                answer.status_code = message["status"]
                answer.headers = httpx2.Headers(message.get("headers", []))
            else:
                answer.content += message.get("body", b"")

        await self.app(_scope(request), receive, send)
        return answer

    def close(self) -> None:
        """End the loop."""
        self.loop.close()


def _scope(request: httpx2.Request) -> dict[str, Any]:
    url = request.url
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": url.scheme,
        "path": url.path,
        "raw_path": url.raw_path,
        "query_string": url.query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "client": HERE,
        "server": (url.host, 443),
        "state": {},
    }


@contextmanager
def at_once() -> Iterator[None]:
    """Let every page be made where it is asked for, and know whoever came before.

    One request follows another, and nothing is ever kept on a scene: who a
    session belongs to, which office and which case it is, and what the checks
    notice in its response, is found out once.
    """

    async def here(work: Any, *given: Any, **_: Any) -> Any:
        return work(*given)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(anyio.to_thread, "run_sync", here)
        patched.setattr(visits, "visitor", remembered(visitor))
        patched.setattr(callers, "caller", remembered(caller))
        patched.setattr(Record, "office", _office(Record.office))
        patched.setattr(case_file, "dossier", _of_a_case(dossier))
        patched.setattr(case_file, "head_of", _of_a_case(head_of))
        patched.setattr(case_file, "find_case", _case(find_case))
        patched.setattr(examining, "checked_case", _checked(examining.checked_case))
        patched.setattr(signing, "in_the_way", _in_the_way(in_the_way))
        yield


def remembered(look: Callable[..., Any]) -> Callable[..., Any]:
    """Return a look that is taken once: at one record, by one secret, at one moment."""
    known: dict[Any, Any] = {}

    def again(record: Record, secret: str, now: datetime) -> Any:
        key = (str(record.outputs), secret, now)
        if key not in known:
            known[key] = look(record, secret, now)
        return known[key]

    return again


def _office(look: Callable[[Record, Session], Office]) -> Callable[[Record, Session], Office]:
    known: dict[str, Office] = {}

    def again(record: Record, session: Session) -> Office:
        key = f"{record.outputs}:{record.office_key}"
        if key not in known:
            known[key] = look(record, session)
            session.expunge(known[key])
        return known[key]

    return again


def _of_a_case(look: Callable[[Session, Case], Any]) -> Callable[[Session, Case], Any]:
    known: dict[tuple[str, str], Any] = {}

    def again(session: Session, case: Case) -> Any:
        key = (str(session.get_bind().engine.url), case.reference)
        if key not in known:
            known[key] = look(session, case)
        return known[key]

    return again


def _checked(look: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[tuple[str, str, date], Any] = {}

    def again(session: Session, settings: OfficeSettings, case: Case, today: date) -> Any:
        key = (str(session.get_bind().engine.url), case.reference, today)
        if key not in known:
            known[key] = look(session, settings, case, today)
        return known[key]

    return again


def _in_the_way(look: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[tuple[str, str, str | None, datetime], Any] = {}

    def again(record: Record, hand: Hand, reference: str, library: Library) -> Any:
        key = (str(record.outputs), reference, hand.person, hand.now)
        if key not in known:
            known[key] = look(record, hand, reference, library)
        return known[key]

    return again


def _case(look: Callable[[Session, int, str], Case]) -> Callable[[Session, int, str], Case]:
    known: dict[tuple[str, int, str], Case] = {}

    def again(session: Session, office_id: int, reference: str) -> Case:
        key = (str(session.get_bind().engine.url), office_id, reference)
        if key not in known:
            known[key] = look(session, office_id, reference)
            session.expunge(known[key])
        return known[key]

    return again
