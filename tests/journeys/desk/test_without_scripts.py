"""With JavaScript switched off, as it may be on a locked-down machine: nothing is missing."""

import pytest

from tests.builders import OFFICER, Service, at
from tests.journeys.desk.conftest import Enter, Opened
from tests.reports import a_page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_an_officer_goes_from_a_report_to_signature_with_scripts_off(
    service: Service, house_of: Opened, enter: Enter
) -> None:
    house = house_of(service, at(10, 14, 9))
    officer = enter(house, OFFICER, with_scripts=False)
    officer.follow("Open a case for a report")
    officer.upload("The report’s file", "report.html", a_page())
    officer.press("Open the case")
    officer.sees("S55-2022-001 is open.")
    house.until(at(10, 14, 9, 5))
    officer.follow("Today")
    officer.follow("(S55-2022-001)")
    officer.press("Confirm the date")
    officer.follow("Confirm the findings")
    officer.press("Confirm the list of findings")
    officer.follow("Comments")
    officer.press("I have sent this letter (invitation)")
    officer.tick("They do not wish to make any")
    officer.fill("How you know", "The staff officer’s e-mail of today")
    officer.press("Write it down")
    officer.follow("Answers")
    officer.follow("Write Our overview of the report")
    while officer.page.get_by_label("Our words", exact=True).count():
        officer.fill("Our words", "I welcome it, and will see to it by the spring.")
        officer.press("Save and go to the next")
    officer.sees("2 of 2 findings are answered")
    house.until(at(10, 14, 12))
    officer.follow("Signing")
    officer.sees("Nothing: the response can go to signature.")
    officer.press("Submit for signature")
    officer.sees("The text is frozen")
    assert service.file("S55-2022-001").case.stage == "signing"
