"""A report under embargo is not there for whoever may not know of it: at no address at all."""

from datetime import date
from pathlib import Path

import pytest

from casework import findings
from models.words import Role, Stage
from tests.authority.routes import every_route, no_browser
from tests.authority.stages import CASE, WHEN, WHO, Stages
from tests.builders import OFFICER, Service, by
from tests.web.api_client import Other
from tests.web.desk import Desk
from web import limits

NO_CASE = "S55-2022-999"
OUTSIDE = (
    Role.FINANCE_OFFICER,
    Role.COMMUNICATIONS,
    Role.PRIVATE_OFFICE,
    Role.TRANSLATOR,
    Role.ADMINISTRATOR,
)


@pytest.fixture
def held(stages: Stages, tmp_path: Path) -> Service:
    """Give a service whose one case is held under embargo."""
    service = stages.take(Stage.OPENED, tmp_path / "own")
    hand = by(OFFICER, WHEN[Stage.OPENED])
    findings.hold_report(service.record, hand, CASE, date(2022, 10, 25), "it came too early")
    return service


def title_of(service: Service) -> str:
    return service.file(CASE).report.title


@pytest.mark.parametrize("role", OUTSIDE)
def test_no_page_tells_of_a_held_case(role: Role, held: Service) -> None:
    desk = Desk(held, WHEN[Stage.OPENED])
    desk.sign_in(WHO[role])
    title = title_of(held)
    for route in every_route(desk):
        if route.verb != "GET" or "/api/" in route.pattern:
            continue
        limits.forget()
        # A stranger may ask for any case: what they typed themselves is no secret told.
        answer = desk.browser.get(route.address(secret="nobody-s"))  # noqa: S106  no link
        assert title not in answer.text, route
        if "{reference}" in route.pattern:
            # As of a case that is not there at all: that there is one is the secret.
            none = desk.browser.get(route.address(secret="nobody-s", reference=NO_CASE))  # noqa: S106
            assert answer.status_code in {403, 404, 422}, (route, answer.status_code)
            assert answer.status_code == none.status_code, route
        else:
            assert CASE not in answer.text, route
    for words in ("Warwickshire", CASE, title, "sundial", "cost"):
        found = desk.browser.get("/search", params={"q": words}).text
        assert f"/cases/{CASE}" not in found, words


def test_nobody_without_a_session_is_told_of_a_held_case(held: Service) -> None:
    desk = Desk(held, WHEN[Stage.OPENED])
    stranger, title = no_browser(desk), title_of(held)
    for route in every_route(desk):
        if route.verb == "GET":
            answer = stranger.get(route.address(secret="nobody-s"))  # noqa: S106  no link
            assert title not in answer.text, route


@pytest.mark.parametrize("role", OUTSIDE)
def test_the_api_tells_nothing_of_a_held_case(role: Role, held: Service) -> None:
    other = Other(held, WHO[role], WHEN[Stage.OPENED])
    title = title_of(held)
    for route in every_route(Desk(held, WHEN[Stage.OPENED])):
        if route.verb == "GET" and "/api/v1" in route.pattern and "openapi" not in route.pattern:
            answer = other.ask("GET", route.address().removeprefix("/api/v1"))
            assert title not in answer.text, route
            if "{reference}" in route.pattern:
                assert answer.status_code == 404, (route, answer.status_code)
            else:
                assert CASE not in answer.text, route


def test_whoever_carries_the_case_sees_it(held: Service) -> None:
    desk = Desk(held, WHEN[Stage.OPENED])
    desk.sign_in(OFFICER)
    assert title_of(held) in desk.get(f"/cases/{CASE}")
