"""A bell that runs the flows here and now, instead of waking an engine elsewhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flows.draft_response import draft_response
from flows.invite_comments import invite_comments
from flows.open_case import open_case
from flows.publish_response import publish_response
from flows.route_for_sign_off import route_for_sign_off

FLOWS: dict[str, Callable[..., object]] = {
    "draft-response": draft_response,
    "invite-comments": invite_comments,
    "publish-response": publish_response,
    "route-for-sign-off": route_for_sign_off,
}

SAID: dict[str, Callable[[Any], str]] = {
    "open-case": lambda reference: f"case {reference}, and the letter of day one",
    "draft-response": lambda number: f"version {number} is written" if number else "",
    "invite-comments": lambda count: "the invitation, ready to be sent" if count else "",
    "publish-response": " ".join,
    "route-for-sign-off": lambda count: "the next signatory is asked" if count else "",
}
"""What a flow's result means to whoever watches; empty where it found nothing to do."""


@dataclass
class BellAtHome:
    """Runs what the outbox asks for, at the moment the journey has come to."""

    now: datetime
    rung: list[str] = field(default_factory=list)
    """Every flow that ran and found something to do, with what it did."""

    def ring_event(self, report_key: str) -> None:
        """Run the flow that a new report wakes."""
        self._write_down("open-case", open_case(report_key, self.now))

    def ring_run(self, flow: str, parameters: Mapping[str, str], key: str) -> None:
        """Run one flow for one case."""
        del key
        self._write_down(flow, FLOWS[flow](**parameters, now=self.now))

    def _write_down(self, flow: str, result: object) -> None:
        said = SAID[flow](result)
        if said:
            self.rung.append(f"{flow}: {said}")
