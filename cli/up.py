"""One command for the whole service: engine, deployments, worker and dispatcher.

The engine is Prefect's server on this machine's loopback address. It is always
run as a program beside us, never imported: the command line starts in half a
second, and a fault of the engine ends the engine, not us.
"""

import fcntl
import http.client
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from cli.children import Child, end
from cli.coming_up import FrontDesk, answers, open_desk, start
from cli.deploying import POOL, ask, deploy
from cli.place import Place
from cli.start_errors import AlreadyUpError, ChildLostError, PortTakenError
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
    desk: FrontDesk | None = None,
    say: Say = print,
) -> None:
    """Start everything, keep it running, and return when asked to stop.

    Ctrl-C and SIGTERM are the two ways to ask. Raises `CaseworkError` with one
    sentence if something cannot start or cannot be kept running.
    """
    home = home.resolve()
    place = Place(home, (record or home / "outputs" / "record").resolve(), host, port)
    refuse_taken_port(host, port)
    if desk:
        refuse_taken_port(desk.host, desk.port, "with SECTION55_WEB_PORT")
    with alone_on(place.record):
        _run(place, dispatch, desk, say)


def _run(place: Place, dispatch: Sequence[str], desk: FrontDesk | None, say: Say) -> None:
    stop = stop_when_asked()
    kept: list[Child] = []
    try:
        if _start_all(place, kept, dispatch, stop, say) and open_desk(place, kept, desk, stop):
            say(f"Ready. Logs are in {place.record / 'logs'}. Ctrl-C stops everything.")
        _keep(kept, stop, say)
    finally:
        say("Stopping …")
        end(kept[1:])  # first those that talk to the server,
        end(kept[:1])  # then the server
        say("Stopped.")


def _start_all(
    place: Place, kept: list[Child], dispatch: Sequence[str], stop: Event, say: Say
) -> bool:
    """Start engine, worker and dispatcher. Return False if asked to stop first."""
    say(f"Starting the engine at http://{place.host}:{place.port} (the first time takes 20 s) …")
    server = start(kept, place.prefect("server", "server", "start"))
    if not answers(server, stop, lambda: ask(place, "/api/health") == http.client.OK):
        return False
    say("Deploying the flows …")
    if not deploy(place, stop):
        return False
    worker = ("worker", "start", "--pool", POOL, "--type", "process", "--limit", "4")
    start(kept, place.prefect("worker", *worker))
    start(kept, place.command("dispatcher", *dispatch))
    return True


def _keep(kept: Sequence[Child], stop: Event, say: Say) -> None:
    """Look after the children until asked to stop."""
    while not stop.wait(LOOK_EVERY_SECONDS):
        for child in kept:
            news = child.look_after()
            if child.is_hopeless:
                raise ChildLostError(child.command)
            if news:
                say(news)


def refuse_taken_port(host: str, port: int, choice: str = "with --port") -> None:
    """Say so at once when another program already answers there."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as trouble:
            raise PortTakenError(host, port, choice) from trouble


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
