"""Every page on a telephone and at a desk: whole, usable, no wider than the screen."""

import pytest

from tests.authority.routes import every_route
from tests.builders import Service
from tests.journeys.desk.conftest import Build, Enter
from tests.journeys.desk.every_page import CASE, FILES, PAGES, ROOMS, Seen
from tests.journeys.desk.somebody import Somebody
from tests.web.desk import Desk

ONE_LINE = 60
"""Pixels; a second line would make it more."""


def test_no_page_escapes_the_tour(service: Service) -> None:
    routes = every_route(Desk(service))
    looked_at = {one.pattern for one in routes if one.verb == "GET" and "/api/" not in one.pattern}
    assert looked_at == PAGES.keys() | FILES.keys()
    assert not PAGES.keys() & FILES.keys()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS)
def test_every_page_can_be_used(house_at: Build, enter: Enter, room: str) -> None:
    there = ROOMS[room]
    house, reference = house_at(there.stage, there.now)
    assert reference == CASE
    there.furnish(house.service)
    seen = [one for one in PAGES.values() if one.room == room]
    for person in dict.fromkeys(one.by for one in seen):
        somebody = enter(house, on_a_telephone=True)
        if person:
            somebody.come_in(person)
        for one in seen:
            if one.by == person:
                looks_at(somebody, one)


def looks_at(somebody: Somebody, one: Seen) -> None:
    answer = somebody.page.goto(one.address)
    assert answer
    assert answer.status == 200, one.address
    assert somebody.page.url == f"{somebody.house.address}{one.address}"
    somebody.look()
    # The same page on the other screen: to ask for it anew would take as long as to judge it.
    somebody.sit_down()
    somebody.look()
    fits_one_line(somebody, one.address)
    somebody.stand_up()


def fits_one_line(somebody: Somebody, address: str) -> None:
    menu = somebody.page.locator(".desk-case-menu")
    if menu.count():
        box = menu.bounding_box()
        assert box, address
        assert box["height"] <= ONE_LINE, f"{address}: the menu of the case takes two lines"
