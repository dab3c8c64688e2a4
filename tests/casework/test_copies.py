"""Copies to the inspectors and to the Secretary of State: both, or the case stays open."""

from collections.abc import Callable

import pytest

from casework import publication
from casework.errors import NotAllowedError
from casework.letters_out import acknowledge, confirm_bounced, confirm_sent
from casework.publication import close_when_copied, prepare_copies, publish
from casework.record.hand import the_service
from casework.record.offices import load_office
from models import Mail
from models.shapes.mail import MailOutcome
from models.words import MailKind, MailState, Stage
from tests.builders import FINANCE, OFFICE, OFFICER, Service, at, by

Take = Callable[[str], tuple[Service, str]]
HOME = "section55@home-department.example"


def copies(service: Service, reference: str) -> list[Mail]:
    return [m for m in service.file(reference).mails if m.key.startswith(f"{reference}:copy:")]


def stage(service: Service, reference: str) -> Stage:
    return service.file(reference).case.stage


def seen(service: Service, reference: str) -> None:
    hand = the_service(at(12, 5, 10))
    publish(service.record, hand, reference, service.doors.publication)


def test_copies_exist_only_of_what_was_published(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    with pytest.raises(NotAllowedError, match="nothing to copy"):
        prepare_copies(service.record, the_service(at(12, 2)), reference)
    with pytest.raises(NotAllowedError, match="may not prepare"):
        prepare_copies(service.record, by(FINANCE, at(12, 2)), reference)


def test_each_copy_names_the_address_and_carries_the_signed_pdf(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    seen(service, reference)
    service.carry_out(at(12, 5, 10, 1))
    round_ = service.file(reference).round
    assert round_
    sent = [letter for letter in service.server.letters if "55(6)" in letter.subject]
    assert {one.email for letter in sent for one in letter.to} == {
        "section55@inspectors.example",
        HOME,
    }
    for letter in sent:
        assert round_.address in letter.text
        assert letter.attachments[0].media_type == "application/pdf"
        from casework.record.bytes import digest

        assert digest(letter.attachments[0].data) == round_.pdf_sha256


def test_the_case_closes_when_both_have_gone_and_not_before(prepared: Take) -> None:
    service, reference = prepared("scheduled")
    service.server.outcome = MailOutcome.NOT_SENT
    seen(service, reference)
    service.carry_out(at(12, 5, 10, 1))
    assert stage(service, reference) is Stage.PUBLISHED
    first, second = copies(service, reference)
    confirm_sent(service.record, by(OFFICER, at(12, 5, 11)), first.key)
    assert not close_when_copied(service.record, the_service(at(12, 5, 11)), reference)
    confirm_sent(service.record, by(OFFICER, at(12, 5, 12)), second.key)
    assert close_when_copied(service.record, the_service(at(12, 5, 12)), reference)
    assert stage(service, reference) is Stage.CLOSED
    assert not close_when_copied(service.record, the_service(at(12, 5, 13)), reference)


def test_a_refused_copy_keeps_the_case_open_and_can_be_made_good(prepared: Take) -> None:
    service, reference = prepared("scheduled")
    service.server.outcome = MailOutcome.REFUSED
    seen(service, reference)
    service.carry_out(at(12, 5, 10, 1))
    assert stage(service, reference) is Stage.PUBLISHED
    assert {m.state for m in copies(service, reference)} == {MailState.BOUNCED}
    service.server.outcome = MailOutcome.ACCEPTED
    prepare_copies(service.record, by(OFFICER, at(12, 6)), reference)
    prepare_copies(service.record, by(OFFICER, at(12, 6)), reference)
    assert len(copies(service, reference)) == 4
    service.carry_out(at(12, 6, 9, 1))
    assert stage(service, reference) is Stage.CLOSED


def test_a_copy_that_comes_back_later_opens_the_case_again(prepared: Take) -> None:
    service, reference = prepared("published")
    assert stage(service, reference) is Stage.CLOSED
    home = next(m for m in copies(service, reference) if HOME in m.recipients)
    confirm_bounced(service.record, the_service(at(12, 6)), home.message_id, "no such mailbox")
    confirm_bounced(service.record, the_service(at(12, 6)), home.message_id, "no such mailbox")
    assert stage(service, reference) is Stage.PUBLISHED
    assert not close_when_copied(service.record, the_service(at(12, 6)), reference)
    warned = [m for m in service.file(reference).mails if m.kind is MailKind.WARNING]
    assert len(warned) == 1
    assert f"section55 copies {reference}" in warned[0].text
    text = OFFICE.replace(HOME, "s55@home-department.example")
    load_office(service.record, text, "office.toml", at(12, 7))
    prepare_copies(service.record, by(OFFICER, at(12, 7)), reference)
    service.carry_out(at(12, 7, 9, 1))
    assert stage(service, reference) is Stage.CLOSED
    assert service.server.letters[-1].to[0].email == "s55@home-department.example"


def test_an_office_without_a_recipient_is_told_so(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    before, _, after = OFFICE.partition("[[recipients.secretary_of_state]]")
    ended = after.replace("since = 2017-01-31", "since = 2017-01-31\nuntil = 2022-12-01", 1)
    text = f"{before}[[recipients.secretary_of_state]]{ended}"
    load_office(service.record, text, "office.toml", at(12, 2))
    seen(service, reference)
    service.carry_out(at(12, 5, 10, 1))
    assert stage(service, reference) is Stage.PUBLISHED
    warned = [m for m in service.file(reference).mails if m.kind is MailKind.WARNING]
    assert ["secretary of state" in m.subject for m in warned] == [True]


def test_an_acknowledgement_is_filed_and_proves_sending(on_one: Take) -> None:
    service, reference = on_one("published")
    key = copies(service, reference)[0].key
    acknowledge(service.record, by(OFFICER, at(12, 9)), key, "Received with thanks.")
    row = copies(service, reference)[0]
    assert (row.state, row.reply) == (MailState.ACKNOWLEDGED, "Received with thanks.")
    assert row.sent_at
    assert publication.close_when_copied(service.record, the_service(at(12, 9)), reference) is False
