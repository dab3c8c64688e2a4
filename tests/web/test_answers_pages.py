"""The body's own words on pages: the grid, one place, and what they answer."""

from datetime import date
from typing import Any

import pytest

from tests.builders import OFFICER, SIGNATORY, at
from tests.casework.conftest import Take
from tests.reports import a_page
from tests.web.desk import Desk


@pytest.fixture
def page(desk: Desk) -> str:
    """Return the grid of the answers of a case, with the officer before it."""
    reference = desk.service.open(data=a_page())
    desk.sign_in(OFFICER)
    return f"/cases/{reference}/answers"


def a_due(day: str, month: str, year: str) -> dict[str, Any]:
    return {"due-day": day, "due-month": month, "due-year": year}


def test_the_grid_shows_every_place_and_what_is_still_empty(desk: Desk, page: str) -> None:
    text = desk.get(page)
    assert "0 of 2 findings are answered" in text
    assert text.count("Nothing yet") == 4
    assert text.count("it may be left out") == 2
    assert "the office’s usual words stand there" in text
    assert "Our overview of the report" in text
    assert "AFI 2: our answer" in text


def test_an_answer_is_written_with_its_owner_and_its_day(desk: Desk, page: str) -> None:
    place = f"{page}/f001_answer"
    assert "The force should write things down." in desk.get(place)
    words: dict[str, Any] = {"text": "I will ask for it.\r\nEach month.", "owner": "Head of Policy"}
    text = desk.send(place, place, **words, **a_due("1", "March", "2023"))
    assert "The words are written" in text
    assert "1 of 2 findings are answered" in text
    assert "1 March 2023" in text
    row = desk.service.file(page.split("/")[2]).answers["f001_answer"]
    assert (row.text, row.owner) == ("I will ask for it.\nEach month.", "Head of Policy")
    assert row.due == date(2023, 3, 1)


def test_one_place_leads_to_the_next_until_the_last(desk: Desk, page: str) -> None:
    first = desk.send(f"{page}/overview", f"{page}/overview", text="I welcome it.", then="next")
    assert "AFI 1: our answer</h1>" in first
    last = desk.send(f"{page}/monitoring", f"{page}/monitoring", text="Monthly.", then="next")
    assert "Answers</h1>" in last


def test_a_day_that_is_none_is_refused_and_the_words_stay(desk: Desk, page: str) -> None:
    place = f"{page}/overview"
    fields: dict[str, Any] = {"text": "Many words that took an hour.", "owner": "Ada"}
    text = desk.send(place, place, status=422, **fields, **a_due("31", "2", "2023"))
    assert 'href="#due-day"' in text
    assert "Many words that took an hour." in text
    assert 'value="Ada"' in text
    assert 'value="31"' in text
    assert "overview" not in desk.service.file(page.split("/")[2]).answers


def test_a_double_press_writes_once(desk: Desk, page: str) -> None:
    form = {**desk.carried(f"{page}/overview"), "text": "I welcome it."}
    for _ in range(2):
        assert desk.browser.post(f"{page}/overview", data=form).status_code == 200
    text = desk.get(page.removesuffix("/answers"))
    assert text.count("answer written") == 1


def test_the_chief_officer_s_words_stand_beside_the_reply(on_one: Take) -> None:
    service, reference = on_one("commented")
    desk = Desk(service, at(11, 3))
    desk.sign_in(OFFICER)
    text = desk.get(f"/cases/{reference}/answers/c1_reply")
    assert "We welcome the report &amp; its findings." in text


def test_once_the_word_file_came_back_the_grid_says_who_owns_the_words(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    desk = Desk(service, at(11, 15))
    desk.sign_in(OFFICER)
    page = f"/cases/{reference}/answers"
    assert "these words live in it now" in desk.get(page)
    told = desk.send(f"{page}/overview", f"{page}/overview", text="I welcome it.")
    assert "They are offered in the Word file as an update" in told


def test_a_place_that_is_not_there_is_said_not_to_be_there(desk: Desk, page: str) -> None:
    assert "There is no place" in desk.get(f"{page}/f099_answer", status=404)


def test_the_signatory_reads_the_answers_and_writes_none(desk: Desk, page: str) -> None:
    desk.sign_in(SIGNATORY)
    assert "you may look" in desk.get(f"{page}/overview")
    assert ">Write" not in desk.get(page)
    form = {**desk.carried("/me"), "text": "Mine."}
    refused = desk.browser.post(f"{page}/overview", data=form)
    assert refused.status_code == 422
    assert "may not write an answer" in refused.text
