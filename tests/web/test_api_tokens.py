"""Tokens: made by the person they act for, shown once, taken back; and who is let in by one."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from casework.access import NewToken, hash_of, make_token
from casework.access.tokens import caller, tokens_of
from casework.errors import RefusedInputError, WrongHandError
from casework.record.offices import load_office
from models import ApiToken, SureBy
from models.words import Role
from tests.builders import CHIEF_EXECUTIVE, FINANCE, HEAD, OFFICER, Service, at, by
from tests.casework.conftest import Take
from tests.web.api_client import API, Other, check_answer
from tests.web.desk import Desk
from tests.web.test_api_changes import allow_signatures
from web.api import callers

SECRET = re.compile(r"s55_[A-Za-z0-9_-]{43}")


def test_a_token_is_shown_once_and_the_record_keeps_its_hash_only(desk: Desk) -> None:
    desk.sign_in(OFFICER)
    made = desk.send("/me/tokens", "/me/tokens", name="Intranet", days="30", writes="yes")
    secret = SECRET.search(made)
    assert secret
    assert secret[0] not in desk.get("/me/tokens")
    record = desk.service.record
    with record.reading() as session:
        (row, _), *_ = tokens_of(session, record.office(session).id or 0)
    assert row.secret_sha256 == hash_of(secret[0])
    assert row.may_write
    raw = b"".join(path.read_bytes() for path in (desk.service.folder / "record").iterdir())
    assert secret[0].encode() not in raw
    answer = desk.browser.get(f"{API}/me", headers={"authorization": f"Bearer {secret[0]}"})
    assert answer.json()["person"] == OFFICER


def test_the_form_sent_twice_makes_one_token_and_shows_no_secret_that_opens_nothing(
    desk: Desk,
) -> None:
    desk.sign_in(OFFICER)
    carried = desk.carried("/me/tokens")
    sent = {**carried, "name": "Intranet", "days": "9"}
    desk.browser.post("/me/tokens", data=sent)
    answer = desk.browser.post("/me/tokens", data=sent)
    assert "made already and shown then" in answer.text
    assert SECRET.search(answer.text) is None
    assert desk.get("/me/tokens").count("Intranet</strong>") == 1


@pytest.mark.parametrize(
    ("name", "days", "said"),
    [
        (" ", "30", "Say what the token is for"),
        ("Intranet", "many", "Give the days as a number"),
        ("Intranet", "0", "1 to 366 days"),
        ("Intranet", "367", "1 to 366 days"),
        ("Intranet", "²", "Give the days as a number"),
    ],
)
def test_a_token_that_cannot_be_is_refused_and_stays_typed(
    desk: Desk, name: str, days: str, said: str
) -> None:
    desk.sign_in(OFFICER)
    text = desk.send("/me/tokens", "/me/tokens", 422, name=name, days=days)
    assert said in text
    assert f'value="{days}"' in text


def test_a_token_taken_back_opens_nothing(desk: Desk) -> None:
    other = Other(desk.service)
    assert other.ask("GET", "/me").status_code == 200
    desk.sign_in(OFFICER)
    desk.send("/me/tokens", "/me/tokens/1/revoke")
    assert "Taken back" in desk.get("/me/tokens")
    assert other.ask("GET", "/me").status_code == 401


def test_nobody_takes_back_somebody_elses_token_or_sees_it(desk: Desk) -> None:
    other = Other(desk.service, OFFICER)
    desk.sign_in(FINANCE)
    assert "No token has been made." in desk.get("/me/tokens")
    said = desk.send("/me/tokens", "/me/tokens/1/revoke", 403)
    assert "somebody else’s" in said or "somebody else&#39;s" in said
    assert other.ask("GET", "/me").status_code == 200


def test_a_token_too_old_opens_nothing(service: Service) -> None:
    other = Other(service)
    other.now = at(1, 13, 9, year=2023)
    assert other.ask("GET", "/me").status_code == 401


def test_a_token_of_somebody_who_lost_their_roles_opens_nothing(service: Service) -> None:
    other = Other(service, FINANCE)
    assert other.ask("GET", "/me").status_code == 200
    since = 'role = "finance_officer", title = "Chief Finance Officer", since = 2018-04-09'
    assert since in service.office
    gone = service.office.replace(since, f"{since}, until = 2022-10-13")
    load_office(service.record, gone, "office.toml", at(10, 14))
    answer = other.ask("GET", "/me")
    assert answer.status_code == 401
    check_answer(answer)


@pytest.mark.parametrize("given", ["", "Bearer", "Bearer nonsense", "Basic czU1", "Bearer \xff"])
def test_without_a_token_that_works_nothing_is_told(on_one: Take, given: str) -> None:
    service, reference = on_one("open")
    other = Other(service)
    headers = [(b"authorization", given.encode("latin-1"))] if given else []
    for path in ("/me", "/cases", f"/cases/{reference}"):
        answer = other.browser.get(f"{API}{path}", headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        check_answer(answer)


def test_a_session_of_the_pages_opens_nothing_of_the_api(desk: Desk) -> None:
    desk.sign_in(OFFICER)
    assert desk.browser.get(f"{API}/me").status_code == 401


def test_a_token_opens_no_page(service: Service) -> None:
    other = Other(service)
    headers = {"authorization": f"Bearer {other.secret}"}
    answer = other.browser.get("/cases", headers=headers, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")


def test_a_token_made_to_read_changes_nothing(on_one: Take) -> None:
    service, reference = on_one("open")
    other = Other(service, may_write=False)
    said = other.act("PUT", f"/cases/{reference}/lead", 403, json={"person": HEAD})
    assert "made to read" in said["detail"]
    assert other.get(f"/cases/{reference}")["reference"] == reference


def test_too_many_requests_of_one_token_are_refused_for_a_while(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callers, "PER_TOKEN", 3)
    other, second = Other(service), Other(service)
    assert [other.ask("GET", "/me").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert second.ask("GET", "/me").status_code == 200
    last = other.ask("GET", "/me")
    check_answer(last)
    assert last.headers["retry-after"] == "900"
    other.now = at(10, 14, 9, 20)
    assert other.ask("GET", "/me").status_code == 200


def test_guessing_tokens_is_refused_for_a_while(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callers, "UNKNOWN_PER_ADDRESS", 2)
    other = Other(service)
    guess = {"authorization": "Bearer guess"}
    asked = [other.browser.get(f"{API}/me", headers=guess).status_code for _ in range(3)]
    assert asked == [401, 401, 429]
    assert other.ask("GET", "/me").status_code == 200


def test_when_a_token_was_last_used_is_known_to_within_minutes(service: Service) -> None:
    other = Other(service)
    for minute in (0, 1, 7):
        other.now = at(10, 14, 9, minute)
        other.get("/me")
    known = caller(service.record, hash_of(other.secret), at(10, 14, 9, 8))
    assert known
    assert known.token.used_at == at(10, 14, 9, 7)


def test_a_token_needs_a_name_that_can_be_read(service: Service) -> None:
    hand = by(OFFICER, at(10, 14))
    with pytest.raises(RefusedInputError, match="what the token is for"):
        make_token(service.record, hand, NewToken(hash_of("x"), "\x00 \n"))


def signing_desk(service: Service) -> Desk:
    allow_signatures(service)
    desk = Desk(service, at(11, 25))
    desk.sign_in(CHIEF_EXECUTIVE)
    return desk


def test_a_token_that_signs_is_not_offered_where_the_office_takes_no_such_signatures(
    desk: Desk,
) -> None:
    desk.sign_in(OFFICER)
    assert "sign in my name" not in desk.get("/me/tokens")
    said = desk.send("/me/tokens", "/me/tokens", 422, name="Desk", days="1", writes="sign")
    assert "takes no signatures by other systems" in said


def test_a_token_that_signs_lives_for_a_day_and_tells_what_made_sure_of_its_person(
    service: Service,
) -> None:
    desk = signing_desk(service)
    assert "sign in my name, for one day" in desk.get("/me/tokens")
    made = desk.send("/me/tokens", "/me/tokens", name="Desk", days="300", writes="sign")
    assert SECRET.search(made)
    assert "It may read, act and sign" in made
    with service.record.reading() as session:
        row = session.exec(select(ApiToken)).one()
    assert row.sure_by is SureBy.LINK
    assert row.expires_at - row.made_at == timedelta(days=1)


def test_whoever_signed_in_a_while_ago_is_asked_for_a_code_before_a_token_signs(
    service: Service,
) -> None:
    desk = signing_desk(service)
    desk.now = at(11, 25, 10)
    asked = desk.send("/me/tokens", "/me/tokens", name="Desk", days="1", writes="sign")
    assert "Confirm that it is you" in asked
    assert 'name="name" value="Desk"' in asked
    with service.record.reading() as session:
        assert session.exec(select(ApiToken)).all() == []
    plain = desk.send("/me/tokens", "/me/tokens", name="Desk", days="1", writes="yes")
    assert SECRET.search(plain)


def test_nobody_makes_a_token_with_more_roles_than_they_came_in_with(service: Service) -> None:
    hand = replace(by(OFFICER, at(10, 14)), roles=frozenset({Role.COMMUNICATIONS}))
    with pytest.raises(WrongHandError, match="did not come in with all your roles"):
        make_token(service.record, hand, NewToken(hash_of("x"), "Intranet"))
