"""Each colleague's one page: what is wanted of them, done from there, and gone once it is done."""

import pypdfium2
import pytest
from playwright.sync_api import ViewportSize

from casework.drafting import welsh_twin, write_answer
from casework.findings import end_case
from models.words import Stage
from tests.builders import FINANCE, OFFICER, TEMPLATES, at, by
from tests.colleagues import MONITORING, TRANSLATOR, asked, with_everybody
from tests.journeys.desk.conftest import Build, Enter

pytestmark = [pytest.mark.browser, pytest.mark.slow]
DONE = "Nothing is wanted of you now."
A4 = ViewportSize(width=794, height=1123)


def test_the_translator_takes_the_welsh_file_and_hands_it_back(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("submitted", at(11, 23))
    with_everybody(house.service)
    translator = enter(house, TRANSLATOR)
    translator.follow("What is wanted of you as translator")
    translator.sees("Please check the Welsh file against the text that is being signed", "By")
    translator.follow("The Welsh file")
    data = translator.download("Download the Welsh file")
    assert data == welsh_twin(house.service.record, reference, TEMPLATES)
    translator.press("Hand it back")
    translator.sees("There is a problem", "Choose the Welsh file you checked.")
    translator.upload("The Welsh file you checked", "cymraeg.docx", data)
    translator.press("Hand it back")
    translator.sees("It is kept as version 1 of the Welsh file.")
    translator.go("/mine")
    translator.sees(DONE)


def test_the_monitoring_officer_agrees_that_a_case_ends(house_at: Build, enter: Enter) -> None:
    house, reference = house_at("confirmed", at(10, 18))
    with_everybody(house.service)
    hand, why = by(OFFICER, at(10, 17)), "it is about another county"
    end_case(house.service.record, hand, reference, Stage.NOT_OUR_SUBJECT, why)
    officer = enter(house, MONITORING, on_a_telephone=True)
    officer.follow("What is wanted of you as monitoring officer")
    officer.sees("say whether you agree", why)
    officer.follow("Agree, or leave it open")
    officer.press("Agree: the case ends")
    officer.sees("There is a problem", "why you agree")
    officer.fill("Why you agree", "I have read it, and agree.")
    officer.press("Agree: the case ends")
    officer.sees("The case has ended, with your name and your reason.")
    officer.go("/mine")
    officer.sees(DONE)


def test_the_finance_officer_answers_a_question_and_reads_what_speaks_of_money(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("reviewed", at(11, 16))
    hand = by(OFFICER, at(11, 15))
    write_answer(house.service.record, hand, reference, "f001_answer", "I will fund it by £9,000.")
    asked(house.service, reference, FINANCE)
    officer = enter(house, FINANCE)
    officer.sees("Questions for you")
    officer.follow("What is wanted of you as finance officer")
    officer.sees("which speaks of money", "Questions for you")
    officer.follow("What would it cost?")
    officer.press("Send the reply")
    officer.sees("There is a problem")
    officer.fill("Your reply", "Nine thousand pounds a year.")
    officer.press("Send the reply")
    officer.sees("The reply is on the record")
    officer.go("/mine")
    officer.sees_no("Questions for you")
    officer.follow("Read the answer")
    officer.sees("I will fund it by £9,000.")


def test_monday_s_page_prints_on_one_sheet_without_what_only_a_screen_needs(
    house_at: Build, enter: Enter
) -> None:
    house, reference = house_at("reviewed", at(11, 16))
    officer = enter(house, OFFICER)
    officer.follow("The page for Monday’s meeting")
    officer.sees("Week of Monday 14 November 2022", reference)
    officer.page.set_viewport_size(A4)
    officer.page.emulate_media(media="print")
    assert not officer.page.get_by_role("navigation", name="Main").is_visible()
    assert not officer.page.get_by_role("link", name="Priya Lockhart").is_visible()
    assert officer.page.get_by_role("table").is_visible()
    wide = officer.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= A4["width"]
    sheets = pypdfium2.PdfDocument(officer.page.pdf(format="A4"))
    assert len(sheets) == 1
    assert reference in sheets[0].get_textpage().get_text_bounded()
