"""Signing by the web: who may, on which bytes, once, and what stands in the way."""

import re
from typing import Any

import pytest

from casework import sign_off
from casework.colleagues import answer_question
from casework.record.bytes import fetch
from tests.builders import (
    CHIEF_EXECUTIVE,
    DEPUTY,
    FINANCE,
    HEAD,
    OFFICER,
    SIGNATORY,
    TEMPLATES,
    Service,
    at,
    by,
)
from tests.casework.conftest import Take
from tests.colleagues import asked
from tests.web.desk import Desk
from tests.web.test_versions import desk_of

AGREED: dict[str, Any] = {"agreed": "true"}


def give(desk: Desk, reference: str, status: int = 200, **fields: Any) -> str:
    path = f"/cases/{reference}/signing"
    manifest = _manifest(desk.get(f"{path}/confirm"))
    return desk.send(
        f"{path}/confirm", f"{path}/give", status, **{"manifest": manifest, **AGREED, **fields}
    )


def _manifest(shown: str) -> str:
    found = re.search(r'name="manifest" value="(\w{64})"', shown)
    assert found
    return found[1]


def approved(service: Service, reference: str) -> None:
    sign_off.give_signature(service.record, by(CHIEF_EXECUTIVE, at(11, 25)), reference)


def test_an_approver_approves_and_the_signatory_signs(on_one: Take) -> None:
    service, reference = on_one("submitted")
    approver = desk_of(service, CHIEF_EXECUTIVE, day=25)
    assert "It waits for your approval" in approver.get(f"/cases/{reference}/signing")
    assert "You have approved it." in give(approver, reference)
    signatory = desk_of(service, SIGNATORY, day=26)
    assert "It waits for your signature" in signatory.get(f"/cases/{reference}/signing")
    confirm = signatory.get(f"/cases/{reference}/signing/confirm")
    assert "I, Eleanor Whitcombe, sign this response as " in confirm
    assert "Signed." in give(signatory, reference)
    assert service.file(reference).case.stage == "signed"


def test_a_second_press_signs_once(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    path = f"/cases/{reference}/signing"
    carried = desk.carried(f"{path}/confirm")
    manifest = _manifest(desk.get(f"{path}/confirm"))
    for _ in range(2):
        answer = desk.browser.post(f"{path}/give", data={**carried, **AGREED, "manifest": manifest})
        assert "You have approved it." in answer.text
    assert [row.step for row in service.file(reference).signatures] == ["submitted", "approved"]


def test_nothing_is_signed_before_the_box_is_ticked(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    told = give(desk, reference, 422, agreed="")
    assert 'href="#agreed"' in told
    assert "Tick the box if you mean it." in told
    assert len(service.file(reference).signatures) == 1


def test_the_drafter_cannot_approve_and_is_told_why(on_one: Take) -> None:
    service, reference = on_one("commented")
    service.check_in(reference, service.edited(reference), person=CHIEF_EXECUTIVE)
    sign_off.submit(service.record, by(OFFICER, at(11, 21)), reference, TEMPLATES)
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    said = "Rupert Adeyemi handed in the last version and may not approve it"
    shown = desk.get(f"/cases/{reference}/signing")
    assert said in shown
    assert "Approve it" not in shown
    path = f"/cases/{reference}/signing"
    assert said in desk.get(f"{path}/confirm", 403)
    assert "may not approve" in desk.send("/me", f"{path}/give", 403, **AGREED, manifest="0" * 64)
    assert len(service.file(reference).signatures) == 1


@pytest.mark.parametrize("person", [OFFICER, FINANCE, SIGNATORY, DEPUTY])
def test_whoever_s_turn_it_is_not_cannot_sign(on_one: Take, person: str) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, person, day=25)
    path = f"/cases/{reference}/signing"
    assert "It waits for the chief executive to approve it." in desk.get(path)
    desk.send("/me", f"{path}/give", 403, **AGREED, manifest="0" * 64)
    assert len(service.file(reference).signatures) == 1


def test_the_signatory_is_told_whom_it_waits_for_and_that_they_will_be_asked(
    on_one: Take,
) -> None:
    service, reference = on_one("submitted")
    text = desk_of(service, SIGNATORY, day=22).get(f"/cases/{reference}/signing")
    assert "It waits for the chief executive to approve it." in text
    assert "You will be asked by mail when it is your turn." in text


def test_a_text_frozen_anew_is_not_signed_by_an_old_page(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    path = f"/cases/{reference}/signing"
    old = _manifest(desk.get(f"{path}/confirm"))
    sign_off.send_back(service.record, by(OFFICER, at(11, 22)), reference, "One word more.")
    service.check_in(
        reference, service.edited(reference, "I welcome this report warmly."), moment=at(11, 22)
    )
    sign_off.submit(service.record, by(OFFICER, at(11, 23)), reference, TEMPLATES)
    told = desk.send(f"{path}/confirm", f"{path}/give", 422, **AGREED, manifest=old)
    assert "changed and frozen anew since you opened it" in told
    shown = desk.get(path)
    assert "See what changed since it was last submitted" in shown
    compare = re.search(r'href="([^"]+versions/compare[^"]+)"', shown)
    assert compare
    assert "warmly" in desk.get(compare[1].replace("&amp;", "&"))
    assert "You have approved it." in give(desk, reference)


def test_all_that_stands_in_the_way_is_told_in_words(on_one: Take) -> None:
    service, reference = on_one("commented")
    desk = desk_of(service, OFFICER)
    path = f"/cases/{reference}/signing"
    shown = desk.get(path)
    assert "There is a placeholder: “[To be written]”." in shown
    assert "No answer of the body’s own stands at" in shown.replace("&#39;", "’")
    told = desk.send(path, f"{path}/submit", 422)
    assert told.count('href="#dated-day"') > 2
    assert service.file(reference).round is None


def test_the_officer_submits_with_a_date_and_the_text_is_frozen(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    desk = desk_of(service, OFFICER, day=21)
    path = f"/cases/{reference}/signing"
    assert "Nothing: the response can go to signature." in desk.get(path)
    wrong: dict[str, Any] = {"dated-day": "31", "dated-month": "11", "dated-year": "2022"}
    refused = desk.send(path, f"{path}/submit", 422, **wrong)
    assert "Give a real date" in refused
    assert 'value="31"' in refused
    right: dict[str, Any] = {**wrong, "dated-day": "30"}
    assert "The text is frozen" in desk.send(path, f"{path}/submit", signed_by=SIGNATORY, **right)
    round_ = service.file(reference).round
    assert round_
    assert (round_.dated.day, round_.state) == (30, "open")


@pytest.mark.parametrize(
    ("year", "said"),
    [("2021", "is before the report was published"), ("2032", "is after the last")],
)
def test_a_response_bears_no_date_that_is_a_slip_of_the_hand(
    on_one: Take, year: str, said: str
) -> None:
    service, reference = on_one("reviewed")
    path = f"/cases/{reference}/signing"
    slip: dict[str, Any] = {"dated-day": "30", "dated-month": "11", "dated-year": year}
    assert said in desk_of(service, OFFICER, day=21).send(path, f"{path}/submit", 422, **slip)
    assert service.file(reference).case.stage == "in_review"


def test_nobody_but_the_officers_is_asked_to_submit(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    shown = desk_of(service, FINANCE).get(f"/cases/{reference}/signing")
    assert "Submit it for signature" not in shown
    assert "Is it lawful?" in shown


def test_it_is_sent_back_with_a_reason_and_signatures_are_void(on_one: Take) -> None:
    service, reference = on_one("submitted")
    approved(service, reference)
    desk = desk_of(service, SIGNATORY, day=26)
    path = f"/cases/{reference}/signing/send-back"
    refused = desk.send(path, path, 422, reason="no")
    assert "Say in a few words why" in refused
    assert ">no</textarea>" in refused
    told = desk.send(path, path, reason="The overview is too long.")
    assert "its signatures are void" in told
    assert service.file(reference).case.stage == "in_review"


def test_the_document_is_the_frozen_bytes_on_a_page_that_can_do_nothing(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, SIGNATORY, day=22)
    answer = desk.browser.get(f"/cases/{reference}/signing/document")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox; default-src 'none'")
    assert "style-src 'sha256-" in policy
    assert "unsafe-inline" not in policy
    assert "script-src" not in policy
    round_ = service.file(reference).round
    assert round_
    with service.record.reading() as session:
        assert answer.content == fetch(session, round_.html_sha256)
        pdf = desk.browser.get(f"/cases/{reference}/signing/document.pdf")
        assert pdf.content == fetch(session, round_.pdf_sha256)
    assert pdf.headers["content-disposition"].startswith("attachment")


def test_no_document_is_shown_before_a_text_is_frozen(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    told = desk_of(service).get(f"/cases/{reference}/signing/document", 404)
    assert "No text is frozen" in told


ELSEWHERE: dict[str, Any] = {
    "person": CHIEF_EXECUTIVE,
    "how": "in ink",
    "given-day": "24",
    "given-month": "nov",
    "given-year": "2022",
    "at": "9:30am",
}


def test_a_signature_given_elsewhere_is_recorded_with_its_evidence(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, OFFICER, day=25)
    path = f"/cases/{reference}/signing/elsewhere"
    files = {"evidence": ("scan.pdf", b"%PDF scan")}
    assert "It is on the record as approved." in desk.send(path, path, 200, files, **ELSEWHERE)
    assert "given elsewhere (in ink), recorded by Priya Lockhart" in desk.get(path[:-10])
    row = service.file(reference).signatures[-1]
    assert (row.acted_at, row.step) == (at(11, 24, 9, 30), "approved")
    shown = desk.get(f"/cases/{reference}/evidence")
    assert str(row.evidence_sha256) in shown
    piece = desk.browser.get(f"/cases/{reference}/evidence/files/{row.evidence_sha256}")
    assert piece.content == b"%PDF scan"
    assert piece.headers["content-type"] == "application/octet-stream"
    assert "no such piece" in desk.get(f"/cases/{reference}/evidence/files/{'0' * 64}", 404)


def test_the_drafter_cannot_record_a_signature(on_one: Take) -> None:
    service, reference = on_one("submitted")
    path = f"/cases/{reference}/signing/elsewhere"
    files = {"evidence": ("scan.pdf", b"%PDF scan")}
    told = desk_of(service, HEAD, day=25).send(path, path, 422, files, **ELSEWHERE)
    assert "cannot record a signature on it: ask a colleague" in told
    assert 'value="in ink"' in told


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"person": ""}, "person"),
        ({"how": " "}, "how"),
        ({"given-day": "x"}, "given-day"),
        ({"at": "half past nine"}, "at"),
        ({"at": "25:00"}, "at"),
        ({"at": "13pm"}, "at"),
        ({}, "evidence"),
    ],
)
def test_what_a_record_of_a_signature_lacks_is_told_at_its_field(
    on_one: Take, given: dict[str, Any], field: str
) -> None:
    service, reference = on_one("submitted")
    path = f"/cases/{reference}/signing/elsewhere"
    told = desk_of(service, OFFICER, day=25).send(path, path, 422, **{**ELSEWHERE, **given})
    assert f'href="#{field}"' in told
    assert f'id="{field}"' in told


def test_hashes_stand_on_the_evidence_page_and_not_in_people_s_way(on_one: Take) -> None:
    service, reference = on_one("published")
    desk = desk_of(service, OFFICER, day=30)
    round_ = service.file(reference).round
    assert round_
    assert round_.manifest_sha256 in desk.get(f"/cases/{reference}/evidence")
    for page in ("signing", "publishing", "versions"):
        assert not re.search(r"\b[0-9a-f]{64}\b", desk.get(f"/cases/{reference}/{page}"))


def test_a_question_without_reply_is_told_before_submitting_and_hinders_nothing(
    on_one: Take,
) -> None:
    service, reference = on_one("reviewed")
    page = f"/cases/{reference}/signing"
    number = asked(service, reference, FINANCE, "What would it cost?")
    desk = desk_of(service, OFFICER, day=22)
    shown = desk.get(page)
    said = "has not answered question 1, due 18 November 2022: “What would it cost?”"
    assert said in shown
    assert f"{page.removesuffix('/signing')}/colleagues/questions/{number}" in shown
    answer_question(service.record, by(FINANCE, at(11, 21)), reference, number, "Nothing.")
    assert said not in desk.get(page)
