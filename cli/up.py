"""One command for the whole service: engine, deployments, worker and dispatcher.

The engine is Prefect's server on this machine's loopback address. It is always
run as a program beside us, never imported: the command line starts in half a
second, and a fault of the engine ends the engine, not us.
"""

import fcntl
import http.client
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from cli.children import Child, Command, end
from cli.deploying import POOL, ask, deploy
from cli.place import Place
from cli.start_errors import (
    PATIENCE_SECONDS,
    AlreadyUpError,
    ChildLostError,
    PortTakenError,
    SlowStartError,
)
from cli.stopping import stop_when_asked

LOOK_EVERY_SECONDS = 1.0

DISPATCH = (sys.executable, "-m", "cli.dispatching")

Say = Callable[[str], None]


def up(
    home: Path,
    host: str = "127.0.0.1",
    port: int = 4200,
    *,
    record: Path | None = None,
    dispatch: Sequence[str] = DISPATCH,
    beside: Mapping[str, Sequence[str]] | None = None,
    say: Say = print,
) -> None:
    """Start everything, keep it running, and return when asked to stop.

    Ctrl-C and SIGTERM are the two ways to ask. `beside` names further programs
    to keep, such as the front desk. Raises `CaseworkError` with one sentence if
    something cannot start or cannot be kept running.
    """
    home = home.resolve()
    place = Place(home, (record or home / "outputs" / "record").resolve(), host, port)
    refuse_taken_port(host, port)
    with alone_on(place.record):
        _run(place, {"dispatcher": dispatch, **(beside or {})}, say)


def _run(place: Place, programs: Mapping[str, Sequence[str]], say: Say) -> None:
    stop = stop_when_asked()
    kept: list[Child] = []
    try:
        _start_all(place, kept, programs, stop, say)
        _keep(kept, stop, say)
    finally:
        say("Stopping …")
        end(kept[1:])  # first those that talk to the server,
        end(kept[:1])  # then the server
        say("Stopped.")


def _start_all(
    place: Place,
    kept: list[Child],
    programs: Mapping[str, Sequence[str]],
    stop: Event,
    say: Say,
) -> None:
    say(f"Starting the engine at http://{place.host}:{place.port} (the first time takes 20 s) …")
    server = _start(kept, place.prefect("server", "server", "start"))
    if not _healthy(place, server, stop):
        return
    say("Deploying the flows …")
    if not deploy(place, stop):
        return
    worker = ("worker", "start", "--pool", POOL, "--type", "process", "--limit", "4")
    _start(kept, place.prefect("worker", *worker))
    for name, words in programs.items():
        _start(kept, place.command(name, *words))
    say(f"Ready. Logs are in {place.record / 'logs'}. Ctrl-C stops everything.")


def _start(kept: list[Child], command: Command) -> Child:
    child = Child(command)
    child.start()
    kept.append(child)
    return child


def _keep(kept: Sequence[Child], stop: Event, say: Say) -> None:
    """Look after the children until asked to stop."""
    while not stop.wait(LOOK_EVERY_SECONDS):
        for child in kept:
            news = child.look_after()
            if child.is_hopeless:
                raise ChildLostError(child.command)
            if news:
                say(news)


def _healthy(place: Place, server: Child, stop: Event) -> bool:
    """Return whether the server came up; False if asked to stop first."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while not stop.wait(0.5):
        if ask(place, "/api/health") == http.client.OK:
            return True
        if not server.is_alive:
            raise ChildLostError(server.command)
        if time.monotonic() > give_up:
            raise SlowStartError(server.command)
    return False


def refuse_taken_port(host: str, port: int) -> None:
    """Say so at once when another program already answers there."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as trouble:
            raise PortTakenError(host, port) from trouble


@contextmanager
def alone_on(record: Path) -> Iterator[None]:
    """Keep a second `up` off this record, on whatever port, for as long as this one runs."""
    record.mkdir(parents=True, exist_ok=True)
    with (record / "up.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as trouble:
            raise AlreadyUpError(record) from trouble
        yield
