"""An application that is built when it is first asked for."""

from collections.abc import Callable, Sequence
from threading import Lock

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.routing import BaseRoute
from starlette.types import Receive, Scope, Send


class BuiltLater:
    """Stands where an application is mounted; the first page does not wait for it.

    A third of the time it takes to start would else go into the API, which
    no person at a browser ever asks for.
    """

    def __init__(self, build: Callable[[], FastAPI]) -> None:
        """Keep how it is built."""
        self._build, self._one_at_a_time = build, Lock()
        self._built: FastAPI | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        built = await run_in_threadpool(self.application)
        await built(scope, receive, send)

    def application(self) -> FastAPI:
        """Return the application, built if it was not yet."""
        with self._one_at_a_time:
            if self._built is None:
                self._built = self._build()
            return self._built

    @property
    def routes(self) -> Sequence[BaseRoute]:
        """Return the routes of the application, as any other that is mounted."""
        return self.application().routes
