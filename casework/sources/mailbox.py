"""A mailbox that receives the inspectors' alerts, read over IMAP and left exactly as it is."""

import imaplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any, Protocol

from casework.errors import DoorError
from casework.sources.alarms import Expected, gone_quiet
from casework.sources.alert_links import Link, links_in
from casework.sources.hints import kind_hinted
from models.shapes.sources import Looked, SeenItem

LARGEST_LETTER_BYTES = 2_000_000
MOST_LETTERS = 300
WITHIN_SECONDS = 30.0
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Mailbox(Protocol):
    """Somebody who can show the letters of a folder without touching them."""

    def letters(self, folder: str, since: date) -> Sequence[bytes]:
        """Return the letters that arrived on or after this day, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class ImapMailbox:
    """A mailbox on a mail server, over TLS only."""

    host: str
    port: int
    user: str
    password: str
    trust: ssl.SSLContext | None = None

    def letters(self, folder: str, since: date) -> Sequence[bytes]:
        """Return the letters of a folder; raise DoorError saying why there are none to be had."""
        if not self.password:
            raise DoorError(
                f"The mailbox {self.user} has no password: set SECTION55_MAILBOX_PASSWORD."
            )
        try:
            with self._line() as line:
                self._log_in(line)
                return list(_letters(line, folder, since))
        except (imaplib.IMAP4.error, OSError, ValueError) as fault:
            raise DoorError(
                f"The mailbox {self.user} at {self.host} could not be read ({_said(fault)}): "
                "check the server, the folder and the connection."
            ) from fault

    @contextmanager
    def _line(self) -> Iterator[imaplib.IMAP4_SSL]:
        trust = self.trust or ssl.create_default_context()
        line = imaplib.IMAP4_SSL(self.host, self.port, ssl_context=trust, timeout=WITHIN_SECONDS)
        try:
            yield line
        finally:
            with suppress(imaplib.IMAP4.error, OSError):
                line.logout()

    def _log_in(self, line: imaplib.IMAP4_SSL) -> None:
        try:
            line.login(self.user, self.password)
        except imaplib.IMAP4.error as fault:
            raise DoorError(
                f"The mailbox at {self.host} refuses {self.user} ({_said(fault)}): check the user "
                "and SECTION55_MAILBOX_PASSWORD."
            ) from fault


def fetch(mailbox: Mailbox, folder: str, expected: Expected) -> Sequence[bytes]:
    """Return every letter young enough to matter: twice the time a list may be silent."""
    return mailbox.letters(folder, expected.today - timedelta(days=2 * expected.quiet_days))


def read(letters: Sequence[bytes], expected: Expected) -> Looked:
    """Return the reports the letters point to, and the alarm if alerts no longer come."""
    items: dict[str, SeenItem] = {}
    days: list[date] = []
    for data in letters:
        letter = message_from_bytes(data, policy=policy.default)
        links = links_in(letter)
        if links:
            days += _day_of(letter)
        for link in links:
            items.setdefault(link.address, _item(link))
    newest = max(days, default=None)
    return Looked(tuple(items.values()), _wrong(letters, items, newest, expected), newest=newest)


def _item(link: Link) -> SeenItem:
    # The day of a letter is not that of the report: letters are forwarded days later.
    return SeenItem(link.title, link.address, None, kind_hinted(link.title))


def _wrong(
    letters: Sequence[bytes], items: object, newest: date | None, expected: Expected
) -> str | None:
    if not letters:
        return (
            f"No alert has come into the mailbox for {2 * expected.quiet_days} days: check that "
            "the office is still subscribed, and that alerts are not sorted away."
        )
    if not items:
        return (
            f"None of the {len(letters)} letters in the mailbox leads to a report: the alerts may "
            "have changed their shape. Open them and look."
        )
    return gone_quiet(newest, expected) if newest else None


def _day_of(letter: EmailMessage) -> list[date]:
    try:
        moment: datetime = parsedate_to_datetime(str(letter["Date"]))
    except (TypeError, ValueError):
        return []
    return [moment.date()]


def _letters(line: imaplib.IMAP4_SSL, folder: str, since: date) -> Iterator[bytes]:
    quoted = '"' + folder.replace("\\", "\\\\").replace('"', '\\"') + '"'
    _ok(line.select(quoted, readonly=True))
    # Written out: the names of months are English, whatever the machine speaks.
    day = f"{since.day}-{_MONTHS[since.month - 1]}-{since.year}"
    numbers = _ok(line.uid("SEARCH", f"SINCE {day}"))[0] or b""
    for number in numbers.split()[-MOST_LETTERS:]:
        # The first bytes are enough: no alert is as long as the limit. PEEK leaves it unread.
        parts = _ok(line.uid("FETCH", number.decode(), f"(BODY.PEEK[]<0.{LARGEST_LETTER_BYTES}>)"))
        yield from (part[1] for part in parts if isinstance(part, tuple))


def _ok(answer: tuple[str, list[Any]]) -> list[Any]:
    state, data = answer
    if state != "OK":
        raise imaplib.IMAP4.error(data[0] if data else state)
    return data


def _said(fault: Exception) -> str:
    first = fault.args[0] if fault.args else ""
    words = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(fault)
    return " ".join(words.split())[:200] or type(fault).__name__
