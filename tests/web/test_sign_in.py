"""Coming in: a link that works once, a session that ends, and nobody else."""

import re
from datetime import timedelta

import pytest

from casework.access import LINK_LIFE, SESSION_LIFE
from casework.record.offices import load_office
from tests.builders import HEAD, OFFICE, OFFICER, at
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


def mailed(desk: Desk) -> str:
    """Return the path of a link that has just been mailed to the officer."""
    person = desk.service.settings.person(OFFICER)
    assert person
    desk.browser.post("/sign-in", data={"address": person.email})
    return desk.service.server.letters[-1].text.split("https://desk.example")[1].split()[0]


def test_a_link_of_whoever_has_left_since_is_as_useless_as_any(desk: Desk) -> None:
    desk.now = at(10, 13, 23, 55)
    link = mailed(desk)
    role = re.search(rf'key = "{OFFICER}".*?since = [0-9-]+', OFFICE, re.DOTALL)
    assert role
    left = OFFICE.replace(role[0], f"{role[0]}, until = 2022-10-13")
    load_office(desk.service.record, left, "a test", desk.now)
    assert "Priya Lockhart" in desk.get(link)
    # The role ended at midnight, between the mail and the click.
    desk.now = at(10, 14, 0, 5)
    assert "Priya Lockhart" not in desk.get(link)
    refused = desk.browser.post(link)
    assert refused.status_code == 403
    nobody_s = desk.browser.post("/sign-in/a-link-nobody-has")
    assert without_nonce(refused.text) == without_nonce(nobody_s.text)
    assert "Send me a link" in desk.get("/")


def without_nonce(text: str) -> str:
    return re.sub(r'nonce="[^"]*"', "", text)


def test_the_page_behind_a_link_names_the_office_and_whom_it_signs_in(desk: Desk) -> None:
    link, office = mailed(desk), desk.service.settings.office.name
    page = desk.get(link)
    assert f"This is the front desk of {office}" in page
    assert "signs in Priya Lockhart alone" in page
    desk.browser.post(link)
    used, guessed = (Desk(desk.service).get(one) for one in (link, "/sign-in/guessed"))
    for one in (used, guessed):
        assert office in one
        assert "signs in the person to whom it was sent" in one
        assert "Priya Lockhart" not in one


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
