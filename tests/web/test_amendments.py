"""Approved subject to amendments, by the web: listed, made, compared, certified."""

import re
from typing import Any

import pytest

from casework import review, sign_off
from casework.record.verify import faults
from casework.rules.signing import Amendment
from models.review_words import Decision
from models.words import Stage
from tests.builders import (
    CHIEF_EXECUTIVE,
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
from tests.web.desk import Desk
from tests.web.test_versions import desk_of
from web.amendment_lines import read_amendments

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


def frozen_anew(service: Service, reference: str) -> None:
    """Send a response back, edit it, and submit it again: another text is frozen."""
    sign_off.send_back(service.record, by(OFFICER, at(11, 22)), reference, "One word more.")
    edited = service.edited(reference, "I welcome this report warmly.")
    service.check_in(reference, edited, moment=at(11, 22))
    sign_off.submit(service.record, by(OFFICER, at(11, 23)), reference, TEMPLATES)


def amended(service: Service, reference: str) -> None:
    """Make the amendments, decide them, and submit the response anew."""
    edited = service.edited(reference, "I warmly welcome this report.")
    service.check_in(reference, edited, moment=at(11, 23))
    for row in service.file(reference).open_remarks:
        review.decide_remark(
            service.record, by(HEAD, at(11, 23)), reference, row.number, Decision.TAKEN, "As asked."
        )
    sign_off.submit(service.record, by(OFFICER, at(11, 23, 12)), reference, TEMPLATES)


def fill(desk: Desk, path: str, status: int = 200, **fields: Any) -> str:
    """Fill the form of a page in, with everything it carries, and send it."""
    carried = dict(HIDDEN.findall(desk.get(path)))
    answer = desk.browser.post(path, data={**carried, **fields})
    assert answer.status_code == status, answer.text
    return answer.text


def subject_to(service: Service, reference: str, person: str = CHIEF_EXECUTIVE) -> str:
    desk = desk_of(service, person, day=22)
    return fill(
        desk, f"/cases/{reference}/signing/subject-to", amendments="Overview: say “warmly”\nOr so."
    )


def test_amendments_are_listed_and_stand_on_the_page_of_versions(on_one: Take) -> None:
    service, reference = on_one("submitted")
    shown = desk_of(service, CHIEF_EXECUTIVE, day=22).get(f"/cases/{reference}/signing")
    assert "Approve subject to amendments" in shown
    assert "your amendments stand among its remarks" in subject_to(service, reference)
    shown = desk_of(service, OFFICER, day=22).get(f"/cases/{reference}/versions")
    assert "Amendments to be made" in shown
    assert "Rupert Adeyemi: Overview: say “warmly”" in shown
    assert "The document as a whole: Or so." in shown
    assert service.file(reference).case.stage is Stage.IN_REVIEW


def test_a_second_officer_compares_and_certifies(on_one: Take) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference)
    desk = desk_of(service, OFFICER, day=24)
    path = f"/cases/{reference}/signing"
    assert "It waits for a certificate" in desk.get(path)
    shown = desk.get(f"{path}/certify")
    assert "Overview: say “warmly”" in shown
    assert re.search(r"put in: </span>warmly", shown)
    assert "Tick the box if you compared" in fill(desk, f"{path}/certify", 422)
    assert "the approval counts for this text" in fill(desk, f"{path}/certify", agreed="true")
    told = desk.get(path)
    assert "subject to amendments, certified by Priya Lockhart" in told
    assert "It waits for a certificate" not in told
    assert "Given subject to amendments; Priya Lockhart certified" in desk.get(
        f"/cases/{reference}/evidence"
    )
    assert faults(service.record) == []


def test_an_officer_who_finds_more_has_it_asked_again(on_one: Take) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference)
    desk, path = desk_of(service, OFFICER, day=24), f"/cases/{reference}/signing/certify"
    carried = dict(HIDDEN.findall(desk.get(path)))
    told = desk.browser.post(f"{path}/refuse", data={**carried, "reason": "no"})
    assert told.status_code == 422
    assert ">no</textarea>" in told.text
    told = desk.browser.post(f"{path}/refuse", data={**carried, "reason": "A line was added."})
    assert "whoever approved is asked again" in told.text
    approver = desk_of(service, CHIEF_EXECUTIVE, day=24)
    assert "It waits for your approval" in approver.get(f"/cases/{reference}/signing")


@pytest.mark.parametrize("person", [HEAD, CHIEF_EXECUTIVE])
def test_whoever_edited_or_approved_cannot_certify(on_one: Take, person: str) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference)
    desk = desk_of(service, person, day=24)
    said = fill(desk, f"/cases/{reference}/signing/certify", 422, agreed="true")
    assert "You made an edit" in said or "Nobody certifies their own amendments" in said
    assert len(service.file(reference).signatures) == 1


def test_a_finance_officer_may_look_but_is_offered_no_certificate(on_one: Take) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference)
    shown = desk_of(service, FINANCE, day=24).get(f"/cases/{reference}/signing/certify")
    assert "certify that only these" not in shown


def test_a_list_that_is_refused_keeps_what_was_typed(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk, path = desk_of(service, CHIEF_EXECUTIVE, day=22), f"/cases/{reference}/signing/subject-to"
    assert "List the amendments, one on each line." in fill(desk, path, 422, amendments=" \n ")
    typed = "\n".join(f"change {number}" for number in range(21))
    told = fill(desk, path, 422, amendments=typed)
    assert "at most 20" in told
    assert "change 20</textarea>" in told
    assert service.file(reference).case.stage is Stage.SIGNING


def test_whoever_s_turn_it_is_not_is_told_why(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, SIGNATORY, day=22)
    assert "It waits for the chief executive" in desk.get(
        f"/cases/{reference}/signing/subject-to", 403
    )


def test_an_approval_that_is_not_fresh_is_confirmed_and_its_amendments_are_kept(
    on_one: Take,
) -> None:
    from tests.web.test_step_up import code_of, later

    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=22)
    later(desk)
    path = f"/cases/{reference}/signing/subject-to"
    asked = fill(desk, path, amendments="Say “warmly” & <b>more</b>\r\nOr so.")
    assert "Confirm that it is you" in asked
    answer = desk.browser.post(
        path, data={**_unescaped(HIDDEN.findall(asked)), "code": code_of(service)}
    )
    assert "stand among its remarks" in answer.text
    assert [row.words for row in service.file(reference).open_remarks] == [
        "Say “warmly” & <b>more</b>",
        "Or so.",
    ]


def _unescaped(found: list[tuple[str, str]]) -> dict[str, str]:
    from html import unescape

    return {name: unescape(value) for name, value in found}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("overview: shorter", Amendment("shorter", "overview")),
        ("AFI 3: our answer: say when", Amendment("say when", "f003_answer")),
        ("afi 3: Our answer:say: when", Amendment("say: when", "f003_answer")),
        ("Say: yes", Amendment("Say: yes")),
        ("plain", Amendment("plain")),
        (": odd", Amendment(": odd")),
    ],
)
def test_a_line_that_begins_with_a_place_is_about_it(typed: str, read: Amendment) -> None:
    names = {"overview": "Overview", "f003_answer": "AFI 3: our answer"}
    assert read_amendments(typed, names, lambda key: names[key or "overview"]) == [read]
