"""The API as a door: every operation of its own description, by anybody's token, at any stage."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any, Final, NamedTuple

from sqlmodel import select

from casework.access import hash_of
from casework.record.desk import find_case
from casework.record.since import head_of
from models import ApiToken, Person, SureBy
from tests.authority.callers import COLLEAGUES, LEFT, Caller
from tests.authority.fields import KEY, WHY
from tests.authority.scenes import Scene
from tests.authority.stages import CASE
from tests.authority.straight import Answer, Straight
from tests.builders import REPORT, SIGNATORY
from tests.web.api_client import API
from tests.web.desk import Desk
from web import limits
from web.api.app import make_api
from web.api.changes import quoted
from web.api.document import document
from web.files import WORD

SAID: Final = document(make_api())
NUMBERS: Final = count(1)
AS_JSON: Final = "application/json"
LATER: Final = "some days later"
NAMED: Final[dict[str, Any]] = {
    "class": "background",
    "concerns": "others",
    "decision": "taken",
    "finding": "",
    "flow": "draft-response",
    "force": "",
    "how": "telephone",
    "keys": ["f002", "f003"],
    "kind": "fact-check",
    "lines": [2],
    "name": "response-thematic",
    "person": "birch",
    "publisher": "web_package",
    "signed_by": "",
    "way": "opened_by_mistake",
    "whom": "others",
}
"""By the name of a field, where its description does not say what would do."""
BY_ACT: Final[dict[tuple[str, str], Any]] = {
    ("add_finding", "class"): "recommendation",
    ("correct_finding", "class"): "recommendation",
    ("start_office_flow", "flow"): "catch-up",
    ("record_signature", "person"): SIGNATORY,
    ("ask_question", "whom"): "pym",
    ("make_guest_link", "version"): 0,
    ("move_finding", "before"): "f003",
    ("accept_findings", "keys"): ["f001"],
    ("end_case", "by"): "",
    ("number_finding", "number"): "R-77",
    ("decide_remark", "reason"): WHY,
    ("make_letter", "version"): 1,
    ("read_answer", "finding"): "f001",
    ("approve_subject_to", "amendments"): [{"words": "Say “shall” in the second paragraph."}],
    ("make_letter", "due"): LATER,
}


class Operation(NamedTuple):
    """A verb and an address, as the API describes them."""

    verb: str
    path: str

    def __str__(self) -> str:
        """Return it as its page does."""
        return f"{self.verb.upper()} {self.path}"

    @property
    def told(self) -> dict[str, Any]:
        """Return what the API says of it."""
        described: dict[str, Any] = SAID["paths"][self.path][self.verb]
        return described

    @property
    def act(self) -> str:
        """Return the act it says that it does."""
        return str(self.told.get("x-act", "look"))


OPERATIONS: Final = [
    Operation(verb, path)
    for path, ways in SAID["paths"].items()
    for verb, way in ways.items()
    if verb != "get"
]


@dataclass
class ApiDoor:
    """One API for every scene, and everybody's token at each."""

    scene: Scene
    given_out: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.desk = Desk(self.scene.service, self.scene.now)
        self.straight = Straight(self.desk.browser.app)

    def close(self) -> None:
        """Close it."""
        self.straight.close()

    def enter(self, scene: Scene) -> None:
        """Stand before another scene."""
        self.scene, self.desk.service, self.desk.now = scene, scene.service, scene.now
        if id(scene) not in self.given_out:
            _give_tokens(scene)
            self.given_out[id(scene)] = _head(scene)
        scene.written.taken()

    def send(self, caller: Caller, asked: Operation) -> Answer:
        """Send a request as another system would."""
        limits.forget()
        way = asked.told
        kinds = list(way.get("requestBody", {}).get("content", {}))
        headers = {
            "if-match": self.given_out[id(self.scene)],
            "idempotency-key": f"number-{next(NUMBERS):08}",
        }
        if caller.person:
            headers["authorization"] = f"Bearer {_secret(caller)}"
        body = b""
        if kinds:
            headers["content-type"] = kinds[0]
            body = self._body(asked, kinds)
        query = {
            one["name"]: str(self._value(asked, one["name"], one["schema"]))
            for one in way.get("parameters", [])
            if one["in"] == "query" and one.get("required")
        }
        path = asked.path.format(
            reference=CASE, key="f001", place="overview", number=1, block="monitoring"
        )
        return self.straight.ask(
            asked.verb.upper(), f"{API}{path}", headers, content=body, params=query or None
        )

    def _body(self, asked: Operation, kinds: list[str]) -> bytes:
        if AS_JSON not in kinds:
            if asked.act == "open_case":
                return REPORT
            wordy = WORD in kinds
            return self.scene.word_file if wordy else b"We welcome it."
        shape = _shape(asked.told["requestBody"]["content"][AS_JSON]["schema"])
        needed = set(shape.get("required", [])) | ({"text"} if asked.verb == "patch" else set())
        said = {
            name: self._value(asked, name, kind)
            for name, kind in shape.get("properties", {}).items()
            if name in needed or (asked.act, name) in BY_ACT
        }
        return json.dumps(said).encode()

    def _value(self, asked: Operation, name: str, described: dict[str, Any]) -> Any:
        if (asked.act, name) in BY_ACT:
            known = BY_ACT[asked.act, name]
            return self._usual(asked, {"format": "date"}) if known is LATER else known
        kind = _shape(described.get("anyOf", [described])[0])
        if name == "manifest" or kind.get("pattern", "").startswith("^[0-9a-f]{64}"):
            round_ = self.scene.file.round
            return round_.manifest_sha256 if round_ else "0" * 64
        if kind.get("pattern", "").startswith("^[0-9a-f]{8}"):
            return KEY
        if name == "address":
            found = [one.address for one in self.scene.file.publications]
            return next(filter(None, found), "https://www.arden-commissioner.example/found")
        if name in NAMED and NAMED[name] in kind.get("enum", [NAMED[name]]):
            return NAMED[name]
        return kind["enum"][0] if "enum" in kind else self._usual(asked, kind)

    def _usual(self, asked: Operation, kind: dict[str, Any]) -> Any:
        today = self.scene.now.date()
        later = asked.act in {"extend_comments", "hold_report", "ask_question", "make_letter"}
        day = today + timedelta(days=8) if later else today
        usual: dict[str, Any] = {
            "date": day.isoformat(),
            "date-time": f"{day.isoformat()}T08:30:00+00:00",
            "array": [WHY],
            "boolean": False,
            "integer": 1,
        }
        if asked.act == "schedule":
            usual["date-time"] = "2022-12-07T10:00:00+00:00"
        return usual.get(kind.get("format", "")) or usual.get(kind.get("type", ""), WHY)


def _shape(described: dict[str, Any]) -> dict[str, Any]:
    name = described.get("$ref", "").rpartition("/")[2]
    return dict(SAID["components"]["schemas"][name]) if name else described


def _secret(caller: Caller) -> str:
    return f"s55_token-of-{caller.person}"


def _head(scene: Scene) -> str:
    with scene.service.record.reading() as session:
        office = scene.service.record.office(session).id or 0
        return quoted(head_of(session, find_case(session, office, CASE)))


def _give_tokens(scene: Scene) -> None:
    """Let everybody have a token already: also who has left since."""
    record, now = scene.service.record, scene.now
    with record.writing() as session:
        office = record.office(session).id or 0
        rows = session.exec(select(Person).where(Person.office_id == office))
        numbers = {row.key: row.id or 0 for row in rows}
        for caller in (*COLLEAGUES, LEFT):
            session.add(
                ApiToken(
                    office_id=office,
                    person_id=numbers[caller.person],
                    name="a test",
                    secret_sha256=hash_of(_secret(caller)),
                    may_write=True,
                    sure_by=SureBy.LINK,
                    made_by_id=numbers[caller.person],
                    made_at=now,
                    expires_at=now + timedelta(days=30),
                )
            )
        session.commit()
