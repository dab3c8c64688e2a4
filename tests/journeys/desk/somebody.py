"""Somebody before a browser: they see names, press what they see, and each page is judged."""

import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    ViewportSize,
    expect,
)

from casework.access import hash_of, keep_link
from casework.record.hand import the_service
from tests.journeys.desk.house import House
from tests.web.desk import check_page

ROOT: Final = Path(__file__).parents[3]
PICTURES: Final = ROOT / "docs" / "pictures"
LARGEST_PICTURE: Final = 200_000
DESK: Final = ViewportSize(width=1200, height=900)
TELEPHONE: Final = ViewportSize(width=390, height=844)
WAIT: Final = 10_000
"""Milliseconds to wait for something to be seen."""
OWN_PAGE: Final = re.compile(
    r"Failed to load resource: the server responded with a status of 4\d\d"
)
"""What a browser writes down of a page that is itself a refusal: no fault of the page."""
BUILD: Final = """() => [...document.querySelectorAll("*")].map(one =>
  [one.tagName, one.className.baseVal ?? one.className, one.getAttribute("role"), one.type,
   one.hasAttribute("id"), one.hasAttribute("aria-label"), one.textContent.trim() === ""].join()
).join(" ")"""
"""How a page is built, without its words: what axe says hangs on this alone."""
RULES: Final = {
    "resultTypes": ["violations"],
    "preload": False,
    "rules": {"target-size": {"enabled": True}},
}
JUDGE: Final = "rules => axe.run(document, rules).then(found => ({violations: found.violations}))"
"""Only what is amiss is brought back: all that was found in order takes as long as the judging."""
_judged: set[str] = set()
"""Pages that axe has judged in this process, by what they say and how wide they were."""


@dataclass
class Somebody:
    """A person with a browser of their own."""

    house: House
    browser: Browser
    on_a_telephone: bool = False
    with_scripts: bool = True
    met: list[str] = field(default_factory=list)
    """Titles of the pages met, in order."""
    faults: list[str] = field(default_factory=list)
    context: BrowserContext = field(init=False)
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        """Open the browser's first tab."""
        self.context = self.browser.new_context(
            viewport=self.screen,
            has_touch=self.on_a_telephone,
            is_mobile=self.on_a_telephone,
            base_url=self.house.address,
            java_script_enabled=self.with_scripts,
            locale="en-GB",
            timezone_id="Europe/London",
        )
        self.context.set_default_timeout(WAIT)
        self.context.route(_is_outside, lambda route: route.fulfill(status=200, body=""))
        self.context.on("request", self._requested)
        self.context.on("console", self._written_down)
        self.context.on("weberror", lambda one: self.faults.append(str(one.error)))
        self.page = self.context.new_page()

    # Going about

    def go(self, path: str) -> None:
        """Type an address."""
        self.page.goto(path)
        self.look()

    def follow(self, name: str | re.Pattern[str], *, exact: bool = False) -> None:
        """Follow a link, or what looks like a button, by what it says."""
        with self.page.expect_navigation():
            self._touch(self._named(name, exact=exact))
        self.look()

    def press(self, name: str | re.Pattern[str], *, exact: bool = False) -> None:
        """Press a button by what it says."""
        with self.page.expect_navigation():
            self._touch(self.page.get_by_role("button", name=name, exact=exact).first)
        self.look()

    def fill(self, label: str | re.Pattern[str], text: str) -> None:
        """Type into the field with this label."""
        self.page.get_by_label(label).first.fill(text)

    def fill_day(self, legend: str, day: int, month: int | str, year: int) -> None:
        """Type a date into its three fields."""
        group = self.page.get_by_role("group", name=legend)
        for label, value in (("Day", day), ("Month", month), ("Year", year)):
            group.get_by_label(label).fill(str(value))

    def choose(self, label: str, option: str) -> None:
        """Choose one of a list."""
        self.page.get_by_label(label).select_option(label=option)

    def tick(self, label: str, *, exact: bool = False) -> None:
        """Tick a box, or choose one of several, by its words."""
        self._touch(self.page.locator("label").filter(has_text=_whole(label, exact=exact)).first)

    def upload(self, label: str, name: str, data: bytes) -> None:
        """Choose a file."""
        given = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        self.page.get_by_label(label).set_input_files(given)  # type: ignore[arg-type]

    def download(self, name: str | re.Pattern[str]) -> bytes:
        """Press or follow what saves a file; return the file."""
        with self.page.expect_download() as waiting:
            self._touch(self._named(name))
        return Path(waiting.value.path()).read_bytes()

    def sees(self, *words: str) -> None:
        """Wait until each of these can be read on the page."""
        for one in words:
            expect(self.page.locator("body")).to_contain_text(
                one, timeout=WAIT, use_inner_text=True
            )

    def sees_no(self, words: str) -> None:
        """Check that something cannot be read on the page."""
        expect(self.page.locator("body")).not_to_contain_text(words)

    def sign_in(self, person: str) -> None:
        """Come in by the link that a letter brings."""
        known = self.house.known(person)
        self.go("/")
        self.fill("Your e-mail address at work", known.email)
        self.press("Send me a link")
        self.sees("a link is on its way")
        self.go(self.house.sign_in_link(person))
        self.press("Sign in")
        self.sees(known.name)

    def come_in(self, person: str) -> None:
        """Come in by a link that is there already; the pages on the way are others' to judge."""
        secret = f"link-of-{person}-{id(self)}"
        keep_link(self.house.service.record, the_service(self.house.now), person, hash_of(secret))
        self.page.goto(f"/sign-in/{secret}")
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Sign in").click()

    def sit_down(self) -> None:
        """Put the page that is there on the screen of a desk."""
        self.on_a_telephone = False
        self.page.set_viewport_size(self.screen)

    def stand_up(self) -> None:
        """Put the page that is there on a telephone."""
        self.on_a_telephone = True
        self.page.set_viewport_size(self.screen)

    # Judging

    def look(self) -> None:
        """Judge the page that has come: whole, usable, no wider than the screen, and quiet."""
        self.page.wait_for_load_state("load")
        self.met.append(self.page.title())
        check_page(_Shown(self.page.content()))
        self.fits()
        built = f"{self._width} {self.page.evaluate(BUILD)}"
        mark = hashlib.sha256(built.encode()).hexdigest()
        if mark not in _judged and self.with_scripts:  # axe is a script
            found = self._judgement()
            assert found.violations_count == 0, f"{self.page.url}\n{found.generate_report()}"
            _judged.add(mark)
            self._keep_for_looking()
        assert self.faults == []

    def fits(self) -> None:
        """Check that the page is no wider than the screen."""
        wide, width = self.page.evaluate("document.documentElement.scrollWidth"), self._width
        assert wide <= width, f"{self.page.url} is {wide} pixels wide on a screen of {width}"

    def picture(self, name: str, *, whole: bool = False) -> None:
        """Take a picture for the README, where pictures are wanted."""
        if os.environ.get("SECTION55_PICTURES") != "1":
            return
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        self.page.screenshot(path=path, full_page=whole, animations="disabled")
        size = path.stat().st_size
        assert size <= LARGEST_PICTURE, f"{path.name} has {size} bytes"

    def _judgement(self) -> AxeResults:
        if not self.page.evaluate("'axe' in window"):  # of a page seen on two screens it is there
            self.page.evaluate(Axe().axe_script)
        return AxeResults(self.page.evaluate(JUDGE, RULES))

    @property
    def screen(self) -> ViewportSize:
        """Return how large the screen is."""
        return TELEPHONE if self.on_a_telephone else DESK

    @property
    def _width(self) -> int:
        return self.screen["width"]

    def _named(self, name: str | re.Pattern[str], *, exact: bool = False) -> Locator:
        link = self.page.get_by_role("link", name=name, exact=exact)
        return link.or_(self.page.get_by_role("button", name=name, exact=exact)).first

    def _touch(self, what: Locator) -> None:
        if self.on_a_telephone:
            what.tap()
        else:
            what.click()

    def _requested(self, request: Request) -> None:
        # The pages of another's sign-in may ask for what they like: nothing leaves the machine.
        ours = request.is_navigation_request() or request.frame.url.startswith(self.house.address)
        if ours and _is_outside(request.url):
            self.faults.append(f"asked for {request.url}")

    def _written_down(self, said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"} and not OWN_PAGE.match(said.text):
            self.faults.append(f"{said.type}: {said.text}")

    def _keep_for_looking(self) -> None:
        folder = os.environ.get("SECTION55_EVERY_PAGE")
        if folder:
            name = re.sub(r"\W+", "-", urlsplit(self.page.url).path).strip("-")[-60:] or "today"
            path = Path(folder) / f"{self._width}-{name}-{len(_judged):03}.png"
            self.page.screenshot(path=path, full_page=True)


def _is_outside(address: str) -> bool:
    """Return whether an address lies beyond this machine."""
    parts = urlsplit(address)
    return parts.scheme in {"http", "https"} and parts.hostname not in {"127.0.0.1", "localhost"}


def _whole(words: str, *, exact: bool) -> str | re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(words)}\s*$") if exact else words


@dataclass(frozen=True, slots=True)
class _Shown:
    text: str
