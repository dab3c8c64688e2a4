"""What every answer carries, and what no request gets past."""

import pytest

from tests.builders import OFFICER
from tests.web.desk import Desk

HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "x-robots-tag": "noindex, nofollow",
}


@pytest.mark.parametrize("path", ["/", "/sign-in", "/cases", "/nowhere", "/static/desk.css"])
def test_every_answer_carries_the_headers_that_protect_people(desk: Desk, path: str) -> None:
    answer = desk.browser.get(path)
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "'unsafe-inline'" not in policy
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


def test_the_nonce_of_a_page_is_used_once(desk: Desk) -> None:
    policies = {desk.browser.get("/sign-in").headers["content-security-policy"] for _ in range(3)}
    assert len(policies) == 3


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_sent_from_another_website_does_nothing(desk: Desk, site: str) -> None:
    desk.sign_in(OFFICER)
    answer = desk.browser.post("/sign-out", headers={"sec-fetch-site": site})
    assert answer.status_code == 403
    assert "Nothing needs you" in desk.get("/")


def test_a_form_without_the_session_s_token_does_nothing(desk: Desk) -> None:
    desk.sign_in(OFFICER)
    answer = desk.browser.post("/sign-out", data={"form_token": "x", "act": "12345678"})
    assert answer.status_code == 409
    assert "open for too long" in answer.text
    assert "Nothing needs you" in desk.get("/")


def test_a_request_of_more_than_the_limit_is_refused_before_it_is_read(desk: Desk) -> None:
    answer = desk.browser.post("/sign-in", content=b"x", headers={"content-length": "99999999"})
    assert answer.status_code == 413


def test_an_address_that_is_no_page_says_so_in_words(desk: Desk) -> None:
    assert "no such page" in desk.get("/nowhere/at/all", status=404)


def test_the_cookie_of_a_session_is_out_of_reach_of_scripts_and_plain_lines(desk: Desk) -> None:
    desk.sign_in(OFFICER)
    desk.browser.get("/me")
    secret = "another-secret"  # noqa: S105  of this test alone
    from casework.access import hash_of, keep_link
    from casework.record.hand import the_service

    keep_link(desk.service.record, the_service(desk.now), OFFICER, hash_of(secret))
    answer = desk.browser.post(f"/sign-in/{secret}", follow_redirects=False)
    cookie = answer.headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "secure" in cookie
    assert "samesite=lax" in cookie
