"""The dispatcher's process: it goes on, whatever one round meets, until it is asked to stop."""

import logging
import os
import signal
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest

from casework.errors import DoorError
from cli import dispatching
from cli.dispatching import is_done, keep_dispatching, main, pause_after


class Rounds:
    """Rounds that meet some trouble first, and ask to stop after the last."""

    def __init__(self, stop: Event, *troubles: Exception) -> None:
        self.stop = stop
        self.troubles = list(troubles)
        self.nows: list[datetime] = []

    def __call__(self, now: datetime) -> None:
        self.nows.append(now)
        if self.troubles:
            raise self.troubles.pop(0)
        self.stop.set()


@pytest.fixture(autouse=True)
def _quick_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatching, "EVERY_SECONDS", 0.001)


def test_a_door_that_fails_and_a_fault_of_ours_do_not_end_the_dispatcher(
    caplog: pytest.LogCaptureFixture,
) -> None:
    stop = Event()
    rounds = Rounds(stop, DoorError("The mail server said no."), ZeroDivisionError("ours"))
    keep_dispatching(rounds, stop)
    assert len(rounds.nows) == 3
    assert "The mail server said no." in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_a_round_is_told_the_time_as_an_aware_instant() -> None:
    rounds = Rounds(Event())
    assert is_done(rounds)
    assert rounds.nows[0].utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - rounds.nows[0]) < timedelta(seconds=10)


def test_rounds_come_slower_after_failures_and_never_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatching, "EVERY_SECONDS", 5.0)
    assert [pause_after(failures) for failures in (0, 1, 2, 9, 5000)] == [5, 10, 20, 60, 60]


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_the_round_under_way_is_finished_when_asked_to_stop(
    asked: signal.Signals, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    finished = []

    def one_round(now: datetime) -> None:
        os.kill(os.getpid(), asked)
        finished.append(now)

    before = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        main(one_round)
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    assert len(finished) == 1
    assert "The dispatcher has stopped." in caplog.text
