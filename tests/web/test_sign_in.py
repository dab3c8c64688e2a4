"""Coming in: a link that works once, a session that ends, and nobody else."""

from datetime import timedelta

import pytest

from casework.access import LINK_LIFE, SESSION_LIFE
from tests.builders import HEAD, OFFICER
from tests.web.desk import Desk

PAGES = ("/", "/cases", "/me", "/cases/S55-2022-001")


@pytest.mark.parametrize("path", PAGES)
def test_nobody_sees_a_page_without_signing_in(desk: Desk, path: str) -> None:
    assert "Send me a link" in desk.get(path)


def test_a_link_arrives_by_mail_and_signs_in_once(desk: Desk) -> None:
    person = desk.service.settings.person(OFFICER)
    assert person
    desk.browser.post("/sign-in", data={"address": f"  {person.email.upper()} "})
    letter = desk.service.server.letters[-1]
    assert letter.recipients == (person.email,)
    link = next(word for word in letter.text.split() if word.startswith("https://desk.example/"))
    assert "Press the button" in desk.get(link)
    assert "Press the button" in desk.get(link), "looking at a link must not use it"
    assert person.name in desk.browser.post(link).text
    other = Desk(desk.service)
    assert "used or is too old" in other.browser.post(link).text
    assert "Send me a link" in other.get("/")


def test_an_address_nobody_has_gets_no_mail_and_the_same_answer(desk: Desk) -> None:
    known = desk.service.settings.person(OFFICER)
    assert known
    answers = [
        desk.browser.post("/sign-in", data={"address": address}).text
        for address in (known.email, "nobody@elsewhere.example")
    ]
    assert answers[0] == answers[1]
    assert len(desk.service.server.letters) == 1


def test_a_link_grows_old(desk: Desk) -> None:
    person = desk.service.settings.person(OFFICER)
    assert person
    desk.browser.post("/sign-in", data={"address": person.email})
    link = desk.service.server.letters[-1].text.split("https://desk.example")[1].split()[0]
    desk.now += LINK_LIFE + timedelta(seconds=1)
    assert "too old" in desk.browser.post(link).text


def test_a_session_ends_by_itself_and_by_signing_out(desk: Desk) -> None:
    desk.sign_in(OFFICER)
    assert "Nothing needs you" in desk.get("/")
    desk.now += SESSION_LIFE
    assert "Send me a link" in desk.get("/")
    desk.sign_in(OFFICER)
    assert "You are signed out" in desk.send("/me", "/sign-out")
    assert "Send me a link" in desk.get("/")


def test_signing_out_everywhere_ends_every_browser_s_session(desk: Desk) -> None:
    other = Desk(desk.service)
    third = Desk(desk.service)
    desk.sign_in(OFFICER)
    other.sign_in(OFFICER)
    third.sign_in(HEAD)
    desk.send("/me", "/sign-out-everywhere")
    assert "Send me a link" in other.get("/")
    assert "Nothing needs you" in third.get("/")


def test_links_cannot_be_asked_for_without_end(desk: Desk) -> None:
    answers = [desk.browser.post("/sign-in", data={"address": "a@b.example"}) for _ in range(7)]
    assert [answer.status_code for answer in answers].count(429) == 2


def test_the_record_keeps_no_secret_of_a_link_or_a_session(desk: Desk) -> None:
    person = desk.service.settings.person(OFFICER)
    assert person
    desk.browser.post("/sign-in", data={"address": person.email})
    link = desk.service.server.letters[-1].text.split("/sign-in/")[1].split()[0]
    desk.browser.post(f"/sign-in/{link}")
    session = desk.browser.cookies["desk"]
    kept = (desk.service.folder / "record" / "section55.sqlite").read_bytes()
    assert link.encode() not in kept
    assert session.encode() not in kept
