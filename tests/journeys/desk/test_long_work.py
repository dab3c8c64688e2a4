"""Work that takes long: how far it is can be read, and it goes on when the browser is closed."""

from collections.abc import Iterator
from threading import Event

import pytest

from casework.record.page_work import Ended
from models import WorkKind
from tests.builders import OFFICER, Service, at
from tests.journeys.desk.conftest import Enter, Opened
from tests.journeys.desk.house import House
from tests.reports import a_page
from web.long_doers import DOERS, Job
from web.pages import working

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NEVER, AT_ONCE = 600, 1
"""Seconds after which the page looks again: while it is judged it must stand still."""


@pytest.fixture
def slow(service: Service, house_of: Opened) -> Iterator[tuple[House, Event]]:
    """Give a house in which the opening of a case waits until it is let go."""
    house, go_on = house_of(service, at(10, 14, 9)), Event()

    def held(job: Job) -> Ended:
        job.tell("Reading the pages", 34, 200)
        assert go_on.wait(60)
        return DOERS[WorkKind.OPEN_CASE](job)

    house.workers.doers[WorkKind.OPEN_CASE] = held
    house.workers.patience = 0.05
    yield house, go_on
    go_on.set()


def test_the_browser_is_closed_and_the_work_is_there_when_somebody_comes_back(
    slow: tuple[House, Event], enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, go_on = slow
    monkeypatch.setattr(working, "EVERY_SECONDS", NEVER)
    officer = enter(house, OFFICER)
    officer.go("/open")
    officer.upload("The report’s file", "report.html", a_page())
    officer.press("Open the case")
    officer.sees("The service is at work", "Reading the pages: 34 of 200.")
    bar = officer.page.get_by_role("progressbar", name="How far it has come")
    assert bar.get_attribute("value") == "34"
    officer.page.close()
    officer.page = officer.context.new_page()
    officer.go("/")
    officer.sees("What you asked for", "Opening a case", "at work")
    monkeypatch.setattr(working, "EVERY_SECONDS", AT_ONCE)
    officer.page.get_by_role("link", name="Opening a case").click()
    go_on.set()
    officer.page.wait_for_url("**/cases/S55-2022-001")
    officer.look()
    officer.sees("S55-2022-001 is open.")
    officer.go("/")
    officer.sees_no("What you asked for")
