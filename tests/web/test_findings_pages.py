"""Putting the list of findings right on pages: beside the report, one finding, a new one."""

import re
from typing import Any

import pytest

from models.words import AddresseeGroup, FindingClass, Stage
from tests.builders import OFFICER, SIGNATORY, at
from tests.casework.conftest import Take
from tests.reports import a_page
from tests.web.desk import Desk

NOT_READ = re.compile(r"<[^>]*>")
FIRST, SECOND = "The force should write things down.", "The force should answer the telephone."


@pytest.fixture
def page(desk: Desk) -> str:
    """Return the page of the findings of a case, with the officer before it."""
    reference = desk.service.open(data=a_page())
    desk.sign_in(OFFICER)
    return f"/cases/{reference}/findings"


def listed(desk: Desk, page: str) -> dict[str, str]:
    return {one.key: one.text for one in desk.service.file(page.split("/")[2]).findings}


def test_each_finding_stands_beside_its_place_in_the_report(desk: Desk, page: str) -> None:
    text = desk.get(page)
    section = text.split('aria-labelledby="f002"')[1].split("</section>")[0]
    ours, report = section.split("In the report")
    assert SECOND in ours
    assert f"<mark>{SECOND}</mark>" in report
    assert "Areas for improvement" in report, "under the heading it stands under"
    assert "We found this during our inspection" in report, "with what follows it"


def test_the_whole_report_can_be_read_with_its_findings_marked(desk: Desk, page: str) -> None:
    text = desk.get(page.replace("findings", "report"))
    assert f"<mark>{FIRST}</mark>" in text
    assert 'id="f001"' in text
    file = desk.browser.get(page.replace("findings", "report/file"))
    assert file.content == a_page()
    assert file.headers["content-disposition"].startswith("attachment")
    assert file.headers["content-type"] == "application/octet-stream"


def test_the_officer_confirms_the_list_once_however_often_they_press(desk: Desk, page: str) -> None:
    form = desk.carried(page)
    for _ in range(2):
        answer = desk.browser.post(f"{page}/confirm", data=form)
        assert "The list is confirmed: 2 findings." in answer.text
    assert "Confirm the list" not in desk.get(page)
    assert desk.service.file(page.split("/")[2]).case.findings_confirmed


def test_ticked_findings_are_accepted_as_printed(desk: Desk, page: str) -> None:
    assert "1 finding accepted as printed." in desk.send(page, f"{page}/accept", ticked=["f002"])
    assert "Tick AFI 2 (accepted" in desk.get(page)


def test_ticked_findings_become_one(desk: Desk, page: str) -> None:
    told = desk.send(page, f"{page}/merge", ticked=["f001", "f002"])
    assert "2 findings are one now, AFI 1." in told
    assert listed(desk, page) == {"f001": f"{FIRST}\n{SECOND}"}
    assert "AFI, off the list: merged into AFI 1." in told


@pytest.mark.parametrize(("act", "ticked"), [("accept", []), ("merge", ["f002"])])
def test_too_few_ticks_are_refused_and_those_made_stay(
    desk: Desk, page: str, act: str, ticked: list[str]
) -> None:
    text = desk.send(page, f"{page}/{act}", status=422, ticked=ticked)
    assert "Tick at least" in text
    assert text.count(" checked") == len(ticked)
    assert len(listed(desk, page)) == 2


def test_a_finding_the_reader_missed_is_added_where_it_belongs(desk: Desk, page: str) -> None:
    words = "By 1 March 2023, the force should count things.\r\nIt should count them twice."
    fields: dict[str, Any] = {
        "text": words,
        "klass": "recommendation",
        "after": "f001",
        "number": "7",
    }
    text = desk.send(f"{page}/add", f"{page}/add", **fields)
    assert "Recommendation 7 is added to the list." in text
    assert list(listed(desk, page)) == ["f001", "f003", "f002"]
    assert listed(desk, page)["f003"] == words.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"text": "Kept words.", "klass": ""}, "klass"), ({"klass": "recommendation"}, "text")],
)
def test_a_finding_half_typed_is_refused_and_kept(
    desk: Desk, page: str, fields: dict[str, Any], field: str
) -> None:
    text = desk.send(f"{page}/add", f"{page}/add", status=422, area="Custody", **fields)
    assert f'href="#{field}"' in text
    assert 'value="Custody"' in text
    assert fields.get("text", "") in text
    assert len(listed(desk, page)) == 2


def test_a_finding_is_corrected_and_what_was_first_read_is_kept(desk: Desk, page: str) -> None:
    fields: dict[str, Any] = {
        "text": "The force must write things down.",
        "klass": "cause_of_concern",
    }
    text = desk.send(f"{page}/f001", f"{page}/f001/correct", **fields, area="Custody")
    assert "Cause of concern 1 is corrected." in text
    assert "As it was first read" in text
    row = desk.service.file(page.split("/")[2]).findings[0]
    assert (row.text, row.klass) == (fields["text"], FindingClass.CAUSE_OF_CONCERN)
    assert (row.area, row.original_text) == ("Custody", FIRST)


def test_an_empty_correction_says_what_to_do_instead(desk: Desk, page: str) -> None:
    fields: dict[str, Any] = {"text": " ", "klass": "recommendation", "area": "Custody"}
    text = desk.send(f"{page}/f001", f"{page}/f001/correct", status=422, **fields)
    assert "take it off the list with a reason instead" in text
    assert 'value="Custody"' in text
    assert listed(desk, page)["f001"] == FIRST


def test_a_finding_is_split_at_the_ticked_lines(desk: Desk, page: str) -> None:
    two: dict[str, Any] = {
        "text": f"{FIRST}\r\nIt should keep what it wrote.",
        "klass": "area_for_improvement",
    }
    desk.send(f"{page}/f001", f"{page}/f001/correct", **two)
    assert "Tick each line" in desk.send(f"{page}/f001", f"{page}/f001/split", status=422)
    desk.send(f"{page}/f001", f"{page}/f001/split", lines=["2"])
    assert list(listed(desk, page)) == ["f001", "f003", "f002"]


def test_a_finding_moves_before_another(desk: Desk, page: str) -> None:
    desk.send(f"{page}/f002", f"{page}/f002/move", before="f001")
    assert list(listed(desk, page)) == ["f002", "f001"]


def test_whom_a_finding_concerns_is_said_with_a_reason(desk: Desk, page: str) -> None:
    to = f"{page}/f001/regard"
    refused = desk.send(f"{page}/f001", to, status=422, whom="us", why="no")
    assert "Give a reason in a few words" in refused
    assert 'value="us" checked' in refused
    desk.send(f"{page}/f001", to, whom="us", why="the commissioner is named in it")
    row = desk.service.file(page.split("/")[2]).findings[0]
    assert row.concerns is AddresseeGroup.US


def test_a_finding_leaves_the_list_with_a_reason_and_comes_back(desk: Desk, page: str) -> None:
    to = f"{page}/f001"
    desk.send(to, f"{to}/drop", reason="it is the heading of the next one")
    assert "f001" not in listed(desk, page)
    assert "it is the heading of the next one" in desk.get(page)
    desk.send(to, f"{to}/restore")
    assert list(listed(desk, page)) == ["f001", "f002"]


def test_the_inspectors_own_number_is_kept(desk: Desk, page: str) -> None:
    desk.send(f"{page}/f001", f"{page}/f001/number", theirs="AFI-2022-77", standing="open")
    assert desk.service.file(page.split("/")[2]).findings[0].inspectors_number == "AFI-2022-77"


def test_a_finding_that_is_not_there_is_said_not_to_be_there(desk: Desk, page: str) -> None:
    text = desk.get(f"{page}/f099", status=404)
    assert "has no finding f099" in text
    assert "section55" not in text.split("<main")[1]


@pytest.mark.parametrize(
    "act",
    ["confirm", "accept", "merge", "add", "f001/correct", "f001/drop", "f001/move", "f001/regard"],
)
def test_the_signatory_looks_and_changes_nothing(desk: Desk, page: str, act: str) -> None:
    desk.sign_in(SIGNATORY)
    for path in (page, f"{page}/f001", f"{page}/add"):
        text = desk.get(path)
        assert "you may look" in text
        assert "<button" not in text
    fields: dict[str, Any] = {
        "ticked": ["f001", "f002"],
        "text": "x y z",
        "klass": "recommendation",
    }
    reasons = {"reason": "because I say so", "why": "because I say so", "whom": "us"}
    form = {**desk.carried("/me"), **fields, **reasons}
    answer = desk.browser.post(f"{page}/{act}", data=form)
    assert answer.status_code == 422
    assert "may not" in answer.text
    assert listed(desk, page) == {"f001": FIRST, "f002": SECOND}


def test_what_is_with_its_signatories_is_refused_in_a_sentence(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = Desk(service, at(11, 22))
    desk.sign_in(OFFICER)
    to = f"/cases/{reference}/findings/f001"
    text = desk.send(to, f"{to}/drop", status=422, reason="it is no finding at all")
    assert "signatures bind the text" in text
    assert 'value="it is no finding at all"' in text
    assert service.file(reference).case.stage is Stage.SIGNING


def test_people_read_the_reports_own_label_and_never_the_key(desk: Desk, page: str) -> None:
    case = page.removesuffix("/findings")
    desk.send(f"{page}/f001", f"{page}/f001/drop", reason="it is the heading of f002")
    desk.send(f"{case}/answers/f002_answer", f"{case}/answers/f002_answer", text="I agree.")
    for address in (page, f"{page}/f001", f"{page}/f002", case, f"{case}/answers"):
        shown = NOT_READ.sub(" ", desk.get(address))
        assert not re.findall(r"\bf\d{3}(?:_\w+)?\b", shown), address
    assert "place: AFI 1: our answer" in desk.get(case)
    assert "AFI, off the list</h1>" in desk.get(f"{page}/f001")
    assert "it is the heading of AFI 1" in desk.get(page)
