"""Whoever follows a letter's link signed out arrives at its page once they are signed in."""

from urllib.parse import quote

import pytest

from tests.builders import OFFICER, at
from tests.web.desk import Desk


def test_the_page_asked_for_before_signing_in_is_shown_afterwards(desk: Desk) -> None:
    reference = desk.service.open()
    assert "Sign in" in desk.get(f"/cases/{reference}/versions")
    desk.sign_in(OFFICER)
    assert desk.arrived == f"/cases/{reference}/versions"


def test_it_is_shown_once(desk: Desk) -> None:
    reference = desk.service.open()
    desk.get(f"/cases/{reference}/versions")
    desk.sign_in(OFFICER)
    desk.now = at(10, 14, 10)
    desk.sign_in(OFFICER)
    assert desk.arrived == "/"


@pytest.mark.parametrize(
    "address", ["//evil.example", "/\\evil.example", "https://evil.example", "x", "/a b", "/\r\nx"]
)
def test_nobody_is_ever_led_to_another_site(desk: Desk, address: str) -> None:
    desk.browser.cookies.set("wanted", quote(address))
    desk.sign_in(OFFICER)
    assert desk.arrived == "/"
