"""A report under embargo is not there for whoever may not know of it: at no address at all."""

import html
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import select

from casework import colleagues, findings
from casework.access import hash_of, make_calendar_link, within_reach
from casework.drafting import write_answer
from casework.errors import NotFoundError, WrongHandError
from casework.record.hand import the_service
from casework.record.service_health import health
from casework.reminders.calendar import write_calendar
from casework.reminders.day_one import tell_day_one
from casework.reminders.sweep import sweep
from models import Case, Errand, Mail, OutboxRow
from models.words import Role, Stage
from tests.authority.digest import OF_THE_DOOR, changed, digest
from tests.authority.doing import ON_A_CASE, hand_of
from tests.authority.forms import forms_of
from tests.authority.routes import every_route, no_browser
from tests.authority.stages import CASE, WHEN, WHO, Stages
from tests.builders import HEAD, OFFICER, Service, at, by
from tests.web.api_client import Other
from tests.web.desk import Desk
from web import limits

NO_CASE = "S55-2022-999"
READ: dict[Path, tuple[str, str]] = {}
"""By the folder of a record: the words of its held case, which no test changes."""
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
    record = service.record
    hand = by(OFFICER, WHEN[Stage.OPENED])
    write_answer(record, hand, CASE, "overview", "We are Quibbleflax about it.")
    colleagues.give_steer(record, by(HEAD, WHEN[Stage.OPENED]), CASE, "Call it Snorblewick.")
    hand = by(OFFICER, WHEN[Stage.OPENED])
    findings.hold_report(record, hand, CASE, date(2022, 10, 25), "it came too early")
    return service


def title_of(service: Service) -> str:
    return words_of(service)[0]


def words_of(service: Service) -> tuple[str, str]:
    """Return the title and a finding of the held case, read once for each record."""
    folder = service.folder
    if folder not in READ:
        file = service.file(CASE)
        READ[folder] = (file.report.title, file.findings[0].text[:40])
    return READ[folder]


def told_in(text: str, service: Service) -> list[str]:
    """Return which words of the held case a text tells."""
    words, said = (*words_of(service), "sundial", "Quibbleflax", "Snorblewick"), html.unescape(text)
    return [one for one in words if one in said]


@pytest.mark.parametrize("role", OUTSIDE)
def test_no_page_tells_of_a_held_case(role: Role, held: Service) -> None:
    desk = Desk(held, WHEN[Stage.OPENED])
    desk.sign_in(WHO[role])
    title = title_of(held)
    calendar = hash_of(f"calendar-of-{role.value}")
    make_calendar_link(held.record, by(WHO[role], WHEN[Stage.OPENED]), calendar)
    shared = desk.browser.get(f"/calendar/calendar-of-{role.value}.ics")
    assert shared.status_code == 200
    assert CASE not in shared.text
    assert told_in(shared.text, held) == []
    for route in every_route(desk):
        if route.verb != "GET" or "/api/" in route.pattern:
            continue
        limits.forget()
        # A stranger may ask for any case: what they typed themselves is no secret told.
        answer = desk.browser.get(route.address(secret="nobody-s"))  # noqa: S106  no link
        assert told_in(answer.text, held) == [], route
        if "{reference}" in route.pattern:
            # As of a case that is not there at all: that there is one is the secret.
            none = desk.browser.get(route.address(secret="nobody-s", reference=NO_CASE))  # noqa: S106
            assert answer.status_code in {403, 404, 422}, (route, answer.status_code)
            assert answer.status_code == none.status_code, route
        else:
            assert CASE not in answer.text, route
    for words in ("Warwickshire", CASE, title, "sundial", "cost", "Quibbleflax"):
        found = desk.browser.get("/search", params={"q": words}).text
        nonsense = desk.browser.get("/search", params={"q": "x" * len(words)}).text
        assert f"/cases/{CASE}" not in found, words
        # How much is found is told to nobody either.
        assert ("Nothing" in found) is ("Nothing" in nonsense), words


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


def _may_see(roles: set[Role], case: Case) -> bool:
    return within_reach(case, roles, WHEN[Stage.OPENED])


def test_the_health_of_the_service_counts_no_errand_of_a_held_case(held: Service) -> None:
    record, now = held.record, WHEN[Stage.OPENED]
    with record.writing() as session:
        rows = list(session.exec(select(OutboxRow)))
        assert {Errand.RUN_FLOW, Errand.SEND_MAIL} <= {row.errand for row in rows}
        for row in rows:
            row.done_at, row.trouble = None, f"in the way of {row.subject}"
            session.add(row)
        session.commit()
    for role in Role:
        told = health(record, now, partial(_may_see, {role}))
        knows = role not in {*OUTSIDE, Role.SERVICE}
        assert (told.errands_due > 0) is knows, role
        assert (CASE in str(told.troubles)) is knows, role


def test_whoever_carries_the_case_sees_it(held: Service) -> None:
    desk = Desk(held, WHEN[Stage.OPENED])
    desk.sign_in(OFFICER)
    assert title_of(held) in desk.get(f"/cases/{CASE}")


@pytest.mark.parametrize("role", OUTSIDE)
def test_no_form_and_no_request_acts_on_a_held_case_or_tells_of_it(
    role: Role, held: Service
) -> None:
    desk = Desk(held, WHEN[Stage.OPENED])
    desk.sign_in(WHO[role])
    other = Other(held, WHO[role], WHEN[Stage.OPENED])
    me = desk.get("/me")
    token = next(form for form in forms_of(me) if form.carried).carried["form_token"]
    before = digest(held.record, OF_THE_DOOR | {"apirequest"})
    for route in every_route(desk):
        if route.verb == "GET" or "{reference}" not in route.pattern:
            continue
        limits.forget()
        if "/api/" in route.pattern:
            given = {"headers": other.carried(f"/cases/{CASE}/"), "json": {}}
            answer = other.ask(route.verb, route.address().removeprefix("/api/v1"), **given)
            assert answer.status_code == 404, (route, answer.text)
        else:
            said = {"form_token": token, "act": "act-of-an-outsider"}
            answer = desk.browser.post(route.address(), data=said, follow_redirects=False)
            assert answer.status_code in {403, 404, 422}, (route, answer.status_code)
        assert told_in(answer.text, held) == [], route
    assert changed(before, digest(held.record, OF_THE_DOOR | {"apirequest"})) == []


@pytest.mark.parametrize("role", OUTSIDE)
def test_no_act_by_whatever_door_begins_on_a_held_case(role: Role, held: Service) -> None:
    before = digest(held.record, {"guestdraft"})
    for act, way in ON_A_CASE.items():
        if act == "open_case":
            continue
        with pytest.raises((WrongHandError, NotFoundError)) as refused:
            way(held, hand_of(role, Stage.OPENED))
        assert told_in(str(refused.value), held) == [], act
    assert changed(before, digest(held.record, {"guestdraft"})) == []


def test_no_letter_tells_anybody_outside_of_a_held_case(held: Service) -> None:
    record, outside = held.record, {WHO[role] for role in OUTSIDE}
    for day in range(15, 25):
        service = the_service(at(10, day, 8))
        sweep(record, service)
        tell_day_one(record, the_service(at(10, day, 8)), CASE)
        colleagues.tell_colleagues(record, the_service(at(10, day, 8)))
    write_calendar(record)
    calendar = (record.outputs / "cases" / "calendar.ics").read_text(encoding="utf-8")
    assert CASE not in calendar
    assert told_in(calendar, held) == []
    with record.reading() as session:
        settings = record.settings_of(session, record.office(session))
        letters = list(session.exec(select(Mail)))
    addresses = {one.email for one in settings.people if one.key in outside}
    assert letters
    for letter in letters:
        named = any(address in letter.recipients for address in addresses)
        words = f"{letter.subject} {letter.text} {letter.html}"
        # What was asked of a colleague before the report was held has been said.
        is_new = letter.prepared_at > WHEN[Stage.OPENED]
        assert not (named and is_new and (CASE in words or told_in(words, held))), letter.subject
