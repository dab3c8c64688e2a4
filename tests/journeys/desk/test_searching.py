"""Looking for words: found in their sentence, narrowed, and nothing of what one may not know."""

import re

import pytest

from casework.intake import HandedIn, open_report
from tests.builders import FINANCE, OFFICER, Service, at, by
from tests.journeys.desk.conftest import Build, Enter, Opened
from tests.reports import a_page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_words_are_found_in_their_sentence_and_lead_to_their_place(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("reviewed", at(11, 16))
    officer = enter(house, OFFICER)
    officer.follow("Search")
    officer.sees("What can be searched")
    officer.fill("Words to look for", "welcome")
    officer.press("Search")
    officer.sees(reference)
    assert officer.page.locator("mark", has_text=re.compile("welcome", re.IGNORECASE)).count()
    officer.choose("Look in", "Comments of chief officers")
    officer.press("Search")
    assert officer.page.get_by_label("Look in").input_value() == "comments"
    officer.page.locator(".desk-hits a").first.click()
    officer.sees("We welcome the report")
    officer.go("/search?q=unobtainable&kind=comments")
    officer.sees("Nothing was found", "look for fewer words")
    officer.follow("look for the same words everywhere")
    officer.sees("Nothing was found")


def test_a_case_under_embargo_is_found_by_those_it_is_open_to_alone(
    service: Service, house_of: Opened, enter: Enter
) -> None:
    secret = a_page("Warwickshire Police: a sealed letter", published="20 October 2022")
    handed = HandedIn(secret, "report.html", embargoed=True)
    reference = open_report(service.record, by(OFFICER, at(10, 14, 8)), handed)[0]
    house = house_of(service, at(10, 14, 9))
    for person, words, not_words in (
        (OFFICER, reference, "Nothing was found"),
        (FINANCE, "Nothing was found", "sealed letter"),
    ):
        somebody = enter(house, person, on_a_telephone=True)
        somebody.go("/search?q=sealed")
        somebody.sees(words)
        somebody.sees_no(not_words)
