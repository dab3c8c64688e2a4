"""Whoever keeps the office: each change shown first, the weightiest agreed by a second person."""

import pytest

from tests.builders import HEAD, SIGNATORY, at
from tests.journeys.desk.conftest import Build, Enter
from web.office_words import PARTS

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WITHIN = (
    "people/new",
    "people/2",
    "people/2/roles",
    "people/2/roles/0",
    "delegations/0",
    "absences/new",
    "routes/full",
    "routes/full/steps/0",
    "routes/new",
    "lead_times/escalations/0",
    "forces/0",
    "forces/0/chief_officers/0",
    "recipients/inspectors/0",
)
"""One entry of each shape that the sections hold."""


def test_a_change_is_shown_with_what_it_does_then_made_and_stands_on_the_record(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("invited", at(10, 20))
    keeper = enter(house, HEAD)
    keeper.follow("Office", exact=True)
    keeper.sees("A change is shown to you first")
    keeper.follow("Routes", exact=True)
    keeper.follow("full")
    keeper.page.go_back()
    keeper.go("/office/settings/routes/full/steps/0")
    keeper.fill("By which day of the 56", "many")
    keeper.press("See what this changes")
    keeper.sees("There is a problem")
    keeper.fill("By which day of the 56", "36")
    keeper.press("See what this changes")
    keeper.sees("Nothing is changed yet", "Is this what you mean?", "38", "36", reference)
    keeper.press("Make this change")
    keeper.sees("The change holds from now on.")
    keeper.follow("Changes of the settings")
    keeper.sees("2 (in force)", "Tomasz Birch: changed on a page")
    keeper.follow("What it changed (number 2)")
    keeper.sees("Settings 1 and 2 compared", "36")


def test_somebody_is_away_and_their_deputy_is_told_instead(house_at: Build, enter: Enter) -> None:
    house, _ = house_at("invited", at(10, 20))
    keeper = enter(house, HEAD)
    keeper.go("/office/settings/absences")
    keeper.follow("Add an absence")
    keeper.press("See what this changes")
    keeper.sees("There is a problem")
    keeper.choose("Who is away", "Priya Lockhart")
    keeper.choose("Who is told in their place", "Tomasz Birch")
    month = keeper.page.get_by_role("group", name="First day").get_by_label("Month")
    month.fill("September")
    assert month.evaluate("one => one.scrollWidth <= one.clientWidth")
    keeper.fill_day("First day", 20, "October", 2022)
    keeper.press("See what this changes")
    keeper.sees("Absences, Priya Lockhart since 20 October 2022", "deputy: Tomasz Birch")
    keeper.press("Make this change")
    keeper.go("/office/settings/absences")
    keeper.sees("Priya Lockhart")


def test_the_weightiest_change_waits_for_a_second_person_who_finds_it_on_their_first_page(
    house_at: Build, enter: Enter
) -> None:
    house, _ = house_at("invited", at(10, 20))
    keeper = enter(house, HEAD)
    keeper.go("/office/settings/people/0")
    keeper.fill("E-mail address", "e.whitcombe@arden-commissioner.example")
    keeper.press("See what this changes")
    keeper.sees("This takes a second person", "e.whitcombe@arden-commissioner.example")
    keeper.press("Ask a second person to confirm it")
    keeper.sees("The change waits", "1 change of the settings")
    second = enter(house, SIGNATORY, on_a_telephone=True)
    second.sees("Changes of the office’s settings, for you to confirm")
    second.follow("Asked for by Tomasz Birch")
    second.sees("A change that waits", "eleanor.whitcombe@", "e.whitcombe@")
    second.press("Confirm this change")
    second.sees("You have confirmed the change: it holds from now on.")
    second.follow("Today")
    second.sees_no("for you to confirm")
    keeper.go("/office/changes")
    keeper.sees("asked for by Tomasz Birch")


def test_every_section_of_the_settings_can_be_read_on_a_telephone(
    house_at: Build, enter: Enter
) -> None:
    house, _ = house_at("invited", at(10, 20))
    keeper = enter(house, on_a_telephone=True)
    keeper.come_in(HEAD)
    for address in (*(key for key, _, _ in PARTS), *WITHIN):
        answer = keeper.page.goto(f"/office/settings/{address}")
        assert answer
        assert answer.status == 200, address
        keeper.look()
