import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler

import pytest

from casework.errors import DoorError
from casework.sources.fetching import Manners
from models.shapes.sources import Validators
from tests.casework.sources.loopback import AT_HOME, Answer, Website, a_visitor


def test_the_answer_comes_whole_with_what_to_ask_next_time(website: Website) -> None:
    headers = {
        "ETag": '"v1"',
        "Last-Modified": "Fri, 14 Oct 2022 07:00:00 GMT",
        "Content-Type": "text/html; charset=utf-8",
    }
    website.pages["/report"] = Answer(b"<h1>Report</h1>", headers=headers)
    with a_visitor() as visitor:
        fetched = visitor.fetch(f"{website.address}/report")
    assert fetched.body == b"<h1>Report</h1>"
    assert (fetched.status, fetched.media_type) == (200, "text/html")
    assert fetched.validators == Validators('"v1"', "Fri, 14 Oct 2022 07:00:00 GMT")


def test_the_visitor_says_who_it_is_and_asks_leave_first_and_once(website: Website) -> None:
    website.pages["/a"] = website.pages["/b"] = Answer(b"page")
    with a_visitor() as visitor:
        visitor.fetch(f"{website.address}/a")
        visitor.fetch(f"{website.address}/b")
    assert website.paths() == ["/robots.txt", "/a", "/b"]
    names = {headers["User-Agent"] for _, headers in website.asked}
    assert names == {"Section55-tests/1.0 (tests@barsetshire.example)"}


def test_a_page_that_has_not_changed_is_not_sent_again(website: Website) -> None:
    def conditional(request: BaseHTTPRequestHandler) -> Answer:
        known = request.headers.get("If-None-Match") == '"v1"'
        return Answer(status=304) if known else Answer(b"feed", headers={"ETag": '"v1"'})

    website.pages["/feed"] = conditional
    with a_visitor() as visitor:
        first = visitor.fetch(f"{website.address}/feed")
        second = visitor.fetch(f"{website.address}/feed", first.validators)
    assert (first.not_modified, second.not_modified) == (False, True)


def test_a_page_the_site_keeps_from_robots_is_not_asked_for(website: Website) -> None:
    website.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /private/\n")
    website.pages["/private/x"] = Answer(b"secret")
    with a_visitor() as visitor, pytest.raises(DoorError, match="asks robots not to read"):
        visitor.fetch(f"{website.address}/private/x")
    assert website.paths() == ["/robots.txt"]


def test_a_redirect_does_not_lead_round_the_rules(website: Website) -> None:
    website.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /private/\n")
    website.pages["/open"] = Answer(status=302, headers={"Location": "/private/x"})
    with a_visitor() as visitor, pytest.raises(DoorError, match="asks robots not to read"):
        visitor.fetch(f"{website.address}/open")


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_site_without_readable_rules_may_be_asked(website: Website, status: int) -> None:
    website.pages["/robots.txt"] = Answer(b"Disallow: /", status)
    website.pages["/a"] = Answer(b"page")
    with a_visitor() as visitor:
        assert visitor.fetch(f"{website.address}/a").body == b"page"


def test_a_site_whose_rules_are_broken_today_is_left_alone(website: Website) -> None:
    website.pages["/robots.txt"] = Answer(status=503)
    with a_visitor() as visitor, pytest.raises(DoorError, match="rules for robots"):
        visitor.fetch(f"{website.address}/a")
    assert website.paths() == ["/robots.txt"]


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_refusal_is_an_answer_and_told_as_it_is(website: Website, status: int) -> None:
    website.pages["/a"] = Answer(b"no", status, {"Retry-After": "120"})
    with a_visitor() as visitor:
        fetched = visitor.fetch(f"{website.address}/a")
    assert (fetched.status, fetched.retry_after_seconds) == (status, 120)


def test_redirects_are_followed_a_few_times(website: Website) -> None:
    website.pages["/1"] = Answer(status=301, headers={"Location": "/2?x=1"})
    website.pages["/2?x=1"] = Answer(b"here")
    website.pages["/loop"] = Answer(status=302, headers={"Location": "/loop"})
    with a_visitor() as visitor:
        assert visitor.fetch(f"{website.address}/1").address == f"{website.address}/2?x=1"
        with pytest.raises(DoorError, match="round more than 5 times"):
            visitor.fetch(f"{website.address}/loop")


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://x.example/", "http://", "http://a:b@x/"]
)
def test_a_redirect_leads_to_web_addresses_only(website: Website, target: str) -> None:
    website.pages["/a"] = Answer(status=302, headers={"Location": target})
    with a_visitor() as visitor, pytest.raises(DoorError):
        visitor.fetch(f"{website.address}/a")


@pytest.mark.parametrize(
    "body", [b"x" * 2_000_000, gzip.compress(b"\0" * 40_000_000)], ids=["large", "bomb"]
)
def test_a_page_that_is_too_large_is_not_taken(website: Website, body: bytes) -> None:
    headers = {"Content-Encoding": "gzip"} if body[:2] == b"\x1f\x8b" else {}
    website.pages["/a"] = Answer(body, headers=headers)
    small = Manners(max_bytes=1_000_000, pause_seconds=0, allow_private=True)
    with a_visitor(small) as visitor, pytest.raises(DoorError, match="larger than 1 MB"):
        visitor.fetch(f"{website.address}/a")


def test_a_page_that_drips_is_given_up_in_time(website: Website) -> None:
    def drip(request: BaseHTTPRequestHandler) -> Answer:
        request.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
        for _ in range(100):
            try:
                request.wfile.write(b"x")
                request.wfile.flush()
            except OSError:
                break
            time.sleep(0.05)
        return Answer()

    website.pages["/a"] = drip
    hasty = Manners(pause_seconds=0, total_seconds=0.4, connect_seconds=1, allow_private=True)
    began = time.monotonic()
    with a_visitor(hasty) as visitor, pytest.raises(DoorError, match="too long"):
        visitor.fetch(f"{website.address}/a")
    assert time.monotonic() - began < 3


def test_one_request_at_a_time_with_a_pause_between(website: Website) -> None:
    at_once: list[int] = []
    inside = threading.Semaphore(100)
    running = 0

    def busy(request: BaseHTTPRequestHandler) -> Answer:
        del request
        nonlocal running
        with inside:
            running += 1
            at_once.append(running)
            time.sleep(0.02)
            running -= 1
        return Answer(b"page")

    website.pages["/a"] = busy
    patient = Manners(pause_seconds=0.05, allow_private=True)
    began = time.monotonic()
    with a_visitor(patient) as visitor:
        hands = [
            threading.Thread(target=visitor.fetch, args=(f"{website.address}/a",)) for _ in range(4)
        ]
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()
    assert at_once == [1, 1, 1, 1]
    assert time.monotonic() - began >= 4 * 0.05


@pytest.mark.parametrize(
    "address",
    [
        "",
        "report.html",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http://[::1",
        "http://user:secret@example.org/",
    ],
)
def test_what_is_no_web_address_is_refused_in_one_sentence(address: str) -> None:
    with a_visitor() as visitor, pytest.raises(DoorError) as refusal:
        visitor.fetch(address)
    assert "\n" not in str(refusal.value)


def test_an_absent_site_is_told_in_one_sentence() -> None:
    with a_visitor() as visitor, pytest.raises(DoorError, match="could not be reached"):
        visitor.fetch("http://127.0.0.1:9/")
    assert AT_HOME.allow_private
