"""The dispatcher as a process of its own: `python -m cli.dispatching`.

`section55 up` starts it beside the engine. It looks at the outbox every few
seconds, outlives any single failure, and ends between two rounds when asked.
"""

import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event

from casework.dispatch import one_round as dispatch_round
from casework.errors import CaseworkError
from casework.wiring import doors
from cli.stopping import stop_when_asked

EVERY_SECONDS = 5.0
LONGEST_PAUSE_SECONDS = 60.0
"""After repeated failures the rounds come slower, but never slower than this."""

logger = logging.getLogger("casework.dispatch")

Round = Callable[[datetime], object]
"""One look at the outbox, the leases, the drop folder and what is due: takes `now`."""


def keep_dispatching(one_round: Round, stop: Event) -> None:
    """Do one round after another until asked to stop."""
    failures = 0
    while not stop.wait(pause_after(failures)):
        failures = 0 if is_done(one_round) else failures + 1


def is_done(one_round: Round) -> bool:
    """Return whether one round ended well; what did not is in the log, and tried again."""
    try:
        one_round(datetime.now(UTC))
    except CaseworkError as trouble:
        logger.warning("%s", trouble)
        return False
    except Exception:  # one bad row must not end the dispatcher
        logger.exception("A round of the dispatcher failed; it will be tried again.")
        return False
    return True


def pause_after(failures: int) -> float:
    """Return the seconds to wait before the next round."""
    doublings = min(failures, 10)  # a week of failures is too large a power
    return min(EVERY_SECONDS * 2.0**doublings, LONGEST_PAUSE_SECONDS)


def carry_out_what_is_due(now: datetime) -> None:
    """Carry out every errand that is due, and write into the log what was done.

    The doors are opened at the first round that can: a service may be started
    before its office is on the record.
    """
    for sentence in dispatch_round(doors(), now):
        logger.info("%s", sentence)


def main(one_round: Round = carry_out_what_is_due) -> None:
    """Dispatch until asked to stop; the round under way is finished first."""
    os.environ.setdefault("DO_NOT_TRACK", "1")  # read when Prefect is first imported
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it tells of every call to the engine
    stop = stop_when_asked()
    logger.info("The dispatcher is at work.")
    keep_dispatching(one_round, stop)
    logger.info("The dispatcher has stopped.")


if __name__ == "__main__":
    main()
