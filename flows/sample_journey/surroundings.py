"""What the journey plays in: a folder, a mail server that really accepts, a web server."""

import socket
import threading
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from aiosmtpd.controller import Controller

HTTP_PORT = 8055
LOOPBACK = "127.0.0.1"


def next_folder(parent: Path) -> Path:
    """Return the first free numbered folder: every run has a record of its own."""
    parent.mkdir(parents=True, exist_ok=True)
    taken = [int(p.name) for p in parent.iterdir() if p.name.isdigit()]
    return parent / f"{max(taken, default=0) + 1:02d}"


@dataclass
class Letterbox:
    """The other side's mail server: takes every letter and keeps what came."""

    letters: list[tuple[list[str], bytes]] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        """Accept a letter, as a mail server does."""
        self.letters.append((list(envelope.rcpt_tos), bytes(envelope.content)))
        return "250 Accepted"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        """Say nothing: the journey has its own page."""


class Surroundings:
    """A folder, a mail server and a web server on loopback, for as long as the journey lasts."""

    def __init__(self, folder: Path, http_port: int) -> None:
        """Take the journey's folder and the port its public pages are served at."""
        self.folder = folder
        self.letterbox = Letterbox()
        self.http_port = _free(http_port)
        self._mail = Controller(self.letterbox, hostname=LOOPBACK, port=_free(0))
        self._web: ThreadingHTTPServer | None = None

    def __enter__(self) -> Self:
        """Start both servers."""
        site = self.folder / "public" / "site"
        site.mkdir(parents=True)
        handler = partial(_Quiet, directory=str(site))
        self._web = ThreadingHTTPServer((LOOPBACK, self.http_port), handler)
        threading.Thread(target=self._web.serve_forever, daemon=True).start()
        self._mail.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop both servers."""
        self._mail.stop()
        if self._web:
            self._web.shutdown()
            self._web.server_close()

    @property
    def site_address(self) -> str:
        """Return the public address of the journey's pages."""
        return f"http://{LOOPBACK}:{self.http_port}"

    def environment(self) -> dict[str, str]:
        """Return the settings of a service that lives in these surroundings."""
        engine = self.folder.parent / "engine"
        return {
            "SECTION55_OUTPUTS": str(self.folder),
            "SECTION55_DATABASE_URL": "",
            "SECTION55_OFFICE": "",
            "SECTION55_ALLOW_PRIVATE_ADDRESSES": "true",
            "SECTION55_SMTP_HOST": LOOPBACK,
            "SECTION55_SMTP_PORT": str(self._mail.port),
            "SECTION55_SMTP_SECURITY": "none",
            "DO_NOT_TRACK": "1",
            "PREFECT_HOME": str(engine),
            "PREFECT_LOGGING_LEVEL": "ERROR",
            "PREFECT_LOGGING_TO_API_ENABLED": "false",
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
            "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
            "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
            "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
        }


def _free(port: int) -> int:
    with socket.socket() as probe:
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])
