"""A small IMAP server on loopback, over TLS, with whatever letters it is given."""

import re
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class MailServer:
    """What the server holds, and what it was asked."""

    password: str
    letters: list[bytes]
    port: int = 0
    asked: list[str] = field(default_factory=list)


@contextmanager
def a_mail_server(
    letters: list[bytes], protection: ssl.SSLContext, password: str
) -> Iterator[MailServer]:
    state = MailServer(password, letters)

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            _serve(state, self)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def get_request(self):  # type: ignore[no-untyped-def]  # noqa: ANN202
            line, address = super().get_request()
            return protection.wrap_socket(line, server_side=True), address

    with Server(("127.0.0.1", 0), Handler) as server:
        state.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield state
        server.shutdown()


def _serve(state: MailServer, talk: socketserver.StreamRequestHandler) -> None:
    def say(line: bytes) -> None:
        talk.wfile.write(line + b"\r\n")

    say(b"* OK IMAP4rev1 ready")
    while line := talk.rfile.readline().decode().strip():
        tag, _, words = line.partition(" ")
        state.asked.append(words)
        verb = words.split()[0].upper()
        if verb == "CAPABILITY":
            say(b"* CAPABILITY IMAP4rev1")
        elif verb == "LOGIN" and state.password not in words:
            say(f"{tag} NO [AUTHENTICATIONFAILED] wrong password".encode())
            continue
        elif verb in {"SELECT", "EXAMINE"}:
            if "Alerts" not in words and "INBOX" not in words:
                say(f"{tag} NO no such folder".encode())
                continue
            say(b"* %d EXISTS" % len(state.letters))
        elif "SEARCH" in words.upper():
            numbers = " ".join(str(n + 1) for n in range(len(state.letters)))
            say(f"* SEARCH {numbers}".strip().encode())
        elif "FETCH" in words.upper():
            number = int(re.findall(r"FETCH (\d+)", words)[0])
            body = state.letters[number - 1]
            say(b"* %d FETCH (UID %d BODY[]<0> {%d}" % (number, number, len(body)))
            talk.wfile.write(body + b")\r\n")
        elif verb == "LOGOUT":
            say(b"* BYE")
            say(f"{tag} OK done".encode())
            return
        say(f"{tag} OK done".encode())
