"""A whole house for a journey: the real front desk on a port of this machine, its mail in a folder.

The engine is played by a bell that does at once what each flow would do.
"""

import email
import email.policy
import re
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

import uvicorn

from casework.comments import invite
from casework.dispatch import Doors, carry_out
from casework.drafting import write_draft
from casework.identity.provider import Provider
from casework.letters_out import MailDoors
from casework.mail.eml_tray import EmlTray
from casework.publication import close_when_copied, publish
from casework.record.hand import the_service
from casework.reminders import ask_for_signature
from tests.builders import Service
from web import limits
from web.app import make_app
from web.place import Place

if TYPE_CHECKING:
    from models.shapes.office import Person
    from web.long_work import Workers

PATIENCE: Final = 20
"""Seconds a server may take to start on a busy machine."""
LINK: Final = re.compile(r"http://127\.0\.0\.1:\d+/sign-in/\S+")


@dataclass
class House:
    """A front desk that runs, and the clock on its wall."""

    service: Service
    now: datetime
    address: str = ""
    provider: Provider | None = None
    """The office's own sign-in, where it has one."""
    doors: Doors = field(init=False)

    def __post_init__(self) -> None:
        """Take a free port of this machine and begin to answer there."""
        limits.forget()
        line = socket.socket()
        line.bind(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{line.getsockname()[1]}"
        tray = EmlTray(self.service.folder / "mail")
        self.doors = replace(self.service.doors, mail=MailDoors(tray), bell=Engine(self))
        place = Place(lambda: self.doors, self.address, lambda: self.now, self.provider)
        app = make_app(place)
        self.workers: Workers = app._app.state.workers  # type: ignore[attr-defined]
        config = uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self._server.run, args=([line],), daemon=True)
        self._thread.start()
        until = monotonic() + PATIENCE
        while not self._server.started:
            assert monotonic() < until, "the front desk did not start"
            sleep(0.01)

    def sends_mail(self) -> None:
        """From now on, hand letters to a mail server instead of laying them into a folder."""
        self.doors = replace(self.doors, mail=replace(self.doors.mail, server=self.service.server))

    def close(self) -> None:
        """Stop answering."""
        self._server.should_exit = True
        self._thread.join(PATIENCE)

    def until(self, moment: datetime) -> None:
        """Let time pass, and the dispatcher and the flows do what is due."""
        self.now = moment
        while carry_out(self.doors, moment):
            pass

    def letters_to(self, address: str) -> list[str]:
        """Return the text of every letter to an address, the oldest first."""
        kept = []
        for path in sorted(Path(self.service.folder / "mail").glob("*.eml"), key=_age):
            letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            body = letter.get_body(("plain",))
            if address in str(letter["To"]) and body:
                kept.append(str(body.get_content()))
        return kept

    def sign_in_link(self, person: str) -> str:
        """Return the link that the last letter to a person brought."""
        letters = self.letters_to(self.known(person).email)
        return [one[0] for text in letters if (one := LINK.search(text))][-1]

    def known(self, person: str) -> "Person":
        """Return somebody as the office's settings know them now."""
        record = self.service.record
        with record.reading() as session:
            found = record.settings_of(session, record.office(session)).person(person)
        assert found
        return found


def _age(path: Path) -> int:
    return path.stat().st_mtime_ns


@dataclass
class Engine:
    """A bell that runs at once what the engine would be asked to run."""

    house: House

    def ring_event(self, report_key: str) -> None:
        """Leave it: a case opened by hand asks for its first papers itself."""

    def ring_run(self, flow: str, parameters: Mapping[str, str], key: str) -> None:
        """Do the work of one flow for one case."""
        del key
        FLOWS[flow](self.house.doors, self.house.now, parameters["case_reference"])


def _draft(doors: Doors, now: datetime, reference: str) -> None:
    write_draft(doors.record, the_service(now), reference, doors.library)


def _invite(doors: Doors, now: datetime, reference: str) -> None:
    invite(doors.record, the_service(now), reference, doors.library)


def _ask(doors: Doors, now: datetime, reference: str) -> None:
    ask_for_signature(doors.record, the_service(now), reference)


def _publish(doors: Doors, now: datetime, reference: str) -> None:
    publish(doors.record, the_service(now), reference, doors.publication)
    close_when_copied(doors.record, the_service(now), reference)


FLOWS: Final[dict[str, Callable[[Doors, datetime, str], None]]] = {
    "draft-response": _draft,
    "invite-comments": _invite,
    "route-for-sign-off": _ask,
    "publish-response": _publish,
}
