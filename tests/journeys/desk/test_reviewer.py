"""The reviewer's way: a copy goes out to Word, comes back, and nothing anybody wrote is lost."""

import re
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from casework.documents.regions import fill_regions
from tests.builders import CHIEF_EXECUTIVE, HEAD, at
from tests.journeys.desk.conftest import Build, Enter

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_reviewer_takes_a_version_out_and_hands_an_edit_back(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("commented", at(11, 3, 10))
    reviewer = enter(house, HEAD)
    reviewer.follow(reference)
    reviewer.follow("Versions")
    data = reviewer.download("Download version 3 to edit")
    reviewer.follow("Versions")
    reviewer.sees("Tomasz Birch has had version 3", "I no longer need it")
    reviewer.upload("The Word file you edited", "mine.docx", marked(data))
    reviewer.press("Hand back my edit")
    reviewer.sees("Your edit is now version 4.", "Edit handed in")
    reviewer.sees_no("Tomasz Birch has had")
    reviewer.follow("Comments and changes in version 4")
    reviewer.sees("Is this still so?", "Ada Reviewer", "warmly")
    reviewer.follow("Back to the versions")
    reviewer.follow(re.compile("^Compare with 3"))
    reviewer.sees("What changed from version 3 to version 4")


def test_a_stale_copy_gets_a_clear_answer_and_a_way_on(house_at: Build, enter: Enter) -> None:
    house, reference = house_at("reviewed", at(11, 15, 10))
    stale = house.service.word_file(reference)
    reviewer = enter(house, CHIEF_EXECUTIVE)
    reviewer.go(f"/cases/{reference}/versions")
    newer = house.service.edited(reference, "I welcome it warmly.")
    house.service.check_in(reference, newer, moment=at(11, 15, 11))
    late = fill_regions(stale, {"overview": ["Another thought."]})
    reviewer.upload("The Word file you edited", "late.docx", late)
    reviewer.press("Hand back my edit")
    reviewer.sees("Your edit is kept beside the current version, as number 6.")
    reviewer.sees("version 5 is current")
    officer = enter(house, HEAD)
    officer.go(f"/cases/{reference}/versions")
    officer.follow("Say what becomes of version 6")
    officer.follow("Compare it with the current version")
    officer.sees("Another thought", "I welcome it warmly")
    officer.page.go_back()
    officer.press("Make it the next version")
    officer.sees("Version 6 is taken over, as version 7.")


def test_a_file_that_is_no_word_file_is_refused_in_words_and_the_page_stays(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("commented", at(11, 3, 10))
    reviewer = enter(house, HEAD)
    reviewer.go(f"/cases/{reference}/versions")
    reviewer.press("Hand back my edit")
    reviewer.sees("There is a problem", "Choose the Word file you edited.")
    reviewer.upload("The Word file you edited", "notes.docx", b"these are only words")
    reviewer.press("Hand back my edit")
    reviewer.sees("There is a problem")
    assert house.service.file(reference).case.stage == "confirmed"


def test_what_was_said_on_the_telephone_is_logged_and_decided(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("reviewed", at(11, 15, 10))
    reviewer = enter(house, HEAD)
    reviewer.go(f"/cases/{reference}/remarks")
    reviewer.press("Log it")
    reviewer.sees("There is a problem")
    reviewer.fill("Who said it", "Gareth Pym, Chief Finance Officer")
    reviewer.choose("How it was said", "By telephone")
    reviewer.fill("The words, as they were said", "The figure for overtime is last year’s.")
    reviewer.press("Log it")
    reviewer.sees("The figure for overtime is last year’s.")
    reviewer.follow("Decide remark 1")
    reviewer.press("Put it on the record")
    reviewer.sees("There is a problem")
    reviewer.tick("Taken", exact=True)
    reviewer.fill("Why, in a few words", "The figure is put right in the next version.")
    reviewer.press("Put it on the record")
    reviewer.sees("The figure is put right in the next version.")


def marked(data: bytes) -> bytes:
    """Return a Word file with a comment and a tracked insertion in it."""
    document = Document(BytesIO(data))
    paragraph = next(one for one in document.paragraphs if one.runs)
    document.add_comment(
        paragraph.runs, text="Is this still so?", author="Ada Reviewer", initials="AR"
    )
    put_in = OxmlElement("w:ins")
    for name, value in (
        ("id", "9001"),
        ("author", "Ada Reviewer"),
        ("date", "2022-11-03T10:00:00Z"),
    ):
        put_in.set(qn(f"w:{name}"), value)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = " warmly"
    run.append(words)
    put_in.append(run)
    paragraph._p.append(put_in)
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()
