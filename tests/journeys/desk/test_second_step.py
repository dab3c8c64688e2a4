"""Signed in a while ago: before a signature somebody confirms who they are, and the act goes on."""

import re

import pytest

from casework.access import FRESH
from tests.builders import CHIEF_EXECUTIVE, at
from tests.journeys.desk.conftest import Build, Enter
from tests.journeys.desk.house import House
from tests.journeys.desk.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def code_in(house: House) -> str:
    """Return the code in the letter that was sent last."""
    found = re.search(r"^(\d{6})$", house.service.server.letters[-1].text, re.MULTILINE)
    assert found
    return found[1]


def presses_approve(house_at: Build, enter: Enter) -> tuple[House, Somebody, str]:
    """Let the chief executive press the button a quarter of an hour after they signed in."""
    house, reference = house_at("submitted", at(11, 25, 9))
    approver = enter(house, CHIEF_EXECUTIVE, on_a_telephone=True)
    house.now += FRESH
    return house, approver, reference


def approve(approver: Somebody, reference: str) -> None:
    approver.go(f"/cases/{reference}/signing/confirm")
    approver.tick("approve this response as")
    approver.press("Approve")
    approver.sees("Confirm that it is you")


def test_a_code_by_mail_lets_the_signature_go_on_where_it_was(
    house_at: Build, enter: Enter
) -> None:
    house, approver, reference = presses_approve(house_at, enter)
    house.sends_mail()
    approve(approver, reference)
    approver.sees("We have sent a code to rupert.adeyemi@")
    approver.fill("Code", "000000" if code_in(house) != "000000" else "111111")
    approver.press("Continue")
    approver.sees("There is a problem", "This code is not right")
    approver.page.get_by_role("link", name="This code is not right").tap()
    assert approver.page.evaluate("document.activeElement.id") == "code"
    approver.press("Send another code")
    approver.fill("Code", code_in(house))
    approver.press("Continue")
    approver.sees("You have approved it.")
    assert [row.step for row in house.service.file(reference).signatures] == [
        "submitted",
        "approved",
    ]
    approver.go(f"/cases/{reference}/evidence")
    approver.sees("Who it was: a code typed in.")


def test_where_no_mail_is_sent_the_page_says_who_has_the_code(
    house_at: Build, enter: Enter
) -> None:
    _, approver, reference = presses_approve(house_at, enter)
    approve(approver, reference)
    approver.sees("Ask whoever looks after it for a code")
