"""The chief officer is invited by letter: prepared at once, sent when the report is out."""

from datetime import date

import pytest

from casework import comments, findings
from casework.access import NewGuestLink, hash_of, make_guest_link, revoke_guest_link
from casework.errors import CaseworkError, NotAllowedError, RefusedInputError
from casework.intake import HandedIn, open_report
from casework.letters_out import confirm_bounced, confirm_sent
from casework.record.hand import the_service
from casework.record.verify import faults
from models.words import CommentsState, MailKind, MailState
from tests.builders import FINANCE, OFFICER, TEMPLATES, Service, at, by
from tests.reports import a_page, rows


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def letter(reference: str, number: int = 1) -> str:
    return f"{reference}:warwickshire:invitation:{number}"


def state(service: Service, reference: str) -> CommentsState:
    return service.file(reference).forces[0].state


def test_the_invitation_is_prepared_at_once_with_a_working_day_and_only_once(
    service: Service,
) -> None:
    reference = service.open()
    for _ in range(2):
        assert comments.invite(service.record, the_service(at(10, 14)), reference, TEMPLATES) == 0
    file = service.file(reference)
    (mail,) = file.mails
    assert (mail.kind, mail.state, mail.by_hand) == (
        MailKind.INVITATION,
        MailState.PREPARED,
        True,
    )
    assert file.forces[0].comments_due_on == date(2022, 11, 3)  # day 21, a Thursday
    assert "Thursday 3 November 2022" in mail.text
    assert file.report.title in mail.text
    assert len(list((service.folder / "cases" / reference).glob("*invitation*.docx"))) == 1
    assert service.server.letters == []


def test_the_office_may_set_another_date_but_none_that_has_passed(service: Service) -> None:
    hand = by(OFFICER, at(10, 14))
    handed = HandedIn(a_page(), "report.html")
    reference = open_report(service.record, hand, handed)[0]
    before = rows(service.record)
    again = by(OFFICER, at(10, 14))
    with pytest.raises(RefusedInputError, match="has passed"):
        comments.invite(service.record, again, reference, TEMPLATES, date(2022, 10, 13))
    with pytest.raises(NotAllowedError):
        comments.invite(service.record, by(FINANCE, at(10, 14)), reference, TEMPLATES)
    assert rows(service.record) == before
    hand = by(OFFICER, at(10, 14))
    assert comments.invite(service.record, hand, reference, TEMPLATES, date(2022, 11, 10)) == 1
    assert service.file(reference).forces[0].comments_due_on == date(2022, 11, 10)


def test_an_invitation_sent_stays_sent_on_its_first_day(service: Service) -> None:
    reference = service.invited()
    confirm_sent(service.record, by(OFFICER, at(10, 20)), letter(reference))
    force = service.file(reference).forces[0]
    assert (force.state, force.invited_on) == (CommentsState.SENT, date(2022, 10, 17))


def test_a_bounce_is_no_invitation_and_no_silence_is_recorded_on_it(service: Service) -> None:
    reference = service.invited()
    confirm_bounced(service.record, the_service(at(10, 18)), letter(reference), "no such mailbox")
    assert state(service, reference) is CommentsState.BOUNCED
    assert service.file(reference).forces[0].invited_on is None
    assert comments.close_silent(service.record, the_service(at(12, 1)), reference) == 0
    with pytest.raises(NotAllowedError):
        confirm_sent(service.record, by(OFFICER, at(10, 19)), letter(reference))
    hand = by(OFFICER, at(10, 19))
    assert comments.reissue_invitation(service.record, hand, reference, TEMPLATES) == 2
    confirm_sent(service.record, by(OFFICER, at(10, 19)), letter(reference, 2))
    assert state(service, reference) is CommentsState.SENT
    assert service.file(reference).forces[0].invited_on == date(2022, 10, 19)


def test_silence_is_recorded_only_after_the_date_and_only_once(service: Service) -> None:
    reference = service.invited()
    assert comments.close_silent(service.record, the_service(at(11, 3, 23, 59)), reference) == 0
    assert comments.close_silent(service.record, the_service(at(11, 4)), reference) == 1
    assert state(service, reference) is CommentsState.NONE_BY_DATE
    assert comments.close_silent(service.record, the_service(at(11, 5)), reference) == 0


def test_nobody_is_silent_who_was_not_invited(service: Service) -> None:
    reference = service.open()
    assert comments.close_silent(service.record, the_service(at(12, 1)), reference) == 0
    assert state(service, reference) is CommentsState.PREPARED


def test_more_time_is_given_by_letter_until_the_last_day_and_not_backwards(
    service: Service,
) -> None:
    reference = service.invited()
    before = rows(service.record)
    for until, said in (
        (date(2022, 11, 3), "later one"),
        (date(2022, 12, 9), "last day"),
        (date(2022, 10, 1), "has passed"),
    ):
        hand = by(OFFICER, at(10, 31))
        with pytest.raises(RefusedInputError, match=said):
            comments.extend_date(service.record, hand, reference, TEMPLATES, until)
    assert rows(service.record) == before
    longer = date(2022, 11, 14)
    comments.extend_date(service.record, by(OFFICER, at(10, 31)), reference, TEMPLATES, longer)
    mail = service.file(reference).mails[-1]
    assert (mail.kind, state(service, reference)) == (MailKind.EXTENSION, CommentsState.EXTENDED)
    assert "14 November 2022" in mail.text
    assert comments.close_silent(service.record, the_service(at(11, 14)), reference) == 0
    assert comments.close_silent(service.record, the_service(at(11, 15)), reference) == 1
    hand = by(OFFICER, at(11, 20))
    with pytest.raises(RefusedInputError, match="has passed"):
        comments.extend_date(service.record, hand, reference, TEMPLATES, date(2022, 11, 18))
    hand = by(OFFICER, at(11, 20))  # late comments: the date is set anew
    comments.extend_date(service.record, hand, reference, TEMPLATES, date(2022, 11, 25))
    assert state(service, reference) is CommentsState.EXTENDED


def test_an_invitation_sent_may_be_issued_anew_and_the_old_one_says_nothing_more(
    service: Service,
) -> None:
    reference = service.invited()
    hand = by(OFFICER, at(10, 20))
    assert comments.reissue_invitation(service.record, hand, reference, TEMPLATES) == 2
    assert state(service, reference) is CommentsState.PREPARED
    confirm_bounced(service.record, the_service(at(10, 20)), letter(reference), "mailbox closed")
    assert state(service, reference) is CommentsState.PREPARED
    confirm_sent(service.record, by(OFFICER, at(10, 21)), letter(reference, 2))
    assert service.file(reference).forces[0].invited_on == date(2022, 10, 21)
    assert faults(service.record) == []


def test_an_invitation_is_withdrawn_with_a_reason_and_can_no_longer_be_sent(
    service: Service,
) -> None:
    reference = service.open()
    with pytest.raises(RefusedInputError, match="why"):
        comments.withdraw_invitation(service.record, by(OFFICER, at(10, 15)), reference, " ")
    comments.withdraw_invitation(service.record, by(OFFICER, at(10, 15)), reference, "wrong force")
    assert state(service, reference) is CommentsState.WITHDRAWN
    with pytest.raises(CaseworkError, match="withdrawn"):
        confirm_sent(service.record, by(OFFICER, at(10, 16)), letter(reference))
    assert comments.invite(service.record, the_service(at(10, 16)), reference, TEMPLATES) == 0
    hand = by(OFFICER, at(10, 17))
    assert comments.reissue_invitation(service.record, hand, reference, TEMPLATES) == 2
    assert state(service, reference) is CommentsState.PREPARED


def test_chasers_are_prepared_once_each_and_none_when_comments_have_come(
    service: Service,
) -> None:
    reference = service.invited()
    prepared = {
        day: comments.prepare_chasers(
            service.record, the_service(at(10, day)), reference, TEMPLATES
        )
        for day in (24, 26, 27, 28)
    }
    assert sum(prepared.values()) == 1
    assert prepared[24] == 0  # ten days before
    last = [
        comments.prepare_chasers(service.record, the_service(at(11, day)), reference, TEMPLATES)
        for day in (1, 1, 2)
    ]
    assert last == [1, 0, 0]
    chasers = [m for m in service.file(reference).mails if m.kind is MailKind.CHASER]
    assert len(chasers) == 2
    service.comment(reference, "We welcome it.", at(11, 2))
    hand = the_service(at(11, 3))
    assert comments.prepare_chasers(service.record, hand, reference, TEMPLATES) == 0


def test_a_service_that_was_down_chases_once_and_not_for_every_day_it_missed(
    service: Service,
) -> None:
    reference = service.invited()
    hand = the_service(at(11, 3))
    assert comments.prepare_chasers(service.record, hand, reference, TEMPLATES) == 1


def test_a_vacant_office_of_chief_officer_is_told_in_one_sentence(service: Service) -> None:
    page = a_page(published="14 October 2020")
    hand = by(OFFICER, at(10, 14, year=2020), None)
    with pytest.raises(NotAllowedError):
        open_report(service.record, hand, HandedIn(page, "r.html"))  # nobody held a role then
    hand = by("birch", at(12, 1, year=2020))
    reference = open_report(service.record, hand, HandedIn(page, "r.html"))[0]
    before = rows(service.record)
    with pytest.raises(NotAllowedError, match="no chief officer"):
        comments.invite(service.record, the_service(at(12, 1, year=2020)), reference, TEMPLATES)
    assert rows(service.record) == before
    findings.confirm_findings(service.record, by("birch", at(12, 2, year=2020)), reference)


def test_letters_say_that_a_page_takes_the_answer_and_until_when_if_there_is_one(
    service: Service,
) -> None:
    reference = service.invited()
    invitation = service.file(reference).mails[0].text
    assert "If a link to a page of this office comes with this letter" in invitation
    new = NewGuestLink(hash_of("a-secret-of-this-test"), days=20)
    make_guest_link(service.record, by(OFFICER, at(10, 20)), reference, new)
    longer = date(2022, 11, 14)
    comments.extend_date(service.record, by(OFFICER, at(10, 31)), reference, TEMPLATES, longer)
    told = service.file(reference).mails[-1].text
    assert "You may also answer on a page of this office, without an account" in told
    assert "works until Wednesday 9 November 2022" in told
    comments.reissue_invitation(service.record, by(OFFICER, at(11, 1)), reference, TEMPLATES)
    assert "works until Wednesday 9 November" in service.file(reference).mails[-1].text
    revoke_guest_link(service.record, by(OFFICER, at(11, 2)), reference, 1)
    comments.reissue_invitation(service.record, by(OFFICER, at(11, 2)), reference, TEMPLATES)
    assert "works until" not in service.file(reference).mails[-1].text
