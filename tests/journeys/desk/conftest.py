"""One browser for the journeys of a worker, and a house that answers for each of them."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from casework.identity.provider import Provider
from tests.builders import Service
from tests.casework.conftest import empty_record, shelves
from tests.casework.prepared import Shelf
from tests.conftest import find_or_leave_out
from tests.journeys.desk.house import House
from tests.journeys.desk.somebody import Somebody
from tests.web.conftest import service

__all__ = ["empty_record", "service", "shelves"]

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

Enter = Callable[..., Somebody]
Build = Callable[[str, datetime], tuple[House, str]]
Opened = Callable[..., House]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=find_or_leave_out("chromium"), args=list(CHROMIUM)
        )
        yield running
        running.close()


@pytest.fixture
def enter(browser: Browser, house_of: Opened) -> Iterator[Enter]:
    """Give `enter(house, …)`: somebody with a browser of their own."""
    del house_of  # browsers close before the house does
    people: list[Somebody] = []

    def entered(
        house: House, person: str = "", *, on_a_telephone: bool = False, with_scripts: bool = True
    ) -> Somebody:
        somebody = Somebody(house, browser, on_a_telephone, with_scripts)
        people.append(somebody)
        if person:
            somebody.sign_in(person)
        return somebody

    yield entered
    for somebody in people:
        assert somebody.faults == []
        somebody.context.close()


@pytest.fixture
def house_of() -> Iterator[Opened]:
    """Give `house_of(service, now, …)`: a front desk that answers until the test is over."""
    houses: list[House] = []

    def opened(service: Service, now: datetime, provider: Provider | None = None) -> House:
        houses.append(House(service, now, provider=provider))
        return houses[-1]

    yield opened
    for house in houses:
        house.close()


@pytest.fixture
def house_at(house_of: Opened, shelves: dict[str, Shelf], tmp_path: Path) -> Build:
    """Give `house_at(stage, now)`: a house with one case at some stage, and its reference."""

    def built(stage: str, now: datetime) -> tuple[House, str]:
        service, reference = shelves["sqlite"].take(stage, tmp_path / stage)
        return house_of(service, now), reference

    return built
