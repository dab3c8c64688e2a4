"""No route is forgotten, none acts on a look, and none acts for whoever may not send its form."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.rules.authority import AUTHORITY
from models.words import Role, Stage
from tests.authority.digest import OF_THE_DOOR, changed, digest
from tests.authority.page_acts import BY_A_LINK, PAGE_ACTS
from tests.authority.routes import Route, every_route, no_browser
from tests.authority.stages import CHECK_LINK, COMMENTS_LINK, WHEN, WHO, Stages
from tests.web.desk import Desk
from web import limits

NO_LINK = "a-link-of-nobody"
REFUSED = {303, 307, 403, 404, 409, 422, 429}


@pytest.fixture
def at_a_stage(request: pytest.FixtureRequest, stages: Stages, tmp_path: Path) -> Iterator[Desk]:
    """Give the front desk before a case of some stage."""
    limits.forget()
    stage = getattr(request, "param", Stage.IN_REVIEW)
    service = stages.take(stage, tmp_path / "own")
    yield Desk(service, WHEN[stage])
    service.record.engine.dispose()


def of(desk: Desk, verb: str) -> list[Route]:
    """Return the pages of a verb: the API has tests of its own."""
    return [one for one in every_route(desk) if one.verb == verb and "/api/" not in one.pattern]


def test_every_form_is_held_to_a_row_of_the_table(at_a_stage: Desk) -> None:
    patterns = {one.pattern for one in of(at_a_stage, "POST")}
    assert patterns == PAGE_ACTS.keys() | BY_A_LINK.keys()
    assert {*PAGE_ACTS.values(), *BY_A_LINK.values()} <= AUTHORITY.keys()
    others = {one.verb for one in every_route(at_a_stage) if "/api/" not in one.pattern}
    assert others == {"GET", "POST"}


@pytest.mark.parametrize("at_a_stage", [Stage.OPENED, Stage.SIGNING, Stage.CLOSED], indirect=True)
def test_a_look_at_any_page_changes_nothing(at_a_stage: Desk) -> None:
    desk = at_a_stage
    before = digest(desk.service.record, OF_THE_DOOR)
    for person in (None, WHO[Role.POLICY_OFFICER], WHO[Role.ADMINISTRATOR]):
        if person:
            desk.sign_in(person)
            before = digest(desk.service.record, OF_THE_DOOR)
        for route in of(desk, "GET"):
            for secret in (COMMENTS_LINK, CHECK_LINK) if "{secret}" in route.pattern else ("",):
                limits.forget()
                answer = desk.browser.get(route.address(secret=secret), follow_redirects=False)
                assert answer.status_code < 500, (route, answer.text)
    assert changed(before, digest(desk.service.record, OF_THE_DOOR)) == []


def test_no_form_acts_without_its_token_or_from_another_website(at_a_stage: Desk) -> None:
    desk = at_a_stage
    desk.sign_in(WHO[Role.CHIEF_EXECUTIVE])
    before = digest(desk.service.record, OF_THE_DOOR)
    for route in of(desk, "POST"):
        if route.pattern in {"/sign-in", "/sign-in/{secret}"}:
            continue
        limits.forget()
        fields = {"act": "12345678-abcd", "reason": "for a reason given in words"}
        answer = desk.browser.post(route.address(), data=fields, follow_redirects=False)
        assert answer.status_code in REFUSED - {303, 307}, (route, answer.status_code)
        fields["form_token"] = "ein Wort über alles"  # noqa: S105  of no session
        answer = desk.browser.post(route.address(), data=fields, follow_redirects=False)
        assert answer.status_code in REFUSED - {303, 307}, (route, answer.status_code)
        for site in ("cross-site", "same-site"):
            headers = {"sec-fetch-site": site}
            answer = desk.browser.post(route.address(), data=fields, headers=headers)
            assert answer.status_code == 403, route
    assert changed(before, digest(desk.service.record, OF_THE_DOOR)) == []


def test_no_form_acts_for_somebody_who_is_not_signed_in(at_a_stage: Desk) -> None:
    desk = at_a_stage
    stranger = no_browser(desk)
    before = digest(desk.service.record)
    for route in of(desk, "POST"):
        if route.pattern in BY_A_LINK:
            continue
        fields = {"act": "12345678-abcd", "form_token": "0" * 64}
        answer = stranger.post(route.address(), data=fields, follow_redirects=False)
        assert answer.status_code in REFUSED, (route, answer.status_code)
    for route in of(desk, "POST"):
        if route.pattern.startswith("/g/"):
            limits.forget()
            fields = {"act": "12345678-abcd", "form_token": "0" * 64, "name": "A. Marsh"}
            answer = stranger.post(route.address(), data=fields, follow_redirects=False)
            assert answer.status_code in {404, 409}, (route, answer.status_code)
            answer = stranger.post(route.address(secret=NO_LINK), data=fields)
            assert answer.status_code == 404, (route, answer.status_code)
    assert changed(before, digest(desk.service.record)) == []
