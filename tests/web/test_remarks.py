"""What was said elsewhere is logged as it was said, and open until somebody decides it."""

from typing import Any

import pytest

from tests.builders import FINANCE, OFFICER, SIGNATORY
from tests.casework.conftest import Take
from tests.web.test_versions import desk_of

SAID: dict[str, Any] = {
    "who": "Cllr J. Penn",
    "how": "telephone",
    "words": "<i>Too long.</i>\nShorten it.",
}


def test_a_remark_is_logged_with_its_place_and_stays_open(on_one: Take) -> None:
    service, reference = on_one("commented")
    desk = desk_of(service, FINANCE)
    path = f"/cases/{reference}/remarks"
    shown = desk.send(path, f"{path}/log", place="overview", **SAID)
    assert "1 remark logged, and open." in shown
    assert "Remark 1: open" in shown
    assert "&lt;i&gt;Too long.&lt;/i&gt;" in shown
    assert "by telephone, 14 November 2022. Overview." in shown
    assert service.file(reference).open_remarks[0].place == "overview"


def test_a_remark_logged_twice_by_one_press_is_one(on_one: Take) -> None:
    service, reference = on_one("commented")
    desk = desk_of(service, OFFICER)
    path = f"/cases/{reference}/remarks"
    carried = desk.carried(path)
    for _ in range(2):
        assert desk.browser.post(f"{path}/log", data={**carried, **SAID}).status_code == 200
    assert len(service.file(reference).open_remarks) == 1


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"who": ""}, "who", "Say who said it."),
        ({"how": "smoke"}, "how", "Say how it was said."),
        ({"words": " "}, "words", "Write the words down"),
        ({"on-day": "31", "on-month": "2", "on-year": "2022"}, "on-day", "Give a real date"),
        ({"on-day": "1", "on-month": "3", "on-year": "2023"}, "words", "has not come yet"),
        ({"place": "f999_answer"}, "words", "Choose the document as a whole"),
    ],
)
def test_what_is_missing_is_told_at_its_field_and_what_was_typed_stays(
    on_one: Take, given: dict[str, Any], field: str, said: str
) -> None:
    service, reference = on_one("commented")
    path = f"/cases/{reference}/remarks"
    fields: dict[str, Any] = {**SAID, **given}
    shown = desk_of(service, OFFICER).send(path, f"{path}/log", 422, **fields)
    assert f'href="#{field}"' in shown
    assert f'id="{field}"' in shown
    assert said in shown
    assert "Cllr J. Penn" in shown or not given.get("who", "x")
    assert not service.file(reference).open_remarks


def test_a_file_that_is_no_pdf_is_refused_at_its_own_field(on_one: Take) -> None:
    service, reference = on_one("commented")
    path = f"/cases/{reference}/remarks"
    files = {"marked": ("notes.pdf", b"no PDF at all")}
    fields: dict[str, Any] = {**SAID, "words": "", "how": "marked_pdf"}
    shown = desk_of(service, OFFICER).send(path, f"{path}/log", 422, files, **fields)
    assert 'href="#marked"' in shown


def test_a_remark_is_decided_by_name_with_a_reason(on_one: Take) -> None:
    service, reference = on_one("commented")
    path = f"/cases/{reference}/remarks"
    desk_of(service, OFFICER).send(path, f"{path}/log", **SAID)
    desk = desk_of(service, SIGNATORY, day=15)
    assert "Say what became of it." in desk.send(f"{path}/1", f"{path}/1/decide", 422)
    kept = desk.send(f"{path}/1", f"{path}/1/decide", 422, decision="partly", reason="no")
    assert "Give a reason" in kept
    assert 'value="partly" checked' in kept
    shown = desk.send(f"{path}/1", f"{path}/1/decide", decision="partly", reason="Cut by half.")
    assert "Remark 1 is taken in part." in shown
    assert "Eleanor Whitcombe: Cut by half." in shown
    assert "has no remark 2" in desk.get(f"{path}/2", 404)


def test_whoever_may_not_decide_is_not_asked_and_is_refused(on_one: Take) -> None:
    service, reference = on_one("commented")
    path = f"/cases/{reference}/remarks"
    desk = desk_of(service, FINANCE)
    desk.send(path, f"{path}/log", **SAID)
    assert "What became of it" not in desk.get(f"{path}/1")
    told = desk.send(path, f"{path}/1/decide", 422, decision="taken", reason="I should like it.")
    assert "may not decide a remark" in told
