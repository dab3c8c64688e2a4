"""A chief officer's staff, without an account: one link, on a telephone, that does one thing."""

import pytest

from casework.access import NewGuestLink, hash_of, make_guest_link
from tests.builders import OFFICER, at, by, word_file_of
from tests.journeys.desk.conftest import Build, Enter
from tests.journeys.desk.house import House
from tests.journeys.desk.somebody import Somebody

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LINK = "the-link-that-came-by-mail-to-a-staff-officer"
ALEX = ("Alex Marsh", "Staff officer", "alex.marsh@warwickshire-police.example")
SAM = ("Sam Ito", "Chief of staff", "sam.ito@warwickshire-police.example")


def invited(house_at: Build, stage: str = "invited", version: int = 0) -> tuple[House, str]:
    house, reference = house_at(stage, at(10, 20, 18) if stage == "invited" else at(11, 15, 18))
    new = NewGuestLink(hash_of(LINK), version=version)
    make_guest_link(house.service.record, by(OFFICER, house.now), reference, new)
    return house, reference


def says_who(staff: Somebody, who: tuple[str, str, str] = ALEX) -> None:
    labels = ("Your name", "Your rank or role", "Your e-mail address at work")
    for label, value in zip(labels, who, strict=True):
        staff.fill(label, value)


def test_comments_are_typed_looked_at_sent_and_later_corrected_by_a_file(
    house_at: Build, enter: Enter
) -> None:
    house, reference = invited(house_at)
    staff = enter(house, on_a_telephone=True)
    staff.go(f"/g/{LINK}")
    staff.sees("asks for comments on an inspection report", "Please send them by")
    staff.picture("guest-page")
    staff.follow("Send comments")
    staff.press("Show them as they are read")
    staff.sees("There is a problem", "Type or paste the comments, or choose a file.")
    staff.fill("Type or paste them", "I welcome the report.\n\nWe act on it now.")
    staff.tick("Final comments")
    staff.fill("Who cleared them for publication", "Chief Constable Alasdair Penhale")
    says_who(staff)
    staff.press("Show them as they are read")
    staff.sees("They are not sent yet", "We act on it now.")
    staff.press("Send these comments")
    staff.sees("It has arrived", "Alex Marsh")
    staff.follow("Back to the first page")
    staff.sees("Comments, sent as final")
    colleague = enter(house, on_a_telephone=True)
    colleague.go(f"/g/{LINK}/comments")
    letter = word_file_of("We welcome the report.", "Our plan is attached to it.")
    colleague.upload("Or choose a file", "letter of the chief.docx", letter)
    colleague.tick("Final comments")
    colleague.fill("Who cleared them for publication", "Chief Constable Alasdair Penhale")
    says_who(colleague, SAM)
    colleague.press("Show them as they are read")
    colleague.sees("Our plan is attached to it.", "letter of the chief.docx")
    colleague.press("Send these comments")
    colleague.sees("It has arrived", "Sam Ito")
    assert len(house.service.file(reference).submissions) == 2


def test_more_time_is_asked_for_and_then_there_are_no_comments(
    house_at: Build, enter: Enter
) -> None:
    house, _ = invited(house_at)
    staff = enter(house, on_a_telephone=True)
    staff.go(f"/g/{LINK}")
    staff.follow("Ask for more time")
    staff.press("Ask for more time")
    staff.sees("There is a problem", "Say why more time is needed.")
    staff.fill_day("By when you can send comments", 15, 11, 2022)
    staff.fill("Why more time is needed", "The Chief Constable is on leave.")
    says_who(staff)
    staff.press("Ask for more time")
    staff.sees("It has arrived", "A request for more time")
    staff.follow("Back to the first page")
    staff.follow("Say that there are no comments")
    says_who(staff)
    staff.press("There are no comments")
    staff.sees("It has arrived", "No comments")


def test_the_facts_of_one_version_are_checked(house_at: Build, enter: Enter) -> None:
    house, reference = invited(house_at, "reviewed", version=4)
    staff = enter(house, on_a_telephone=True)
    staff.go(f"/g/{LINK}")
    staff.sees("Please check the facts in version 4 of the draft response")
    assert staff.download("Download the draft (PDF)").startswith(b"%PDF")
    staff.follow("Make a point")
    staff.fill("The words of the draft it is about", "I will act by 1 March 2023.")
    staff.fill("What is wrong, and what would be right", "The plan is due on 1 April 2023.")
    says_who(staff)
    staff.press("Send this point")
    staff.sees("It has arrived", "A point of fact", "The plan is due on 1 April 2023.")
    officer = enter(house, OFFICER)
    officer.go(f"/cases/{reference}/remarks")
    officer.sees("The plan is due on 1 April 2023.")
    officer.follow("Decide remark 1")
    officer.tick("Taken", exact=True)
    officer.fill("Why, in a few words", "The date is put right.")
    officer.press("Put it on the record")
    staff.go(f"/g/{LINK}")
    staff.sees("A point of fact", "Taken: The date is put right.")


def test_a_link_that_opens_nothing_says_so_and_names_no_case(house_at: Build, enter: Enter) -> None:
    house, reference = house_at("invited", at(10, 20, 18))
    staff = enter(house, on_a_telephone=True)
    staff.go("/g/no-link-of-ours-that-ever-was")
    staff.sees("link")
    staff.sees_no(reference)
    staff.sees_no("Warwickshire")
