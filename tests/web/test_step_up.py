"""The second step before a signature: fresh, or confirmed by a code that works once."""

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from casework.access import (
    CODE_LIFE,
    FRESH,
    MOST_TRIES,
    confirm_by_code,
    hash_of,
    keep_code,
    visitor,
)
from casework.errors import RefusedInputError
from casework.record.hand import the_service
from models import ConfirmationCode, SureBy
from tests.builders import CHIEF_EXECUTIVE, OFFICER, SIGNATORY, Service, by
from tests.casework.conftest import Take
from tests.web.desk import Desk
from tests.web.test_signing import AGREED, approved
from tests.web.test_versions import desk_of
from web import limits

CARRIED = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


@pytest.fixture(autouse=True)
def _uncounted() -> None:
    limits.forget()


def press(desk: Desk, reference: str, status: int = 200, **fields: Any) -> str:
    """Press the button that signs, with what its page carries."""
    shown = desk.get(f"/cases/{reference}/signing/confirm")
    return send(desk, reference, shown, status, **{**AGREED, **fields})


def send(desk: Desk, reference: str, shown: str, status: int = 200, **fields: Any) -> str:
    carried = dict(CARRIED.findall(shown))
    answer = desk.browser.post(f"/cases/{reference}/signing/give", data={**carried, **fields})
    assert answer.status_code == status, answer.text
    return answer.text


def code_of(service: Service) -> str:
    found = re.search(r"^(\d{6})$", service.server.letters[-1].text, re.MULTILINE)
    assert found
    return found[1]


def later(desk: Desk, by: timedelta = FRESH) -> None:
    desk.now += by


def steps(service: Service, reference: str) -> list[str]:
    return [row.step.value for row in service.file(reference).signatures]


def test_who_has_just_signed_in_needs_no_second_step(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    later(desk, FRESH - timedelta(seconds=1))
    assert "You have approved it." in press(desk, reference)
    assert service.file(reference).signatures[-1].confirmed_by is SureBy.LINK


def test_later_a_code_goes_to_their_own_address_and_the_act_goes_on(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    later(desk)
    asked = press(desk, reference)
    assert "Confirm that it is you" in asked
    assert steps(service, reference) == ["submitted"]
    person = service.settings.person(CHIEF_EXECUTIVE)
    assert person
    assert service.server.letters[-1].recipients == (person.email,)
    told = send(desk, reference, asked, code=f" {code_of(service)[:3]} {code_of(service)[3:]} ")
    assert "You have approved it." in told
    assert service.file(reference).signatures[-1].confirmed_by is SureBy.CODE
    shown = desk.get(f"/cases/{reference}/evidence")
    assert "Who it was: a code typed in." in shown


def test_confirmed_once_nothing_is_asked_for_a_quarter_of_an_hour(on_one: Take) -> None:
    service, reference = on_one("submitted")
    approved(service, reference)
    desk = desk_of(service, SIGNATORY, day=26)
    later(desk)
    asked = press(desk, reference)
    wrong = send(desk, reference, asked, 422, code="12345")
    assert 'href="#code"' in wrong
    send(desk, reference, wrong, code=code_of(service))
    assert service.file(reference).case.stage == "signed"
    with service.record.reading() as session:
        rows = session.exec(select(ConfirmationCode)).all()
    assert [row.ended_at is not None for row in rows] == [True]


def test_a_text_frozen_anew_meanwhile_is_not_signed_by_the_code(on_one: Take) -> None:
    from tests.web.test_amendments import frozen_anew

    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    later(desk)
    asked = press(desk, reference)
    frozen_anew(service, reference)
    told = send(desk, reference, asked, 422, code=code_of(service))
    assert "changed and frozen anew since you opened it" in told
    assert steps(service, reference) == ["submitted"]


def test_a_code_works_once(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    later(desk)
    asked = press(desk, reference)
    code = code_of(service)
    send(desk, reference, asked, code=code)
    record, hand = service.record, by(CHIEF_EXECUTIVE, desk.now)
    known = visitor(record, hash_of(desk.browser.cookies["desk"]), desk.now)
    assert known
    with pytest.raises(RefusedInputError, match="This code is not right"):
        confirm_by_code(record, hand, known, code)


def test_a_code_is_tried_five_times_and_then_no_more(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    later(desk)
    asked = press(desk, reference)
    right = code_of(service)
    wrong = "000000" if right != "000000" else "111111"
    for _ in range(MOST_TRIES):
        assert "This code is not right" in send(desk, reference, asked, 422, code=wrong)
    assert "This code is not right" in send(desk, reference, asked, 422, code=right)
    assert steps(service, reference) == ["submitted"]


def test_a_code_grows_old(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    later(desk)
    asked = press(desk, reference)
    later(desk, CODE_LIFE)
    assert "This code is not right" in send(desk, reference, asked, 422, code=code_of(service))


def test_a_new_code_replaces_the_one_before(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    later(desk)
    asked = press(desk, reference)
    first = code_of(service)
    again = send(desk, reference, asked, another="true")
    second = code_of(service)
    if first != second:
        send(desk, reference, again, 422, code=first)
    assert "You have approved it." in send(desk, reference, again, code=second)


def test_a_colleague_s_code_and_another_browser_s_code_are_none(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk, other = (desk_of(service, CHIEF_EXECUTIVE, day=25) for _ in range(2))
    later(desk)
    later(other)
    asked = press(desk, reference)
    press(other, reference)
    of_the_other = code_of(service)
    keep_code(service.record, the_service(desk.now), OFFICER, "424242")
    for code in (of_the_other, "424242"):
        assert "This code is not right" in send(desk, reference, asked, 422, code=code)


def test_a_code_handed_over_works_where_no_mail_is_sent(on_one: Take) -> None:
    service, reference = on_one("submitted")
    object.__setattr__(service.doors.mail, "server", None)
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    later(desk)
    asked = press(desk, reference)
    assert "Ask whoever looks after it for a code" in asked
    keep_code(service.record, the_service(desk.now), CHIEF_EXECUTIVE, "042042")
    assert "You have approved it." in send(desk, reference, asked, code="042042")


def test_codes_cannot_be_asked_for_without_end(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    later(desk)
    shown = press(desk, reference)
    for _ in range(4):
        shown = send(desk, reference, shown, another="true")
    count = len(service.server.letters)
    assert "Too many codes" in send(desk, reference, shown, 422, another="true")
    assert len(service.server.letters) == count


def test_whoever_may_not_sign_is_sent_no_code(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, OFFICER, day=25)
    later(desk)
    path = f"/cases/{reference}/signing"
    assert "It waits for the chief executive" in desk.send(
        "/me", f"{path}/give", 403, **AGREED, manifest="0" * 64
    )
    assert service.server.letters == [] or "code" not in service.server.letters[-1].subject


def test_the_record_keeps_no_code(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=25)
    later(desk)
    press(desk, reference)
    code = code_of(service)
    with service.record.reading() as session:
        rows = session.exec(select(ConfirmationCode)).all()
    assert all(code not in (row.code_sha256[:6], row.salt[:6]) for row in rows)
    assert len({row.salt for row in rows}) == len(rows)
