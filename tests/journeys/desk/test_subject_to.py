"""Approved subject to amendments: listed on a telephone, made in Word, compared, certified."""

import pytest

from tests.builders import CHIEF_EXECUTIVE, HEAD, OFFICER, SIGNATORY, at
from tests.journeys.desk.conftest import Build, Enter
from tests.journeys.desk.house import House
from tests.journeys.desk.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_amendments_are_asked_for_made_and_certified_by_a_second_officer(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("submitted", at(11, 22, 9))
    asks_for_them(enter(house, CHIEF_EXECUTIVE, on_a_telephone=True), reference)
    house.now = at(11, 23, 9)
    makes_them(house, enter(house, HEAD), reference)
    officer = enter(house, OFFICER)
    officer.go(f"/cases/{reference}/signing")
    officer.sees("Nothing: the response can go to signature.")
    officer.press("Submit for signature")
    officer.sees("The text is frozen", "It waits for a certificate")
    officer.follow("Compare the two texts")
    officer.sees("Were only these amendments made?", "Overview: say “warmly”", "warmly")
    officer.press("Certify")
    officer.sees("There is a problem", "Tick the box if you compared the two texts.")
    officer.tick("compared the two texts and certify that only these amendments were made")
    officer.press("Certify")
    officer.sees("Certified: the approval counts for this text.")
    officer.sees("subject to amendments, certified by Priya Lockhart")
    signatory = enter(house, SIGNATORY, on_a_telephone=True)
    signatory.follow(f"({reference})")
    signatory.sees("It waits for your signature")


def asks_for_them(approver: Somebody, reference: str) -> None:
    approver.go(f"/cases/{reference}/signing")
    approver.follow("Approve subject to amendments")
    approver.press("Approve subject to these")
    approver.sees("There is a problem", "List the amendments, one on each line.")
    approver.fill("Your amendments, one on each line", "Overview: say “warmly”")
    approver.press("Approve subject to these")
    approver.sees("your amendments stand among its remarks")


def makes_them(house: House, head: Somebody, reference: str) -> None:
    head.go(f"/cases/{reference}/versions")
    head.sees("Amendments to be made", "Rupert Adeyemi: Overview: say “warmly”")
    head.download("to edit")
    head.go(f"/cases/{reference}/versions")
    data = house.service.edited(reference, "I warmly welcome this report.")
    head.upload("The Word file you edited", "amended.docx", data)
    head.press("Hand back my edit")
    head.sees("Your edit is now version")
    head.follow("Remark 1")
    head.tick("Taken", exact=True)
    head.fill("Why, in a few words", "As asked.")
    head.press("Put it on the record")
    head.sees("taken")
