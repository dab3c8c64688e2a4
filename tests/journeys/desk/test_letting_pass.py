"""An error is waived by name, and seen by whoever signs; an override waits for a second look."""

import pytest

from tests.builders import CHIEF_EXECUTIVE, HEAD, OFFICER, SIGNATORY, at
from tests.journeys.desk.conftest import Build, Enter

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WHY = "The minute of that meeting bears this very date."
WORDS = "I met the Chief Constable on 31 November 2022."


def test_what_is_wrong_is_waived_by_name_and_the_signatory_sees_it(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("commented", at(11, 21, 18))
    service = house.service
    service.check_in(reference, service.edited(reference, WORDS))
    officer = enter(house, OFFICER)
    officer.go(f"/cases/{reference}/checks")
    officer.sees("31 November 2022")
    officer.follow("It is right as it stands")
    officer.press("Waive it")
    officer.sees("Give the reason in a sentence")
    officer.fill("Why it may pass", WHY)
    officer.press("Waive it")
    officer.sees("let pass, by your name", "Nothing: the response can go to signature.")
    officer.press("Submit for signature")
    signatory = enter(house, SIGNATORY, on_a_telephone=True)
    signatory.go(f"/cases/{reference}/signing")
    signatory.sees("Waived", WHY)


def test_an_override_is_flagged_until_somebody_else_has_looked(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("commented", at(11, 21, 18))
    service = house.service
    service.check_in(reference, service.edited(reference, "I welcome this report. [TBC]"))
    monitoring = enter(house, CHIEF_EXECUTIVE, on_a_telephone=True)
    monitoring.go(f"/cases/{reference}/signing")
    monitoring.follow("For the monitoring officer")
    monitoring.fill("Why it may pass", WHY)
    monitoring.press("Override it")
    monitoring.sees("Nobody else has looked at it yet")
    second = enter(house, HEAD)
    second.go("/cases")
    second.sees("no second person has looked")
    second.go(f"/cases/{reference}/signing")
    second.press("I have looked at it")
    second.sees("flagged no more")
