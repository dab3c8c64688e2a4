"""The mailer against a real mail server on loopback."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from casework.errors import SettingsError
from casework.mail.build import as_eml
from casework.mail.smtp import Security, SmtpMailer, SmtpOptions
from models.shapes.mail import MailOutcome
from tests.casework.mail.letters import CHIEF, INVITATION, STAFF_OFFICER, a_letter


class PostOffice:
    """A mail server's manners, changed by each test."""

    def __init__(self) -> None:
        self.taken: list[tuple[list[str], bytes]] = []
        self.refuse: dict[str, str] = {}
        self.sender_answer = "250 OK"
        self.data_answer = "250 Queued as 4711"
        self.hang_up_after_data = False

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del server, session, options
        envelope.mail_from = address
        return self.sender_answer

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del server, session, options
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        del session
        assert isinstance(envelope.content, bytes)
        self.taken.append((envelope.rcpt_tos, envelope.content))
        if self.hang_up_after_data:
            assert server.transport is not None
            server.transport.close()
        return self.data_answer


@pytest.fixture
def office() -> PostOffice:
    return PostOffice()


@pytest.fixture
def serve(office: PostOffice) -> Iterator[Callable[..., SmtpOptions]]:
    running: list[Controller] = []

    def start(security: Security = Security.NONE, user: str = "", **server: Any) -> SmtpOptions:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        controller = Controller(office, hostname="127.0.0.1", port=port, **server)
        controller.start()
        running.append(controller)
        password = "correct" if user else ""
        return SmtpOptions("127.0.0.1", port, security, user, password, 3.0, "tests.example")

    yield start
    for controller in running:
        controller.stop()


def test_an_accepted_letter_arrives_as_it_was_built(
    office: PostOffice, serve: Callable[..., SmtpOptions]
) -> None:
    sent = SmtpMailer(serve()).send(INVITATION)
    assert sent.outcome is MailOutcome.ACCEPTED
    assert sent.words == "250 Queued as 4711"
    recipients, data = office.taken[0]
    assert recipients == [CHIEF.email, STAFF_OFFICER.email]
    assert data == as_eml(INVITATION)


def test_a_line_that_begins_with_a_dot_arrives_with_its_dot(
    office: PostOffice, serve: Callable[..., SmtpOptions]
) -> None:
    text = "First line\n.\n..two dots\nlast line\n"
    SmtpMailer(serve()).send(a_letter(text=text, attachments=()))
    message = message_from_bytes(office.taken[0][1], policy=default)
    assert message.get_content().replace("\r\n", "\n") == text


def test_a_refused_recipient_is_named_and_the_others_get_the_letter(
    office: PostOffice, serve: Callable[..., SmtpOptions]
) -> None:
    office.refuse[STAFF_OFFICER.email] = "550 5.1.1 No such mailbox"
    sent = SmtpMailer(serve()).send(INVITATION)
    assert sent.outcome is MailOutcome.ACCEPTED
    assert [(r.recipient, r.words, r.permanent) for r in sent.refused] == [
        (STAFF_OFFICER.email, "550 5.1.1 No such mailbox", True)
    ]
    assert office.taken[0][0] == [CHIEF.email]


def test_when_every_recipient_is_refused_nothing_is_handed_over(
    office: PostOffice, serve: Callable[..., SmtpOptions]
) -> None:
    office.refuse[CHIEF.email] = "550 5.1.1 No such mailbox"
    sent = SmtpMailer(serve()).send(a_letter(cc=()))
    assert sent.outcome is MailOutcome.REFUSED
    assert [r.recipient for r in sent.refused] == [CHIEF.email]
    assert office.taken == []


def test_a_recipient_put_off_may_be_tried_again(
    office: PostOffice, serve: Callable[..., SmtpOptions]
) -> None:
    office.refuse[CHIEF.email] = "451 4.7.1 Greylisted, try later"
    sent = SmtpMailer(serve()).send(a_letter(cc=()))
    assert sent.outcome is MailOutcome.NOT_SENT
    assert not sent.refused[0].permanent
    assert office.taken == []


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("554 5.7.1 Refused by policy", MailOutcome.REFUSED),
        ("452 4.3.1 Disk full", MailOutcome.NOT_SENT),
    ],
)
def test_a_no_to_the_letter_or_its_sender_is_known_not_to_have_been_sent(
    office: PostOffice, serve: Callable[..., SmtpOptions], answer: str, outcome: MailOutcome
) -> None:
    options = serve()
    office.data_answer = answer
    to_the_letter = SmtpMailer(options).send(INVITATION)
    office.sender_answer = answer
    to_the_sender = SmtpMailer(options).send(INVITATION)
    assert (to_the_letter.outcome, to_the_letter.words) == (outcome, answer)
    assert (to_the_sender.outcome, to_the_sender.words) == (outcome, answer)
    assert to_the_sender.refused == ()


def test_a_line_that_breaks_after_the_letter_leaves_acceptance_unknown(
    office: PostOffice, serve: Callable[..., SmtpOptions]
) -> None:
    office.hang_up_after_data = True
    sent = SmtpMailer(serve()).send(INVITATION)
    assert sent.outcome is MailOutcome.UNKNOWN
    assert len(office.taken) == 1, "the server has it, and the sender cannot know"


def _scripted_server(answers: list[bytes]) -> int:
    listener = socket.create_server(("127.0.0.1", 0))

    def serve_once() -> None:
        line, _ = listener.accept()
        with listener, line, line.makefile("rb") as heard:
            for answer in answers:
                line.sendall(answer)
                heard.readline()

    threading.Thread(target=serve_once, daemon=True).start()
    return int(listener.getsockname()[1])


@pytest.mark.parametrize("said", range(6))
def test_a_line_that_breaks_before_the_letter_is_certainly_not_sent(said: int) -> None:
    answers = [b"220 hello\r\n", b"250 hello\r\n", b"250 ok\r\n", b"250 ok\r\n", b"250 ok\r\n"]
    options = SmtpOptions(
        "127.0.0.1", _scripted_server(answers[:said]), Security.NONE, timeout_seconds=3.0
    )
    assert SmtpMailer(options).send(INVITATION).outcome is MailOutcome.NOT_SENT


def test_a_server_that_falls_silent_with_the_letter_in_hand_is_unknown_in_time() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def swallow() -> None:
        line, _ = listener.accept()
        with listener, line, line.makefile("rb") as heard:
            line.sendall(b"220 hello\r\n")
            for answer in (b"250 hi", b"250 ok", b"250 ok", b"250 ok", b"354 go on"):
                heard.readline()
                line.sendall(answer + b"\r\n")
            done.wait(5)

    threading.Thread(target=swallow, daemon=True).start()
    options = SmtpOptions(
        "127.0.0.1", listener.getsockname()[1], Security.NONE, timeout_seconds=0.5
    )
    sent = SmtpMailer(options).send(INVITATION)
    done.set()
    assert sent.outcome is MailOutcome.UNKNOWN


def test_an_absent_server_is_not_sent_in_words() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    sent = SmtpMailer(SmtpOptions("127.0.0.1", port, Security.NONE)).send(INVITATION)
    assert sent.outcome is MailOutcome.NOT_SENT
    assert sent.words.startswith("The mail server 127.0.0.1 could not be used:")


def test_a_server_without_protection_gets_no_letter_when_protection_is_asked_for(
    office: PostOffice, serve: Callable[..., SmtpOptions]
) -> None:
    sent = SmtpMailer(serve(Security.STARTTLS)).send(INVITATION)
    assert sent.outcome is MailOutcome.NOT_SENT
    assert office.taken == []


def test_a_password_never_travels_over_an_open_line() -> None:
    word = "correct horse"
    with pytest.raises(SettingsError, match="unprotected"):
        SmtpOptions("mail.example", 25, Security.NONE, user="office", password=word)
    assert word not in repr(SmtpOptions("mail.example", user="office", password=word))


def _only_the_right_password(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword
) -> AuthResult:
    del server, session, envelope, mechanism
    return AuthResult(success=data.password == b"correct", handled=False)


def test_sign_in_over_starttls_works_with_a_trusted_certificate_only(
    office: PostOffice,
    serve: Callable[..., SmtpOptions],
    certificate: tuple[ssl.SSLContext, ssl.SSLContext],
) -> None:
    server_side, client_side = certificate
    options = serve(
        Security.STARTTLS,
        "office",
        tls_context=server_side,
        require_starttls=True,
        authenticator=_only_the_right_password,
        auth_required=True,
    )
    assert SmtpMailer(options).send(INVITATION).outcome is MailOutcome.NOT_SENT
    assert SmtpMailer(options, client_side).send(INVITATION).outcome is MailOutcome.ACCEPTED
    wrong = SmtpOptions("127.0.0.1", options.port, Security.STARTTLS, "office", "wrong", 3.0)
    refused = SmtpMailer(wrong, client_side).send(INVITATION)
    assert refused.outcome is MailOutcome.NOT_SENT
    assert "535" in refused.words
    assert len(office.taken) == 1


def test_a_line_protected_from_the_first_byte_works(
    office: PostOffice,
    serve: Callable[..., SmtpOptions],
    certificate: tuple[ssl.SSLContext, ssl.SSLContext],
) -> None:
    server_side, client_side = certificate
    options = serve(Security.TLS, ssl_context=server_side)
    assert SmtpMailer(options, client_side).send(INVITATION).outcome is MailOutcome.ACCEPTED
    assert len(office.taken) == 1
