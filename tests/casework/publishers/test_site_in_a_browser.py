"""The public pages in a real browser, judged by axe and looked at for what is cut off."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casework.publishers.static_site import StaticSite
from models.words import Stage
from tests.casework.publishers.responses import AWAITED, LATE, RESPONSE, SITE, a_register
from tests.conftest import find_or_leave_out

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WIDTHS = (1200, 390, 320)
STACKED = 768
"""Up to so many pixels the rows of the register are shown as blocks, their heads hidden."""
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=find_or_leave_out("chromium"), args=list(QUIET)
        )
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    elsewhere = replace(AWAITED, reference="x", no_response=Stage.ANSWERED_ELSEWHERE)
    late = replace(LATE, lateness_reason="The translation came late.")
    StaticSite(folder, SITE).publish(RESPONSE, [late, elsewhere, *a_register(60, years=24)])
    return folder


def opened(browser: "Browser", path: Path, width: int) -> "Page":
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "name", ["index.html", "year-2021.html", "force-loamshire.html", "force-barsetshire.2022.html"]
)
def test_each_page_passes_axe_and_nothing_is_cut_off(
    browser: "Browser", site: Path, name: str, width: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, site / name, width)
    result = Axe().run(page)
    wider = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    page.close()
    assert result.violations_count == 0, result.generate_report()
    assert not wider, "the page itself does not scroll sideways (WCAG 1.4.10)"


def test_an_empty_register_passes_axe_too(browser: "Browser", tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    StaticSite(tmp_path, SITE).refresh([])
    page = opened(browser, tmp_path / "index.html", WIDTHS[1])
    result = Axe().run(page)
    page.close()
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_word_of_the_chart_runs_into_another_or_out_of_it(
    browser: "Browser", site: Path, width: int
) -> None:
    page = opened(browser, site / "index.html", width)
    boxes = page.evaluate(
        """() => {
            const chart = document.querySelector(".days-chart");
            const box = (one) => { const r = one.getBoundingClientRect();
                return [r.left, r.top, r.right, r.bottom]; };
            return [box(chart), ...[...chart.querySelectorAll("text")].map(box)];
        }"""
    )
    page.close()
    chart, *words = boxes
    assert all(left >= chart[0] - 1 and right <= chart[2] + 1 for left, _, right, _ in words)
    assert list(_overlapping(words)) == []


def _overlapping(boxes: list[list[float]]) -> Iterator[tuple[list[float], list[float]]]:
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            beside = one[2] <= other[0] or other[2] <= one[0]
            above = one[3] - 4 <= other[1] or other[3] - 4 <= one[1]
            if not beside and not above:
                yield one, other


def test_late_marks_have_another_shape_and_a_word(browser: "Browser", site: Path) -> None:
    page = opened(browser, site / "index.html", WIDTHS[1])
    line = page.locator(".days-chart > line").last.bounding_box()
    circles = [one.bounding_box() for one in page.locator(".days-chart > circle").all()]
    diamonds = [one.bounding_box() for one in page.locator(".days-chart > svg path").all()]
    words = page.locator(".days-chart > text", has_text=" late").count()
    page.close()
    assert line
    assert circles
    assert diamonds
    assert all(box and box["x"] + box["width"] / 2 < line["x"] for box in circles)
    assert all(box and box["x"] + box["width"] / 2 > line["x"] for box in diamonds)
    assert words == 24, "each year says how many were late"


@pytest.mark.parametrize("width", [1200, 1024, 800, 640, 390])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_no_cell_of_the_register_runs_into_the_next(
    browser: "Browser", site: Path, media: str, width: int
) -> None:
    page = opened(browser, site / "index.html", width)
    page.emulate_media(media="print" if media == "print" else "screen")
    stacked = media == "screen" and width <= STACKED
    cells = ".register tbody th, .register td" + ("" if stacked else ", .register thead th")
    spilt = page.eval_on_selector_all(
        cells, "all => all.filter(c => c.scrollWidth > c.clientWidth + 1).map(c => c.innerText)"
    )
    page.close()
    assert spilt == []


def test_printed_it_leaves_out_what_only_a_screen_needs(browser: "Browser", site: Path) -> None:
    page = opened(browser, site / "index.html", WIDTHS[0])
    page.emulate_media(media="print")
    hidden = [page.locator(one).first.is_visible() for one in (".choose", ".contents")]
    shown = [page.locator(one).first.is_visible() for one in (".register", ".days-chart")]
    page.close()
    assert (hidden, shown) == ([False, False], [True, True])
