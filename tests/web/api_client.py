"""Another system of a test: a token on a real record, and requests with it."""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from casework.access import SIGNING_DAYS, NewToken, hash_of, make_token
from casework.record.desk import find_case
from casework.record.since import head_of
from models import SureBy
from tests.builders import OFFICER, Service, at, by
from tests.web.desk import ADDRESS
from web import limits
from web.api.changes import quoted
from web.app import make_app
from web.place import Place

API = "/api/v1"
NUMBERS = count(1)


def a_token(
    service: Service, person: str, now: datetime, *, may_write: bool = True, signs: bool = False
) -> str:
    """Make a token of a person; return its secret."""
    secret = f"s55_token-{next(NUMBERS)}-of-{person}"
    new = NewToken(hash_of(secret), "a test", may_write)
    if signs:
        new = replace(new, days=SIGNING_DAYS, sure_by=SureBy.CODE)
    make_token(service.record, by(person, now), new)
    return secret


@dataclass
class Other:
    """Another system before one service."""

    service: Service
    person: str = OFFICER
    now: datetime = field(default_factory=lambda: at(10, 14, 9))
    may_write: bool = True
    signs: bool = False

    def __post_init__(self) -> None:
        limits.forget()
        place = Place(lambda: self.service.doors, ADDRESS, lambda: self.now)
        self.secret = a_token(
            self.service, self.person, self.now, may_write=self.may_write, signs=self.signs
        )
        self.app = make_app(place)
        self.browser = TestClient(self.app, base_url=ADDRESS)

    def ask(self, verb: str, path: str, **given: Any) -> Response:
        """Send a request as it is given, with the token."""
        headers = {"authorization": f"Bearer {self.secret}", **given.pop("headers", {})}
        answer: Response = self.browser.request(verb, f"{API}{path}", headers=headers, **given)
        return answer

    def get(self, path: str, status: int = 200) -> Any:
        """Look at something."""
        answer = self.ask("GET", path)
        assert answer.status_code == status, answer.text
        return answer.json()

    def etag(self, reference: str) -> str:
        """Return the state a case is in, as the API tells it; quicker than to ask for it."""
        with self.service.record.reading() as session:
            office = self.service.record.office(session).id or 0
            return quoted(head_of(session, find_case(session, office, reference)))

    def act(
        self, verb: str, path: str, status: int = 200, headers: Any = None, **given: Any
    ) -> Any:
        """Change a case as it is now; return the answer."""
        answer = self.ask(verb, path, headers=self.carried(path) | (headers or {}), **given)
        assert answer.status_code == status, answer.text
        check_answer(answer)
        return answer.json()

    def carried(self, path: str) -> dict[str, str]:
        """Return what every request to change something must carry."""
        number = {"idempotency-key": f"number-{next(NUMBERS)}"}
        _, what, *of = path.split("?", maxsplit=1)[0].split("/")
        return number | {"if-match": self.etag(of[0])} if what == "cases" and of else number


def check_answer(answer: Response) -> None:
    """Check what every answer must have: JSON, or a refusal in the shape of one."""
    kind = answer.headers["content-type"]
    if answer.status_code < 400:
        return
    assert kind == "application/problem+json", kind
    said = json.loads(answer.content)
    assert said["status"] == answer.status_code
    assert said["detail"].strip()
    assert said["type"].startswith("urn:section55:problem:")
