"""Twice, backwards, too late and side by side: what people do to a form without meaning to."""

import pytest

from casework.access import SESSION_LIFE
from tests.builders import CHIEF_EXECUTIVE, OFFICER, at
from tests.journeys.desk.conftest import Build, Enter
from tests.journeys.desk.somebody import Somebody

pytestmark = pytest.mark.browser
WORDS = "I welcome this report and will see to it."


def acts(somebody: Somebody, reference: str, what: str) -> int:
    """Return how often the history of a case tells of an act."""
    somebody.go(f"/cases/{reference}")
    return somebody.page.locator("#history + details li strong", has_text=what).count()


def at_the_overview(somebody: Somebody, reference: str, words: str) -> None:
    somebody.go(f"/cases/{reference}/answers/overview")
    somebody.fill("Our words", words)


def test_a_button_pressed_twice_acts_once(house_at: Build, enter: Enter) -> None:
    house, reference = house_at("confirmed", at(10, 20))
    officer = enter(house, OFFICER)
    at_the_overview(officer, reference, WORDS)
    officer.page.get_by_role("button", name="Save", exact=True).dblclick()
    officer.sees("The words are written")
    assert acts(officer, reference, "answer written") == 1
    officer.go(f"/cases/{reference}/remarks")
    officer.fill("Who said it", "Gareth Pym")
    officer.choose("How it was said", "By telephone")
    officer.fill("The words, as they were said", "Shorter, please.")
    officer.page.get_by_role("button", name="Log it").dblclick()
    officer.sees("Remark 1")
    officer.sees_no("Remark 2")


def test_a_signature_pressed_twice_is_given_once(house_at: Build, enter: Enter) -> None:
    house, reference = house_at("submitted", at(11, 25))
    approver = enter(house, CHIEF_EXECUTIVE, on_a_telephone=True)
    approver.go(f"/cases/{reference}/signing/confirm")
    approver.tick("approve this response as")
    approver.page.get_by_role("button", name="Approve").dblclick()
    approver.sees("You have approved it.")
    steps = [row.step for row in house.service.file(reference).signatures]
    assert steps == ["submitted", "approved"]


def test_the_back_button_after_an_act_neither_repeats_it_nor_loses_the_way(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("confirmed", at(10, 20))
    officer = enter(house, OFFICER)
    at_the_overview(officer, reference, WORDS)
    officer.press("Save", exact=True)
    officer.sees("The words are written")
    officer.page.go_back()
    officer.look()
    officer.press("Save", exact=True)
    officer.sees("The words are written")
    row = house.service.file(reference).answers["overview"]
    assert row.text == WORDS


def test_a_form_sent_after_the_session_ended_is_kept_and_sent_again(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("confirmed", at(10, 20))
    officer = enter(house, OFFICER)
    at_the_overview(officer, reference, WORDS)
    house.now += SESSION_LIFE
    officer.press("Save", exact=True)
    officer.sees("Not saved yet: you are no longer signed in", WORDS)
    first, officer.page = officer.page, officer.context.new_page()
    officer.sign_in(OFFICER)
    officer.page = first
    officer.press("Send it again")
    officer.sees("Not saved yet: this page was open for too long", WORDS)
    officer.press("Send it again")
    officer.sees("The words are written")
    assert house.service.file(reference).answers["overview"].text == WORDS


def test_a_file_sent_after_the_session_ended_is_asked_for_again_by_its_name(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("commented", at(11, 3))
    officer = enter(house, OFFICER)
    officer.go(f"/cases/{reference}/versions")
    officer.upload("The Word file you edited", "mine.docx", house.service.word_file(reference))
    house.now += SESSION_LIFE
    officer.press("Hand back my edit")
    officer.sees("A page cannot keep a file.", "choose mine.docx once more")
    officer.sign_in(OFFICER)


def test_of_two_tabs_on_one_place_the_second_is_told_and_loses_nothing(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("confirmed", at(10, 20))
    officer = enter(house, OFFICER)
    at_the_overview(officer, reference, "First words.")
    first, officer.page = officer.page, officer.context.new_page()
    at_the_overview(officer, reference, "Second words.")
    officer.press("Save", exact=True)
    officer.sees("The words are written")
    officer.page = first
    officer.press("Save", exact=True)
    officer.sees("Second words.")
    assert "First words." in officer.page.content()
