"""Type of document, blocks of wording and the Welsh twin by the web."""

import pytest

from casework.record.offices import load_office
from models.shapes.blocks import BLOCK_NAMES
from tests.builders import OFFICE, OFFICER, SIGNATORY, at
from tests.casework.conftest import Take
from tests.web.desk import Desk
from web.block_words import BLOCK_WORDS

Case = tuple[Desk, str]
WELSH = """
[welsh]
office = "Swyddfa Comisiynydd yr Heddlu a Throseddu"
body = "Comisiynydd yr Heddlu a Throseddu"
title = "Comisiynydd"
"""


@pytest.fixture
def drafted(on_one: Take) -> Case:
    """Return a desk with the officer at it, and the page of the wording of a confirmed case."""
    service, reference = on_one("confirmed")
    desk = Desk(service, at(10, 17))
    desk.sign_in(OFFICER)
    return desk, f"/cases/{reference}/wording"


def blocks(desk: Desk, page: str) -> dict[str, str]:
    """Return what the page says of each block: yes or no."""
    rows = desk.get(page).split('<tr class="govuk-table__row"><th scope="row"')[1:]
    by_words = {words: name for name, words in BLOCK_WORDS.items()}
    told = {}
    for row in rows:
        words = row.split(">", 1)[1].split("</th>")[0]
        told[by_words[words.replace("&#39;", "'")]] = "yes" if ">yes<" in row else "no"
    return told


def test_every_block_has_its_words() -> None:
    assert tuple(BLOCK_WORDS) == BLOCK_NAMES


def test_a_block_is_left_out_and_put_in_again(drafted: Case) -> None:
    desk, page = drafted
    assert blocks(desk, page)["licence"] == "yes"
    told = desk.send(page, f"{page}/block", block="licence", stands="off")
    assert "It no longer stands in the response." in told
    assert blocks(desk, page)["licence"] == "no"
    desk.send(page, f"{page}/block", block="licence", stands="on")
    assert blocks(desk, page)["licence"] == "yes"


def test_in_an_edited_file_the_change_is_said_to_wait(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    desk = Desk(service, at(11, 16))
    desk.sign_in(OFFICER)
    page = f"/cases/{reference}/wording"
    told = desk.send(page, f"{page}/block", block="welcome", stands="on")
    assert "the change waits there, to take or to leave" in told
    refused = desk.send(page, f"{page}/document", status=422, name="response-joint")
    assert "their words stand in it" in refused


def test_another_type_of_document_is_chosen(drafted: Case) -> None:
    desk, page = drafted
    told = desk.send(page, f"{page}/document", name="response-thematic")
    assert "The type is chosen." in told
    assert 'value="response-thematic" checked' in told


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "invitation"])
def test_a_type_that_is_none_for_a_response_is_refused(drafted: Case, name: str) -> None:
    desk, page = drafted
    told = desk.send(page, f"{page}/document", status=422, name=name)
    assert "There is a problem" in told
    assert "section55" not in told


def test_a_block_nobody_knows_is_refused(drafted: Case) -> None:
    desk, page = drafted
    told = desk.send(page, f"{page}/block", status=422, block="licenze", stands="off")
    assert "There is no block of wording" in told


def test_the_signatory_looks_and_switches_nothing(drafted: Case) -> None:
    desk, page = drafted
    desk.sign_in(SIGNATORY)
    assert "<form" not in desk.get(page)
    form = {**desk.carried("/me"), "block": "licence", "stands": "off"}
    assert "may not" in desk.browser.post(f"{page}/block", data=form).text
    assert blocks(desk, page)["licence"] == "yes"


def test_an_office_without_welsh_names_is_told_so(drafted: Case) -> None:
    desk, page = drafted
    assert "Download the Welsh twin" not in desk.get(page)
    assert "no names in Welsh" in desk.browser.get(f"{page}/welsh.docx").text


def test_the_welsh_twin_is_downloaded_and_worded(drafted: Case) -> None:
    desk, page = drafted
    load_office(desk.service.record, OFFICE + WELSH, "office.toml", desk.now)
    assert f'href="{page}/welsh.docx"' in desk.get(page)
    answer = desk.browser.get(f"{page}/welsh.docx")
    assert answer.content.startswith(b"PK")
    assert "attachment" in answer.headers["content-disposition"]
    told = desk.send(page, f"{page}/block", block="licence", stands="off", language="cy")
    assert "It no longer stands in the response." in told
