"""Fifty people at once before one process of the front desk: a real server, real connections."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Barrier
from typing import Final
from urllib.parse import urlencode

from casework.access import hash_of, keep_link
from casework.record.hand import LONDON, the_service
from tests.builders import CHIEF_EXECUTIVE, FINANCE, HEAD, OFFICER, SIGNATORY, Service

PEOPLE: Final = 50
ROUNDS: Final = 4
"""How often each goes through all of their pages."""
WRITES_EVERY: Final = 2
"""Rounds after which each writes something."""
PATIENCE: Final = 60
"""Seconds one waits for an answer."""
WHO: Final = (OFFICER, HEAD, CHIEF_EXECUTIVE, FINANCE, SIGNATORY)
NOT_COMPILED: Final = "PYTHONDONTWRITEBYTECODE"
CARRIED: Final = re.compile(r'name="(form_token|act)" value="([^"]*)"')


@contextmanager
def front_desk(folder: Path, database: str) -> Iterator[tuple[int, float]]:
    """Give the port of a front desk in a process of its own, and how long its first page took."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    told = {
        "SECTION55_OUTPUTS": str(folder),
        "SECTION55_DATABASE_URL": database,
        "SECTION55_WEB_PORT": str(port),
    }
    # An installed service keeps what Python compiles; a workbench may be told not to.
    kept = {name: value for name, value in os.environ.items() if name != NOT_COMPILED}
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "web"], env=kept | told)
    try:
        _wait_for(port)
        yield port, time.perf_counter() - begun
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    until = time.perf_counter() + PATIENCE
    while True:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            line.request("GET", "/sign-in")
            if line.getresponse().status == http.client.OK:
                return
        except OSError:
            if time.perf_counter() > until:
                raise
            time.sleep(0.01)
        finally:
            line.close()


@dataclass
class Crowd:
    """What fifty people saw."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    writes: int = 0
    lasted: float = 0


@dataclass
class Somebody:
    """One person at one browser, on a connection of their own."""

    line: http.client.HTTPConnection
    crowd: Crowd
    cookie: str = ""

    def ask(self, path: str, form: dict[str, str] | None = None) -> str:
        """Ask for a page, or send a form; note how long it took and whether it failed."""
        heads = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"}
        body = urlencode(form) if form is not None else None
        if body is not None:
            heads["Content-Type"] = "application/x-www-form-urlencoded"
        begun = time.perf_counter()
        try:
            self.line.request("GET" if body is None else "POST", path, body, heads)
            answer = self.line.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException) as fault:
            self.crowd.errors.append(f"{path}: {fault!r}")
            self.line.close()
            return ""
        self.crowd.seconds.append(time.perf_counter() - begun)
        if answer.status not in {http.client.OK, http.client.SEE_OTHER}:
            self.crowd.errors.append(f"{path}: {answer.status}")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and value.startswith("desk="):
                self.cookie = value.partition(";")[0]
        return text


def crowd(service: Service, port: int, reference: str, others: list[str]) -> Crowd:
    """Let fifty people look and write at once; return what they saw."""
    seen, together = Crowd(), Barrier(PEOPLE)
    now = datetime.now(LONDON)

    def visit(n: int) -> None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        one = Somebody(line, seen)
        one.ask(f"/sign-in/{_secret(n)}", {})
        together.wait()
        for turn in range(ROUNDS):
            _one_round(one, n, turn, reference, others)
        line.close()

    for n in range(PEOPLE):
        keep_link(service.record, the_service(now), WHO[n % len(WHO)], hash_of(_secret(n)))
    begun = time.perf_counter()
    with ThreadPoolExecutor(PEOPLE) as people:
        list(people.map(visit, range(PEOPLE)))
    seen.lasted = time.perf_counter() - begun
    return seen


def _secret(n: int) -> str:
    return f"a-link-of-the-bench-for-person-{n:02d}"


def _one_round(one: Somebody, n: int, turn: int, reference: str, others: list[str]) -> None:
    other = others[(n * ROUNDS + turn) % len(others)]
    for path in (
        "/cases",
        f"/cases/{other}",
        f"/cases/{reference}/findings",
        "/search?q=hate+crime",
        f"/cases/{reference}/answers",
    ):
        one.ask(path)
    if turn % WRITES_EVERY == n % WRITES_EVERY and WHO[n % len(WHO)] in {OFFICER, HEAD}:
        _write(one, f"/cases/{reference}/answers/overview", f"Words of {n} in round {turn}.")


def _write(one: Somebody, page: str, words: str) -> None:
    carried = dict(CARRIED.findall(one.ask(page)))
    one.ask(page, {**carried, "text": words, "owner": "", "due-day": ""})
    one.crowd.writes += 1
