"""A front desk of a test: the real application on a real record, and somebody at it."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.testclient import TestClient

from casework.access import hash_of, keep_link
from casework.record.hand import the_service
from tests.builders import Service, at
from web.app import make_app
from web.place import Place

if TYPE_CHECKING:
    from web.long_work import Workers

ADDRESS = "https://desk.example"
Files = dict[str, tuple[str, bytes]]
"""By field: the name and the bytes of a file."""
FORM_FIELD = re.compile(r'name="(form_token|act|as_of)" value="([^"]*)"')


@dataclass
class Desk:
    """The front desk of one service, and a browser before it."""

    service: Service
    now: datetime = field(default_factory=lambda: at(10, 14, 9))
    arrived: str = ""
    """Path of the page the last sign-in led to."""

    def __post_init__(self) -> None:
        self.service.record.front_desk = ADDRESS
        self.place = Place(lambda: self.service.doors, ADDRESS, lambda: self.now)
        app = make_app(self.place)
        self.browser = TestClient(app, base_url=ADDRESS, follow_redirects=True)
        self.workers: Workers = app._app.state.workers  # type: ignore[attr-defined]
        # A busy machine shows nobody a waiting page that a test did not ask for.
        self.workers.patience = 60

    def sign_in(self, person: str) -> None:
        """Sign a person in at this browser, by a link as it would come by mail."""
        secret = f"secret-of-{person}-{self.now.timestamp():.0f}-{id(self)}"
        keep_link(self.service.record, the_service(self.now), person, hash_of(secret))
        answer = self.browser.post(f"/sign-in/{secret}")
        assert answer.status_code == 200, answer.text
        self.arrived = answer.url.path

    def get(self, path: str, status: int = 200) -> str:
        """Fetch a page; return its text."""
        answer = self.browser.get(path)
        assert answer.status_code == status, answer.text
        check_page(answer)
        return answer.text

    def send(
        self, page: str, to: str, status: int = 200, files: Files | None = None, **fields: object
    ) -> str:
        """Send a form of a page, with what the page gave it to carry."""
        answer = self.browser.post(to, data={**self.carried(page), **fields}, files=files)
        assert answer.status_code == status, answer.text
        check_page(answer)
        return answer.text

    def carried(self, page: str) -> dict[str, str]:
        """Return what a page gives one of its forms to carry: sent twice, it is one act."""
        return dict(FORM_FIELD.findall(self.get(page)))


def check_page(answer: Response | object) -> None:
    """Check what every page must have: a title, one h1, unique ids, labelled fields."""
    text: str = answer.text  # type: ignore[union-attr]
    if not text.lstrip().startswith("<!DOCTYPE html>"):
        return
    assert re.search(r"<title>[^<]+</title>", text)
    assert text.count("<h1") == 1
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids)), sorted(i for i in ids if ids.count(i) > 1)
    labelled = set(re.findall(r'<label[^>]*\bfor="([^"]+)"', text))
    fields = re.findall(r"<(?:input|select|textarea)\b[^>]*>", text)
    for one in fields:
        if 'type="hidden"' in one:
            continue
        name = re.search(r'\bid="([^"]+)"', one)
        assert name, one
        assert name[1] in labelled or "aria-label" in one, one
