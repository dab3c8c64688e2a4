"""Being asked to stop: by Ctrl-C at a terminal, or by SIGTERM from a supervisor."""

import signal
from threading import Event


def stop_when_asked() -> Event:
    """Return an event that is set by Ctrl-C or SIGTERM.

    Setting a handler also undoes an inherited "ignore SIGINT" for us and for
    the children, which is what a shell gives to programs started with `&`.
    """
    stop = Event()
    for asked in (signal.SIGINT, signal.SIGTERM):
        signal.signal(asked, lambda *_: stop.set())
    return stop
