"""How long whole processes take: the command's help, and the rooms imported from cold."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.timing import Figure, Peer, check, measure

ROOM = "Whole processes"
BARE = Peer("floor: python -c pass", lambda: _output("-c", "pass"))


def figures() -> Iterator[Figure]:
    """Yield the figures of processes, from their start to their end."""
    command = str(Path(sys.executable).with_name("section55"))
    shown = _output(command, "--help")
    yield measure(
        ROOM,
        "section55 --help",
        lambda: _output(command, "--help"),
        check("the help names its commands", holds=b"Usage: section55" in shown),
        peer=BARE,
        target=0.8,
    )
    words = "import casework.wiring; print(casework.wiring.__name__)"
    yield measure(
        ROOM,
        "python -c 'import casework.wiring'",
        lambda: _output("-c", words),
        check("the room is there", holds=_output("-c", words).strip() == b"casework.wiring"),
        peer=BARE,
    )


def _output(*words: str) -> bytes:
    return subprocess.run([sys.executable, *words], capture_output=True, check=True).stdout
