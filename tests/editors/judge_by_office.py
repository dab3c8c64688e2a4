"""LibreOffice's own verdict: open each file, press "all", and say what paragraphs are left.

Run by the system's Python, which knows LibreOffice: reads a list of (file, verdict) as JSON from
standard input and writes the paragraphs of each as JSON. One office process serves them all.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Office = Any
"""The office's own objects, which have no types."""

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}
PATIENCE = 60
"""Seconds in which the office must answer."""


def main() -> None:
    """Judge what standard input lists."""
    work = json.load(sys.stdin)
    with an_office() as (desktop, services):
        json.dump([paragraphs(desktop, services, *each) for each in work], sys.stdout)


@contextmanager
def an_office() -> Iterator[tuple[Office, Office]]:
    """Yield the desktop and the services of an office of one's own, which leaves nothing behind."""
    with tempfile.TemporaryDirectory() as home:
        words = [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={Path(home).as_uri()}",
            f"--accept=pipe,name={Path(home).name};urp;",
        ]
        office = subprocess.Popen(
            words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            desktop, services = connected(Path(home).name)
            yield desktop, services
            desktop.terminate()
            office.wait(PATIENCE)
        finally:
            # What was started starts the office itself: both must go, whatever happened.
            with suppress(ProcessLookupError):
                os.killpg(office.pid, signal.SIGKILL)
            office.wait()


def connected(name: str) -> tuple[Office, Office]:
    """Return the desktop of the office that listens under a name, and its services."""
    import uno  # type: ignore[import-not-found]

    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    address = f"uno:pipe,name={name};urp;StarOffice.ComponentContext"
    context = answer(resolver, address, time.monotonic() + PATIENCE)
    services = context.ServiceManager
    return services.createInstanceWithContext("com.sun.star.frame.Desktop", context), services


def answer(resolver: Office, address: str, last: float) -> Office:
    """Return the office's own context as soon as it answers."""
    while True:
        try:
            return resolver.resolve(address)
        except Exception:  # whatever it is, the office is not there yet
            if time.monotonic() > last:
                raise
            time.sleep(0.2)


def paragraphs(desktop: Office, services: Office, path: str, verdict: str) -> list[str]:
    """Return the paragraphs of a file after a verdict; an empty verdict leaves it as it is."""
    with opened(desktop, path) as document:
        if verdict:
            press(services, document, COMMANDS[verdict])
        return list(lines(document.Text))


@contextmanager
def opened(desktop: Office, path: str) -> Iterator[Office]:
    """Yield the document of a file, which is closed afterwards."""
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

    hidden = PropertyValue("Hidden", 0, True, 0)
    document = None
    try:
        document = desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, (hidden,))
        yield document
    except Exception as error:  # noqa: BLE001 - the office's own cannot pass through a context
        raise RuntimeError(f"{Path(path).name}: {error!r}") from None
    finally:
        if document is not None:
            document.close(True)


def press(services: Office, document: Office, command: str) -> None:
    """Press one of the office's buttons over a document."""
    helper = services.createInstance("com.sun.star.frame.DispatchHelper")
    frame = document.getCurrentController().getFrame()
    helper.executeDispatch(frame, command, "", 0, ())


def lines(text: Office) -> Iterator[str]:
    """Yield the paragraphs of a text, those in the cells of its tables among them."""
    found = text.createEnumeration()
    while found.hasMoreElements():
        block = found.nextElement()
        if block.supportsService("com.sun.star.text.TextTable"):
            for name in in_order(block.getCellNames()):
                yield from lines(block.getCellByName(name))
        else:
            yield block.getString()


def in_order(names: Sequence[str]) -> list[str]:
    """Return the names of cells (A1, B1, A2) row by row."""
    return sorted(names, key=lambda n: (int(n.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), n))


if __name__ == "__main__":
    main()
