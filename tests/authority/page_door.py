"""The pages as a door: every form of the front desk, sent by anybody at any stage."""

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from sqlmodel import select

from casework.access import SESSION_LIFE, hash_of
from models import Person, WebSession
from tests.authority.callers import COLLEAGUES, LEFT, Caller
from tests.authority.fields import fields_of, file_in, said_in
from tests.authority.routes import Route
from tests.authority.scenes import Scene
from tests.authority.straight import Answer, Straight
from tests.web.desk import Desk
from web import limits
from web.visits import SESSION, posted

FORM_TOKEN: Final = "0" * 64
"""Of every session of the matrix."""
NUMBERS: Final = count(1)


class AtOnce:
    """Hands that do a piece of work while it is handed over."""

    def submit(self, work: Any, *given: Any) -> "Future[None]":
        """Do it."""
        done: Future[None] = Future()
        done.set_result(work(*given))
        return done


@dataclass
class PageDoor:
    """One front desk for every scene, and everybody's cookie at each."""

    scene: Scene
    signed_in: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.desk = Desk(self.scene.service, self.scene.now)
        self.forms = dict(_forms(self.desk.browser.app._app.routes))  # type: ignore[attr-defined]
        self.straight = Straight(self.desk.browser.app)
        self.desk.workers._pool = AtOnce()  # type: ignore[assignment]

    def of_colleagues(self) -> list[str]:
        """Return the forms that take somebody who is signed in."""
        return [path for path, one in self.forms.items() if _takes_a_session(one.dependant)]

    def close(self) -> None:
        """Close the browser."""
        self.straight.close()

    def enter(self, scene: Scene) -> None:
        """Stand before another scene."""
        self.scene, self.desk.service, self.desk.now = scene, scene.service, scene.now
        if id(scene) not in self.signed_in:
            self.signed_in.add(id(scene))
            _sign_in(scene)
        scene.written.taken()

    def send(self, caller: Caller, pattern: str, **other: str) -> Answer:
        """Send a form as it would be filled in."""
        limits.forget()
        said: dict[str, Any] = {"form_token": FORM_TOKEN, "act": f"act-{next(NUMBERS):08}"}
        files = {}
        for name, is_file in fields_of(self.forms[pattern]):
            if is_file:
                files[name] = file_in(pattern, self.scene)
            else:
                said[name] = said_in(pattern, name, self.scene)
        cookie = {"cookie": f"{SESSION}={_secret(caller)}"} if caller.person else {}
        return self.straight.ask(
            "POST", address_of(pattern), cookie, data=said | other, files=files or None
        )


def address_of(pattern: str) -> str:
    """Return an address of a form on the case of the scene."""
    place = "f001_answer" if pattern.endswith("/take") else "overview"
    return Route("POST", pattern).address(place=place)


def _forms(routes: Any) -> Iterator[tuple[str, Any]]:
    for one in routes:
        inner = getattr(one, "original_router", None)
        if "POST" in (getattr(one, "methods", None) or ()) and hasattr(one, "dependant"):
            yield one.path, one
        elif inner is not None:
            yield from _forms(inner.routes)


def _takes_a_session(dependant: Any) -> bool:
    return dependant.call is posted or any(map(_takes_a_session, dependant.dependencies))


def _secret(caller: Caller) -> str:
    return f"session-of-{caller.person}"


def _sign_in(scene: Scene) -> None:
    """Let everybody be signed in already: also who has left since."""
    record, now = scene.service.record, scene.now
    with record.writing() as session:
        office = record.office(session)
        rows = session.exec(select(Person).where(Person.office_id == office.id))
        numbers = {row.key: row.id or 0 for row in rows}
        for caller in (*COLLEAGUES, LEFT):
            session.add(
                WebSession(
                    office_id=office.id or 0,
                    person_id=numbers[caller.person],
                    secret_sha256=hash_of(_secret(caller)),
                    form_token=FORM_TOKEN,
                    began_at=now,
                    expires_at=now + SESSION_LIFE,
                    browser="a browser",
                )
            )
        session.commit()
