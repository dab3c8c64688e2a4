"""The case officer's whole way: from the first screen to a response that is seen to be public."""

import pytest

from casework.documents.regions import fill_regions, read_regions
from casework.record.bytes import fetch
from casework.record.offices import load_office
from tests.builders import CHIEF_EXECUTIVE, OFFICE, OFFICER, REPORT, SIGNATORY, Service, at
from tests.journeys.desk.conftest import Enter, Opened
from tests.journeys.desk.house import House
from tests.journeys.desk.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CASE = "S55-2022-001"
LIVE = "https://www.arden-commissioner.example/news/our-response"
COMMENTS = "I welcome this report.\n\nWe have begun to act on each of its findings."
BY_THE_WEB_TEAM = OFFICE.replace('["static_site", "web_package"]', '["web_package"]')


def test_a_report_becomes_a_published_response_by_pages_alone(
    service: Service, house_of: Opened, enter: Enter
) -> None:
    load_office(service.record, BY_THE_WEB_TEAM, "office.toml", at(10, 1, 12))
    house = house_of(service, at(10, 14, 9))
    officer = enter(house, OFFICER)
    opens_and_confirms(house, officer)
    link = invites(house, officer)
    the_force_answers(house, enter, link)
    classes_the_comments(house, officer)
    writes_answers(house, officer)
    works_in_word(house, officer)
    is_signed(house, officer, enter)
    is_published(house, officer)
    assert house.service.file(CASE).case.stage == "closed"


def opens_and_confirms(house: House, officer: Somebody) -> None:
    officer.sees("Nothing needs you today")
    officer.follow("Open a case for a report")
    officer.upload("The report’s file", "peel-warwickshire.html", REPORT)
    officer.press("Open the case")
    officer.sees(f"{CASE} is open.", "An inspection of Warwickshire Police")
    house.until(at(10, 14, 9, 10))
    officer.follow("Today")
    officer.picture("today")
    officer.follow(f"({CASE})")
    officer.press("Confirm the date")
    officer.sees("The date is confirmed.", "Thursday 8 December 2022")
    officer.follow("Confirm the findings")
    officer.sees("20 findings stand on the list, not yet confirmed")
    officer.picture("findings")
    officer.press("Confirm the list of findings")
    house.until(at(10, 14, 10))


def invites(house: House, officer: Somebody) -> str:
    officer.follow("Comments")
    officer.press("I have sent this letter (invitation)")
    officer.sees("invited on 14 October 2022")
    officer.follow("Links by which the force answers without an account")
    officer.press("Make a link")
    link = officer.page.get_by_label("Copy it now").input_value()
    assert link.startswith(f"{house.address}/g/")
    return link


def the_force_answers(house: House, enter: Enter, link: str) -> None:
    house.until(at(10, 31, 16))
    staff = enter(house, on_a_telephone=True)
    staff.go(link)
    staff.follow("Send comments")
    staff.fill("Type or paste them", COMMENTS)
    staff.tick("Final comments")
    staff.fill("Who cleared them for publication", "Chief Constable Alasdair Penhale")
    staff.fill("Your name", "Alex Marsh")
    staff.fill("Your rank or role", "Staff officer")
    staff.fill("Your e-mail address at work", "alex.marsh@warwickshire-police.example")
    staff.press("Show them as they are read")
    staff.press("Send these comments")
    staff.sees("It has arrived")


def classes_the_comments(house: House, officer: Somebody) -> None:
    house.until(at(11, 1, 9))
    officer.sign_in(OFFICER)
    officer.sees("Say whether the comments that came are final")
    officer.follow(CASE, exact=True)
    officer.picture("case")
    officer.follow("Say whether the comments that came are final")
    officer.sees("We have begun to act on each of its findings.", "not yet classed")
    officer.picture("comments")
    officer.tick("Comments under section 55(4), final: they are published")
    officer.fill("Who in the force cleared it, if it is final", "Chief Constable Alasdair Penhale")
    officer.press("Save what it is")
    officer.sees("final")
    house.until(at(11, 1, 10))


def writes_answers(house: House, officer: Somebody) -> None:
    officer.follow("Answers")
    officer.sees("0 of 20 findings are answered")
    officer.follow("Write Our overview of the report")
    officer.fill("Our words", "I welcome this report and its findings.")
    officer.press("Save and go to the next")
    officer.fill("Our words", "I will ask the Chief Constable for a plan by spring.")
    officer.fill("Who sees to it (optional)", "Head of Policy and Performance")
    officer.fill_day("By when (optional)", 1, "March", 2023)
    officer.picture("answer")
    officer.press("Save", exact=True)
    officer.sees("1 of 20 findings are answered", "1 March 2023")
    officer.picture("answers")
    house.until(at(11, 1, 12))


def works_in_word(house: House, officer: Somebody) -> None:
    officer.follow("Versions")
    data = officer.download("to edit")
    assert read_regions(data)["overview"] == ("I welcome this report and its findings.",)
    officer.go(f"/cases/{CASE}/versions")
    officer.upload("The Word file you edited", "response edited.docx", edited(house, data))
    officer.press("Hand back my edit")
    officer.sees("Your edit is now version")
    officer.follow("Compare with")
    officer.sees("What changed from version", "Words put in are underlined")
    officer.picture("compare")


def edited(house: House, data: bytes) -> bytes:
    """Return the Word file as a person hands it back, every place filled in."""
    keys = [one.key for one in house.service.file(CASE).findings]
    fills = {f"{key}_answer": ["I will see it done by 1 March 2023."] for key in keys[1:]}
    return fill_regions(data, {**fills, "c1_reply": ["I thank the Chief Constable."]})


def is_signed(house: House, officer: Somebody, enter: Enter) -> None:
    house.until(at(11, 21, 10))
    officer.sign_in(OFFICER)
    officer.go(f"/cases/{CASE}/signing")
    officer.sees("Nothing: the response can go to signature.")
    officer.fill_day("The date the response will bear", 30, 11, 2022)
    officer.press("Submit for signature")
    officer.sees("The text is frozen")
    for day, person, verb in ((22, CHIEF_EXECUTIVE, "approve"), (23, SIGNATORY, "sign")):
        house.until(at(11, day, 10))
        signs(enter(house, person, on_a_telephone=True), verb)
    assert house.service.file(CASE).case.stage == "signed"


def signs(person: Somebody, verb: str) -> None:
    person.go(f"/cases/{CASE}/signing")
    person.follow(f"{verb.capitalize()} it")
    person.tick(f"{verb} this response as")
    person.press(verb.capitalize())
    person.sees("You have approved it." if verb == "approve" else "Signed.")


def is_published(house: House, officer: Somebody) -> None:
    house.until(at(12, 1, 9))
    officer.sign_in(OFFICER)
    officer.follow(f"({CASE})")
    officer.fill_day("On which day", 5, 12, 2022)
    officer.fill("At what time", "10am")
    officer.press("Set the moment")
    officer.sees("The moment of publication is set.", "5 December 2022, 10:00")
    house.until(at(12, 5, 10, 1))
    house.service.web.pages[LIVE] = the_web_teams_page(house)
    officer.sign_in(OFFICER)
    officer.go(f"/cases/{CASE}/publishing")
    officer.fill("Its address", LIVE)
    officer.press("Look whether it is there")
    officer.sees("The signed response was seen at", "seen to be public")
    house.until(at(12, 5, 10, 5))
    officer.press("I have sent it to the inspectors")
    officer.press("I have sent it to the Secretary of State")
    officer.sees("the case is closed")
    officer.follow("Published")
    officer.sees("An inspection of Warwickshire Police")
    officer.picture("public-index")


def the_web_teams_page(house: House) -> bytes:
    """Return the response as the web team put it on the office's website."""
    latest = house.service.file(CASE).round
    assert latest
    with house.service.record.reading() as session:
        words = fetch(session, latest.fragment_sha256)
    return b"<!doctype html><html lang='en'><body>" + words + b"</body></html>"
