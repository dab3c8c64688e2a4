"""The processes that `section55 up` keeps: started, watched, restarted, ended.

Each child leads a process group of its own. Ctrl-C at a terminal therefore
reaches only us, and we end the children in the right order; and a child that
was started from a script, where the shell makes SIGINT ignored, ends as well.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

PATIENCE_SECONDS = 20.0
"""How long a child may take to end when asked politely: a worker lets its runs finish."""

STEADY_SECONDS = 60.0
"""A child that lived this long was well: its next fault counts as its first."""

MOST_FAULTS = 5
"""So many faults in a row and the child is not restarted again."""

LONGEST_LOG_BYTES = 5_000_000
"""A log longer than this is set aside as `.old` when its process starts."""


class Command(NamedTuple):
    """What to run: a name for people, the words, where, with which environment, and its log."""

    name: str
    words: Sequence[str]
    folder: Path
    environment: Mapping[str, str]
    log: Path


@dataclass
class Child:
    """One process that is meant to go on for ever."""

    command: Command
    faults: int = 0
    restart_at: float = 0.0
    started_at: float = 0.0
    process: subprocess.Popen[bytes] = field(init=False)

    def start(self) -> None:
        """Start the process, in a group of its own, writing to its log."""
        self.process = spawn(self.command)
        self.started_at = time.monotonic()
        self.restart_at = 0.0

    @property
    def is_alive(self) -> bool:
        """Return whether the process is still running."""
        return self.process.poll() is None

    def look_after(self) -> str | None:
        """Restart a dead child once its pause is over. Return a sentence if something happened."""
        if self.is_alive:
            return None
        if not self.restart_at:
            return self._note_death()
        if time.monotonic() >= self.restart_at:
            self.start()
        return None

    @property
    def is_hopeless(self) -> bool:
        """Return whether the child has died so often that restarting it is no help."""
        return self.faults >= MOST_FAULTS and not self.is_alive

    def _note_death(self) -> str:
        now = time.monotonic()
        self.faults = 1 if now - self.started_at > STEADY_SECONDS else self.faults + 1
        pause = 2.0**self.faults
        self.restart_at = now + pause
        end_group(self.process, signal.SIGKILL)
        return f"The {self.command.name} stopped by itself; it starts again in {pause:.0f} s."


def spawn(command: Command) -> subprocess.Popen[bytes]:
    """Return a new process that leads its own group and dies when we do."""
    command.log.parent.mkdir(parents=True, exist_ok=True)
    if command.log.exists() and command.log.stat().st_size > LONGEST_LOG_BYTES:
        command.log.replace(command.log.with_suffix(".log.old"))
    with command.log.open("ab") as log:
        return subprocess.Popen(  # noqa: S603  the words are ours, not a user's
            command.words,
            cwd=command.folder,
            env=dict(command.environment),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            # Safe here: `up` has one thread. Without it a killed `up` leaves a server behind.
            preexec_fn=_die_with_parent,  # noqa: PLW1509
        )


def _die_with_parent() -> None:
    """Ask the system to end this process when `up` dies, even by kill -9 (Linux only)."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


def end(children: Sequence[Child]) -> None:
    """End the children together: ask each, wait for all, then insist."""
    for child in children:
        if child.is_alive:
            child.process.terminate()
    patience_ends = time.monotonic() + PATIENCE_SECONDS
    for child in children:
        end_process(child.process, patience_ends - time.monotonic())


def end_process(process: subprocess.Popen[bytes], patience: float) -> None:
    """Wait for an asked process; then end whatever is left of its group."""
    try:
        process.wait(max(patience, 0))
    except subprocess.TimeoutExpired:
        end_group(process, signal.SIGTERM)
        time.sleep(1)
    end_group(process, signal.SIGKILL)
    process.wait()


def end_group(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    """Send a signal to the whole group that this process leads or led."""
    try:
        os.killpg(process.pid, how)
    except ProcessLookupError:
        return  # nobody of the group is left: what we wanted
