"""A mail server, asked step by step so that every failure can be told apart.

Until the letter's own bytes go out nothing can have been sent. After that a
broken line means that nobody knows: such a letter is never sent again blindly.
"""

import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum

from casework.errors import SettingsError
from casework.mail.build import as_eml
from models.shapes.mail import Letter, MailOutcome, RefusedRecipient, Sent

_TROUBLE = (OSError, smtplib.SMTPException, EOFError)
_START_MAIL_INPUT = 354
_PERMANENT = 500


class Security(StrEnum):
    """How the line to the mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SmtpOptions:
    """Where the mail server is and how to speak to it."""

    host: str
    port: int = 587
    security: Security = Security.STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)
    timeout_seconds: float = 30.0
    greeting: str = ""
    """The name this machine gives itself; empty for its own."""

    def __post_init__(self) -> None:
        """Refuse to send a password over an open line."""
        if self.user and self.security is Security.NONE:
            raise SettingsError(
                "The mail password would travel unprotected: set the mail server's security to "
                "starttls or tls, or leave out the user name."
            )


class _SaidNo(Exception):  # noqa: N818
    """The server answered no, before it had the letter."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(words)
        self.code = code
        self.words = words


class SmtpMailer:
    """A mail server as a mailer."""

    def __init__(self, options: SmtpOptions, context: ssl.SSLContext | None = None) -> None:
        """Take the server's options; the context decides whose certificates are trusted."""
        self.options = options
        self.context = context or ssl.create_default_context()

    def send(self, letter: Letter) -> Sent:
        """Return how far the letter came, in the server's own words."""
        data = as_eml(letter)
        try:
            with self._line() as server:
                return _hand_over(server, letter, data)
        except _SaidNo as no:
            return Sent(_outcome_of_no(no.code), letter.message_id, no.words)
        except _TROUBLE as error:
            words = f"The mail server {self.options.host} could not be used: {_in_words(error)}"
            return Sent(MailOutcome.NOT_SENT, letter.message_id, words)

    @contextmanager
    def _line(self) -> Iterator[smtplib.SMTP]:
        server = self._connected()
        try:
            self._greet(server)
            yield server
            with suppress(*_TROUBLE):
                server.quit()
        finally:
            server.close()

    def _connected(self) -> smtplib.SMTP:
        options = self.options
        name = options.greeting or None
        if options.security is Security.TLS:
            return smtplib.SMTP_SSL(
                options.host,
                options.port,
                name,
                timeout=options.timeout_seconds,
                context=self.context,
            )
        return smtplib.SMTP(options.host, options.port, name, timeout=options.timeout_seconds)

    def _greet(self, server: smtplib.SMTP) -> None:
        if self.options.security is Security.STARTTLS:
            server.starttls(context=self.context)
        server.ehlo_or_helo_if_needed()
        if self.options.user:
            server.login(self.options.user, self.options.password)


def _hand_over(server: smtplib.SMTP, letter: Letter, data: bytes) -> Sent:
    _insist(server.mail(letter.sender.email))
    refused = _offer_recipients(server, letter.recipients)
    if len(refused) == len(letter.recipients):
        return _nobody_taken(letter, refused)
    _insist(server.docmd("DATA"), _START_MAIL_INPUT)
    try:
        server.send(_dot_stuffed(data))
        code, words = _answer(server.getreply())
    except _TROUBLE as error:
        words = f"The line broke while the letter was being handed over: {_in_words(error)}"
        return Sent(MailOutcome.UNKNOWN, letter.message_id, words, refused)
    if not _is_yes(code):
        return Sent(_outcome_of_no(code), letter.message_id, words, refused)
    return Sent(MailOutcome.ACCEPTED, letter.message_id, words, refused)


def _offer_recipients(
    server: smtplib.SMTP, recipients: tuple[str, ...]
) -> tuple[RefusedRecipient, ...]:
    answers = ((recipient, *_answer(server.rcpt(recipient))) for recipient in recipients)
    return tuple(
        RefusedRecipient(recipient, words, permanent=code >= _PERMANENT)
        for recipient, code, words in answers
        if not _is_yes(code)
    )


def _nobody_taken(letter: Letter, refused: tuple[RefusedRecipient, ...]) -> Sent:
    for_good = any(one.permanent for one in refused)
    outcome = MailOutcome.REFUSED if for_good else MailOutcome.NOT_SENT
    return Sent(outcome, letter.message_id, refused[0].words, refused)


def _insist(reply: tuple[int, bytes], wanted: int | None = None) -> None:
    code, words = _answer(reply)
    if code != wanted if wanted else not _is_yes(code):
        raise _SaidNo(code, words)


def _answer(reply: tuple[int, bytes]) -> tuple[int, str]:
    code, words = reply
    if code == -1:  # smtplib's sign for a line that closed in mid-answer
        raise smtplib.SMTPServerDisconnected("the answer of the server could not be read")
    return code, f"{code} {' '.join(words.decode('utf-8', 'replace').split())}"


def _is_yes(code: int) -> bool:
    return 200 <= code < 300  # noqa: PLR2004 - the 2yz answers of RFC 5321


def _outcome_of_no(code: int) -> MailOutcome:
    return MailOutcome.REFUSED if code >= _PERMANENT else MailOutcome.NOT_SENT


def _dot_stuffed(data: bytes) -> bytes:
    body = re.sub(rb"(?m)^\.", b"..", data)
    return body + (b".\r\n" if body.endswith(b"\r\n") else b"\r\n.\r\n")


def _in_words(error: BaseException) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        words = error.smtp_error
        said = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
        return f"{error.smtp_code} {said}"
    return str(error) or type(error).__name__
