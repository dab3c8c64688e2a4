"""A reminder asked for now, and a report held under embargo after its case was opened."""

from datetime import date

import pytest

from casework import comments, findings
from casework.errors import NotAllowedError, RefusedInputError
from casework.record.editions import is_held
from models.words import MailKind, MailState, Stage
from tests.builders import OFFICER, SIGNATORY, TEMPLATES, Service, at, by
from tests.casework.conftest import Take
from tests.reports import a_page

RELEASE = date(2022, 10, 20)


def chasers(service: Service, reference: str) -> int:
    return sum(mail.kind is MailKind.CHASER for mail in service.file(reference).mails)


def test_a_reminder_can_be_had_now_once_a_day(on_one: Take) -> None:
    service, reference = on_one("invited")
    assert comments.chase(service.record, by(OFFICER, at(10, 20)), reference, TEMPLATES)
    assert not comments.chase(service.record, by(OFFICER, at(10, 20, 11)), reference, TEMPLATES)
    assert comments.chase(service.record, by(OFFICER, at(10, 21)), reference, TEMPLATES)
    assert chasers(service, reference) == 2


@pytest.mark.parametrize("stage", ["confirmed", "commented"])
def test_nobody_is_reminded_who_was_not_invited_or_has_answered(on_one: Take, stage: str) -> None:
    service, reference = on_one(stage)
    with pytest.raises(NotAllowedError, match="was invited and has not answered"):
        comments.chase(service.record, by(OFFICER, at(11, 4)), reference, TEMPLATES)
    assert chasers(service, reference) == 0


def hold(service: Service, reference: str, until: date = RELEASE, person: str = OFFICER) -> str:
    hand = by(person, at(10, 14, 15))
    return findings.hold_report(service.record, hand, reference, until, "Sent to us early.")


def test_a_case_opened_too_openly_is_held_until_its_release(service: Service) -> None:
    reference = service.open(data=a_page())
    findings.confirm_date(
        service.record, by(OFFICER, at(10, 14, 10)), reference, date(2022, 10, 14)
    )
    assert hold(service, reference) == "2022-10-20"
    file = service.file(reference)
    assert is_held(file.case, at(10, 19))
    assert file.published == RELEASE
    assert file.provisional
    assert {mail.state for mail in file.mails if mail.kind is MailKind.INVITATION} == {
        MailState.WITHDRAWN
    }


def test_a_confirmed_case_is_opened_again_by_its_embargo(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    hold(service, reference)
    assert service.file(reference).case.stage is Stage.OPENED
    findings.release_report(service.record, by(OFFICER, at(10, 20, 9)), reference, "Seen live.")
    findings.confirm_date(service.record, by(OFFICER, at(10, 20, 10)), reference, RELEASE)
    assert service.file(reference).case.stage is Stage.CONFIRMED


def test_a_report_is_not_held_when_that_is_too_late(on_one: Take) -> None:
    service, reference = on_one("invited")
    with pytest.raises(NotAllowedError, match="invitation to comment has gone"):
        hold(service, reference)
    service, reference = on_one("reviewed")
    with pytest.raises(NotAllowedError, match="too late to hold"):
        hold(service, reference)


def test_it_is_held_until_a_day_to_come_by_an_officer_with_a_reason(service: Service) -> None:
    reference = service.open(data=a_page())
    with pytest.raises(RefusedInputError, match="has passed"):
        hold(service, reference, date(2022, 10, 14))
    with pytest.raises(NotAllowedError, match="may not hold a report"):
        hold(service, reference, person=SIGNATORY)
    with pytest.raises(RefusedInputError):
        findings.hold_report(service.record, by(OFFICER, at(10, 14)), reference, RELEASE, " ")
