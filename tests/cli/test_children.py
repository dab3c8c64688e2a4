"""The children of `up`: what dies starts again, what is told to end ends, with all it began."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cli import children
from cli.children import Child, Command, end

FOR_EVER = "import time; time.sleep(600)"
DEAF = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("deaf", flush=True)
time.sleep(600)
"""
WITH_A_CHILD = """
import subprocess, sys, time
words = [sys.executable, "-c", "import time; time.sleep(600)"]
print(subprocess.Popen(words).pid, flush=True)
time.sleep(600)
"""
PARENT = """
import os, pathlib, sys, time
from cli.children import Child, Command
folder = pathlib.Path(sys.argv[1])
words = (sys.executable, "-c", "import time; time.sleep(600)")
child = Child(Command("worker", words, folder, dict(os.environ), folder / "worker.log"))
child.start()
print(child.process.pid, flush=True)
time.sleep(600)
"""


def a_child(folder: Path, python: str) -> Child:
    words = (sys.executable, "-c", python)
    child = Child(Command("dispatcher", words, folder, dict(os.environ), folder / "logs" / "d.log"))
    child.start()
    return child


def wait_for(promise: Callable[[], object]) -> None:
    until = time.monotonic() + 20
    while not promise():
        assert time.monotonic() < until
        time.sleep(0.02)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A dead process that nobody has collected yet is not running.
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_a_child_that_dies_is_announced_once_and_starts_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "STEADY_SECONDS", 0.0)
    child = a_child(tmp_path, FOR_EVER)
    first = child.process.pid
    child.process.kill()
    wait_for(lambda: not child.is_alive)
    assert child.look_after() == "The dispatcher stopped by itself; it starts again in 2 s."
    assert child.look_after() is None
    child.restart_at = 0.001
    child.look_after()
    assert child.is_alive
    assert child.process.pid != first
    end([child])


def test_a_child_that_dies_again_and_again_is_given_up(tmp_path: Path) -> None:
    child = a_child(tmp_path, "raise SystemExit(3)")
    pauses = []
    for _ in range(children.MOST_FAULTS):
        wait_for(lambda: not child.is_alive)
        assert not child.is_hopeless
        pauses.append(child.look_after())
        child.restart_at = 0.001
        if not child.is_hopeless:
            child.look_after()
    assert child.is_hopeless
    assert [str(pause).split()[-2] for pause in pauses] == ["2", "4", "8", "16", "32"]


def test_what_a_child_began_ends_with_it(tmp_path: Path) -> None:
    child = a_child(tmp_path, WITH_A_CHILD)
    wait_for(lambda: child.command.log.read_text().strip())
    grandchild = int(child.command.log.read_text())
    assert is_running(grandchild)
    end([child])
    wait_for(lambda: not is_running(grandchild))
    assert not child.is_alive


def test_a_child_that_does_not_listen_is_made_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "PATIENCE_SECONDS", 0.2)
    child = a_child(tmp_path, DEAF)
    wait_for(lambda: child.command.log.read_text().strip())
    end([child])
    assert child.process.returncode == -signal.SIGKILL


def test_a_long_log_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "LONGEST_LOG_BYTES", 10)
    log = tmp_path / "logs" / "d.log"
    log.parent.mkdir()
    log.write_text("the story of last week")
    child = a_child(tmp_path, "print('today')")
    wait_for(lambda: not child.is_alive)
    assert log.read_text() == "today\n"
    assert log.with_suffix(".log.old").read_text() == "the story of last week"


@pytest.mark.skipif(sys.platform != "linux", reason="the system's parent-death signal is Linux's")
def test_children_do_not_outlive_a_killed_up(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout
    child = int(parent.stdout.readline())
    assert is_running(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    wait_for(lambda: not is_running(child))
