"""Every flow of prefect.yaml is put on a running engine, and none is passed over."""

import http.client
import time
from threading import Event

from cli.children import Command, end_process, spawn
from cli.place import Place
from cli.start_errors import (
    PATIENCE_SECONDS,
    DeploymentSkippedError,
    SlowStartError,
    StepFailedError,
)

POOL = "office"


def deploy(place: Place, stop: Event) -> bool:
    """Put every flow of prefect.yaml on the engine. Return False if asked to stop first."""
    if ask(place, f"/api/work_pools/{POOL}") != http.client.OK:
        make_pool = place.prefect("work pool", "work-pool", "create", POOL, "--type", "process")
        code = _run(make_pool, stop)
        if code is None:
            return False
        refuse_failed(make_pool, code)
    deploying = place.prefect("deploy", "deploy", "--all")
    code = _run(deploying, stop)
    if code is not None:
        refuse_skipped(deploying.log.read_text(errors="replace"))
        refuse_failed(deploying, code)
    return code is not None


def _run(command: Command, stop: Event) -> int | None:
    """Run a command to its end and return its exit code; None if asked to stop first."""
    command.log.unlink(missing_ok=True)
    process = spawn(command)
    give_up = time.monotonic() + PATIENCE_SECONDS
    try:
        while process.poll() is None:
            if stop.wait(0.2):
                return None
            if time.monotonic() > give_up:
                raise SlowStartError(command)
    finally:
        process.terminate()
        end_process(process, 5)
    return process.returncode


def refuse_failed(command: Command, code: int) -> None:
    """Raise if a step of starting up ended with a fault."""
    if code != 0:
        raise StepFailedError(command)


def refuse_skipped(said: str) -> None:
    """Raise if the engine passed over a flow: it would never run, and nothing would say so."""
    if "Skipping" in said:
        lines = [line.strip() for line in said.splitlines()]
        named = [line.strip("• ") for line in lines if line.startswith("•")]
        raise DeploymentSkippedError(named or [line for line in lines if "Skipping" in line])


def ask(place: Place, path: str) -> int | None:
    """Return the status with which a GET is answered at this address, or None if it is not."""
    line = http.client.HTTPConnection(place.host, place.port, timeout=5)
    try:
        line.request("GET", path)
        return line.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        line.close()
