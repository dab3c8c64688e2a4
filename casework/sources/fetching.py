"""A polite visitor of websites: says who it is, asks leave, takes little, one thing at a time."""

import ssl
import threading
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self

import httpx2
from protego import Protego

from casework.errors import DoorError
from casework.sources.guard import GuardedTransport
from casework.sources.web_address import asked_address, onward_address, site_of
from models.shapes.sources import Fetched, Validators

NO_VALIDATORS = Validators()
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MEGABYTE = 1_000_000
_ROBOTS_BYTES = 500 * 1024
"""What RFC 9309 asks a visitor to read at least."""
_LONGEST_PAUSE = 30.0
_SERVER_FAULT = 500


@dataclass(frozen=True, slots=True)
class Manners:
    """How much a visitor takes, and how long it waits."""

    max_bytes: int = 50 * _MEGABYTE
    connect_seconds: float = 10.0
    total_seconds: float = 60.0
    max_redirects: int = 5
    pause_seconds: float = 1.0
    """Between two requests to the same site; its own wish, if longer, goes first."""
    allow_private: bool = False
    """Let loopback and private addresses be asked: for tests and a site of one's own."""


class Visitor:
    """A polite HTTP client. It remembers each site's rules for robots while it lives."""

    def __init__(
        self,
        user_agent: str,
        manners: Manners | None = None,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        """Take the name by which the visitor introduces itself.

        `trust` adds certificates of the office's own to those the world trusts.
        """
        self.user_agent = user_agent
        self.manners = manners or Manners()
        self._client = httpx2.Client(
            transport=GuardedTransport(allow_private=self.manners.allow_private, trust=trust),
            headers={"User-Agent": user_agent, "Accept": "*/*"},
            timeout=httpx2.Timeout(self.manners.connect_seconds),
            follow_redirects=False,
            trust_env=False,
        )
        self._rules: dict[str, Protego] = {}
        self._last_asked: dict[str, float] = {}
        self._one_at_a_time = threading.Lock()

    def __enter__(self) -> Self:
        """Return the visitor itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let go of every connection."""
        self._client.close()

    def fetch(self, address: str, validators: Validators = NO_VALIDATORS) -> Fetched:
        """Return the answer of an address, whatever its status.

        Raises DoorError where there is no answer to be had: refused by the
        site's rules or by ours, too large, too slow, or unreachable.
        """
        with self._one_at_a_time:
            by = time.monotonic() + self.manners.total_seconds
            return self._followed(asked_address(address), _conditions(validators), by)

    def _followed(self, url: httpx2.URL, conditions: dict[str, str], by: float) -> Fetched:
        for _ in range(self.manners.max_redirects + 1):
            self._ask_leave(url, by)
            answer, onward = self._once(url, conditions, by, self.manners.max_bytes)
            if onward is None:
                return answer
            url = onward_address(url, onward)
        raise DoorError(
            f"{url.host} sends visitors round more than {self.manners.max_redirects} times: "
            "open the page in a browser and use the address it ends at."
        )

    def _ask_leave(self, url: httpx2.URL, by: float) -> None:
        rules = self._rules_of(url, by)
        if not rules.can_fetch(str(url), self.user_agent):
            raise DoorError(
                f"{url.host} asks robots not to read {url.path}: "
                "open the page in a browser, save it, and hand in the saved page."
            )

    def _rules_of(self, url: httpx2.URL, by: float) -> Protego:
        site = site_of(url)
        if site not in self._rules:
            self._rules[site] = Protego.parse(self._robots_text(url, by))
        return self._rules[site]

    def _robots_text(self, url: httpx2.URL, by: float) -> str:
        page = url.copy_with(raw_path=b"/robots.txt", fragment=None)
        for _ in range(self.manners.max_redirects + 1):
            answer, onward = self._once(page, {}, by, _ROBOTS_BYTES, cut=True)
            if onward is None:
                return _robots_allowing(answer, url)
            page = onward_address(page, onward)
        return ""  # RFC 9309: rules that cannot be reached by redirects do not bind

    def _once(
        self,
        url: httpx2.URL,
        conditions: dict[str, str],
        by: float,
        limit: int,
        *,
        cut: bool = False,
    ) -> tuple[Fetched, str | None]:
        self._pause(url)
        try:
            with self._client.stream("GET", url, headers=conditions) as response:
                body = _body(response, limit, by, cut=cut)
                return _fetched(url, response, body), _location(response)
        except httpx2.TimeoutException as error:
            raise DoorError(f"{url.host} did not answer in time: try again later.") from error
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as error:
            raise DoorError(
                f"{url.host} could not be reached ({error}): try again later."
            ) from error
        finally:
            self._last_asked[site_of(url)] = time.monotonic()

    def _pause(self, url: httpx2.URL) -> None:
        site = site_of(url)
        if site not in self._last_asked:
            return
        wished = self._rules[site].crawl_delay(self.user_agent) if site in self._rules else None
        pause = max(self.manners.pause_seconds, min(wished or 0.0, _LONGEST_PAUSE))
        time.sleep(max(0.0, self._last_asked[site] + pause - time.monotonic()))


def _conditions(validators: Validators) -> dict[str, str]:
    asked = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in asked.items() if value}


def _robots_allowing(answer: Fetched, url: httpx2.URL) -> str:
    if answer.status >= _SERVER_FAULT:
        raise DoorError(f"{url.host} could not show its rules for robots: try again later.")
    # Any other refusal means that there are no rules (RFC 9309, 2.3.1.3).
    return answer.body.decode("utf-8", "replace") if answer.status == 200 else ""  # noqa: PLR2004


def _body(response: httpx2.Response, limit: int, by: float, *, cut: bool) -> bytes:
    taken = bytearray()
    for part in response.iter_bytes():
        taken += part
        if len(taken) > limit:
            if cut:
                return bytes(taken[:limit])
            raise DoorError(
                f"{response.url} is larger than {limit / _MEGABYTE:g} MB and was not taken: "
                "check that it is the right address."
            )
        if time.monotonic() > by:
            raise DoorError(f"{response.url} took too long to arrive: try again later.")
    return bytes(taken)


def _fetched(url: httpx2.URL, response: httpx2.Response, body: bytes) -> Fetched:
    headers = response.headers
    return Fetched(
        address=str(url),
        status=response.status_code,
        body=body,
        media_type=headers.get("Content-Type", "").partition(";")[0].strip().lower(),
        validators=Validators(headers.get("ETag", ""), headers.get("Last-Modified", "")),
        retry_after_seconds=_seconds(headers.get("Retry-After", ""), headers.get("Date", "")),
    )


def _location(response: httpx2.Response) -> str | None:
    return response.headers.get("Location") if response.status_code in _REDIRECTS else None


def _seconds(words: str, sent: str) -> int | None:
    if words.isascii() and words.isdigit():
        return int(words)
    try:
        # A moment, by the server's own clock.
        wait = parsedate_to_datetime(words) - parsedate_to_datetime(sent)
    except (TypeError, ValueError):
        return None
    return max(0, int(wait.total_seconds()))
