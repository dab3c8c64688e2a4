"""A letter leaves once or is put before a person: never lost, never blindly repeated."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from email import message_from_bytes, policy

import pytest
from sqlmodel import select

from casework.errors import DoorError, NotAllowedError, NotFoundError
from casework.letters_out import confirm_bounced, confirm_sent, send_again, send_letter
from casework.record.acts import act
from casework.record.desk import Desk
from casework.record.hand import the_service
from casework.record.post import LetterPlan, prepare_mail
from models import Blob, Case, Mail
from models.shapes.mail import Letter, MailOutcome, RefusedRecipient, Sent
from models.words import CommentsState, MailKind, MailState
from tests.builders import FINANCE, OFFICER, Service, at, by

Take = Callable[[str], tuple[Service, str]]
KEY = "a-letter"
NOW = at(10, 20)
FIELDS: Mapping[str, object] = {
    "headline": "A line",
    "text": "A text – with “signs” & more.",
    "address": "",
    "command": "",
}


@act("tell_colleagues")
def prepare(desk: Desk, reference: str, *, by_hand: bool, not_before: datetime | None) -> str:
    plan = LetterPlan(
        kind=MailKind.REMINDER,
        key=KEY,
        to=[("Priya Lockhart", "priya.lockhart@arden-commissioner.example")],
        template="warning",
        fields=FIELDS,
        by_hand=by_hand,
        not_before=not_before,
        case=desk.case(reference),
    )
    return prepare_mail(desk, plan).key


@pytest.fixture
def letter(prepared: Take) -> Callable[..., tuple[Service, str]]:
    def made(*, by_hand: bool = False, not_before: datetime | None = None) -> tuple[Service, str]:
        service, reference = prepared("open")
        service.server.letters.clear()
        prepare(service.record, the_service(NOW), reference, by_hand=by_hand, not_before=not_before)
        return service, reference

    return made


Made = Callable[..., tuple[Service, str]]


def row(service: Service, key: str = KEY) -> Mail:
    with service.record.reading() as session:
        return session.exec(select(Mail).where(Mail.key == key)).one()


def warnings(service: Service) -> list[Mail]:
    with service.record.reading() as session:
        return list(session.exec(select(Mail).where(Mail.kind == MailKind.WARNING)))


def test_an_accepted_letter_is_proved_by_the_very_message(letter: Made) -> None:
    service, _ = letter()
    service.carry_out(NOW)
    service.carry_out(NOW + timedelta(minutes=5))
    sent = row(service)
    assert (sent.state, sent.sent_at) == (MailState.ACCEPTED, NOW)
    assert len(service.server.letters) == 1
    with service.record.reading() as session:
        proof = session.get(Blob, sent.proof_sha256)
        assert proof
        message = message_from_bytes(proof.data, policy=policy.default)
    assert message["Message-ID"] == sent.message_id
    body = message.get_body(("plain",))
    assert body
    assert "A text – with “signs” & more." in body.get_content()


def test_a_refused_letter_counts_as_not_sent_and_somebody_is_told(letter: Made) -> None:
    service, reference = letter()
    service.server.outcome = MailOutcome.REFUSED
    service.carry_out(NOW)
    assert row(service).state is MailState.BOUNCED
    (warning,) = warnings(service)
    assert warning.subject.startswith(f"{reference}: a letter came back: ")
    assert "the server said: refused" in warning.text
    # The warning is refused as well: it does not warn of itself for ever.
    assert warning.state is MailState.BOUNCED


def test_a_letter_not_sent_is_tried_again_later(letter: Made) -> None:
    service, _ = letter()
    service.server.outcome = MailOutcome.NOT_SENT
    service.carry_out(NOW)
    service.carry_out(NOW + timedelta(seconds=5))
    assert row(service).state is MailState.PREPARED
    service.server.outcome = MailOutcome.ACCEPTED
    service.carry_out(NOW + timedelta(minutes=1))
    assert row(service).state is MailState.ACCEPTED
    assert len(service.server.letters) == 1


def test_a_letter_of_unknown_fate_is_put_before_a_person_and_never_sent_again(
    letter: Made,
) -> None:
    service, _ = letter()
    send = service.server.send

    def break_once(letter_: Letter) -> Sent:
        service.server.send = send  # type: ignore[method-assign]
        return Sent(MailOutcome.UNKNOWN, letter_.message_id, "the line broke")

    service.server.send = break_once  # type: ignore[method-assign, assignment]
    service.carry_out(NOW)
    for minutes in (1, 60, 600):
        service.carry_out(NOW + timedelta(minutes=minutes))
    assert row(service).state is MailState.UNKNOWN
    assert [one.subject for one in service.server.letters] == [f"{warnings(service)[0].subject}"]
    assert f"section55 sent {KEY}" in warnings(service)[0].text
    assert f"section55 resend {KEY}" in warnings(service)[0].text


def test_a_process_that_died_while_sending_is_noticed_within_a_minute(letter: Made) -> None:
    service, _ = letter()

    class Died(BaseException):
        pass

    def die(_letter: object) -> Sent:
        raise Died

    service.server.send = die  # type: ignore[method-assign, assignment]
    with pytest.raises(Died):
        service.carry_out(NOW)
    assert row(service).state is MailState.SENDING
    del service.server.send
    service.carry_out(NOW + timedelta(seconds=59))
    assert row(service).state is MailState.UNKNOWN
    assert len(warnings(service)) == 1
    assert all(KEY not in one.message_id for one in service.server.letters)
    assert [one.subject for one in service.server.letters if one.subject == "A line"] == []


def test_a_person_says_what_became_of_it(letter: Made) -> None:
    service, _ = letter()
    service.server.outcome = MailOutcome.UNKNOWN
    service.carry_out(NOW)
    service.server.outcome = MailOutcome.ACCEPTED
    with pytest.raises(NotAllowedError, match="may not send"):
        send_again(service.record, by(FINANCE, NOW), KEY)
    send_again(service.record, by(OFFICER, NOW + timedelta(hours=1)), KEY)
    service.carry_out(NOW + timedelta(hours=1))
    assert row(service).state is MailState.ACCEPTED
    with pytest.raises(NotAllowedError, match="only one of unknown fate"):
        send_again(service.record, by(OFFICER, NOW + timedelta(hours=2)), KEY)


def test_a_named_person_may_say_that_it_arrived(letter: Made) -> None:
    service, _ = letter()
    service.server.outcome = MailOutcome.UNKNOWN
    service.carry_out(NOW)
    confirm_sent(service.record, by(OFFICER, NOW + timedelta(hours=1)), KEY)
    sent = row(service)
    assert (sent.state, sent.sent_by_id is not None) == (MailState.CONFIRMED, True)
    with pytest.raises(NotFoundError, match="section55 letters"):
        confirm_sent(service.record, by(OFFICER, NOW), "no-such-letter")


@pytest.mark.parametrize(
    ("permanent", "state"), [(True, MailState.BOUNCED), (False, MailState.UNKNOWN)]
)
def test_taken_for_some_is_not_taken_for_all(
    letter: Made,
    permanent: bool,  # noqa: FBT001
    state: MailState,
) -> None:
    service, _ = letter()
    refused = (RefusedRecipient("priya@x.example", "550 no such user", permanent),)
    outcome = Sent(MailOutcome.ACCEPTED, "<x@y>", "250 ok", refused)
    service.server.send = lambda _letter: outcome  # type: ignore[method-assign, assignment]
    service.carry_out(NOW)
    assert row(service).state is state
    assert "550 no such user" in row(service).reply


def test_a_letter_for_a_person_to_send_lies_in_the_tray(letter: Made) -> None:
    service, _ = letter(by_hand=True)
    service.carry_out(NOW)
    service.carry_out(NOW + timedelta(hours=1))
    assert row(service).state is MailState.PREPARED
    assert service.server.letters == []
    assert [p.suffix for p in (service.folder / "mail").iterdir() if "a-line" in p.name] == [".eml"]


def test_nothing_about_the_report_leaves_before_its_release(letter: Made) -> None:
    release = at(10, 25, 0, 1)
    service, reference = letter(not_before=release)
    assert service.carry_out(at(10, 24, 23, 59)) == []
    with pytest.raises(NotAllowedError, match="not out yet"):
        confirm_sent(service.record, by(OFFICER, at(10, 24)), KEY)
    # A slipped date holds a letter that was prepared for the old one.
    with service.record.writing() as session:
        case = session.exec(select(Case).where(Case.reference == reference)).one()
        case.embargoed_until = at(10, 28, 0, 1)
        session.add(case)
        session.commit()
    assert "waits until the report is released" in service.carry_out(at(10, 25))[0]
    with pytest.raises(DoorError):
        send_letter(service.record, the_service(at(10, 27)), KEY, service.doors.mail)
    service.carry_out(at(10, 28, 9))
    assert row(service).state is MailState.ACCEPTED


def test_without_a_server_every_letter_lies_in_the_tray(letter: Made) -> None:
    from casework.letters_out import MailDoors

    service, _ = letter()
    doors = MailDoors(service.doors.mail.tray)
    said = send_letter(service.record, the_service(NOW), KEY, doors)
    assert "lies ready for a person to send" in said


def test_a_bounced_invitation_is_no_invitation_and_says_what_to_do(on_one: Take) -> None:
    service, reference = on_one("invited")
    key = f"{reference}:warwickshire:invitation:1"
    confirm_bounced(service.record, by(OFFICER, at(10, 18)), key, "mailbox full")
    (force,) = service.file(reference).forces
    assert (force.state, force.invited_on) == (CommentsState.BOUNCED, None)
    assert "Nobody has been invited" in warnings(service)[0].text
    assert f"section55 invite {reference} --reissue" in warnings(service)[0].text
