"""The chief officer's comments on a page: invited, kept, classed, or said to be none."""

import pytest

from models.words import CommentsState
from tests.builders import OFFICER, SIGNATORY, at
from tests.casework.conftest import Take
from tests.web.desk import Desk

Case = tuple[Desk, str]


@pytest.fixture
def invited(on_one: Take) -> Case:
    """Return a desk with the officer at it, and the page of a case whose invitation went."""
    service, reference = on_one("invited")
    desk = Desk(service, at(11, 2))
    desk.sign_in(OFFICER)
    return desk, f"/cases/{reference}/comments"


def state_of(desk: Desk, page: str) -> CommentsState:
    return desk.service.file(page.split("/")[2]).forces[0].state


def test_the_officer_reads_the_invitation_and_says_that_it_went(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    desk = Desk(service, at(10, 17))
    desk.sign_in(OFFICER)
    page = f"/cases/{reference}/comments"
    text = desk.get(page)
    assert "I have sent this letter" in text
    enclosed = text.split(f'href="{page}/letters/')[1].split('"')[0]
    assert desk.browser.get(f"{page}/letters/{enclosed}").content.startswith(b"PK")
    key = service.file(reference).mails[0].key
    form = {**desk.carried(page), "key": key}
    for _ in range(2):
        assert "on your word" in desk.browser.post(f"{page}/sent", data=form).text
    assert state_of(desk, page) is CommentsState.SENT
    assert "I have sent this letter" not in desk.get(page)


def test_a_letter_of_no_such_case_is_not_confirmed(invited: Case) -> None:
    desk, page = invited
    assert "no such letter" in desk.send(page, f"{page}/sent", status=422, key="another:letter")
    assert "no such enclosure" in desk.get(f"{page}/letters/9999/0", status=404)


def test_what_came_is_kept_and_then_classed_by_a_person(invited: Case) -> None:
    desk, page = invited
    files = {"file": ("letter.txt", b"We welcome the report.")}
    text = desk.send(page, f"{page}/received", files=files)
    assert "Say now what it is." in text
    number = desk.service.file(page.split("/")[2]).submissions[0].id
    refused = desk.send(page, f"{page}/{number}/class", status=422, klass="final")
    assert "Say who in the force cleared" in refused
    assert 'value="final" checked' in refused
    desk.send(page, f"{page}/{number}/class", klass="final", cleared="Supt R. Talbot")
    assert state_of(desk, page) is CommentsState.FINAL


def test_nothing_handed_in_is_refused_and_so_are_two_things_at_once(invited: Case) -> None:
    desk, page = invited
    empty = {"file": ("", b"")}
    assert "one of both" in desk.send(page, f"{page}/received", status=422, files=empty)
    both = {"file": ("a.txt", b"One.")}
    text = desk.send(page, f"{page}/received", status=422, files=both, text="Another.")
    assert "Another." in text


def test_that_there_are_no_comments_is_written_down_with_how_it_is_known(invited: Case) -> None:
    desk, page = invited
    desk.send(page, f"{page}/none", how="the staff officer's e-mail", makes="declined")
    assert state_of(desk, page) is CommentsState.DECLINED


def test_the_signatory_looks_and_does_nothing(invited: Case) -> None:
    desk, page = invited
    desk.sign_in(SIGNATORY)
    text = desk.get(page)
    assert "you may look" in text
    assert "<button" not in text
    answer = desk.browser.post(f"{page}/none", data={**desk.carried("/me"), "how": "because so"})
    assert answer.status_code == 422
    assert "may not record a nil return" in answer.text
    assert state_of(desk, page) is CommentsState.SENT
