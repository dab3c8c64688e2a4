"""A real web server on loopback whose answers each test writes."""

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from casework.sources.fetching import Manners, Visitor

AT_HOME = Manners(pause_seconds=0, total_seconds=5, connect_seconds=2, allow_private=True)
"""Manners that let loopback be asked."""


@dataclass(frozen=True)
class Answer:
    """What the server says for one path."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Website:
    """The pages of the server, and who asked for what."""

    address: str
    pages: dict[str, Answer | Callable[[BaseHTTPRequestHandler], Answer]] = field(
        default_factory=dict
    )
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def a_website(protection: ssl.SSLContext | None = None) -> Iterator[Website]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    if protection is not None:
        server.socket = protection.wrap_socket(server.socket, server_side=True)
    website = Website(f"http://127.0.0.1:{server.server_port}")
    server.website = website  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield website
    finally:
        server.shutdown()
        server.server_close()


def a_visitor(manners: Manners = AT_HOME) -> Visitor:
    return Visitor("Section55-tests/1.0 (tests@barsetshire.example)", manners)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        website: Website = self.server.website  # type: ignore[attr-defined]
        website.asked.append((self.path, dict(self.headers.items())))
        page = website.pages.get(self.path, Answer(b"no such page", 404))
        answer = page if isinstance(page, Answer) else page(self)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        del format, args
