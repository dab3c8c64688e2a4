"""Every page once at a desk and once on a telephone: whole, usable, no wider than the screen."""

import pytest

from tests.authority.routes import every_route
from tests.builders import Service
from tests.journeys.desk.conftest import Build, Enter
from tests.journeys.desk.every_page import CASE, FILES, PAGES, ROOMS, Seen
from tests.journeys.desk.somebody import Somebody
from tests.web.desk import Desk


def test_no_page_escapes_the_tour(service: Service) -> None:
    routes = every_route(Desk(service))
    looked_at = {one.pattern for one in routes if one.verb == "GET" and "/api/" not in one.pattern}
    assert looked_at == PAGES.keys() | FILES.keys()
    assert not PAGES.keys() & FILES.keys()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("on_a_telephone", [False, True], ids=["at a desk", "on a telephone"])
@pytest.mark.parametrize("room", ROOMS)
def test_every_page_can_be_used(
    house_at: Build, enter: Enter, room: str, *, on_a_telephone: bool
) -> None:
    there = ROOMS[room]
    house, reference = house_at(there.stage, there.now)
    assert reference == CASE
    there.furnish(house.service)
    seen = [one for one in PAGES.values() if one.room == room]
    for person in dict.fromkeys(one.by for one in seen):
        somebody = enter(house, on_a_telephone=on_a_telephone)
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
