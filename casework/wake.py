"""The dispatcher's bell: outbox rows become events and runs of the engine.

The database decides; the bell only wakes. A bell that does not ring raises, so
that the row stays pending and is tried again; a bell rung twice is harmless,
because events carry an id and runs a key made from the row.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol
from uuid import NAMESPACE_URL, UUID, uuid5

from casework.errors import DoorError

REPORT_PUBLISHED = "hmicfrs.report.published"
"""The event that opens a case; `prefect.yaml` holds the trigger."""

ANSWER_WITHIN_SECONDS = 10.0
"""How long the engine may take to say yes: the dispatcher has other rows to carry."""


class Bell(Protocol):
    """What wakes the engine. Ringing twice for one thing must be harmless."""

    def ring_event(self, report_key: str) -> None:
        """Announce a newly published report, by its key alone."""

    def ring_run(self, flow: str, parameters: Mapping[str, str], key: str) -> None:
        """Ask for one run of a flow (`draft_response`), once per key."""


class EngineBell:
    """The bell of a running engine, reached over HTTP."""

    def __init__(self, api_url: str) -> None:
        """Remember where the engine answers, such as `http://127.0.0.1:4200/api`."""
        self._api_url = api_url

    def ring_event(self, report_key: str) -> None:
        """Announce a report, and wait until the engine has taken the event in.

        Prefect's own `emit_event` is fire-and-forget: a lost event would look sent.
        """
        from prefect.client.orchestration import get_client  # noqa: PLC0415  2 s: only when rung
        from prefect.events import Event  # noqa: PLC0415

        event = Event(
            event=REPORT_PUBLISHED,
            id=event_id(report_key),
            resource={"prefect.resource.id": f"hmicfrs.report.{report_slug(report_key)}"},
            payload={"report_key": report_key},
        )
        with self._line_to_engine(), get_client(sync_client=True) as client:
            body = [event.model_dump(mode="json")]
            client.request("POST", "/events", json=body).raise_for_status()

    def ring_run(self, flow: str, parameters: Mapping[str, str], key: str) -> None:
        """Ask for a run and leave: nobody waits here for the flow to end."""
        from prefect.deployments import run_deployment  # noqa: PLC0415  2 s: only when rung

        with self._line_to_engine():
            run_deployment(
                deployment_of(flow),
                parameters=dict(parameters),
                idempotency_key=key,
                timeout=0,
                as_subflow=False,
            )

    @contextmanager
    def _line_to_engine(self) -> Iterator[None]:
        """Point Prefect at this engine, with short timeouts and one family of errors."""
        from httpx import HTTPError  # noqa: PLC0415  what Prefect's client raises
        from prefect.exceptions import ObjectNotFound, PrefectException  # noqa: PLC0415
        from prefect.settings import (  # noqa: PLC0415
            PREFECT_API_REQUEST_TIMEOUT,
            PREFECT_API_URL,
            PREFECT_CLIENT_MAX_RETRIES,
            temporary_settings,
        )

        settings = {
            PREFECT_API_URL: self._api_url,
            PREFECT_API_REQUEST_TIMEOUT: ANSWER_WITHIN_SECONDS,
            # The engine says 503 for a moment when its database is busy.
            PREFECT_CLIENT_MAX_RETRIES: 2,
        }
        try:
            with temporary_settings(settings):
                yield
        except ObjectNotFound as trouble:
            raise NotDeployedError(self._api_url) from trouble
        except (HTTPError, PrefectException, OSError, RuntimeError) as trouble:
            raise EngineSilentError(self._api_url, trouble) from trouble


class NotDeployedError(DoorError):
    """The engine answers, but it was never given this flow."""

    def __init__(self, api_url: str) -> None:
        """Name the engine and what deploys the flows."""
        super().__init__(
            f"The engine at {api_url} does not know this flow; "
            "start `section55 up` again, which deploys everything in prefect.yaml."
        )


class EngineSilentError(DoorError):
    """The engine did not answer, or refused; the row stays on the outbox and is tried again."""

    def __init__(self, api_url: str, trouble: Exception) -> None:
        """Name the address, and what was heard from it."""
        heard = (str(trouble).splitlines() or [type(trouble).__name__])[0][:200]
        super().__init__(
            f"The engine at {api_url} did not do what was asked ({heard}). "
            "Nothing is lost: it will be asked again. If this goes on, run `section55 up`."
        )


def event_id(report_key: str) -> UUID:
    """Return the id of a report's event: the same report, the same event."""
    return uuid5(NAMESPACE_URL, report_key)


def report_slug(report_key: str) -> str:
    """Return a report key as a resource name: lower case, digits and dashes."""
    words = re.sub(r"^https?://(www\.)?", "", report_key.lower())
    slug = re.sub(r"[^a-z0-9]+", "-", words).strip("-")
    return f"{slug[:80].rstrip('-')}-{event_id(report_key).hex[:8]}"


def deployment_of(flow: str) -> str:
    """Return the name under which `prefect.yaml` deploys a flow: flow, then deployment."""
    name = flow.replace("_", "-")
    return f"{name}/{name}"
