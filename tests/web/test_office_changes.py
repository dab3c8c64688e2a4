"""Whole files, former settings, and what is watched: sessions, links, health."""

import re
from html import unescape
from typing import Any

import pytest
from sqlmodel import select

from casework.findings import take_case
from casework.record.hand import the_service
from casework.record.offices import load_office
from casework.record.service_health import note_backup
from casework.reminders import sweep
from models import Mail
from tests.builders import HEAD, OFFICE, OFFICER, SIGNATORY, at, by
from tests.web.desk import Desk
from tests.web.test_office_settings import agree, ask, settings

TELEPHONE = OFFICE.replace("01632 960 100", "01632 960 999")
PAGE = "/office/file"


@pytest.fixture
def keeper(desk: Desk) -> Desk:
    desk.sign_in(HEAD)
    return desk


def test_a_pasted_or_uploaded_file_is_shown_with_its_differences(keeper: Desk) -> None:
    preview = keeper.send(PAGE, PAGE, text=TELEPHONE.replace("\n", "\r\n"))
    assert "01632 960 999" in preview
    agree(keeper, preview)
    assert keeper.browser.get("/office/file/office.toml").text == TELEPHONE
    preview = keeper.send(PAGE, PAGE, files={"file": ("office.toml", OFFICE.encode())})
    agree(keeper, preview)
    assert keeper.browser.get("/office/file/office.toml").text == OFFICE


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\xff\xfe\x00", "not a text file"),
        (b"[office", "line 1"),
        (b"x = 1", "is missing"),
        (b"<script>alert(1)</script> = 1", "cannot be read"),
        (b"a = " + b"[" * 5000, "deeply"),
    ],
)
def test_a_file_that_is_no_settings_is_refused_in_words(
    keeper: Desk, data: bytes, said: str
) -> None:
    page = keeper.send(PAGE, PAGE, 422, files={"file": ("office.toml", data)})
    assert said in page
    assert "<script>alert" not in page
    assert "Choose a settings file" in keeper.send(PAGE, PAGE, 422)
    assert settings(keeper).office.telephone == "01632 960 100"


def test_a_file_without_somebody_is_refused_when_it_is_meant(keeper: Desk) -> None:
    start = OFFICE.index('[[people]]\nkey = "pym"')
    text = OFFICE[:start] + OFFICE[OFFICE.index("[[people]]", start + 1) :]
    preview = keeper.send(PAGE, PAGE, text=text)
    hidden = dict(re.findall(r'<input type="hidden" name="(base|text)" value="([^"]*)">', preview))
    fields: dict[str, Any] = {name: unescape(value) for name, value in hidden.items()}
    said = keeper.send(PAGE, "/office/change", 409, **fields)
    assert "People are ended, never deleted: Gareth Pym" in said


def test_former_settings_are_listed_compared_and_put_in_force_by_a_new_change(keeper: Desk) -> None:
    agree(keeper, ask(keeper, "office", telephone="01632 960 999"))
    agree(keeper, ask(keeper, "mail", send_to_signatory="yes"))
    text = keeper.get("/office/changes")
    assert "3 (in force)" in text
    compared = keeper.get("/office/changes/compare?from=1&to=3")
    assert "01632 960 999" in compared
    assert "Mail, the service sends letters" in compared
    assert keeper.browser.get("/office/changes/1.toml").text == OFFICE
    preview = keeper.get("/office/changes/1/back")
    assert "Put settings number 1 in force again?" in preview
    agree(keeper, preview)
    assert settings(keeper).office.telephone == "01632 960 100"
    assert "4 (in force)" in keeper.get("/office/changes")
    for path in ("9/back", "0.toml", "x/back", "compare?from=1&to=", "compare?from=٣&to=1"):
        assert keeper.browser.get(f"/office/changes/{path}").status_code == 404, path


def test_a_new_signatory_is_shown_with_the_signatures_it_voids(keeper: Desk) -> None:
    reference = keeper.service.signed()
    keeper.now = at(12, 1)
    keeper.sign_in(HEAD)
    new = OFFICE.replace("since = 2021-05-13 }]", "since = 2021-05-13, until = 2022-11-30 }]")
    preview = keeper.send(PAGE, PAGE, text=new)
    assert f"Open signatures of the former holder become void: 1 case ({reference})" in preview
    assert "Nobody holds the role signatory today" in preview


def test_a_case_under_embargo_is_in_no_preview_of_an_administrator_who_may_not_see_it(
    desk: Desk,
) -> None:
    office = OFFICE.replace(
        'title = "Chief Finance Officer", since = 2018-04-09 }',
        'title = "Chief Finance Officer", since = 2018-04-09 }, '
        '{ role = "administrator", since = 2022-01-01 }',
    )
    load_office(desk.service.record, office, "office.toml", at(10, 2))
    reference = desk.service.open()
    held = desk.service.file(reference)
    with desk.service.record.writing() as session:
        case = held.case
        case.embargoed_until = at(12, 1)
        session.add(case)
        session.commit()
    desk.sign_in("pym")
    changed = office.replace("lead_day = 38", "lead_day = 37")
    assert reference not in desk.send(PAGE, PAGE, text=changed)
    with desk.service.record.writing() as session:
        case.embargoed_until = None
        session.add(case)
        session.commit()
    assert reference in desk.send(PAGE, PAGE, text=changed)


def test_sessions_are_seen_and_ended(keeper: Desk) -> None:
    other = Desk(keeper.service)
    other.sign_in(OFFICER)
    text = keeper.get("/office/sessions")
    assert "Priya Lockhart" in text
    (number,) = re.findall(r"Priya Lockhart.*?/office/sessions/(\d+)/end", text, re.DOTALL)
    said = keeper.send("/office/sessions", f"/office/sessions/{number}/end")
    assert "Priya Lockhart is signed out" in said
    assert other.browser.get("/me").url.path == "/sign-in"
    assert "Priya Lockhart" not in keeper.get("/office/sessions")
    keeper.send("/office/sessions", "/office/sessions/99999/end", 404)


def test_links_that_work_are_seen_and_taken_back(keeper: Desk) -> None:
    reference = keeper.service.open()
    page = f"/cases/{reference}/comments/links"
    keeper.send(page, page)
    text = keeper.get("/office/links")
    assert f"{reference}, link 1" in text
    said = keeper.send("/office/links", f"/office/links/{reference}/1/revoke")
    assert "Link 1 opens nothing any more" in said
    assert "No link works now" in said
    keeper.send("/me", "/office/links/S55-2000-001/1/revoke", 404)


def test_health_tells_what_the_record_knows(keeper: Desk) -> None:
    text = keeper.get("/office/health")
    assert "The record tells of none" in text
    assert "The fate of every letter is known" in text
    note_backup(keeper.service.record, the_service(at(10, 13)), 12)
    assert "The last one was made 13 October 2022" in keeper.get("/office/health")
    assert "response-by-area" in keeper.get("/office/types")


def test_a_second_person_needs_no_other_page(desk: Desk) -> None:
    desk.sign_in(SIGNATORY)
    assert "No change of the settings waits" in desk.get("/office/waiting")


def test_the_register_and_the_mail_name_the_deputy_of_whoever_is_away(desk: Desk) -> None:
    reference = desk.service.open()
    take_case(desk.service.record, by(OFFICER, at(10, 14)), reference, OFFICER)
    desk.sign_in(HEAD)
    assert "Priya Lockhart" in desk.get("/cases")
    days = {"since-day": "14", "since-month": "10", "since-year": "2022"}
    away: dict[str, Any] = {"person": OFFICER, "deputy": HEAD, **days}
    agree(desk, ask(desk, "absences/new", **away))
    register = desk.get("/cases.csv")
    assert "Tomasz Birch" in register
    assert "Priya Lockhart" not in register
    sweep(desk.service.record, the_service(at(11, 10)))
    with desk.service.record.reading() as session:
        to = {mail.recipients for mail in session.exec(select(Mail))}
    assert any("tomasz.birch@" in one for one in to)
    assert not any("priya.lockhart@" in one for one in to)
