"""A bell that runs the flows here and now, instead of waking an engine elsewhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

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


@dataclass
class BellAtHome:
    """Runs what the outbox asks for, at the moment the journey has come to."""

    now: datetime
    rung: list[str] = field(default_factory=list)
    """Every flow that ran, with its result."""

    def ring_event(self, report_key: str) -> None:
        """Run the flow that a new report wakes."""
        self._write_down("open-case", open_case(report_key, self.now))

    def ring_run(self, flow: str, parameters: Mapping[str, str], key: str) -> None:
        """Run one flow for one case."""
        del key
        self._write_down(flow, FLOWS[flow](**parameters, now=self.now))

    def _write_down(self, flow: str, result: object) -> None:
        self.rung.append(f"{flow}: {result}")
