"""What belongs to one person: tokens, a calendar, and wherever they are signed in."""

import re

import pytest

from tests.builders import FINANCE, OFFICER, at
from tests.journeys.desk.conftest import Build, Enter

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_token_is_shown_once_and_taken_back(house_at: Build, enter: Enter) -> None:
    house, reference = house_at("confirmed", at(10, 20))
    officer = enter(house, OFFICER)
    officer.follow("Priya Lockhart")
    officer.follow("Tokens for other systems")
    officer.sees("No token has been made.")
    officer.press("Make a token")
    officer.sees("There is a problem", "Say what the token is for")
    officer.fill("What it is for", "Deadlines on the intranet")
    officer.tick("Read only")
    officer.fill("For how many days", "30")
    officer.press("Make a token")
    officer.sees("The new token", "it is shown only once")
    secret = officer.page.get_by_label("Copy it now").input_value()
    asks = {"authorization": f"Bearer {secret}"}
    answer = officer.page.request.get(f"/api/v1/cases/{reference}", headers=asks)
    assert answer.json()["reference"] == reference
    officer.go("/me/tokens")
    assert secret not in officer.page.content()
    officer.press("Take token 1 back")
    officer.sees("Taken back")
    refused = officer.page.request.get(f"/api/v1/cases/{reference}", headers=asks)
    assert refused.status == 401


def test_a_calendar_has_an_address_until_it_is_taken_back(house_at: Build, enter: Enter) -> None:
    house, reference = house_at("confirmed", at(10, 20))
    colleague = enter(house, FINANCE, on_a_telephone=True)
    colleague.go("/me")
    colleague.follow("Your calendar")
    colleague.sees("Your calendar has no address.")
    colleague.press("Make an address")
    address = colleague.page.get_by_label("Copy it now").input_value()
    stranger = enter(house)
    assert reference in stranger.page.request.get(address).text()
    colleague.go("/me/calendar")
    colleague.sees("An address was made")
    colleague.press("Take the address back")
    colleague.sees("Your calendar has no address.")
    assert stranger.page.request.get(address).status == 404


def test_signing_out_ends_one_place_or_all_of_them(house_at: Build, enter: Enter) -> None:
    house, _ = house_at("confirmed", at(10, 20))
    here, telephone, lost = (enter(house, OFFICER) for _ in range(3))
    here.follow("Priya Lockhart")
    here.sees("Where you are signed in", "At this browser")
    ends = here.page.get_by_role("button", name=re.compile("^Sign out there"))
    assert ends.count() == 2
    here.press(re.compile("^Sign out there"))
    here.sees("You are signed out there.")
    assert ends.count() == 1
    here.press("Sign out everywhere")
    here.sees("You are signed out.")
    for other in (here, telephone, lost):
        other.go("/cases")
        other.sees("We send you a link.")
