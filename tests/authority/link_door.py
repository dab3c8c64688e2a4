"""Links as a door: every address that a link opens, asked for with each link."""

import re
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from casework.rules.authority import AUTHORITY
from models.words import FINISHED, Stage
from tests.authority.links import GUEST_KINDS, Kind, State, lay_links, secret_of
from tests.authority.routes import Route, every_route
from tests.authority.scenes import Scene
from tests.authority.straight import Answer, Straight
from tests.web.desk import Desk
from web import limits
from web.guest_visits import GuestVisit

NUMBERS: Final = count(1)
BOTH: Final = frozenset(GUEST_KINDS)
COMMENTS, CHECK = frozenset({Kind.COMMENTS}), frozenset({Kind.CHECK})
G: Final = "/g/{secret}"
OPENED_BY: Final[dict[str, frozenset[Kind]]] = {
    G: BOTH,
    f"{G}/receipt/{{number}}": BOTH,
    f"{G}/comments": COMMENTS,
    f"{G}/comments/{{number}}": COMMENTS,
    f"{G}/comments/{{number}}/send": COMMENTS,
    f"{G}/none": COMMENTS,
    f"{G}/more-time": COMMENTS,
    f"{G}/point": CHECK,
    f"{G}/draft.pdf": CHECK,
    "/calendar/{secret}.ics": frozenset({Kind.CALENDAR}),
    "/sign-in/{secret}": frozenset({Kind.SIGN_IN}),
}
"""Which kinds of link open an address: no other address takes any."""
ACTS: Final = {
    f"{G}/comments/{{number}}/send": "send_comments_by_link",
    f"{G}/none": "no_comments_by_link",
    f"{G}/more-time": "more_time_by_link",
    f"{G}/point": "point_by_link",
    "/sign-in/{secret}": "sign_in",
}
"""The acts behind the forms; comments are first shown back, which is none."""
NEW_EACH_TIME: Final = (
    r"nonce-[\w+/=-]+",
    r'nonce="[^"]+"',
    r'name="act" value="[^"]*"',
    r"act-\d{8}",
    # A cookie taken back expires now, by the machine's own clock.
    r"expires=[^;]+",
)
NO_RESPONSE: Final = Route("POST", f"{G}/point")
SAID: Final = {
    "name": "Alex Marsh",
    "rank": "Staff officer",
    "email": "alex.marsh@warwickshire-police.example",
    "klass": "draft",
    "text": "We welcome it.",
    "words": "It was in June, not in May.",
    "until-day": "8",
    "until-month": "12",
    "until-year": "2022",
}


@dataclass
class LinkDoor:
    """One front desk for every scene, and every link at each."""

    scene: Scene
    arrived: dict[int, dict[Kind, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.desk = Desk(self.scene.service, self.scene.now)
        self.straight = Straight(self.desk.browser.app)
        self.routes = every_route(self.desk)

    def of_links(self) -> list[Route]:
        """Return the routes that have the secret of a link in their address."""
        return [one for one in self.routes if "{secret}" in one.pattern]

    def close(self) -> None:
        """Close the browser."""
        self.straight.close()

    def enter(self, scene: Scene) -> None:
        """Stand before another scene."""
        self.scene, self.desk.service, self.desk.now = scene, scene.service, scene.now
        if id(scene) not in self.arrived:
            self.arrived[id(scene)] = lay_links(scene)
        scene.written.taken()

    def number(self, kind: Kind) -> str:
        """Return the number of what arrived, or waits, by the live link of a kind."""
        return str(self.arrived[id(self.scene)].get(kind, 1))

    def ask(self, route: Route, secret: str, token_of: str = "", number: str = "1") -> Answer:
        """Ask for an address of a link, or send its form as its own page would give it."""
        limits.forget()
        form: dict[str, Any] = {}
        if route.verb == "POST":
            carried = {"form_token": form_token(token_of or secret)}
            form = {"data": {**carried, "act": f"act-{next(NUMBERS):08}", **SAID}}
        return self.straight.ask(route.verb, route.address(secret=secret, number=number), **form)

    def carry(self, route: Route, secret: str, way: str) -> Answer:
        """Ask for any address with a secret where a browser or a program might put one."""
        limits.forget()
        headers = {
            "cookie": {"cookie": f"desk={secret}; wanted=%2Fg%2F{secret}"},
            "bearer": {"authorization": f"Bearer {secret}"},
        }.get(way, {})
        given: dict[str, Any] = {}
        if way == "address":
            given["params"] = {"secret": secret, "token": secret}
        if route.verb != "GET":
            given["data"] = {"form_token": form_token(secret), "act": f"act-{next(NUMBERS):08}"}
        address = route.address(secret=secret)
        return self.straight.ask(route.verb, address, headers, **given)


def form_token(secret: str) -> str:
    """Return what the pages of a link give their forms to carry, whether or not it works."""
    nothing: Any = None
    return GuestVisit(nothing, nothing, nothing, nothing, secret).form_token


def opens(route: Route, kind: Kind, state: State, stage: Stage) -> bool:
    """Return whether a link opens an address at a stage of its case."""
    if kind not in OPENED_BY[route.pattern] or state is not State.LIVE:
        own = state is State.ANOTHER_S and kind in GUEST_KINDS
        if not (own and kind in OPENED_BY[route.pattern]):
            return False
        # Its own case has just been opened: nothing has come by it, and no response is there.
        return "{number}" not in route.pattern and route != NO_RESPONSE
    if kind in GUEST_KINDS and stage in FINISHED:
        return False
    act = ACTS.get(route.pattern) if route.verb == "POST" else None
    return act is None or stage in AUTHORITY[act].stages


def new_each_time(answer: Answer) -> tuple[int, str, str]:
    """Return what an answer says, without what is new at each asking."""
    headers = sorted((k, v) for k, v in answer.headers.items() if k != "content-length")
    said = [" ".join(f"{k}: {v}" for k, v in headers), answer.text]
    for new in NEW_EACH_TIME:
        said = [re.sub(new, "…", one) for one in said]
    return answer.status_code, said[0], said[1]


def stripped(answer: Answer, secret: str) -> tuple[int, str, str]:
    """Return what an answer says to whoever carries a secret, without the secret."""
    status, *said = new_each_time(answer)
    token = form_token(secret)
    head, body = (one.replace(secret, "SECRET").replace(token, "TOKEN") for one in said)
    return status, head, body


__all__ = ["ACTS", "OPENED_BY", "LinkDoor", "opens", "secret_of", "stripped"]
