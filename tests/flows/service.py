"""A whole service for a test: `section55 up` as a program, in a folder of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE_SECONDS = 120.0

START = """
import sys
from pathlib import Path
from casework.errors import CaseworkError
from cli.up import up
home, record, port, *dispatch = sys.argv[1:]
try:
    up(Path(home), port=int(port), record=Path(record), dispatch=dispatch,
       say=lambda sentence: print(sentence, flush=True))
except CaseworkError as trouble:
    sys.exit(str(trouble))
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Service:
    """One running `up`, with what it said and what its engine knows."""

    def __init__(self, home: Path, folder: Path, dispatch: list[str], **told: str) -> None:
        self.home = home
        self.folder = folder
        self.dispatch = dispatch
        self.told = told
        self.port = free_port()
        self.said = folder / "said.txt"

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api"

    def start(self, *, with_interrupts_ignored: bool = False) -> None:
        """Start it; a shell starts programs with `&` with interrupts ignored."""
        record = str(self.folder / "record")
        words = [sys.executable, "-c", START, str(self.home), record, str(self.port)]
        ignore = signal.SIG_IGN if with_interrupts_ignored else signal.SIG_DFL
        with self.said.open("wb") as said:
            self.process = subprocess.Popen(
                [*words, *self.dispatch],
                env=self._environment(),
                cwd=self.folder,
                stdout=said,
                stderr=subprocess.STDOUT,
                preexec_fn=lambda: signal.signal(signal.SIGINT, ignore),  # noqa: PLW1509
            )

    def wait_until_ready(self) -> None:
        def is_ready() -> bool:
            assert self.process.poll() is None, self.said.read_text()
            return "Ready." in self.said.read_text()

        eventually(is_ready, "the service to be ready")

    def stop(self, how: signal.Signals) -> int:
        """Ask it to stop, and return its exit code."""
        self.process.send_signal(how)
        return self.process.wait(60)

    def children(self) -> list[int]:
        """Return the processes it keeps, eldest first."""
        task = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in task.read_text().split()]

    def read(self, path: str, question: dict[str, Any] | None = None) -> Any:
        """Return what the engine answers: a POST with a question, else a GET."""
        body = None if question is None else json.dumps(question).encode()
        asked = urllib.request.Request(  # noqa: S310
            f"{self.api_url}{path}", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310
            return json.load(answer)

    def runs(self, deployment: str, state: str) -> list[dict[str, Any]]:
        """Return the runs of one deployment that are in a state, such as SCHEDULED."""
        question = {
            "deployments": {"name": {"any_": [deployment]}},
            "flow_runs": {"state": {"type": {"any_": [state]}}},
        }
        return list(self.read("/flow_runs/filter", question))

    def _environment(self) -> dict[str, str]:
        """Return ours without what the other tests of this folder tell their engine."""
        mine = {name: told for name, told in os.environ.items() if not name.startswith("PREFECT_")}
        return {**mine, **self.told}


def eventually(promise: Callable[[], object], what: str) -> None:
    """Wait until a promise holds, or fail saying what was waited for."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not promise():
        assert time.monotonic() < until, f"waited in vain for {what}"
        time.sleep(0.3)


def sessions_alive(leaders: list[int]) -> list[int]:
    """Return the processes that still belong to any of these leaders' sessions."""
    alive = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        state, session = fields[0], int(fields[3])
        if session in leaders and state != "Z":
            alive.append(int(stat.parent.name))
    return alive
