import socket
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509

from casework.errors import DoorError
from casework.sources.fetching import Manners, Visitor
from casework.sources.guard import is_public
from tests.casework.mail.certificates import two_sides
from tests.casework.sources.loopback import AT_HOME, Answer, Website, a_visitor, a_website


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",  # noqa: S104 - judged, not bound
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::ffff:169.254.169.254",
    ],
)
def test_an_inside_address_is_known_in_every_dress(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "2606:4700:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"]
)
def test_an_outside_address_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "name", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "127.1"]
)
def test_the_office_network_is_never_asked(website: Website, name: str) -> None:
    port = website.address.rsplit(":", 1)[1]
    with a_visitor(Manners(pause_seconds=0)) as visitor, pytest.raises(DoorError):
        visitor.fetch(f"http://{name}:{port}/")
    assert website.asked == []


def test_a_name_that_changes_its_answer_gains_nothing(
    website: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["93.184.215.14", "127.0.0.1", "127.0.0.1", "127.0.0.1"])
    asked: list[str] = []
    connected: list[object] = []
    real = socket.getaddrinfo

    def turning(host: Any, port: Any, *rest: Any, **named: Any) -> Any:
        if host == "turncoat.example":
            asked.append(host)
            return real(next(answers), port, *rest, **named)
        return real(host, port, *rest, **named)

    def refuse_to_connect(address: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
        connected.append(address[0])
        raise OSError("no way out of a test")

    monkeypatch.setattr(socket, "getaddrinfo", turning)
    monkeypatch.setattr(socket, "create_connection", refuse_to_connect)
    port = website.address.rsplit(":", 1)[1]
    with a_visitor(Manners(pause_seconds=0)) as visitor, pytest.raises(DoorError):
        visitor.fetch(f"http://turncoat.example:{port}/")
    assert connected == ["93.184.215.14"], "the address that was judged is the one connected to"
    assert website.asked == []


def test_the_site_is_asked_by_its_name(website: Website) -> None:
    website.pages["/a"] = Answer(b"page")
    port = website.address.rsplit(":", 1)[1]
    with a_visitor() as visitor:
        visitor.fetch(f"http://localhost:{port}/a")
    assert {headers["Host"] for _, headers in website.asked} == {f"localhost:{port}"}


@pytest.mark.parametrize(("certified", "trusted"), [("localhost", True), ("other.example", False)])
def test_the_certificate_is_checked_against_the_name_not_the_address(
    tmp_path: Path, certified: str, *, trusted: bool
) -> None:
    server_side, client_side = two_sides(tmp_path, x509.DNSName(certified))
    with a_website(server_side) as site, Visitor("tests", AT_HOME, client_side) as visitor:
        site.pages["/a"] = Answer(b"page")
        address = f"https://localhost:{site.address.rsplit(':', 1)[1]}/a"
        if trusted:
            assert visitor.fetch(address).body == b"page"
        else:
            with pytest.raises(DoorError, match="could not be reached"):
                visitor.fetch(address)
