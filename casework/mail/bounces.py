"""Notices of failed delivery, read: who did not get which letter, and why."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.policy import default

from models.shapes.mail import Bounce

_DAEMON = re.compile(r"mailer-daemon|postmaster|mail delivery (sub)?system", re.IGNORECASE)
_FAILED = re.compile(
    r"undeliver|delivery (status notification \(failure\)|failure|has failed)|failure notice|"
    r"returned (mail|to sender)|mail delivery failed|could ?n[o']t be delivered",
    re.IGNORECASE,
)
_ONLY_DELAYED = re.compile(r"delayed|warning: could not send|\(delay\)", re.IGNORECASE)
_IDENTITY = re.compile(r"^[ \t>]*Message-ID:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)
_MAILBOX = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_NAMED = re.compile(
    rf"^[ \t]*<?({_MAILBOX.pattern})>?[ \t]*:?[ \t]*\n?([^\n]*(?:\n[ \t]+\S[^\n]*)*)", re.MULTILINE
)
_COPY_BEGINS = re.compile(
    r"^-+ ?(this is a copy of|below this line|original message|the following is a copy)",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_REASON = 500


def read_bounce(eml: bytes) -> Bounce | None:
    """Return the first failure a notice reports, or None if it is no such notice."""
    return next(iter(read_bounces(eml)), None)


def read_bounces(eml: bytes) -> tuple[Bounce, ...]:
    """Return every failure a notice reports: one per recipient."""
    try:
        message = message_from_bytes(eml, policy=default)
        return tuple(_standard(message)) or tuple(_plain(message))
    except (MessageError, LookupError, ValueError, AttributeError, IndexError):
        # The standard library raises these on broken headers: then nothing can
        # be told, and a person reads the letter.
        return ()


def _standard(message: EmailMessage) -> Iterator[Bounce]:
    # RFC 3464: a part made for machines, beside the copy of our letter.
    identity = _identity(message)
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            for block in _blocks(part):
                if str(block.get("Action", "")).strip().lower() == "failed":
                    yield Bounce(identity, _recipient(block), _reason(block))


def _blocks(part: Message) -> list[Message]:
    payload = part.get_payload()
    return (
        [block for block in payload if isinstance(block, Message)]
        if (isinstance(payload, list))
        else []
    )


def _recipient(block: Message) -> str:
    named = block.get("Original-Recipient") or block.get("Final-Recipient") or ""
    return str(named).rpartition(";")[2].strip().strip("<>")


def _reason(block: Message) -> str:
    code = str(block.get("Diagnostic-Code", "")).partition(";")[2]
    status = str(block.get("Status", ""))
    return _one_line(code or status or "The notice gives no reason.")


def _plain(message: EmailMessage) -> Iterator[Bounce]:
    # The older notices: a daemon's letter in words.
    if not _is_failure_notice(message):
        return
    text = _text(message)
    said = _COPY_BEGINS.split(text, maxsplit=1)[0]
    identity = _identity(message)
    named = str(message.get("X-Failed-Recipients", ""))
    recipients = _MAILBOX.findall(named) or _named_in(said)
    for recipient in dict.fromkeys(recipients):
        yield Bounce(identity, recipient, _reason_near(recipient, said))


def _is_failure_notice(message: EmailMessage) -> bool:
    subject = str(message.get("Subject", ""))
    if _ONLY_DELAYED.search(subject):
        return False
    if message.get("X-Failed-Recipients"):
        # Exim marks its notices as automatic replies, so this mark comes first.
        return True
    if "auto-replied" in str(message.get("Auto-Submitted", "")).lower():
        return False
    from_daemon = bool(_DAEMON.search(str(message.get("From", ""))))
    return from_daemon and bool(_FAILED.search(f"{subject}\n{_text(message)[:2000]}"))


def _named_in(said: str) -> list[str]:
    return [match[1] for match in _NAMED.finditer(said)][:1] or _MAILBOX.findall(said)[:1]


def _reason_near(recipient: str, said: str) -> str:
    for match in _NAMED.finditer(said):
        if match[1] == recipient and match[2].strip():
            return _one_line(match[2])
    return _one_line(said) or "The notice gives no reason."


def _identity(message: EmailMessage) -> str:
    for part in message.walk():
        if part is message:
            continue
        if part.get_content_type() in {"message/rfc822", "text/rfc822-headers"}:
            found = _IDENTITY.search(_as_text(part))
            if found:
                return found[1]
    quoted = _IDENTITY.search(_text(message))
    if quoted:
        return quoted[1]
    answered = re.search(
        r"<[^<>\s]+>", str(message.get("In-Reply-To") or message.get("References") or "")
    )
    return answered[0] if answered else ""


def _text(message: EmailMessage) -> str:
    return "\n".join(
        _as_text(part) for part in message.walk() if part.get_content_type() == "text/plain"
    ).replace("\r\n", "\n")


def _as_text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else part.as_bytes()
    return data.decode("utf-8", "replace")


def _one_line(words: str) -> str:
    return " ".join(words.split())[:_LONGEST_REASON]
