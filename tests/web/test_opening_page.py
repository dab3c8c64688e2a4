"""Opening a case on a page: a file or pasted text, a date, an embargo; and what is refused."""

from typing import Any

import pytest
from sqlmodel import select

from models import OutboxRow
from tests.builders import OFFICER, SIGNATORY
from tests.reports import a_page
from tests.web.desk import Desk

PASTED = """PEEL 2021/22: An inspection of Warwickshire Police
Published on: 14 October 2022
HMICFRS inspected how the police keep people safe and reduce crime.
Area for improvement
The force should write things down.
"""


@pytest.fixture
def officer(desk: Desk) -> Desk:
    """Return a desk with the officer at it."""
    desk.sign_in(OFFICER)
    return desk


def flows_of(desk: Desk) -> set[str]:
    with desk.service.record.reading() as session:
        return {row.flow for row in session.exec(select(OutboxRow))}


def test_a_report_s_file_becomes_a_case_and_wakes_its_first_papers(officer: Desk) -> None:
    files = {"file": ("report.html", a_page())}
    text = officer.send("/open", "/open", files=files)
    assert "S55-2022-001 is open." in text
    assert "An inspection of Warwickshire Police</h1>" in text
    assert {"draft-response", "invite-comments"} <= flows_of(officer)


def test_pasted_text_becomes_a_case(officer: Desk) -> None:
    text = officer.send("/open", "/open", text=PASTED, files={"file": ("", b"")})
    assert "S55-2022-001 is open." in text
    file = officer.service.file("S55-2022-001")
    assert [one.text for one in file.findings] == ["The force should write things down."]


def test_the_same_report_again_leads_to_the_case_there_is(officer: Desk) -> None:
    files = {"file": ("report.html", a_page())}
    officer.send("/open", "/open", files=files)
    assert "is there already" in officer.send("/open", "/open", files=files)


def test_an_embargoed_copy_waits_for_its_day(officer: Desk) -> None:
    day: dict[str, Any] = {"published-day": "20", "published-month": "10", "published-year": "2022"}
    page = a_page(published="")
    text = officer.send("/open", "/open", files={"file": ("c.html", page)}, embargoed="yes", **day)
    assert "Until 20 October 2022, 00:01" in text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Choose the report’s file, or paste its text."),
        ({"text": PASTED.replace("Warwickshire", "Kent")}, "names Kent Police"),
        ({"text": PASTED.replace("14 October", "15 October")}, "tick “embargoed” if"),
        ({"text": PASTED, "published-day": "40"}, "Give a real date"),
        ({"text": PASTED, "embargoed": "yes"}, "under “Published”"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_everything_typed_kept(
    officer: Desk, fields: dict[str, Any], said: str
) -> None:
    typed: dict[str, Any] = {**fields, "address": "https://reports.example/1"}
    text = officer.send("/open", "/open", status=422, files={"file": ("", b"")}, **typed)
    assert said in text
    assert 'value="https://reports.example/1"' in text
    assert fields.get("text", "")[:40] in text
    summary = text.split('class="govuk-error-summary"')[1].split("</ul>")[0]
    assert "--force" not in summary
    assert "--published" not in summary
    assert "--embargoed" not in summary
    assert ("checked" in text) == ("embargoed" in fields)


def test_a_file_and_pasted_text_at_once_are_refused(officer: Desk) -> None:
    files = {"file": ("report.html", a_page())}
    text = officer.send("/open", "/open", status=422, files=files, text=PASTED)
    assert "not both" in text
    assert "a browser does not keep it" in text


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(officer: Desk) -> None:
    files = {"file": ("../../etc/<b>x.pdf", b"%PDF-1.7 and nothing more")}
    text = officer.send("/open", "/open", status=422, files=files)
    assert "There is a problem" in text
    assert "<b>x.pdf" not in text


def test_the_signatory_opens_nothing(desk: Desk) -> None:
    desk.sign_in(SIGNATORY)
    assert "An officer of the office opens cases." in desk.get("/open")
    form = {**desk.carried("/me"), "text": PASTED}
    answer = desk.browser.post("/open", data=form)
    assert answer.status_code == 422
    assert "may not open a case" in answer.text
