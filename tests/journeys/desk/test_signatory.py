"""The signatory between two meetings, on a telephone: what changed, is it lawful, read, sign."""

import re

import pytest

from tests.builders import CHIEF_EXECUTIVE, OFFICER, SIGNATORY, at
from tests.journeys.desk.conftest import Build, Enter

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OWN_LINK = re.compile(r"http://127\.0\.0\.1:\d+(/cases/\S+)")


def test_a_response_is_approved_and_signed_on_a_telephone(house_at: Build, enter: Enter) -> None:
    house, reference = house_at("submitted", at(11, 25, 17))
    house.until(house.now)
    approver = enter(house, CHIEF_EXECUTIVE, on_a_telephone=True)
    approver.sees("What needs you today", "Approve the response")
    approver.follow(f"({reference})")
    approver.sees("It waits for your approval", "Is it lawful?")
    approver.follow("Approve it")
    approver.press("Approve")
    approver.sees("Tick the box if you mean it.")
    approver.tick("approve this response as")
    approver.press("Approve")
    approver.sees("You have approved it.")
    house.until(at(11, 26, 8))
    signatory = enter(house, SIGNATORY, on_a_telephone=True)
    signatory.go("/")
    signatory.follow(f"({reference})")
    signatory.sees("It waits for your signature")
    signatory.picture("signing-on-a-telephone")
    pdf = signatory.download("Download it as a PDF")
    assert pdf.startswith(b"%PDF")
    signatory.page.get_by_role("link", name="Read the response as a page").tap()
    signatory.sees("Warwickshire Police")
    signatory.fits()
    signatory.page.go_back()
    signatory.follow("Sign it")
    signatory.sees("I, Eleanor Whitcombe, sign this response as")
    signatory.tick("sign this response as")
    signatory.press("Sign")
    signatory.sees("Signed.")
    assert house.service.file(reference).case.stage == "signed"


def test_the_signatory_sends_it_back_and_sees_only_what_changed_when_it_comes_again(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("submitted", at(11, 25, 17))
    approver = enter(house, CHIEF_EXECUTIVE, on_a_telephone=True)
    approver.go(f"/cases/{reference}/signing")
    approver.follow("Send it back")
    approver.press("Send it back")
    approver.sees("There is a problem")
    approver.fill("What is to be changed, and why", "The overview must thank the officers.")
    approver.press("Send it back")
    approver.sees("signatures are void")
    words = "I welcome this report and thank the officers."
    house.service.check_in(reference, house.service.edited(reference, words), moment=at(11, 26, 9))
    house.now = at(11, 26, 10)
    officer = enter(house, OFFICER)
    officer.go(f"/cases/{reference}/signing")
    officer.press("Submit for signature")
    officer.sees("The text is frozen")
    approver.sign_in(CHIEF_EXECUTIVE)
    approver.follow(f"({reference})")
    approver.follow("See what changed")
    approver.sees("and thank the officers")
