"""Waiting until what was started answers: the engine, and the front desk people come to."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Event
from typing import NamedTuple

from cli.children import Child, Command
from cli.deploying import ask
from cli.place import Place
from cli.start_errors import PATIENCE_SECONDS, ChildLostError, SlowStartError

ASK_EVERY_SECONDS = 0.5


class FrontDesk(NamedTuple):
    """The front desk beside the engine: how it is started, and where it answers."""

    words: Sequence[str]
    host: str
    port: int
    welcome: Callable[[], None]
    """Says how people come in; called once they can."""


def start(kept: list[Child], command: Command) -> Child:
    """Start a program, and keep it with the others."""
    child = Child(command)
    child.start()
    kept.append(child)
    return child


def open_desk(place: Place, kept: list[Child], desk: FrontDesk | None, stop: Event) -> bool:
    """Start the front desk, and say how people come in once it has answered.

    Returns False if asked to stop first.
    """
    if desk is None:
        return True
    child = start(kept, place.command("front desk", *desk.words))
    there = replace(place, host=desk.host, port=desk.port)
    if not answers(child, stop, lambda: ask(there, "/sign-in") is not None):
        return False
    desk.welcome()
    return True


def answers(
    child: Child, stop: Event, is_there: Callable[[], bool], patience: float = PATIENCE_SECONDS
) -> bool:
    """Return whether a program came up and answers; False if asked to stop first."""
    give_up = time.monotonic() + patience
    while not stop.wait(ASK_EVERY_SECONDS):
        if is_there():
            return True
        if not child.is_alive:
            raise ChildLostError(child.command)
        if time.monotonic() > give_up:
            raise SlowStartError(child.command)
    return False
