"""Without a mouse: date, findings, answers and submission by Tab, Enter, Space and typing alone."""

import pytest
from playwright.sync_api import Page

from tests.builders import OFFICER, Service, at
from tests.journeys.desk.conftest import Enter, Opened
from tests.journeys.desk.somebody import Somebody
from tests.reports import a_page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MOST_STOPS = 90
"""Presses of Tab after which something cannot be reached by people with patience."""
NAME_OF_FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "";
  const label = one.labels && one.labels[0];
  const group = one.closest("fieldset")?.querySelector("legend");
  const said = label ? label.innerText : (one.getAttribute("aria-label") || one.innerText || "");
  return ((group ? group.innerText + ": " : "") + said).replace(/\\s+/g, " ").trim();
}"""
FOCUS_IS_SEEN = """() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const onScreen = box.bottom > 0 && box.top < window.innerHeight && box.width > 0;
  const next = one.nextElementSibling;
  const looks = [getComputedStyle(one)];
  if (next && /radio|checkbox/.test(one.type)) looks.push(getComputedStyle(next, "::before"));
  const clear = colour => /, 0\\)$/.test(colour) || colour === "transparent";
  return onScreen && looks.some(style =>
    style.boxShadow !== "none" || style.backgroundColor === "rgb(255, 221, 0)" ||
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 1
      && !clear(style.outlineColor)));
}"""


class Hands:
    """Two hands on a keyboard."""

    def __init__(self, somebody: Somebody) -> None:
        self.somebody, self.page = somebody, somebody.page

    def tab_to(self, name: str) -> None:
        """Press Tab until something with this name has the focus; see it at every stop."""
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            said = named(self.page)
            assert self.page.evaluate(FOCUS_IS_SEEN), f"focus is not seen at “{said}”"
            if name in said:
                return
        pytest.fail(f"“{name}” was not reached on {self.page.url}")

    def press(self, name: str) -> None:
        """Go to a link or a button, and press Enter there."""
        self.tab_to(name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.somebody.look()

    def write(self, name: str, words: str) -> None:
        """Go to a field and type over what is there."""
        self.tab_to(name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)


def named(page: Page) -> str:
    said: str = page.evaluate(NAME_OF_FOCUS)
    return said


def test_an_officer_confirms_answers_and_submits_without_a_mouse(
    service: Service, house_of: Opened, enter: Enter
) -> None:
    service.report = a_page()
    reference = service.open()
    house = house_of(service, at(10, 14, 10))
    officer = enter(house, OFFICER)
    hands = Hands(officer)
    hands.press("Confirm the publication date and the findings")
    hands.press("Confirm the date")
    officer.sees("The date is confirmed.")
    hands.press("Confirm the findings")
    hands.press("Confirm the list of findings")
    hands.press("Comments")
    hands.press("I have sent this letter")
    officer.sees("invited on 14 October 2022")
    service.comment(reference, "We welcome the report.", at(10, 14, 11))
    house.until(at(10, 14, 12))
    hands.press("Answers")
    hands.press("Write Our overview of the report")
    while officer.page.get_by_label("Our words", exact=True).count():
        hands.write("Our words", "I welcome it, and will see to it by the spring.")
        hands.press("Save and go to the next")
    officer.sees("2 of 2 findings are answered")
    house.until(at(10, 14, 13))
    hands.press("Signing")
    officer.sees("Nothing: the response can go to signature.")
    hands.write("The date the response will bear: Day", "30")
    hands.write("The date the response will bear: Month", "11")
    hands.press("Submit for signature")
    officer.sees("The text is frozen")
    assert service.file(reference).case.stage == "signing"


def test_the_first_stop_of_every_page_leads_past_its_menu(
    service: Service, house_of: Opened, enter: Enter
) -> None:
    service.report = a_page()
    reference = service.open()
    officer = enter(house_of(service, at(10, 14, 10)), OFFICER)
    for path in ("/", "/cases", f"/cases/{reference}", f"/cases/{reference}/findings"):
        officer.go(path)
        officer.page.keyboard.press("Tab")
        assert named(officer.page) == "Skip to main content"
        officer.page.keyboard.press("Enter")
        assert officer.page.evaluate("document.activeElement.id") == "main"
