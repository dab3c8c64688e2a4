import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from casework.errors import RefusedInputError
from casework.publishers.feeds import Site
from casework.publishers.proof import fetch_proof, saved_page_proof
from casework.publishers.static_site import StaticSite
from models.words import Proof
from tests.casework.publishers.responses import RESPONSE
from tests.casework.sources.loopback import Answer, Website, a_visitor

NOW = datetime(2022, 12, 6, 10, 0, tzinfo=UTC)
SIGNED = sha256(RESPONSE.html).hexdigest()


def _words_of(signed: bytes) -> Callable[[bytes], str | None]:
    def compare(page: bytes) -> str | None:
        return None if signed in page else "The words differ: “R” is missing."

    return compare


def test_the_static_site_is_proved_from_outside_by_its_bytes(tmp_path: Path) -> None:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            del format, args

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        site = Site(f"http://127.0.0.1:{server.server_port}/", "T", "b", "o", "")
        address = StaticSite(tmp_path, site).publish(RESPONSE, []).address
        assert address is not None
        with a_visitor() as visitor:
            seen = fetch_proof(address, visitor, now=NOW, expected_sha256=SIGNED)
        server.shutdown()
    assert seen.proves
    assert (seen.status, seen.sha256, seen.fetched_at) == (200, SIGNED, NOW)
    assert seen.how is Proof.FETCHED


def test_an_altered_page_proves_nothing_and_says_so(website: Website) -> None:
    website.pages["/r/"] = Answer(RESPONSE.html + b" ")
    with a_visitor() as visitor:
        seen = fetch_proof(f"{website.address}/r/", visitor, now=NOW, expected_sha256=SIGNED)
    assert not seen.proves
    assert "not the signed one" in seen.explained


def test_the_office_website_is_proved_by_its_words(website: Website) -> None:
    website.pages["/r/"] = Answer(b"<nav>menu</nav>" + RESPONSE.fragment)
    website.pages["/wrong/"] = Answer(b"<nav>menu</nav>")
    compare = _words_of(RESPONSE.fragment)
    with a_visitor() as visitor:
        right = fetch_proof(f"{website.address}/r/", visitor, now=NOW, compare_words=compare)
        wrong = fetch_proof(f"{website.address}/wrong/", visitor, now=NOW, compare_words=compare)
    assert right.proves
    assert (wrong.proves, wrong.explained) == (False, "The words differ: “R” is missing.")


def test_the_signed_words_under_an_error_prove_nothing(website: Website) -> None:
    website.pages["/r/"] = Answer(RESPONSE.html, 404)
    with a_visitor() as visitor:
        seen = fetch_proof(f"{website.address}/r/", visitor, now=NOW, expected_sha256=SIGNED)
    assert (seen.proves, seen.status) == (False, 404)


def test_a_site_that_cannot_be_asked_is_a_look_without_proof(website: Website) -> None:
    website.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /\n")
    with a_visitor() as visitor:
        seen = fetch_proof(f"{website.address}/r/", visitor, now=NOW, expected_sha256=SIGNED)
    assert (seen.proves, seen.status, seen.sha256) == (False, None, None)
    assert "save it, and hand in the saved page" in seen.explained


def test_a_saved_page_is_checked_by_hand_and_called_so() -> None:
    compare = _words_of(RESPONSE.fragment)
    address = "https://www.barsetshire.example/r"
    seen = saved_page_proof(address, RESPONSE.fragment, now=NOW, compare_words=compare)
    assert seen.proves
    assert seen.how is Proof.CHECKED_BY_HAND
    assert not saved_page_proof(address, b"", now=NOW, compare_words=compare).proves


@pytest.mark.parametrize("address", ["/outputs/public/r/index.html", "file:///outputs/r.html", ""])
def test_the_folder_itself_is_never_proof(address: str) -> None:
    with a_visitor() as visitor, pytest.raises(RefusedInputError, match="not a public web address"):
        fetch_proof(address, visitor, now=NOW, expected_sha256=SIGNED)
