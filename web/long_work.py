"""Long work: carried out behind the pages, so that no browser is held and none is needed.

What is asked for is written down first. A few threads of this process carry
it out; what a killed process left is taken up by the next one.
"""

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from dataclasses import dataclass
from threading import Lock
from typing import Final

from casework.errors import CaseworkError
from casework.record import page_work
from casework.record.page_work import Ended
from models import PageWork, WorkKind
from models.shapes.progress import Telling
from web.forms import FieldError
from web.long_doers import DOERS, Doer, Job
from web.place import Place

log = logging.getLogger(__name__)
HANDS: Final = 2
"""Pieces of work at once: each may take a processor whole."""
PATIENCE: Final = 1.5
"""Seconds a browser is held: who waits no longer than this sees no waiting page."""
OUR_FAULT: Final = (
    "This failed by a fault of the service, not of yours. Nothing half-done is kept. Try again; "
    "if it happens again, tell whoever looks after the service."
)


@dataclass(frozen=True, slots=True)
class Step:
    """How far a piece of work has come."""

    words: str = ""
    done: int = 0
    total: int = 0
    """0: of this step no parts are counted."""


class Workers:
    """The few hands behind the pages."""

    def __init__(self, place: Place, patience: float = PATIENCE) -> None:
        """Take the place they work at, and how long a browser is held."""
        self.patience = patience
        self.doers: dict[WorkKind, Doer] = dict(DOERS)
        self._place = place
        self._pool = ThreadPoolExecutor(HANDS, thread_name_prefix="long-work")
        self._running: dict[int, Future[None]] = {}
        self._told: dict[int, Step] = {}
        self._lock = Lock()

    def start(self, number: int) -> None:
        """Begin a piece of work, unless it is in hand already."""
        with self._lock:
            known = self._running.get(number)
            if known is None or known.done():
                self._forget_those_done()
                self._running[number] = self._pool.submit(self._carry_out, number)

    def wait(self, number: int) -> None:
        """Wait for a piece of work, as long as a browser is held."""
        with self._lock:
            known = self._running.get(number)
        if known:
            wait_for([known], timeout=self.patience)

    def told(self, number: int) -> Step:
        """Return how far a piece of work has come, as its doer told last."""
        return self._told.get(number, Step())

    def resume(self) -> None:
        """Take up everything that was asked for and is not over."""
        for number in page_work.unfinished(self._place.doors().record):
            self.start(number)

    def close(self) -> None:
        """Begin nothing more: what waits is taken up by the next process."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _forget_those_done(self) -> None:
        for number in [key for key, one in self._running.items() if one.done()]:
            del self._running[number]
            self._told.pop(number, None)

    def _carry_out(self, number: int) -> None:
        try:
            doors = self._place.doors()
            work = page_work.begin(doors.record, number, self._place.now)
            if work:
                ended = self._ended(Job(doors, work, self._place.now, self._telling(number)))
                page_work.finish(doors.record, number, self._place.now, ended)
        except Exception:
            # It stays unfinished on the record: whoever looks at it starts it again.
            log.exception("long work %s was not finished", number)

    def _telling(self, number: int) -> Telling:
        # In memory alone: an act holds the database until it is whole, and keeps out even a
        # word about itself. Whoever begins the work anew tells it from the start.
        def tell(step: str, done: int, total: int) -> None:
            self._told[number] = Step(step, done, total)

        return tell

    def _ended(self, job: Job) -> Ended:
        try:
            return self.doers[job.work.what](job)
        except CaseworkError as fault:
            return Ended(str(fault), field=getattr(fault, "field", ""))
        except Exception:
            log.exception("long work %s failed", job.work.id)
            return Ended(OUR_FAULT)


def refusal_of(work: PageWork) -> CaseworkError:
    """Return what work that was refused said, as the page of its form takes it."""
    return FieldError(work.field, work.outcome) if work.field else CaseworkError(work.outcome)
