"""The public pages in a real browser, judged by axe."""

from pathlib import Path

import pytest

from casework.publishers.static_site import StaticSite
from tests.casework.publishers.responses import AWAITED, LATE, RESPONSE, SITE
from tests.conftest import find_or_leave_out


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 320])
def test_the_register_passes_axe_and_nothing_is_cut_off(tmp_path: Path, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    StaticSite(tmp_path, SITE).publish(RESPONSE, [AWAITED, LATE])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_or_leave_out("chromium"),
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
        )
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto((tmp_path / "index.html").as_uri())
        result = Axe().run(page)
        wider = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        browser.close()
    assert result.violations_count == 0, result.generate_report()
    assert not wider, "the page itself does not scroll sideways (WCAG 1.4.10)"
